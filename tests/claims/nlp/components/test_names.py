"""Reading who a source is from the words that name it."""

import pytest

from claims.nlp.components.names import is_plausible, name_source
from claims.nlp.components.naming import Naming
from claims.nlp.languages.sources import source_words
from claims.nlp.types import SourceKind, Span


def named(words: str, language: str = "en") -> Naming:
    naming = name_source(words, Span(0, len(words)), source_words(language))
    assert naming is not None
    return naming


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("Colonel Samir Haddad", "Samir Haddad", id="rank"),
        pytest.param("Lakeside governor Samir Haddad", "Samir Haddad", id="office"),
        pytest.param("Nora Field, head of the harbour union", "Nora Field", id="apposition-after"),
        pytest.param("the head of the harbour union, Nora Field", "Nora Field", id="apposition-before"),
        pytest.param("Its spokeswoman, Nora Field", "Nora Field", id="possessive-title"),
        pytest.param("Nora Field, who runs the ferry", "Nora Field", id="relative-clause"),
        pytest.param("a captain named Nora Field", "Nora Field", id="named"),
        pytest.param("the insurer Norvik Re", "Norvik Re", id="company-after-head"),
        pytest.param("Lakewire news agency", "Lakewire", id="agency-after-name"),
        pytest.param("the Ministry of Inland Waters", "Ministry of Inland Waters", id="ministry"),
        pytest.param("a neighbour who runs the bakery", "a neighbour", id="anonymous-without-clause"),
        pytest.param("Adam Field head of the harbour union", "Adam Field", id="title-without-comma"),
        pytest.param("Adam Field of the Harbour Trust", "Adam Field", id="person-of-a-body"),
        pytest.param("Head of communications Adam Field", "Adam Field", id="office-of-several-words"),
        pytest.param("prosecutor Adam Field KC", "Adam Field", id="letters-behind-a-name"),
        pytest.param("a captain known only as Abu Rami", "Abu Rami", id="known-as"),
        pytest.param("A group calling itself the Sons of the Lake", "Sons of the Lake", id="calling-itself"),
        pytest.param("Their trade body, Water Together", "Water Together", id="body-named-after-comma"),
        pytest.param("the Ruritanian Lakewire news agency", "Lakewire", id="agency-after-its-country"),
        pytest.param("Lord Field", "Lord Field", id="title-kept-with-one-word"),
        pytest.param("Tarek Mosli the Mayor of Lakeside", "Tarek Mosli", id="apposition-without-comma"),
        pytest.param(
            "Orhan Dalcan the head of the harbour union", "Orhan Dalcan", id="name-like-an-adjective"
        ),
        pytest.param(
            "Wajd Mosli head of the press office", "Wajd Mosli", id="unknown-name-before-its-office"
        ),
        pytest.param("Adam Field Regional Harbour Coordinator", "Adam Field", id="title-in-capitals-behind"),
        pytest.param(
            "Port Reed's harbour master, Captain Adam Field", "Adam Field", id="place-that-only-owns"
        ),
        pytest.param(
            "a resident of the village of Umm Reed", "a resident of the village of Umm Reed", id="place"
        ),
        pytest.param("a leaked plan", "a leaked plan", id="participle-behind-an-article"),
        pytest.param("One clerk, who gave only his first name, Gaber", "Gaber", id="first-name-only"),
    ],
)
def test_an_english_name_is_clean(words: str, name: str):
    assert named(words).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("العقيد سمير الحداد", "سمير الحداد", id="rank"),
        pytest.param("وزيرة المياه اللبنانية سلمى الخوري", "سلمى الخوري", id="office"),
        pytest.param("رئيس بعثة المراقبين يورغن هالستروم", "يورغن هالستروم", id="unknown-given-name"),
        pytest.param("مدير حملة بنت عبدون أحمد ولد سيدي", "أحمد ولد سيدي", id="name-inside-title"),
        pytest.param("المتحدث باسم الميناء، سمير الحداد", "سمير الحداد", id="apposition"),
        pytest.param("سمير الحداد مدير الميناء", "سمير الحداد", id="title-after"),
        pytest.param('موقع "ضفة البحيرة" المحلي', "ضفة البحيرة", id="quoted-outlet"),
        pytest.param("صحيفة ضفة البحيرة اللبنانية", "ضفة البحيرة", id="outlet-with-country"),
        pytest.param("لذات الموقع", "ذات الموقع", id="proclitic"),
        pytest.param("مصدر أمني رفض الكشف عن اسمه", "مصدر أمني", id="relative-clause"),
        pytest.param("والد الطفل سامر", "والد الطفل سامر", id="relation-is-no-title"),
        pytest.param("محامي الجبهة سامر الحلو", "سامر الحلو", id="lawyer-of-a-body"),
        pytest.param("جارتها خديجة", "خديجة", id="relation-with-a-suffix"),
        pytest.param("القيادي في الفصيل أبو سامر الحلو", "أبو سامر الحلو", id="name-after-a-particle"),
        pytest.param("الأمين العام لحزب الله حسن نصر الله", "حسن نصر الله", id="party-inside-title"),
        pytest.param("قيادي معروف بلقب «أبو البحر»", "أبو البحر", id="known-as"),
        pytest.param("سامر الحلو أحد سكان الحي", "سامر الحلو", id="one-of-after-a-name"),
        pytest.param("الدكتور سامر حاج القاضي", "سامر حاج القاضي", id="family-called-by-a-title"),
        pytest.param("الدكتور كرنيل الشامي", "كرنيل الشامي", id="honorific-before-an-unknown-name"),
        pytest.param("مدير الميناء القديم مرهف كمال", "مرهف كمال", id="unknown-before-a-known-name"),
        pytest.param("رئيس الجمعية القديمة ألفونت الحداد", "ألفونت الحداد", id="hamza-is-no-article"),
        pytest.param("شيخ عشيرة نعمان، مطشر كاظم الحلو", "مطشر كاظم الحلو", id="name-behind-a-named-title"),
        pytest.param("وزيرة المياه، سلمى شيخ قرحه", "سلمى شيخ قرحه", id="title-inside-a-name"),
        pytest.param("سامر حاج القاضي", "سامر حاج القاضي", id="title-at-the-end-of-a-name"),
        pytest.param(
            "مدير الميناء سامر كريم الأمين", "سامر كريم الأمين", id="family-that-ends-like-an-object"
        ),
        pytest.param("هاجر زوجة سامر الحلو", "هاجر", id="relation-behind-a-name"),
        pytest.param(
            "والدة زوجة سامر الحلو", "والدة زوجة سامر الحلو", id="relation-that-begins-like-an-article"
        ),
        pytest.param("وكالة ضفاف المحلية للأنباء", "وكالة ضفاف المحلية للأنباء", id="what-the-agency-is-for"),
        pytest.param("صحيفة الضفاف التونسية", "صحيفة الضفاف", id="head-of-a-definite-name"),
        pytest.param("الحكومة ببيان", "الحكومة", id="statement-on-its-preposition"),
        pytest.param("لجنة الحي في تعميم صحفي", "لجنة الحي", id="statement-is-no-part-of-a-name"),
        pytest.param("معتصمو «الرصيف»", "معتصمو الرصيف", id="quoted-place-of-a-group"),
        pytest.param("المتحدث باسمه سامر الحلو", "سامر الحلو", id="preposition-before-a-name"),
        pytest.param("أحد هذه المصادر", "أحد هذه المصادر", id="one-of-these"),
    ],
)
def test_an_arabic_name_is_clean(words: str, name: str):
    assert named(words, "ar").name == name


