"""Choosing the checkable statements that the outlet makes in its own voice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.languages.sources import source_words
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import Token, tokenize
from claims.nlp.types import Document, Span
from workbench.core.text import fold_letters

MOST_AN_ARTICLE = 6
"""More is not a selection: an editor reads some three, and the measured files list three an article."""

LEAST_WORTH = 0.3
"""Worth from which a sentence is proposed; tuned on the development stories only."""

_WORDS = range(5, 46)
"""Words of a sentence that can be checked as one statement."""

_LEAD = 2
"""Sentences of the lead, where news puts its main event."""

_BASE = 0.3
_WEIGHTS = {
    "number": 0.15,
    "date": 0.15,
    "name": 0.1,
    "event": 0.2,
    "record": 0.1,
    "lead": 0.1,
    "marked": 0.2,
    "question": -1.0,
    "address": -0.5,
    "own process": -0.6,
    "no answer": -0.6,
    "vague subject": -0.2,
    "opinion": -0.3,
    "no full stop": -0.4,
}
"""What speaks for and against checking a sentence, set by hand after the development stories.

Figures, dates and completed events are what two outlets can contradict; questions,
addresses to the reader and an outlet's word about its own reporting say nothing about the story.
"""


@dataclass(frozen=True, slots=True)
class Narration:
    """A statement in the outlet's own voice, its worth in [0, 1] (not calibrated) and what it rests on."""

    span: Span
    worth: float
    reasons: tuple[str, ...]


def find_narrated(document: Document) -> list[Narration]:
    """Return the statements most worth a check that no attribution touches, in text order."""
    words = source_words(document.language)
    scored = [
        narration
        for number, sentence in enumerate(_free_sentences(document))
        for piece in _pieces(document.text, sentence, words)
        if (narration := _score(document, piece, sentence, lead=number < _LEAD)) is not None
    ]
    best = sorted(scored, key=lambda n: (-n.worth, n.span))[:MOST_AN_ARTICLE]
    return sorted((n for n in best if n.worth >= LEAST_WORTH), key=lambda n: n.span)


def _free_sentences(document: Document) -> Iterator[Span]:
    """Yield the sentences that no attribution touches; quotations are somebody's, even without a cue."""
    taken = [span for a in document.attributions for span in (*a.content, *a.cue, *a.source)]
    for sentence in document.sentences:
        if not any(span.overlaps(sentence) for span in taken):
            yield sentence


def _pieces(text: str, sentence: Span, words: SourceWords) -> Iterator[Span]:
    """Divide a sentence at semicolons and before coordinated verbs, where both parts can stand alone."""
    start = sentence.start
    folded = fold_letters(text)
    for match in _compiled(words.clause_joints).finditer(folded, sentence.start, sentence.end):
        before, after = Span(start, match.start()), Span(match.end(), sentence.end)
        if min(len(before.text(text).split()), len(after.text(text).split())) >= _WORDS.start:
            yield before
            start = match.end()
    yield Span(start, sentence.end)


@lru_cache(maxsize=32)
def _compiled(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{fold_letters(e)})" for e in expressions) or r"(?!)")


def _score(document: Document, piece: Span, sentence: Span, *, lead: bool) -> Narration | None:
    """Return the piece with its worth, or None where it is too short or long to be one statement."""
    words = source_words(document.language)
    tokens = list(tokenize(document.text, piece))
    if sum(t.is_word for t in tokens) not in _WORDS:
        return None
    folded = fold_letters(piece.text(document.text)).strip()
    signs = set(_signs(folded, tokens, words))
    if lead:
        signs.add("lead")
    if not re.search(r"[.!؟?…۔][\"”»’')\]]*\s*$", sentence.text(document.text)):
        signs.add("no full stop")
    worth = min(1.0, max(0.0, _BASE + sum(_WEIGHTS[sign] for sign in signs)))
    return Narration(_trimmed(document.text, piece, words), round(worth, 2), tuple(sorted(signs)))


def _signs(folded: str, tokens: Sequence[Token], words: SourceWords) -> Iterator[str]:
    """Yield the names of the signs that a piece shows."""
    if any(t.norm[:1].isdigit() for t in tokens) or any(t.norm in words.number_words for t in tokens):
        yield "number"
    if words.has_capitals and any(t.is_capital for t in tokens[1:]):
        yield "name"
    if folded.endswith(("?", "؟")):
        yield "question"
    for sign, expressions in words.narration_signs.items():
        if _compiled(expressions).search(folded):
            yield sign


def _trimmed(text: str, piece: Span, words: SourceWords) -> Span:
    """Leave an introductory formula, outer spaces and the full stop outside the statement."""
    folded = fold_letters(text)
    intro = _compiled(words.introductions).match(folded, piece.start, piece.end)
    start = intro.end() if intro else piece.start
    end = piece.end
    while start < end and not text[start].isalnum() and text[start] not in '"“«‘(':
        start += 1
    while end > start and text[end - 1] in " \n\t.،,;؛":
        end -= 1
    return Span(start, end)
