"""The tagger as a component: what the network reads in an article, as attributions over its characters."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol
from unicodedata import combining

from claims.nlp.components.attributions import quote_kind
from claims.nlp.lexicon import CueEntry, Language, load_language, longest_phrase
from claims.nlp.tagger.decoding import Tagged
from claims.nlp.tagger.labels import Run
from claims.nlp.tagger.pieces import Pieces
from claims.nlp.tokens import Token, tokenize
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Modality,
    QuoteKind,
    RegionKind,
    Span,
    Spans,
    Voice,
    Vote,
)

_READ_REGIONS = frozenset({RegionKind.TITLE, RegionKind.BODY})
_QUOTE_MARKS = '"“”«»„‟'
_LOOSE_ENDS = ".,،;؛:–—-…"
_LONGEST_CUE = 6
_UNKNOWN = CueEntry(key="", cue_class="tagged", modality=Modality.ASSERTED)


class TextTagger(Protocol):
    """Anything that reads a text as pieces and attributions; `version` names it in stored results."""

    version: str

    def __hash__(self) -> int:
        """Return a number that tells taggers apart: pipelines are kept by it."""
        ...

    def __call__(self, text: str, *, broad: bool = False) -> tuple[Pieces, list[Tagged]]:
        """Return the text's pieces and the attributions over them, by the product's definition or `broad`."""
        ...


class Tagging:
    """Writes `read_by_tagger`: the attributions that the network reads in title and body."""

    name = "tagging"
    reads = frozenset({"text", "language", "regions", "quotes"})
    writes = frozenset({"read_by_tagger"})

    def __init__(self, tagger: TextTagger) -> None:
        self.tagger = tagger

    def __call__(self, document: Document) -> Document:
        """Return `document` with the tagger's attributions in text order."""
        pieces, tagged = self.tagger(document.text)
        return replace(document, read_by_tagger=tuple(as_attributions(document, pieces, tagged)))


def as_attributions(document: Document, pieces: Pieces, tagged: Sequence[Tagged]) -> list[Attribution]:
    """Return what the network read as attributions, those outside title and body left out."""
    language = load_language(document.language)
    read = (_attribution(document, language, pieces, one) for one in tagged)
    return [found for found in read if found is not None]


def as_marked(document: Document, pieces: Pieces, tagged: Sequence[Tagged]) -> list[Attribution]:
    """Return what the network read in the very words it marked, openers and marks included."""
    language = load_language(document.language)
    read = []
    for one in tagged:
        spans = tuple(characters(document.text, language, pieces, run) for run in one.contents)
        content = tuple(span for span in spans if span.end > span.start)
        if content:
            read.append(_marked(document, language, (pieces, one), content))
    return read


def _attribution(
    document: Document, language: Language, pieces: Pieces, tagged: Tagged
) -> Attribution | None:
    text = document.text
    content = _content(text, language, [characters(text, language, pieces, run) for run in tagged.contents])
    if not content or not _is_read(document, content[0]):
        return None
    return _marked(document, language, (pieces, tagged), content)


def _marked(
    document: Document, language: Language, read: tuple[Pieces, Tagged], content: Spans
) -> Attribution:
    """Return one attribution of the network as such, its content as given."""
    text, (pieces, tagged) = document.text, read
    cue, source = (_part(text, language, pieces, run) for run in (tagged.cue, tagged.source))
    entry = cue_entry(text, language, cue)
    quote = quote_kind(text, list(content), document.quotes)
    attribution = Attribution(
        content=content,
        cue=cue,
        source=source,
        quote=quote,
        form=_form(document, language, entry, (content, cue, source)),
        cue_key=entry.key,
        cue_class=entry.cue_class,
        modality=max(tagged.modality, key=lambda m: tagged.modality[m], default=entry.modality),
    )
    return replace(attribution, votes=(_vote(attribution, tagged),))


def _vote(attribution: Attribution, tagged: Tagged) -> Vote:
    chances = {
        "content": tagged.content_chance,
        "cue": tagged.cue_chance,
        "link": tagged.link_chance,
        "source": tagged.source_chance,
        "modality": max(tagged.modality.values(), default=0.0),
    }
    return Vote(
        voice=Voice.TAGGER,
        content=attribution.content,
        cue=attribution.cue,
        source=attribution.source,
        form=attribution.form.value,
        score=round(tagged.content_chance * tagged.link_chance, 4),
        chances={name: round(chance, 4) for name, chance in chances.items()} | {"level": tagged.level},
    )


def _part(text: str, language: Language, pieces: Pieces, run: Run | None) -> Spans:
    """Return a cue or a source; none where its pieces are only what stands between paragraphs."""
    span = characters(text, language, pieces, run) if run else None
    return (span,) if span and span.end > span.start else ()


def characters(text: str, language: Language, pieces: Pieces, run: Run) -> Span:
    """Return the characters of a run, whole words of them without the space around them.

    A language that writes conjunctions and prepositions onto words keeps a beginning inside a word.
    """
    start, end = int(pieces.starts[run[1]]), int(pieces.ends[run[2] - 1])
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return Span(start, start)
    while not language.proclitics and start > 0 and _is_inside_word(text, start):
        start -= 1
    while end < len(text) and _is_inside_word(text, end):
        end += 1
    return Span(start, end)


