"""Proposing wordings that can be read without the article; the invented texts are of 5 March 2025."""

from datetime import date

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document

WEDNESDAY = date(2025, 3, 5)


def proposed(text: str, language: str, published_on: date | None = WEDNESDAY) -> list[str]:
    document = Document(text=text, language=language, outlet="Echo", published_on=published_on)
    return [claim.wording.text for claim in analyse_article(document).claims if claim.wording]


def case(name: str, text: str, *wordings: str):
    return pytest.param(text, list(wordings), id=name)


ENGLISH = [
    case("on-weekday", "The old pier collapsed on Monday.", "The old pier collapsed on 3 March 2025"),
    case(
        "bare-weekday", "Two ferries sank Tuesday off Norhus.", "Two ferries sank on 4 March 2025 off Norhus"
    ),
    case("same-weekday", "The mill was shut on Wednesday.", "The mill was shut on 5 March 2025"),
    case("farthest-weekday", "The mill was shut on Thursday.", "The mill was shut on 27 February 2025"),
    case(
        "part-of-day",
        "Nine divers were hurt on Sunday night at Norhus.",
        "Nine divers were hurt on the night of 2 March 2025 at Norhus",
    ),
    case(
        "since-weekday",
        "The road was cut since Monday by snow.",
        "The road was cut since 3 March 2025 by snow",
    ),
    case(
        "yesterday", "The council closed the pier yesterday.", "The council closed the pier on 4 March 2025"
    ),
    case("today", "The council closed the pier today.", "The council closed the pier on 5 March 2025"),
    case(
        "sentence-opens-with-date",
        "Yesterday the council closed the old pier.",
        "On 4 March 2025 the council closed the old pier",
    ),
    case(
        "last-night",
        "Fire destroyed nine boats last night at Norhus.",
        "Fire destroyed nine boats on the night of 4 March 2025 at Norhus",
    ),
    case(
        "this-morning",
        "Fire destroyed nine boats this morning.",
        "Fire destroyed nine boats on the morning of 5 March 2025",
    ),
    case("days-ago", "The boiler burst three days ago.", "The boiler burst on 2 March 2025"),
    case(
        "last-month",
        "The yard dismissed 40 welders last month.",
        "The yard dismissed 40 welders in February 2025",
    ),
    case("this-month", "The yard hired 40 welders this month.", "The yard hired 40 welders in March 2025"),
    case("last-year", "The yard built 12 tugs last year.", "The yard built 12 tugs in 2024"),
    case("since-last-year", "The price doubled since last year.", "The price doubled since 2024"),
    case(
        "this-week",
        "Nine boats were seized this week.",
        "Nine boats were seized in the week of 3 March 2025",
    ),
    case(
        "next-week-said",
        "The yard's owner, Karim Daoud, said the tugs would sail next week.",
        "the tugs would sail in the week of 10 March 2025",
    ),
    case(
        "day-and-weekday",
        "The council closed the pier yesterday, Tuesday, after a storm.",
        "The council closed the pier on 4 March 2025, after a storm",
    ),
    case(
        "date-in-indirect-speech",
        "Police said the van was found on Saturday.",
        "the van was found on 1 March 2025",
    ),
    case(
        "speaker-pronoun",
        "Mayor Karim Daoud opened the port. He said he had signed the lease.",
        "Karim Daoud had signed the lease",
    ),
    case(
        "speaker-possessive",
        "Minister Salma Rifai said her office had lost the file.",
        "Salma Rifai’s office had lost the file",
    ),
    case(
        "organisation-of-itself",
        "The Harbour Authority said it had repaired the crane.",
        "the Harbour Authority had repaired the crane",
    ),
    case(
        "we-of-a-person",
        "“We lost nine boats,” said Karim Daoud, a fisherman.",
        "We [Karim Daoud’s side] lost nine boats",
    ),
    case(
        "we-of-an-organisation",
        "“We lost nine boats,” the Harbour Authority said.",
        "We [the Harbour Authority] lost nine boats",
    ),
    case(
        "description-of-a-body",
        "The Ministry of Fisheries closed the port. Captain Omar Sader said the ministry had warned nobody.",
        "the Ministry of Fisheries had warned nobody",
    ),
    case(
        "office-holder",
        "Minister Salma Rifai resigned at noon. Captain Omar Sader said the minister had warned nobody.",
        "Salma Rifai had warned nobody",
    ),
    case(
        "the-town",
        "Snow cut off the town of Brenhall in the night. Police said nobody had left the town since noon.",
        "nobody had left the town of Brenhall since noon",
    ),
    case(
        "here",
        "BRENHALL, March 5 (Echo) - Snow closed the pass in the night.\n\nPolice said nine buses stood here.",
        "nine buses stood in Brenhall",
    ),
]