@pytest.mark.parametrize(
    ("words", "language", "anonymous"),
    [
        pytest.param("a senior official", "en", True, id="official"),
        pytest.param("two lawmakers", "en", True, id="counted-group"),
        pytest.param("rights groups", "en", True, id="groups"),
        pytest.param("Activists in Lake Town", "en", True, id="group-at-a-place"),
        pytest.param("a rights group", "en", True, id="some-body"),
        pytest.param("3 مصادر مطلعة", "ar", True, id="digits"),
        pytest.param("المتضررون المحليون", "ar", True, id="unknown-plural"),
        pytest.param("local media", "en", True, id="media"),
        pytest.param("Ruritanian-backed media", "en", False, id="media-of-a-side"),
        pytest.param("the harbour ministry", "en", False, id="institution"),
        pytest.param("Nora Field", "en", False, id="person"),
        pytest.param("مصدر مطلع", "ar", True, id="arabic-source"),
        pytest.param("أحد الركاب", "ar", True, id="one-of"),
        pytest.param("شهود عيان", "ar", True, id="witnesses"),
        pytest.param("رئيس البلدية", "ar", False, id="office"),
        pytest.param("وزارة النقل", "ar", False, id="arabic-institution"),
    ],
)
def test_who_is_not_identified_is_anonymous(words: str, language: str, anonymous: bool):
    assert named(words, language).anonymous is anonymous


