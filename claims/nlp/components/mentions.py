"""Where the article mentions those who speak in it: what its later words can point back to."""

from collections.abc import Iterable, Mapping

from claims.nlp.components.speakers import Speaker
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import fold
from claims.nlp.types import Mention, Origin, SourceKind, Span


def mentions_of(
    text: str, speakers: Iterable[Speaker], origins: Iterable[Origin], words: SourceWords
) -> tuple[Mention, ...]:
    """Return the mentions of everybody whom the article names, in text order.

    A pronoun that a source was resolved from tells the gender where the name does not.
    """
    hops = [hop for origin in origins for hop in (origin.speaker, *origin.relays) if hop is not None]
    told = _genders(text, ((hop.name, hop.span) for hop in hops if hop.span), words.pronouns)
    spoken = {hop.name for hop in hops}
    found = {
        Mention(
            span=span,
            name=speaker.name,
            kind=speaker.kind,
            gender=speaker.gender or told.get(speaker.name, ""),
            heads=frozenset(speaker.heads),
            spoken=speaker.name in spoken,
        )
        for speaker in speakers
        if speaker.proper or _is_body_in_full(speaker)
        for span in speaker.mentions
    }
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.name)))


def _is_body_in_full(speaker: Speaker) -> bool:
    """Tell an organisation that its description identifies (the ministry of fisheries)."""
    bodies = (SourceKind.ORGANISATION, SourceKind.OUTLET)
    return speaker.kind in bodies and not speaker.anonymous and len(speaker.words) > 1


def _genders(
    text: str, sources: Iterable[tuple[str, Span]], pronouns: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    genders: dict[str, str] = {}
    for name, span in sources:
        gender, _ = pronouns.get(fold(span.text(text)), ("", ""))
        if gender in ("m", "f"):
            genders[name] = gender
    return genders
