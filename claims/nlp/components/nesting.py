"""Reading contents once more: what a speaker says that somebody else said (nested attribution)."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.components.tagging import Tagging
from claims.nlp.components.voting import Voting, parents_of
from claims.nlp.stretches import Stretches
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Region,
    RegionKind,
    Span,
    Spans,
    Vote,
)
from claims.nlp.voting.pairing import covered, share

_LEAST_WORDS = 7
"""Words of a content that can hold a speaker, a cue and what was said."""

_WHOLE = 0.95
"""Share of a content from which what is read inside it is only the content again."""

INNER = "read inside what is said"


class Nesting:
    """Adds to `attributions` those that stand inside a content which nothing was read in yet.

    The content is read as a text of its own, so quotation marks around it hide nothing. The tagger is asked
    only where the rules see an attribution: it costs a hundred times as much.
    """

    name = "nesting"
    reads = frozenset({"text", "language", "attributions", "read_by_rules", "read_by_tagger"})
    writes = frozenset({"attributions", "read_by_rules", "read_by_tagger"})

    def __init__(self, tagging: Tagging, voting: Voting) -> None:
        self.tagging = tagging
        self.voting = voting

    def __call__(self, document: Document) -> Document:
        """Return `document` with the inner attributions, and what both components read there."""
        inner = [self._inside(document, span) for span in _unread(document)]
        known: Stretches[Attribution] = Stretches()
        for own in document.attributions:
            known.put(*_ends(own), own)
        found = [a for part in inner for a in part.attributions if _is_inner(a, known.near(*_ends(a)))]
        if not found:
            return document
        attributions = sorted(
            (*document.attributions, *found), key=lambda a: min(span.start for span in a.cue or a.content)
        )
        parents = _parents(attributions, document.attributions)
        return replace(
            document,
            attributions=tuple(replace(a, parent=p) for a, p in zip(attributions, parents, strict=True)),
            read_by_rules=(*document.read_by_rules, *(r for part in inner for r in part.read_by_rules)),
            read_by_tagger=(*document.read_by_tagger, *(t for part in inner for t in part.read_by_tagger)),
        )

    def _inside(self, document: Document, span: Span) -> Document:
        """Return what is read in a content, at its places in the whole text."""
        text = span.text(document.text)
        body = Region(Span(0, len(text)), RegionKind.BODY)
        part = Document(text=text, language=document.language, regions=(body,))
        for component in (SentenceSplitter(), QuoteFinder(), AttributionReader()):
            part = component(part)
        spoken = [a for a in part.read_by_rules if a.form is not AttributionForm.FLOATING_QUOTE]
        part = replace(part, read_by_rules=tuple(replace(a, parent=None) for a in spoken))
        if part.read_by_rules:
            part = self.voting(self.tagging(part))
        return replace(
            part,
            attributions=tuple(_moved(a, span.start) for a in part.attributions),
            read_by_rules=tuple(_moved(a, span.start) for a in part.read_by_rules),
            read_by_tagger=tuple(_moved(a, span.start) for a in part.read_by_tagger),
        )


def _unread(document: Document) -> list[Span]:
    """Return the contents, long enough to hold another attribution, in which none was read."""
    anchors = sorted((a.cue or a.source or a.content)[0] for a in document.attributions)
    contents = sorted({span for a in document.attributions for span in a.content})
    return [
        span
        for span in contents
        if len(span.text(document.text).split()) >= _LEAST_WORDS and not _holds(anchors, span)
    ]


def _holds(anchors: Sequence[Span], span: Span) -> bool:
    """Tell whether one of the anchors, in text order, stands inside a span; its own start is none."""
    at = bisect_right(anchors, span.start, key=lambda anchor: anchor.start)
    return at < len(anchors) and anchors[at].end <= span.end


def _ends(attribution: Attribution) -> tuple[int, int]:
    """Return where content and cue of an attribution begin and end."""
    spans = (*attribution.content, *attribution.cue)
    return min(span.start for span in spans), max(span.end for span in spans)


def _is_inner(found: Attribution, outer: Sequence[Attribution]) -> bool:
    """Tell a part of a content with a cue of its own from the content read again."""
    if not found.cue or not found.source:
        return False
    return not any(covered(own.content, found.content) > _WHOLE or share(own.cue, found.cue) for own in outer)


def _parents(attributions: Sequence[Attribution], before: Sequence[Attribution]) -> list[int | None]:
    """Return the parents: those known before stay, the new ones are found by where they stand."""
    place = {id(own): index for index, own in enumerate(attributions)}
    known = {id(own): own.parent for own in before}
    fresh = parents_of(attributions)
    return [
        place[id(before[parent])] if (parent := known.get(id(own))) is not None else fresh[index]
        for index, own in enumerate(attributions)
    ]


def _moved(attribution: Attribution, by: int) -> Attribution:
    def moved(spans: Spans) -> Spans:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    def moved_vote(vote: Vote) -> Vote:
        return replace(vote, content=moved(vote.content), cue=moved(vote.cue), source=moved(vote.source))

    return replace(
        attribution,
        content=moved(attribution.content),
        cue=moved(attribution.cue),
        source=moved(attribution.source),
        relays=moved(attribution.relays),
        votes=tuple(moved_vote(vote) for vote in attribution.votes),
        reasons=(*attribution.reasons, INNER),
    )
