"""Building the chain from the publishing outlet to the originator."""

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document, joined_text


def chain(text: str, content: str, *, language: str = "en", outlet: str = "Lakeside Echo") -> list[str]:
    document = analyse_article(Document(text=text, language=language, outlet=outlet))
    found = [c for c in document.claims if content in joined_text(c.content, text)]
    assert found, [joined_text(c.content, text) for c in document.claims]
    return [hop.name for hop in found[0].chain]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param(
            "The pier is safe, Nora Field told the Lakewire news agency.",
            "The pier is safe",
            ["Lakeside Echo", "Lakewire", "Nora Field"],
            id="told-an-agency",
        ),
        pytest.param(
            "The pier is safe, Nora Field told the Echo.",
            "The pier is safe",
            ["Lakeside Echo", "Nora Field"],
            id="told-this-outlet",
        ),
        pytest.param(
            "The pier is safe, Nora Field told reporters.",
            "The pier is safe",
            ["Lakeside Echo", "Nora Field"],
            id="told-reporters",
        ),
        pytest.param(
            "State radio, quoting the transport ministry, reported that the pier had been closed on Monday.",
            "the pier had been closed",
            ["Lakeside Echo", "State radio", "the transport ministry"],
            id="quoting",
        ),
        pytest.param(
            "LAKESIDE (Lakewire) - The pier is safe, the harbour union said on Monday.",
            "The pier is safe",
            ["Lakeside Echo", "Lakewire", "the harbour union"],
            id="agency-copy",
        ),
        pytest.param(
            "It was reported that the pier had been closed.",
            "the pier had been closed",
            ["Lakeside Echo"],
            id="impersonal",
        ),
    ],
)
def test_an_english_chain_names_everybody_in_between(text: str, content: str, expected: list[str]):
    assert chain(text, content) == expected


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param(
            "نقلت صحيفة «ضفة البحيرة» عن مصدر ملاحي أن الرصيف مغلق منذ الاثنين.",
            "الرصيف مغلق",
            ["Lakeside Echo", "ضفة البحيرة", "مصدر ملاحي"],
            id="quoting",
        ),
        pytest.param(
            "البحيرة (أنباء الوادي)\n\nأعلنت وزارة النقل، في بيان، إغلاق الرصيف القديم من يوم الاثنين.",
            "إغلاق الرصيف",
            ["Lakeside Echo", "أنباء الوادي", "وزارة النقل"],
            id="agency-copy",
        ),
    ],
)
def test_an_arabic_chain_names_everybody_in_between(text: str, content: str, expected: list[str]):
    assert chain(text, content, language="ar") == expected


def test_a_speaker_not_named_again_still_speaks_to_the_same_outlet():
    text = "Nora Field told Valley Radio that the pier was safe. She added that the ferry was old."

    assert chain(text, "the ferry was old") == ["Lakeside Echo", "Valley Radio", "Nora Field"]


def test_a_source_that_an_outlet_quotes_goes_on_speaking_through_it():
    text = (
        "Valley Radio, quoting a port source, reported that the pier was closed. "
        "The source added that the ferry was old."
    )

    assert chain(text, "the ferry was old") == ["Lakeside Echo", "Valley Radio", "a port source"]


def test_a_new_paragraph_ends_what_an_outlet_was_told():
    text = "Nora Field told Valley Radio that the pier was safe.\n\nShe added that the ferry was old."

    assert chain(text, "the ferry was old") == ["Lakeside Echo", "Nora Field"]


def test_an_organ_is_not_told_by_itself():
    text = "نفى المكتب الإعلامي لـ«درع البحيرة» وجود أي تسرب في الرصيف."

    assert chain(text, "وجود أي تسرب", language="ar")[:1] == ["Lakeside Echo"]
    assert len(chain(text, "وجود أي تسرب", language="ar")) == 2


def test_the_chain_of_a_republished_section_names_its_outlet():
    text = (
        "The harbour union said that the pier was safe on Monday, as it has been for years.\n\n"
        "Nora Field said that the ferry was old and had to be looked at. (Valley News)\n\n"
        "The harbour union said that the crane was new and that it had been paid for."
    )

    assert chain(text, "the ferry was old")[:2] == ["Lakeside Echo", "Valley News"]
    assert "Valley News" not in chain(text, "the pier was safe")
    assert "Valley News" not in chain(text, "the crane was new")


def test_an_unknown_outlet_still_opens_the_chain():
    assert chain("The pier is safe, Nora Field said.", "The pier is safe", outlet="") == ["?", "Nora Field"]
