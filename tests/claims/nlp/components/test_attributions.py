"""Contents are given to their sources, with the right bounds, in Arabic and English."""

import time

import pytest

from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.types import (
    AttributionForm,
    Document,
    Modality,
    QuoteKind,
    Region,
    RegionKind,
    Span,
    joined_text,
)


def read(text, language, regions=()):
    document = Document(text=text, language=language, regions=regions)
    for component in (SentenceSplitter(), QuoteFinder(), AttributionReader()):
        document = component(document)
    return document.read_by_rules


def told(text, language):
    return [(joined_text(a.content, text), joined_text(a.source, text)) for a in read(text, language)]


ENGLISH = [
    pytest.param(
        "The coast guard said on Monday that the ferry had sunk.",
        [("the ferry had sunk", "The coast guard")],
        id="that-clause-behind-a-day",
    ),
    pytest.param(
        "The ferry had sunk, coast guard chief Lena Borg told reporters in Valletta.",
        [("The ferry had sunk", "coast guard chief Lena Borg")],
        id="trailing",
    ),
    pytest.param(
        "“We waited,” said Omar Saleh, who lives by the pier. “Nobody came.”",
        [("We waited … Nobody came", "Omar Saleh")],
        id="split-quotation",
    ),
    pytest.param(
        "The toll, she warned, could rise further.",
        [("The toll … could rise further", "she")],
        id="inserted-cue",
    ),
    pytest.param(
        "Its director, Rana Haddad, denied that a valve had failed.",
        [("a valve had failed", "Its director, Rana Haddad")],
        id="apposition-before-the-verb",
    ),
    pytest.param(
        "The union accused the port of hiding the report.",
        [("the port of hiding the report", "The union")],
        id="accusation",
    ),
    pytest.param(
        "The bridge was closed, according to the ministry.",
        [("The bridge was closed", "the ministry")],
        id="according-to-behind",
    ),
    pytest.param(
        "According to a report seen by the Post, the pier was built in 1962.",
        [("the pier was built in 1962", "a report seen")],
        id="according-to-before",
    ),
    pytest.param(
        "The engineer said that the beams had rusted and that inspectors knew it.",
        [("the beams had rusted", "the engineer".capitalize()), ("inspectors knew it", "The engineer")],
        id="two-that-clauses-are-two-claims",
    ),
    pytest.param(
        "She urged residents to stay indoors and said the army would not withdraw.",
        [("residents to stay indoors", "She"), ("the army would not withdraw", "She")],
        id="coordinated-verbs-share-the-source",
    ),
    pytest.param(
        "The pier was closed, Dr. Lena Borg said.",
        [("The pier was closed", "Dr. Lena Borg")],
        id="title-with-a-point",
    ),
    pytest.param("The office of the spokesman was not damaged.", [], id="no-cue"),
    pytest.param("He was told to leave and the report was lost.", [], id="passive-and-noun-are-no-cues"),
]