ENGLISH_TRAPS = [
    case("nothing-to-fill", "The old pier at Norhus collapsed in 2019."),
    case("written-out-behind-weekday", "The old pier collapsed on Monday, 3 March."),
    case("habit", "The market was closed on Mondays for years."),
    case("every", "The market was closed every Monday for years."),
    case("prayers", "Two men were held after Friday prayers in Norhus."),
    case("possessive-day", "Monday's storm destroyed nine boats."),
    case("coming-weekday", "The council will close the pier on Monday."),
    case("scheduled", "The vote is scheduled for Monday in Norhus."),
    case("until-weekday", "The pier was closed until Monday by the council."),
    case("present-tense", "The trial of nine smugglers begins Monday in Norhus."),
    case("next-weekday-in-english", "The yard's owner said it would hire 40 welders last Monday week."),
    case("quoted-date", "“They came yesterday with nine trucks,” said Karim Daoud, a baker."),
    case(
        "said-on-another-day", "Police said on Monday that the van had been found the day before yesterday."
    ),
    case("conflicting-day", "The council closed the pier yesterday, Friday, after a storm."),
    case(
        "two-men",
        "Mayor Karim Daoud met Colonel Omar Sader. The colonel's aide, Hassan Deeb, said he had lied.",
    ),
    case("woman-of-a-man", "Karim Daoud, the mayor, said she had signed the lease."),
    case("expletive-it", "The Harbour Authority said it would be wrong to close the pier."),
    case(
        "two-ministries",
        "The Ministry of Fisheries and the Ministry of Trade met. Captain Omar Sader said the ministry lied.",
    ),
    case(
        "two-towns",
        "Snow cut off the town of Brenhall and the town of Odby. Police said nobody had left the town.",
    ),
    case("city-council", "Snow cut off the city of Brenhall. Police said the city council had met."),
    case("here-without-dateline", "Police said nine buses were stranded here."),
    case("nested-quotation", "“My son told me: I lost nine boats,” the Harbour Authority said."),
]

