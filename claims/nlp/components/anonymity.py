"""Deciding whether a claim's originator is unnamed, and what the text tells of whoever it is."""

from claims.nlp.components.names import name_source
from claims.nlp.components.naming import Naming
from claims.nlp.source_words import SourceWords
from claims.nlp.types import Anonymity, Origin, SourceKind, Span

_INSTITUTIONS = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})


def is_anonymous(origin: Origin) -> bool:
    """Tell whether an attribution's originator is unnamed: an impersonal cue or a source without identity."""
    return origin.speaker is None or origin.speaker.kind is SourceKind.ANONYMOUS


def anonymity_of(origin: Origin, words: SourceWords) -> Anonymity | None:
    """Return what the words for an unnamed originator tell, None where the originator has a name.

    Whoever speaks for the state or its forces is an official, alone or in numbers. Where
    the text says nothing (an impersonal cue, "some"), the class is unknown.
    """
    if not is_anonymous(origin):
        return None
    name = origin.speaker.name if origin.speaker else ""
    naming = name_source(name, Span(0, len(name)), words) if name else None
    return _class_of(naming, words) if naming else Anonymity.UNKNOWN


def _class_of(naming: Naming, words: SourceWords) -> Anonymity:
    described = naming.modifiers | {naming.head}
    if naming.kind is SourceKind.DOCUMENT or naming.head in words.document_groups:
        return Anonymity.DOCUMENT
    if naming.kind in _INSTITUTIONS or naming.head in words.outlet_groups:
        return Anonymity.INSTITUTION
    if described & words.official_words:
        return Anonymity.OFFICIAL
    if naming.head in words.group_heads or naming.number == "p":
        return Anonymity.COLLECTIVE
    return Anonymity.PERSON if naming.head or naming.pronoun else Anonymity.UNKNOWN
