"""Reading the particulars of a claim's words where they stand in its article, and keeping them."""

from collections.abc import Iterable, Sequence

from claims import engine
from claims.linking.known import KnownNames
from claims.linking.types import Slot as FoundSlot
from claims.models import Article, Claim, Slot
from claims.nlp.types import Span


def particulars_of(article: Article, content: Iterable[Span], names: KnownNames) -> tuple[FoundSlot, ...]:
    """Return the particulars of each piece of a claim's content, at their place in the article."""
    found = (
        engine.slots_of(
            span.text(article.text),
            article.language,
            published_on=article.published_on,
            offset=span.start,
            names=names,
        )
        for span in content
    )
    return tuple(slot for slots in found for slot in slots)


def slot_rows(claim: Claim, found: Sequence[FoundSlot]) -> list[Slot]:
    """Return the rows that keep the particulars of a claim."""
    return [
        Slot(
            claim=claim,
            kind=slot.kind.value,
            start=slot.span.start,
            end=slot.span.end,
            text=slot.text[:500],
            value=slot.value[:500],
        )
        for slot in found
        if slot.span.end > slot.span.start
    ]
