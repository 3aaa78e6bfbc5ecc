"""Naming sources in a language without word lists: by the words that the tagger read, as they stand."""

from dataclasses import replace

from claims.nlp.types import Attribution, Document, Hop, Origin, SourceKind, joined_text

AS_WRITTEN = "named as written: no word lists for this language"


class SourceNamer:
    """Writes `origins`: the words of each source as its name, nobody where there are none; no `mentions`."""

    name = "source names"
    reads = frozenset({"text", "attributions"})
    writes = frozenset({"origins", "mentions"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with one origin for each attribution, in the same order."""
        return replace(document, origins=tuple(_origin(document, a) for a in document.attributions))


def _origin(document: Document, attribution: Attribution) -> Origin:
    if not attribution.source:
        return Origin(speaker=None)
    name = " ".join(joined_text(attribution.source, document.text).split())
    hop = Hop(
        name=name,
        kind=SourceKind.PERSON,
        span=attribution.source[0],
        cue=joined_text(attribution.cue, document.text),
        reason=AS_WRITTEN,
    )
    return Origin(speaker=hop)