ARABIC = [
    case(
        "weekday", "انهار الرصيف القديم في الميناء الاثنين.", "انهار الرصيف القديم في الميناء يوم 3 مارس 2025"
    ),
    case("day-of-week", "انهار الرصيف القديم يوم الاثنين.", "انهار الرصيف القديم يوم 3 مارس 2025"),
    case("last-weekday", "انهار الرصيف القديم الاثنين الماضي.", "انهار الرصيف القديم يوم 3 مارس 2025"),
    case(
        "last-same-weekday", "انهار الرصيف القديم الأربعاء الماضي.", "انهار الرصيف القديم يوم 26 فبراير 2025"
    ),
    case("part-before-weekday", "انهار الرصيف القديم فجر الأحد.", "انهار الرصيف القديم فجر 2 مارس 2025"),
    case("since-weekday", "أغلق الطريق الجبلي منذ الاثنين.", "أغلق الطريق الجبلي منذ 3 مارس 2025"),
    case("yesterday", "أغلق المجلس البلدي الرصيف أمس.", "أغلق المجلس البلدي الرصيف يوم 4 مارس 2025"),
    case(
        "day-of-yesterday", "أغلق المجلس البلدي الرصيف يوم أمس.", "أغلق المجلس البلدي الرصيف يوم 4 مارس 2025"
    ),
    case(
        "yesterday-with-weekday",
        "أغلق المجلس البلدي الرصيف أمس الثلاثاء بعد عاصفة.",
        "أغلق المجلس البلدي الرصيف يوم 4 مارس 2025 بعد عاصفة",
    ),
    case(
        "evening-of-yesterday",
        "أغلق المجلس البلدي الرصيف مساء أمس.",
        "أغلق المجلس البلدي الرصيف مساء 4 مارس 2025",
    ),
    case("day-before-yesterday", "أغلق المجلس الرصيف أول أمس.", "أغلق المجلس الرصيف يوم 3 مارس 2025"),
    case("today", "أغلق المجلس البلدي الرصيف اليوم.", "أغلق المجلس البلدي الرصيف يوم 5 مارس 2025"),
    case(
        "today-with-weekday",
        "أغلق المجلس البلدي الرصيف اليوم الأربعاء.",
        "أغلق المجلس البلدي الرصيف يوم 5 مارس 2025",
    ),
    case(
        "morning-of-today",
        "أغلق المجلس البلدي الرصيف صباح اليوم.",
        "أغلق المجلس البلدي الرصيف صباح 5 مارس 2025",
    ),
    case("two-days-ago", "انفجر المرجل القديم قبل يومين.", "انفجر المرجل القديم يوم 3 مارس 2025"),
    case("since-two-days", "انقطع التيار عن الميناء منذ يومين.", "انقطع التيار عن الميناء منذ 3 مارس 2025"),
    case("three-days-ago", "انفجر المرجل القديم قبل ثلاثة أيام.", "انفجر المرجل القديم يوم 2 مارس 2025"),
    case("last-month", "سرح الحوض أربعين لحاما الشهر الماضي.", "سرح الحوض أربعين لحاما في فبراير 2025"),
    case(
        "during-last-month",
        "سرح الحوض أربعين لحاما خلال الشهر الماضي.",
        "سرح الحوض أربعين لحاما خلال فبراير 2025",
    ),
    case(
        "day-of-this-month", "انهار الرصيف في الثاني من الشهر الجاري.", "انهار الرصيف في الثاني من مارس 2025"
    ),
    case("last-year", "بنى الحوض اثنتي عشرة سفينة العام الماضي.", "بنى الحوض اثنتي عشرة سفينة في عام 2024"),
    case("since-last-year", "تضاعف سعر الخبز منذ العام الماضي.", "تضاعف سعر الخبز منذ عام 2024"),
    case("this-week", "ضبطت الشرطة تسعة قوارب هذا الأسبوع.", "ضبطت الشرطة تسعة قوارب في أسبوع 3 مارس 2025"),
    case(
        "last-week",
        "ضبطت الشرطة تسعة قوارب الأسبوع الماضي.",
        "ضبطت الشرطة تسعة قوارب في أسبوع 24 فبراير 2025",
    ),
    case(
        "date-in-indirect-speech",
        "وقالت الشرطة إن الشاحنة انقلبت يوم السبت.",
        "الشاحنة انقلبت يوم 1 مارس 2025",
    ),
    case("deaths-on-weekday", "أفادت الشرطة بمقتل تسعة صيادين الاثنين.", "مقتل تسعة صيادين يوم 3 مارس 2025"),
    case(
        "we-of-a-person",
        "وقال الصياد كريم داود: «نحن خسرنا تسعة قوارب».",
        "نحن [جانب كريم داود] خسرنا تسعة قوارب",
    ),
    case("i-of-a-person", "وقال الصياد كريم داود: «أنا خسرت تسعة قوارب».", "أنا [كريم داود] خسرت تسعة قوارب"),
    case(
        "description-of-a-body",
        "قالت وزارة الصيد إن الميناء مغلق. وقال القبطان عمر السادر إن الوزارة لم تحذر أحدا.",
        "وزارة الصيد لم تحذر أحدا",
    ),
    case(
        "the-city",
        "عزلت الثلوج مدينة برنهال. وقالت شرطة برنهال إن أحدا لم يغادر المدينة.",
        "أحدا لم يغادر مدينة برنهال",
    ),
    case(
        "in-the-city",
        "عزلت الثلوج مدينة برنهال. وقالت شرطة برنهال إن تسع حافلات علقت بالمدينة.",
        "تسع حافلات علقت بمدينة برنهال",
    ),
    case(
        "the-city-of-two-words",
        "عزلت الثلوج مدينة عين سبيلة. وقالت شرطة عين سبيلة إن المدينة خلت.",
        "مدينة عين سبيلة خلت",
    ),
]

