"""Accounts that an outlet's name frames: what stands between it and "the same outlet" is told by it."""

from collections.abc import Iterator
from dataclasses import replace

from claims.nlp.languages.sources import source_words
from claims.nlp.tokens import tokenize
from claims.nlp.types import AttributionForm, Document, Hop, Origin, SourceKind

FRAMED = "told between this outlet's name and “the same” outlet's"


class AccountFramer:
    """Adds the framing outlet to the relays of the `origins` inside a frame.

    "The site said that A. B answered that C, according to the same site": B's answer, too, is the site's.
    """

    name = "frames"
    reads = frozenset({"text", "language", "attributions", "origins"})
    writes = frozenset({"origins"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with the origins of framed attributions led through their outlet."""
        origins = list(document.origins)
        for first, last, hop in _frames(document):
            for index in range(first + 1, last):
                origins[index] = _through(origins[index], hop)
        return replace(document, origins=tuple(origins))


def _frames(document: Document) -> Iterator[tuple[int, int, Hop]]:
    """Yield the attributions that open and close each frame, and the outlet that both name."""
    same = source_words(document.language).same
    spoke: dict[str, int] = {}
    for index, (attribution, origin) in enumerate(zip(document.attributions, document.origins, strict=True)):
        speaker = origin.speaker
        if speaker is None or speaker.kind is not SourceKind.OUTLET:
            continue
        words = {token.norm for span in attribution.source for token in tokenize(document.text, span)}
        closes = attribution.form is AttributionForm.ACCORDING_TO and _names_same(words, same)
        if closes and speaker.name in spoke:
            yield spoke[speaker.name], index, replace(speaker, inferred=True, reason=FRAMED)
        spoke[speaker.name] = index


def _names_same(words: set[str], same: frozenset[str]) -> bool:
    """Tell whether the source is called the same as before, also with a preposition written onto the word."""
    return any(word in same or word[1:] in same for word in words)


def _through(origin: Origin, outlet: Hop) -> Origin:
    speaker = origin.speaker
    if (
        speaker is None
        or speaker.kind is SourceKind.OUTLET
        or any(r.name == outlet.name for r in origin.relays)
    ):
        return origin
    return replace(origin, relays=(outlet, *origin.relays))
