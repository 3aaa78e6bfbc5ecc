"""Writes who says what: the attributions of an article's body and of its headline."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from claims.nlp.components.according_to import read_according_to
from claims.nlp.components.citations import read_citing, read_quoted
from claims.nlp.components.drafts import Draft, Reading
from claims.nlp.components.floating import attach_floating
from claims.nlp.components.headlines import drop_unnamed_headlines, read_headline
from claims.nlp.components.impersonal import read_impersonal
from claims.nlp.components.incises import open_incises
from claims.nlp.components.leading import read_leading
from claims.nlp.components.manner import read_manner
from claims.nlp.components.modality import modality_of
from claims.nlp.components.passives import read_passives
from claims.nlp.components.preverbal import read_preverbal
from claims.nlp.components.rumours import read_rumours
from claims.nlp.components.trailing import read_trailing
from claims.nlp.components.units import Unit, make_unit, read_units
from claims.nlp.lexicon import Language, load_language
from claims.nlp.types import Attribution, AttributionForm, Document, Quote, QuoteKind, RegionKind, Span

# Scare quotes and names make no content direct: only this share of its letters in quotation marks does.
_DIRECT_SHARE = 0.9
# More quotations than any content holds.
_NEAR_QUOTES = 64


class AttributionReader:
    """Writes `read_by_rules`: every content that the rules give to a source, in text order of the cues."""

    name = "rules"
    reads = frozenset({"text", "language", "regions", "paragraphs", "sentences", "quotes"})
    writes = frozenset({"read_by_rules"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with its attributions; a nested one names its parent."""
        language = load_language(document.language)
        readings = [*_read_titles(document, language)]
        readings += [_read(unit) for unit in read_units(document, language)]
        attach_floating(readings)
        drop_unnamed_headlines(readings)
        drafts = [(reading.unit, draft) for reading in readings for draft in reading.drafts]
        drafts.sort(key=lambda pair: min(span.start for span in pair[1].cue or pair[1].content))
        return replace(document, read_by_rules=tuple(_finish(document, drafts, language)))


def _read_titles(document: Document, language: Language) -> Iterator[Reading]:
    for region in document.regions:
        if region.kind is RegionKind.TITLE and region.span.start < region.span.end:
            unit = make_unit(document.text, language, region.span, quotes=(), paragraph=-1)
            reading = Reading.of(unit)
            reading.drafts = read_headline(reading)
            yield reading


def _read(unit: Unit) -> Reading:
    """Return the reading of one unit with all its drafts."""
    open_incises(unit)
    reading = Reading.of(unit)
    reading.drafts += [*read_impersonal(reading), *read_quoted(reading), *read_passives(reading)]
    rumours = read_rumours(reading)
    reading.drafts = [d for d in reading.drafts if not any(d.content == r.content for r in rumours)] + rumours
    taken = [span for draft in reading.drafts for span in draft.cue]
    for cue in reading.cues:
        if not any(span.overlaps(reading.cue_span(cue)) for span in taken):
            reading.drafts += (
                read_trailing(reading, cue) or read_preverbal(reading, cue) or read_leading(reading, cue)
            )
    reading.drafts = [d for d in reading.drafts if not _said_by_nobody(unit, d)]
    reading.drafts += [*read_manner(reading), *read_citing(reading)]
    reading.drafts += _without_impersonal(reading, read_according_to(reading))
    reading.drafts = _distinct(reading.drafts)
    return reading


def _said_by_nobody(unit: Unit, draft: Draft) -> bool:
    """Tell whether the subject says that there is nobody who said it (No group has claimed ...)."""
    first = next((t.norm for t in unit.tokens if draft.source and t.start >= draft.source[0].start), "")
    return first in unit.language.zero_subjects


def _without_impersonal(reading: Reading, found: list[Draft]) -> list[Draft]:
    """Return the drafts that are new; those around an impersonal one only give it its source."""
    kept = []
    for draft in found:
        around = draft.content[0]
        unsaid = [d for d in reading.drafts if d.form is AttributionForm.IMPERSONAL]
        inner = [d for d in unsaid if d.cue[0].overlaps(around)]
        for impersonal in inner:
            impersonal.source, impersonal.cue = draft.source, sorted([*impersonal.cue, *draft.cue])
        if not inner:
            kept.append(draft)
    return kept


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that give a content to the same source, or to none, a second time."""
    kept: list[Draft] = []
    for draft in drafts:
        same = [d for d in kept if d.content == draft.content]
        if not any(d.source == draft.source or not draft.source for d in same):
            kept.append(draft)
    return kept


def _finish(
    document: Document, drafts: list[tuple[Unit, Draft]], language: Language
) -> Iterator[Attribution]:
    ordered = [draft for _, draft in drafts]
    parents = _parents(ordered)
    for (unit, draft), parent in zip(drafts, parents, strict=True):
        gender, number = _agreement(unit, draft)
        yield Attribution(
            content=tuple(draft.content),
            cue=tuple(draft.cue),
            source=tuple(draft.source),
            quote=quote_kind(document.text, draft.content, document.quotes),
            form=draft.form,
            cue_key=draft.entry.key,
            cue_class=draft.entry.cue_class,
            modality=modality_of(unit, draft),
            parent=parent,
            gender=gender,
            number=number,
        )


def _parents(drafts: list[Draft]) -> list[int | None]:
    """Return for each draft the index of the smallest one whose content holds its cue."""
    parents: list[int | None] = []
    for number, draft in enumerate(drafts):
        anchor = (draft.cue or draft.content)[0]
        holders = [
            (sum(s.end - s.start for s in other.content), index)
            for index, other in _near(drafts, number)
            if other is not draft and any(span.contains(anchor) for span in other.content)
        ]
        relays = [index for index, other in _near(drafts, number) if other.origin is draft]
        parents.append(relays[0] if relays else min(holders)[1] if holders else None)
    return parents


def _near(drafts: list[Draft], number: int) -> list[tuple[int, Draft]]:
    """Return the drafts close to one of them: a parent stands in its sentence."""
    first = max(number - 12, 0)
    return list(enumerate(drafts[first : number + 12], start=first))


def _agreement(unit: Unit, draft: Draft) -> tuple[str | None, str | None]:
    """Return gender and number that the form of the verb or a pronoun tells of the source."""
    if draft.source:
        word = unit.text[draft.source[0].start : draft.source[0].end].casefold()
        gender, number = unit.language.pronouns.get(word, ("", ""))
        return gender or None, number or None
    return None, None


def quote_kind(text: str, content: list[Span], quotes: tuple[Quote, ...]) -> QuoteKind:
    """Return how much of the content stands in quotation marks."""
    start, end = content[0].start, content[-1].end
    last = bisect_left(quotes, end, key=lambda quote: quote.outer.start)
    inside = [q.inner for q in quotes[max(last - _NEAR_QUOTES, 0) : last] if start < q.inner.end]
    letters = sum(_letters(text, span) for span in content)
    shared = (_shared(span, quote) for span in content for quote in _outermost(inside))
    quoted = sum(_letters(text, span) for span in shared)
    if not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted >= _DIRECT_SHARE * letters else QuoteKind.MIXED


def _outermost(quotes: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for quote in quotes:
        if not kept or quote.start >= kept[-1].end:
            kept.append(quote)
    return kept


def _shared(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(min(one.end, other.end), start))


def _letters(text: str, span: Span) -> int:
    return sum(character.isalnum() for character in span.text(text))