ARABIC_TRAPS = [
    case("nothing-to-fill", "انهار الرصيف القديم في الميناء عام 2019."),
    case("written-out-behind-weekday", "انهار الرصيف القديم يوم الاثنين 3 مارس."),
    case("every", "أغلقت السوق كل اثنين طوال أعوام."),
    case("prayer", "أوقفت الشرطة رجلين بعد صلاة الجمعة."),
    case("night-of-weekday", "انهار الرصيف القديم ليلة الاثنين."),
    case("pair-of-days", "أغلقت الشرطة الرصيف يومي السبت والأحد."),
    case("coming-weekday", "سيغلق المجلس البلدي الرصيف يوم الاثنين."),
    case("begins", "تبدأ محاكمة تسعة مهربين يوم الاثنين."),
    case("the-first-day", "غرقت تسعة قوارب في اليوم الأول من العاصفة."),
    case("the-next-day", "غرقت تسعة قوارب في اليوم التالي للعاصفة."),
    case("two-days-before", "غرقت تسعة قوارب قبل يومين من العاصفة."),
    case("month-before", "سرح الحوض أربعين لحاما الشهر السابق."),
    case("quoted-date", "وقال الخباز كريم داود: «جاؤوا أمس بتسع شاحنات»."),
    case("said-on-another-day", "وقالت الشرطة الاثنين إن الشاحنة انقلبت أمس."),
    case("conflicting-day", "أغلق المجلس البلدي الرصيف أمس الجمعة بعد عاصفة."),
    case("two-ministries", "اجتمعت وزارة الصيد ووزارة التجارة. وقال القبطان عمر السادر إن الوزارة كذبت."),
    case("narrowed", "أغلقت وزارة الصيد الميناء. وقال القبطان عمر السادر إن الوزارة المحلية كذبت."),
    case("site-is-a-place", "نشر موقع عين البحر صورا. وقال القبطان عمر السادر إن الموقع غمرته المياه."),
    case("adjective-behind-city", "عثر على مدينة نوبية. وقالت البعثة إن المدينة محاطة بسور."),
    case("old-city", "عزلت الثلوج مدينة برنهال. وقالت شرطة برنهال إن المدينة القديمة خلت."),
    case("two-cities", "عزلت الثلوج مدينة الأثل ومدينة الرمان. وقالت الشرطة إن أحدا لم يغادر المدينة."),
    case("suffix", "وقال القبطان عمر السادر إن سفينته غرقت عام 2019."),
]


@pytest.mark.parametrize(("text", "wordings"), ENGLISH)
def test_english_words_that_need_the_article_are_filled_in(text: str, wordings: list[str]):
    assert proposed(text, "en") == wordings


@pytest.mark.parametrize(("text", "wordings"), ENGLISH_TRAPS)
def test_english_words_that_could_mean_something_else_stay(text: str, wordings: list[str]):
    assert proposed(text, "en") == wordings


@pytest.mark.parametrize(("text", "wordings"), ARABIC)
def test_arabic_words_that_need_the_article_are_filled_in(text: str, wordings: list[str]):
    assert proposed(text, "ar") == wordings


@pytest.mark.parametrize(("text", "wordings"), ARABIC_TRAPS)
def test_arabic_words_that_could_mean_something_else_stay(text: str, wordings: list[str]):
    assert proposed(text, "ar") == wordings


def test_without_a_day_of_publication_no_date_is_filled_in():
    assert proposed("The old pier collapsed on Monday.", "en", published_on=None) == []


def test_each_fill_says_which_words_it_replaces_and_why():
    text = "The old pier collapsed on Monday."
    document = Document(text=text, language="en", outlet="Echo", published_on=WEDNESDAY)

    (claim,) = analyse_article(document).claims

    assert claim.wording is not None
    (fill,) = claim.wording.fills
    assert fill.span.text(text) == "on Monday"
    assert fill.shown == "on 3 March 2025"
    assert fill.reason == "counted from the day of publication"
