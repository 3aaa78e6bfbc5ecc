"""Reading units: the sentences that a quotation holds together, as tokens that know their quotations."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from claims.nlp.lexicon import Language, Phrase, longest_phrase, opens_phrase
from claims.nlp.tokens import Token, tokenize
from claims.nlp.types import Document, Quote, Span

COMMAS = frozenset(",،")
STOPS = frozenset(";؛")
_END_MARKS = frozenset(".,!?…؟،")
# A quoted run of so few words is a name or a borrowed word unless its punctuation says else.
_NAME_WORDS = 4
# Longer "sentences" are no prose; the bound keeps the cost of any text linear in its length.
_MAX_UNIT = 2400
# No folded word holds it.
_NAME_MARK = "'"


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation that may be somebody's words: its tokens, both marks included."""

    first: int
    last: int
    quote: Quote


@dataclass(slots=True)
class Unit:
    """The tokens of one or more sentences of a paragraph, with the speech among them.

    `speech_at[i]` is the index in `speeches` of the quotation that token `i`
    belongs to (marks included), -1 outside quotations.
    """

    text: str
    language: Language
    span: Span
    paragraph: int
    tokens: list[Token]
    speeches: list[Speech] = field(default_factory=list)
    speech_at: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    _norms: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._norms = [token.norm for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def norm(self, index: int) -> str:
        """Return the folded form of a token, nothing outside the unit."""
        return self._norms[index] if 0 <= index < len(self._norms) else ""

    def outside(self, index: int) -> bool:
        """Tell whether a token stands outside every quotation."""
        return self.speech_at[index] < 0

    def is_comma(self, index: int) -> bool:
        """Tell whether a token is a comma outside every quotation."""
        return self.norm(index) in COMMAS and self.outside(index)

    def norms(self, first: int, last: int | None = None) -> Iterator[str]:
        """Yield the folded forms of a stretch."""
        return iter(self._norms[max(first, 0) : last])

    def longest(self, first: int, last: int, phrases: frozenset[Phrase]) -> int:
        """Return how many words from `first` on, before `last`, make up the longest of the phrases."""
        place = max(first, 0)
        # Hardly any word opens a phrase, and every word is asked.
        if place >= min(last, len(self._norms)) or not opens_phrase(self._norms[place], phrases):
            return 0
        return longest_phrase(self._norms[place:last], phrases)

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters from token `first` to before token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def sentence_start(self, index: int) -> int:
        """Return where the sentence of token `index` begins: after the last full stop outside quotations."""
        place = bisect_left(self.stops, index)
        return self.stops[place - 1] + 1 if place else 0


def read_units(document: Document, language: Language) -> Iterator[Unit]:
    """Yield the units of the document's body, in order."""
    outer = _outermost(document.quotes)
    starts = [q.outer.start for q in outer]
    sentences = list(document.sentences)
    position = 0
    for number, paragraph in enumerate(document.paragraphs):
        inside: list[Span] = []
        while position < len(sentences) and sentences[position].start < paragraph.end:
            inside.append(sentences[position])
            position += 1
        quotes = outer[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        for span in _joined_sentences(inside, quotes):
            for part in _bounded(document.text, span):
                yield make_unit(document.text, language, part, quotes=quotes, paragraph=number)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield the span in parts of a length that bounds the work on one unit, cut between words."""
    start = span.start
    while span.end - start > _MAX_UNIT:
        cut = text.rfind(" ", start, start + _MAX_UNIT) + 1 or start + _MAX_UNIT
        yield Span(start, cut)
        start = cut
    if start < span.end:
        yield Span(start, span.end)


def make_unit(
    text: str, language: Language, span: Span, *, quotes: Sequence[Quote], paragraph: int = 0
) -> Unit:
    """Return the unit of one stretch of text; `quotes` are disjoint and in order."""
    tokens = _without_points(list(tokenize(text, span, language.joints)), language)
    tokens = [_as_name(token, text, language) for token in tokens]
    unit = Unit(text, language, span, paragraph, tokens)
    unit.speech_at = [-1] * len(unit.tokens)
    starts = [token.start for token in unit.tokens]
    for quote in _quotes_in(quotes, span):
        outer = Span(max(quote.outer.start, span.start), min(quote.outer.end, span.end))
        first, last = bisect_left(starts, outer.start), bisect_left(starts, outer.end)
        if first < last and _may_be_speech(unit, first, last, quote):
            for k in range(first, last):
                unit.speech_at[k] = len(unit.speeches)
            unit.speeches.append(Speech(first, last, _within(quote, span)))
    unit.stops = [k for k in range(len(unit)) if unit.norm(k) in ".!?؟" and unit.outside(k)]
    return unit


def _without_points(tokens: list[Token], language: Language) -> list[Token]:
    """Return the tokens with the point of an abbreviation before a name in the word it shortens (Mr.)."""
    kept: list[Token] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        before = kept[-1] if kept and following is not None and following.is_capital else None
        if token.norm == "." and before is not None and _is_shortened(before, token, language):
            kept[-1] = replace(before, end=token.end)
        else:
            kept.append(token)
    return kept


def _is_shortened(word: Token, point: Token, language: Language) -> bool:
    return word.is_capital and word.end == point.start and word.norm in language.abbreviations


def _as_name(token: Token, text: str, language: Language) -> Token:
    """Return a name under a form of its own where the text tells it from the preposition that it folds to."""
    ending = language.link_endings.get(token.norm)
    if ending is None or text[token.end - 1] == ending:
        return token
    preposition = text[token.start : token.end - 1] + ending
    return replace(token, norm=f"{token.norm}{_NAME_MARK}") if f" {preposition} " in text else token


def _quotes_in(quotes: Sequence[Quote], span: Span) -> Sequence[Quote]:
    first = bisect_right(quotes, span.start, key=lambda quote: quote.outer.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.outer.start)
    return quotes[first:last]


def _within(quote: Quote, span: Span) -> Quote:
    """Return the part of a quotation that lies in `span`, all of it but for units cut by their length."""
    inner = Span(max(quote.inner.start, span.start), min(quote.inner.end, span.end))
    return Quote(inner=inner, outer=Span(max(quote.outer.start, span.start), min(quote.outer.end, span.end)))


def _outermost(quotes: Sequence[Quote]) -> list[Quote]:
    kept: list[Quote] = []
    for quote in quotes:
        if not kept or quote.outer.start >= kept[-1].outer.end:
            kept.append(quote)
    return kept


def _joined_sentences(sentences: Sequence[Span], quotes: Sequence[Quote]) -> Iterator[Span]:
    """Yield the sentences, those joined that one quotation spans."""
    current: Span | None = None
    for sentence in sentences:
        if current is None:
            current = sentence
        elif any(
            q.outer.start < sentence.start
            for q in _quotes_in(quotes, Span(sentence.start, sentence.start + 1))
        ):
            current = Span(current.start, sentence.end)
        else:
            yield current
            current = sentence
    if current is not None:
        yield current


def _may_be_speech(unit: Unit, first: int, last: int, quote: Quote) -> bool:
    count = sum(token.is_word for token in unit.tokens[first:last])
    inner = quote.inner.text(unit.text).rstrip()
    before, after = unit.norm(first - 1), unit.norm(last)
    ends = last >= len(unit) or not unit.tokens[last].is_word
    forms = unit.language.cue_forms.get(before, ()) if ends else ()
    cued = any(form.role == "participle" for _, form in forms)
    closed = inner[-1:] in _END_MARKS or (first == 0 and after in COMMAS)
    return cued or closed or count > _NAME_WORDS or before == ":"
