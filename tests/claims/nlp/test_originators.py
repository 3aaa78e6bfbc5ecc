"""Originators under clean names, and who only passes their words on, from text to chain."""

import time

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document, SourceKind

Link = tuple[str, SourceKind]
PERSON, BODY, NOBODY = SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.ANONYMOUS
OUTLET = SourceKind.OUTLET


def links(text: str) -> list[list[Link]]:
    language = "ar" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en"
    document = analyse_article(Document(text=text, language=language, outlet="Lakeside Echo"))
    return [[(h.name, h.kind) for h in c.chain[1:]] for c in document.claims if not c.narrated]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We waited,” recalled a baker in Tarfa reached by telephone.",
            [[("a baker in Tarfa", NOBODY)]],
            id="participle-behind-the-name",
        ),
        pytest.param(
            "A foreign grain trader in Tarfa put the losses at forty tonnes.",
            [[("A foreign grain trader in Tarfa", NOBODY)]],
            id="indefinite-role",
        ),
        pytest.param(
            "Six Lakeside rowers said nobody had paid them.",
            [[("Six Lakeside rowers", NOBODY)]],
            id="numeral-and-plural",
        ),
        pytest.param("Orsan Power said the contract stood.", [[("Orsan Power", BODY)]], id="company-word"),
        pytest.param(
            "A report by the provincial lake department obtained by Valley Radio says the pumps ran dry.",
            [[("provincial lake department", BODY)]],
            id="obtained-by-is-no-source",
        ),
        pytest.param(
            "Omar Saleh resigned in a letter on Monday. “The keys are on my desk,” the letter read.",
            [[("Omar Saleh", PERSON)]],
            id="letter-of-the-person-before",
        ),
        pytest.param(
            "Omar Saleh, writing in the daily Al-Fajr, argues that a weak coin helps nobody.",
            [[("Al-Fajr", OUTLET), ("Omar Saleh", PERSON)]],
            id="writing-in-an-outlet",
        ),
        pytest.param(
            "Lena Borg has called the plan “a gift to the idle”, the Harbour Post reports.",
            [[("Harbour Post", OUTLET), ("Lena Borg", PERSON)]],
            id="outlet-reports-what-another-called-it",
        ),
        pytest.param(
            "Ferries will stop at noon, if their union is to be believed.",
            [[("their union", BODY)]],
            id="if-they-are-to-be-believed",
        ),
        pytest.param(
            "وقال النائب عن ضفة البحيرة رعد الجابري إن الأرقام مزورة.",
            [[("رعد الجابري", PERSON)]],
            id="arabic-title-with-a-phrase",
        ),
        pytest.param(
            "ورأى اختصاصي المياه الدكتور سنان فارس أن البئر ملوثة.",
            [[("سنان فارس", PERSON)]],
            id="arabic-two-titles",
        ),
        pytest.param(
            "انتهى الاجتماع من دون اتفاق، بحسب ما كشفه مصدر مطلع حضر جانباً منه وتحدث إلى «الضفة».",
            [[("مصدر مطلع", NOBODY)]],
            id="arabic-relative-clause-without-its-word",
        ),
        pytest.param(
            "وذكر تقرير صادر عن وزارة النقل أن الجسر آمن.",
            [[("وزارة النقل", BODY)]],
            id="arabic-issuer-before-the-content",
        ),
        pytest.param(
            "واتهمت لجان الأحياء في البلدة قيادة المنطقة بترك الحاجز.",
            [[("لجان الأحياء في البلدة", BODY)]],
            id="arabic-plural-of-a-body",
        ),
        pytest.param(
            "قال علي منصور على هامش المؤتمر إن الطريق مفتوح.",
            [[("علي منصور", PERSON)]],
            id="arabic-name-that-folds-to-a-preposition",
        ),
        pytest.param(
            "قالت صحيفة «اليوم الأخير» إن الطريق مفتوح.",
            [[("اليوم الأخير", OUTLET)]],
            id="arabic-time-word-in-a-quoted-name",
        ),
        pytest.param(
            "وأكد مصدر أمني لـ«الضفة» أن الحارس نام.",
            [[("الضفة", OUTLET), ("مصدر أمني", NOBODY)]],
            id="arabic-recipient-in-quotation-marks",
        ),
        pytest.param(
            "«البحر أخذ القارب وترك الدين»، هكذا لخص البحار سامي فارس حاله.",
            [[("سامي فارس", PERSON)]],
            id="arabic-object-behind-the-name",
        ),
    ],
)
def test_a_claim_ends_at_its_originator(text: str, expected: list[list[Link]]):
    assert links(text) == expected


def test_the_writer_of_a_document_is_remembered():
    text = (
        "An audit by Reed Partners found that the safe was empty. "
        "A clerk said he had lost the key. The audit said receipts were missing."
    )

    assert links(text)[-1] == [("Reed Partners", BODY)]


def fastest_seconds(text: str) -> float:
    """Return the processor time of the faster of two readings, which noise can only lengthen."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        analyse_article(Document(text=text, language="en"))
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize(
    "mark", ['"a ', '" ', "' ", "« ", '"'], ids=["words", "double", "single", "guillemets", "run"]
)
def test_a_text_of_stray_marks_takes_time_linear_in_its_length(mark: str):
    short, long = (fastest_seconds(mark * count) for count in (8_000, 64_000))

    # Eight times the text; a quadratic reading takes sixty-four times as long.
    assert long < 24 * max(short, 0.05)
