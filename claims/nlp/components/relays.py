"""Finding outlets that the words around a content put between its source and the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claims.nlp.components.credits import is_outlet_name, is_same_outlet
from claims.nlp.components.names import in_full, name_source
from claims.nlp.components.naming import Naming
from claims.nlp.folding import folded
from claims.nlp.languages.sources import source_words
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import tokenize
from claims.nlp.types import Attribution, Document, SourceKind, Span, span_around
from workbench.core.text import fold_letters

_NAME_WORDS = 7
"""Words after a mark in which an addressee or cited source is read."""

_MARK_REACH = 12
"""Code points at a source's head that can still belong to the mark before an addressee (تصريح ل)."""

_QUOTE_MARKS = "\"«»“”'"

_CLITIC_REACH = 4
"""Code points between a source and what a preposition ties to it."""

_OPENING_MARKS = '«“"'
"""In a script without capitals, an addressee in quotation marks is an outlet."""

_LIKE_AN_OUTLET = re.compile(r"^(?:[Aa]l|[Ee]l)-\w+$|\d|^[A-Z]{2,6}$")
"""Names that no person has: an article with a hyphen alone, a number, an acronym."""


class RelayFinder:
    """Writes the `relays` of each attribution, and gives a content to whom its speaker cites for it."""

    name = "relays"
    reads = frozenset({"text", "language", "sentences", "attributions", "credit"})
    writes = frozenset({"attributions"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with the relays of its attributions."""
        words = source_words(document.language)
        relayed = {
            a.parent for a in document.attributions if a.parent is not None and _shares_content(document, a)
        }
        attributions = tuple(
            _with_relays(document, attribution, words, cited=number not in relayed)
            for number, attribution in enumerate(document.attributions)
        )
        return replace(document, attributions=attributions)


def _shares_content(document: Document, attribution: Attribution) -> bool:
    """Tell whether an attribution is already read as what its parent relays."""
    return (
        attribution.parent is not None
        and document.attributions[attribution.parent].content == attribution.content
    )


def _with_relays(
    document: Document, attribution: Attribution, words: SourceWords, *, cited: bool
) -> Attribution:
    told, citing = _patterns(words)
    frame = _frame(document, attribution)
    relays = [
        span
        for span in _named_after(document.text, frame, told, words)
        if _is_outlet(document, span, words) and not _belongs_to_source(document, span, attribution, words)
    ]
    addressed = next((r for r in relays if attribution.source and r.overlaps(attribution.source[0])), None)
    if addressed and addressed.start <= attribution.source[0].start + _MARK_REACH:
        # "In a statement to RADIO he said": the outlet was taken for the missing subject.
        return replace(attribution, source=(), relays=tuple(relays))
    source = attribution.source
    if cited and source and attribution.parent is None and _is_outlet_source(document, source, words):
        origin = next(
            (s for s in _named_after(document.text, frame, citing, words) if not s.overlaps(source[0])), None
        )
        if origin:
            return replace(attribution, source=(origin,), relays=(source[0], *relays))
    return replace(attribution, relays=tuple(relays))


def _belongs_to_source(document: Document, span: Span, attribution: Attribution, words: SourceWords) -> bool:
    """Tell whether what looks like an addressee says whose organ the source is (the press office of X)."""
    if not attribution.source:
        return False
    source = Span(attribution.source[0].start, attribution.source[-1].end)
    if not source.start < span.start <= source.end + _CLITIC_REACH:
        return False
    naming = name_source(document.text, Span(source.start, span.start), words)
    return naming is not None and naming.kind is SourceKind.ORGANISATION


@lru_cache(maxsize=8)
def _compiled(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{fold_letters(e)})" for e in expressions) or r"(?!)")


def _patterns(words: SourceWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _compiled(words.told), _compiled(words.citing)


def _frame(document: Document, attribution: Attribution) -> list[Span]:
    """Return the sentence around an attribution's cue, its content left out."""
    anchor = (attribution.cue or attribution.source or attribution.content)[0]
    sentence = span_around(document.sentences, anchor)
    if sentence is None:
        return []
    pieces, start = [], sentence.start
    for content in sorted(attribution.content):
        if content.overlaps(sentence):
            pieces.append(Span(start, max(start, content.start)))
            start = max(start, content.end)
    pieces.append(Span(start, max(start, sentence.end)))
    return [piece for piece in pieces if piece.end > piece.start]


def _named_after(
    text: str, frame: Sequence[Span], mark: re.Pattern[str], words: SourceWords
) -> Iterator[Span]:
    """Yield the phrase after each mark: up to punctuation, an opener or a relative word."""
    for piece in frame:
        for match in folded(text).find(mark, piece):
            end = _phrase_end(text, Span(match.end, piece.end), words)
            if end > match.end:
                yield Span(match.end, end)


def _phrase_end(text: str, rest: Span, words: SourceWords) -> int:
    """Return where the phrase at the head of `rest` ends; what stands in quotation marks is one name."""
    end, quoted = rest.start, False
    for number, token in enumerate(tokenize(text, rest)):
        if token.norm in _QUOTE_MARKS:
            if quoted or (number and token.norm not in _OPENING_MARKS):
                return token.end
            quoted = True
            continue
        stops = token.norm in words.relatives or token.norm in words.openers
        if number >= _NAME_WORDS or (not quoted and (stops or not token.is_word)):
            break
        end = token.end
    return end


def _is_outlet(document: Document, span: Span, words: SourceWords) -> bool:
    """Tell whether an addressee is an outlet other than the publishing one."""
    naming = name_source(document.text, span, words)
    if naming is None or naming.pronoun or _is_own(naming, document, words):
        return False
    quoted = not words.has_capitals and document.text[span.start] in _OPENING_MARKS
    if quoted or naming.kind is SourceKind.OUTLET or is_outlet_name(naming.name):
        return True
    if not naming.proper:
        return naming.points_back and naming.head in words.reporter_heads
    credited = document.credit.republished_from
    known = credited is not None and is_same_outlet(naming.name, credited)
    return known or bool(_LIKE_AN_OUTLET.search(naming.name))


def _is_own(naming: Naming, document: Document, words: SourceWords) -> bool:
    if naming.proper and is_same_outlet(in_full(naming.name, words), document.outlet):
        return True
    return naming.name.endswith(words.own_suffixes or ("\0",)) and not naming.proper


def _is_outlet_source(document: Document, source: Sequence[Span], words: SourceWords) -> bool:
    naming = name_source(document.text, Span(source[0].start, source[-1].end), words)
    return naming is not None and naming.kind is not SourceKind.ANONYMOUS and not naming.pronoun
