"""Deciding whether the originator of a claim is somebody whom the text does not identify."""

from claims.nlp.types import Origin, SourceKind


def is_anonymous(origin: Origin) -> bool:
    """Tell whether an attribution's originator is unnamed: an impersonal cue or a source without identity."""
    return origin.speaker is None or origin.speaker.kind is SourceKind.ANONYMOUS
