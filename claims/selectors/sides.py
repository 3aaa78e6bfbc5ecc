"""The two claims of a link side by side: which words differ, and how strongly each is marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from claims.models import Claim, ClaimSpan, Link, Slot
from claims.selectors.reasons import SLOTS, side_words
from claims.selectors.wording import marked_apart
from workbench.core.text import fold_text

JOIN = " … "
"""Stands between the pieces of a split content in the claim's text."""
MOSTLY_ALIKE = 0.6
"""Share of a wording's letters that may differ before marking word by word says nothing any more."""

SLOT, DIFFERS = "slot", "differs"
"""The two marks: words of the link's own particular, and other words that differ."""


class MarkedPiece(NamedTuple):
    """A run of a claim's words with the mark that it bears, empty for none."""

    text: str
    mark: str


class SharedParticular(NamedTuple):
    """A particular that both claims name: `other` is empty where both word it alike."""

    slot_word: str
    text: str
    other: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a pair as it is compared."""

    claim: Claim
    pieces: tuple[MarkedPiece, ...]
    slot_text: str

    @property
    def says_apart(self) -> str:
        """Return how this side words the particular where its own words do not show it."""
        return "" if any(piece.mark == SLOT for piece in self.pieces) else self.slot_text


def sides_of(link: Link) -> tuple[Side, Side]:
    """Return both claims of a link, the one published first in front. No query where spans are at hand."""
    a = _side(link, link.a, link.b, ("a", "b"))
    b = _side(link, link.b, link.a, ("b", "a"))
    first, second = link.a.article.published_on, link.b.article.published_on
    return (b, a) if first and second and second < first else (a, b)


def shared_particulars(link: Link) -> list[SharedParticular]:
    """Return what both claims name alike or compatibly, each particular once."""
    agreeing = [row for row in link.aligned if row["agreement"] in {"same", "compatible"}]
    found = [
        _shared(row["kind"], row["a"]["text"], row["b"]["text"], row["agreement"] == "same")
        for row in agreeing
    ]
    return list(dict.fromkeys(found if link.aligned else _same_values(link)))


def _same_values(link: Link) -> Iterable[SharedParticular]:
    """Yield slots of equal value, for links stored without aligned particulars."""
    theirs = {(slot.kind, slot.value): slot.text for slot in link.b.slots.all()}
    for slot in link.a.slots.all():
        if slot.kind != link.slot and (other := theirs.get((slot.kind, slot.value))) is not None:
            yield _shared(slot.kind, slot.text, other, True)


def _shared(kind: str, text: str, other: str, is_same: bool) -> SharedParticular:
    alike = fold_text(text) == fold_text(other)
    return SharedParticular(str(SLOTS[kind]), text, "" if alike else other, is_same)


def _side(link: Link, own: Claim, other: Claim, ends: tuple[str, str]) -> Side:
    words = link.a_text if ends[0] == "a" else link.b_text
    marks = [""] * len(own.text)
    for start, end in _differing_words(own, other):
        marks[start:end] = [DIFFERS] * (end - start)
    for row in link.aligned:
        if row["agreement"] == "different" and row["kind"] != link.slot:
            _mark(marks, _place(own, row[ends[0]]), DIFFERS)
    for place in _slot_places(link, own, words, ends[0]):
        _mark(marks, place, SLOT)
    runs = groupby(zip(own.text, marks, strict=True), key=lambda pair: pair[1])
    pieces = tuple(MarkedPiece("".join(letter for letter, _ in run), mark) for mark, run in runs)
    return Side(own, pieces, side_words(link.slot, words) if link.slot == Slot.Kind.POLARITY else words)


def _mark(marks: list[str], place: tuple[int, int] | None, mark: str) -> None:
    if place is not None:
        start, end = place
        marks[start:end] = [mark] * (end - start)


def _slot_places(link: Link, own: Claim, words: str, end: str) -> list[tuple[int, int] | None]:
    """Return where the claim words the link's particular."""
    if not link.slot:
        return []
    places = [
        _place(own, row[end])
        for row in link.aligned
        if row["kind"] == link.slot and row["agreement"] != "same"
    ]
    if any(places):
        return places
    at = own.text.find(words) if words else -1
    return [(at, at + len(words))] if at >= 0 else []


def _place(claim: Claim, particular: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return where a particular stands in the claim's text, given its place in the article's."""
    start, end, text = particular["start"], particular["end"], particular["text"]
    before = 0
    for span in claim.spans.all():
        if span.part != ClaimSpan.Part.CONTENT:
            continue
        if span.start <= start and end <= span.end:
            place = before + start - span.start, before + end - span.start
            return place if claim.text[place[0] : place[1]] == text else None
        before += span.end - span.start + len(JOIN)
    return None


def _differing_words(own: Claim, other: Claim) -> list[tuple[int, int]]:
    """Return the words that the other lacks, where the two are of one language and mostly alike."""
    if own.language != other.language:
        return []
    places, at = [], 0
    for piece in marked_apart(own.text, other.text):
        if piece.differs:
            blank = len(piece.text) - len(piece.text.lstrip())
            places.append((at + blank, at + len(piece.text.rstrip())))
        at += len(piece.text)
    differing = sum(end - start for start, end in places)
    return places if differing <= MOSTLY_ALIKE * len(own.text) else []
