"""Reading one text in one language, for the tables of the languages' tests."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document, Modality, joined_text


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as the tables word it: its words, whom the chain ends at, what is done with the content."""

    content: str
    source: str
    originator: str
    modality: Modality = Modality.ASSERTED
    anonymous: bool = False


def tell(text: str, language: str, title: str = "") -> list[Told]:
    """Return the attributed claims of an invented article, its headline before its text."""
    full = f"{title}\n\n{text}" if title else text
    document = analyse_article(Document(text=full, language=language, title=title, outlet="Lakeside Echo"))
    return [
        Told(
            joined_text(claim.content, full),
            joined_text(claim.source, full),
            claim.chain[-1].name if len(claim.chain) > 1 else "",
            claim.modality,
            claim.anonymous,
        )
        for claim in document.claims
        if not claim.narrated
    ]


@pytest.fixture(name="told")
def told_fixture() -> Callable[..., list[Told]]:
    return tell