ARABIC = [
    pytest.param(
        "وقال الوزير سامي النجار إن الجسر أغلق.",
        [("الجسر أغلق", "الوزير سامي النجار")],
        id="verb-first",
    ),
    pytest.param(
        "ونفت وزارة الصحة وجود نقص في الأدوية، مؤكدة أن المخزون كاف.",
        [("وجود نقص في الأدوية", "وزارة الصحة"), ("المخزون كاف", "وزارة الصحة")],
        id="nominal-and-participle-share-the-source",
    ),
    pytest.param("وأضاف أن الطريق مفتوح.", [("الطريق مفتوح", "")], id="dropped-subject"),
    pytest.param(
        "«لن نرحل»، تقول رئيسة الجمعية.", [("لن نرحل", "رئيسة الجمعية")], id="quotation-before-the-verb"
    ),
    pytest.param(
        "وتعهد المحافظ بفتح تحقيق عاجل.", [("فتح تحقيق عاجل", "المحافظ")], id="clitic-stays-outside"
    ),
    pytest.param(
        "أغلق الميناء صباحا، بحسب مصدر ملاحي.", [("أغلق الميناء صباحا", "مصدر ملاحي")], id="according-to"
    ),
    pytest.param(
        "ونقلت وكالة النور عن مصدر أمني قوله إن شخصين أوقفا.",
        [("شخصين أوقفا", "وكالة النور"), ("شخصين أوقفا", "مصدر أمني")],
        id="relay-and-origin",
    ),
    pytest.param(
        "وقالت الشرطة إنها أوقفت رجلين، وإن المحامي طلب الإفراج عنهما.",
        [("أوقفت رجلين", "الشرطة"), ("المحامي طلب الإفراج عنهما", "الشرطة")],
        id="second-opener-is-a-second-claim",
    ),
    pytest.param("يذكر أن الجسر بني قبل عشرين عاما.", [], id="narration-opening"),
    pytest.param("وتجدر الإشارة إلى أن الميناء مغلق.", [], id="narration-opening-with-preposition"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_contents_and_sources(text, expected):
    assert told(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), ARABIC)
def test_arabic_contents_and_sources(text, expected):
    assert told(text, "ar") == expected


MODALITIES = [
    pytest.param("en", "The mayor said the school will reopen.", Modality.PREDICTED, id="future"),
    pytest.param("en", "The mayor called for a new vote.", Modality.DEMANDED, id="demand"),
    pytest.param("en", "The mayor claimed that the vote was stolen.", Modality.ALLEGED, id="claim"),
    pytest.param("en", "The mayor denied the charge.", Modality.DENIED, id="denial"),
    pytest.param("ar", "وقالت الهيئة إن المدارس ستفتح الأحد.", Modality.PREDICTED, id="arabic-future"),
    pytest.param("ar", "وقالت الهيئة إن سيارة احترقت.", Modality.ASSERTED, id="arabic-word-like-a-future"),
    pytest.param("ar", "وزعم شهود أن السفينة غرقت.", Modality.ALLEGED, id="arabic-claim"),
]


@pytest.mark.parametrize(("language", "text", "modality"), MODALITIES)
def test_modality_follows_the_cue_and_the_main_verb(language, text, modality):
    [attribution] = read(text, language)

    assert attribution.modality is modality


def test_a_relay_is_the_parent_of_its_origin():
    relay, origin = read("State radio, citing the navy, reported that two boats had sunk.", "en")[::-1]

    assert relay.parent is None
    assert origin.parent == 1
    assert origin.content == relay.content


def test_a_cue_inside_a_content_is_nested():
    text = "وقال الموقع إن القائد أبلغ الضباط بأن الهجوم فشل."
    outer, inner = read(text, "ar")

    assert inner.parent == 0
    assert joined_text(inner.content, text) == "الهجوم فشل"
    assert outer.content[0].contains(inner.cue[0])


def test_quote_kinds_are_told_apart():
    text = "“We left,” he said. The union said it was “ready to talk at once”. The mayor said it rained."

    assert [a.quote for a in read(text, "en")] == [QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT]


def test_a_quotation_without_cue_belongs_to_the_speaker_before():
    text = "The pier was never safe, engineer Ali Nasser said in court. "
    text += "“Every inspector knew about the rust there.”"
    attribution = read(text, "en")[-1]

    assert attribution.form is AttributionForm.FLOATING_QUOTE
    assert joined_text(attribution.source, text) == "engineer Ali Nasser"


def test_an_account_line_names_who_posted_the_quotation():
    text = "Lina Aoun (@lina), 3 May 2025\n“They closed the gate before we reached the yard.”"
    [attribution] = read(text, "en")

    assert joined_text(attribution.source, text) == "Lina Aoun"


def test_an_impersonal_cue_has_no_source():
    [attribution] = read("It was reported that the tunnel had flooded.", "en")

    assert attribution.source == ()
    assert attribution.form is AttributionForm.IMPERSONAL


def test_a_source_behind_an_impersonal_cue_is_its_source():
    text = "ومن المتوقع أن ترتفع الحصيلة، وفق مصدر طبي."
    [attribution] = read(text, "ar")

    assert joined_text(attribution.source, text) == "مصدر طبي"
    assert attribution.modality is Modality.PREDICTED


HEADLINES = [
    pytest.param("Transport minister: ports reopen on Sunday", 1, id="an-office"),
    pytest.param("Tear gas and ballots: a town wakes up", 0, id="a-topic"),
]


@pytest.mark.parametrize(("title", "count"), HEADLINES)
def test_only_a_headline_that_names_somebody_attributes(title, count):
    text = f"{title}\n\nThe ferries stayed in port."
    regions = (
        Region(Span(0, len(title)), RegionKind.TITLE),
        Region(Span(len(title) + 2, len(text)), RegionKind.BODY),
    )

    assert len(read(text, "en", regions)) == count


def test_every_span_lies_in_the_text():
    text = "“Go,” he said, \"now. وقال إن ' كذا»: \n\n، بحسب ( x"

    for language in ("en", "ar"):
        for attribution in read(text, language):
            for span in (*attribution.content, *attribution.cue, *attribution.source):
                assert 0 <= span.start < span.end <= len(text)


HOSTILE = ["word, said, ", 'a "b said ', "( said ", "وقال نقلا عن "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_cost_grows_with_the_length_and_no_faster(piece):
    def seconds(size):
        start = time.process_time()
        read(piece * (size // len(piece)), "ar" if piece[0] == "و" else "en")
        return time.process_time() - start

    seconds(2_000)
    small, large = seconds(6_000), seconds(24_000)

    # Four times the text; twice that again is left to a busy machine.
    assert large < 8 * small + 0.5