def _is_inside_word(text: str, at: int) -> bool:
    """Tell whether one word goes on from the character before `at`; vowel marks and accents are of it."""
    return all(letter.isalnum() or combining(letter) for letter in text[at - 1 : at + 1])


def _content(text: str, language: Language, spans: Sequence[Span]) -> Spans:
    kept = [trimmed(text, span) for span in spans]
    kept = [span for span in kept if span.end > span.start]
    if kept:
        kept[0] = _without_opener(text, language, kept[0])
    return tuple(span for span in kept if span.end > span.start)


def trimmed(text: str, span: Span) -> Span:
    """Return a span without loose punctuation and quotation marks that enclose it or lost their half."""
    start, end = span.start, span.end
    while start < end and (_is_loose(text[start]) or _is_stray(text, start, Span(start + 1, end))):
        start += 1
    while end > start and (_is_loose(text[end - 1]) or _is_stray(text, end - 1, Span(start, end - 1))):
        end -= 1
    if end - start > 1 and text[start] in _QUOTE_MARKS and text[end - 1] in _QUOTE_MARKS:
        inner = text[start + 1 : end - 1]
        if not any(mark in inner for mark in _QUOTE_MARKS):
            return trimmed(text, Span(start + 1, end - 1))
    return Span(start, end)


def _is_loose(character: str) -> bool:
    return character in _LOOSE_ENDS or character.isspace()


def _is_stray(text: str, at: int, rest: Span) -> bool:
    """Tell whether the quotation mark `at` one end has no other half in the rest of the span."""
    return text[at] in _QUOTE_MARKS and not any(mark in rest.text(text) for mark in _QUOTE_MARKS)


def _without_opener(text: str, language: Language, span: Span) -> Span:
    """Return a content without an opener (that) or the preposition written onto its first word."""
    words = [token for token in tokenize(text, span) if token.is_word][:2]
    if len(words) > 1 and words[0].norm in language.openers:
        return trimmed(text, Span(words[0].end, span.end))
    for clitic in language.clitic_links:
        rest = words[0].norm.removeprefix(clitic) if words else ""
        named = words and rest != words[0].norm and words[0].norm not in language.clitic_not
        if named and language.nominal_pattern.match(rest) and rest not in language.nominal_not:
            return Span(_behind_marks(text, words[0].start + len(clitic)), span.end)
    return span


def _behind_marks(text: str, at: int) -> int:
    """Return the place behind the vowel marks that stand there: those of the letter before."""
    while at < len(text) and combining(text[at]):
        at += 1
    return at


def _is_read(document: Document, span: Span) -> bool:
    return not _READ_REGIONS.isdisjoint(_kinds_at(document, span))


def _kinds_at(document: Document, span: Span) -> set[RegionKind]:
    """Return the parts of the page in which a span stands; regions are disjoint and in order."""
    first = bisect_right(document.regions, span.start, key=lambda region: region.span.end)
    last = bisect_left(document.regions, span.end, key=lambda region: region.span.start)
    return {region.kind for region in document.regions[first:last]}


def cue_entry(text: str, language: Language, cue: Spans) -> CueEntry:
    """Return the lexicon's entry of a cue, an empty one where the lexicon does not know it."""
    words = [token for span in cue for token in tokenize(text, span) if token.is_word]
    for place, token in enumerate(words):
        entry = _entry_at(language, words[place:], token)
        if entry is not None:
            return entry
    return _UNKNOWN


def _entry_at(language: Language, words: Sequence[Token], first: Token) -> CueEntry | None:
    heads = [first.norm, *(first.norm[len(p) :] for p in language.proclitics if first.norm.startswith(p))]
    for head in heads:
        norms = (head, *(token.norm for token in words[1:_LONGEST_CUE]))
        for form, known in language.cue_forms.get(head, ()):
            if norms[: len(form)] == form:
                return known.entry
    return None


def _form(
    document: Document, language: Language, entry: CueEntry, parts: tuple[Spans, Spans, Spans]
) -> AttributionForm:
    """Return the construction, as far as the parts tell it."""
    content, cue, source = parts
    text = document.text
    norms = [token.norm for span in cue for token in tokenize(text, span) if token.is_word]
    in_title = RegionKind.TITLE in _kinds_at(document, content[0])
    direct = quote_kind(text, list(content), document.quotes) is QuoteKind.DIRECT
    if in_title or not cue:
        return AttributionForm.HEADLINE if in_title else AttributionForm.FLOATING_QUOTE
    if longest_phrase(norms, language.according_to):
        return AttributionForm.ACCORDING_TO
    impersonal = longest_phrase(norms, language.impersonal) or (
        norms and norms[0] in language.impersonal_adverbs
    )
    if not source and impersonal:
        return AttributionForm.IMPERSONAL
    participle = any((norm,) in entry.participles for norm in norms)
    if direct or participle:
        return AttributionForm.DIRECT_QUOTE if direct else AttributionForm.PARTICIPLE
    between = [
        t.norm for t in tokenize(text, Span(cue[-1].end, max(cue[-1].end, content[0].start))) if t.is_word
    ]
    opened = any(norm in language.openers for norm in between) or content[0].start < cue[0].start
    return AttributionForm.CLAUSE if opened or not language.subject_follows else AttributionForm.NOMINAL