@pytest.mark.parametrize(
    ("words", "language", "issuer"),
    [
        pytest.param("a statement from the harbour ministry", "en", "the harbour ministry", id="from"),
        pytest.param(
            "a preliminary report by Ruritania's inspectorate", "en", "Ruritania's inspectorate", id="by"
        ),
        pytest.param("بيان للشرطة", "ar", "للشرطة", id="attached"),
        pytest.param("بيان صادر عن وزارة النقل", "ar", "وزارة النقل", id="issued-by"),
        pytest.param("تقرير الوكالة", "ar", "الوكالة", id="construct"),
        pytest.param("دراسة أعدها مركز البحيرة للعلوم", "ar", "مركز البحيرة للعلوم", id="made-by"),
    ],
)
def test_a_document_names_its_issuer(words: str, language: str, issuer: str):
    naming = named(words, language)

    assert naming.kind is SourceKind.DOCUMENT
    assert naming.issuer is not None
    assert naming.issuer.text(words).removeprefix("the ") == issuer.removeprefix("the ")


@pytest.mark.parametrize("words", ["تقرير صحفي", "مشروع قرار", "إحصائيات أخرى"])
def test_what_kind_of_document_it_is_names_no_issuer(words: str):
    assert named(words, "ar").issuer is None


def test_a_pronoun_points_back():
    naming = named("she")

    assert naming.points_back
    assert naming.gender == "f"


def test_words_that_name_nobody_are_not_plausible():
    words = source_words("ar")

    assert name_source("تحت ضغط الشارع", Span(0, 14), words) is None
    assert not is_plausible(named("تجاوزوا الحدود المسموح بها كلها", "ar"), words)
    assert is_plausible(named("سمير الحداد", "ar"), words)


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        pytest.param("police figures", "police", id="body-before-its-document"),
        pytest.param("the Ruritanian army statement", "Ruritanian army", id="body-with-its-country"),
        pytest.param("an LGC assessment", "LGC", id="acronym"),
        pytest.param("an inspection report from 1990", None, id="a-year-issues-nothing"),
    ],
)
def test_the_words_before_an_english_document_can_issue_it(words: str, issuer: str | None):
    naming = named(words)

    assert (naming.issuer.text(words) if naming.issuer else None) == issuer


@pytest.mark.parametrize(
    ("words", "anonymous"),
    [
        ("A spokeswoman for Brightwater", False),
        ("A Harbour Trust spokesman", False),
        ("a spokesman for the ministry", False),
        ("a Lakewire correspondent", False),
        ("a spokesman", True),
        ("a hospital spokesperson", True),
        ("an official of the Harbour Trust", True),
    ],
)
def test_whoever_speaks_for_a_named_body_is_not_anonymous(words: str, anonymous: bool):
    assert named(words).anonymous is anonymous
