"""Choosing the checkable statements that the outlet makes in its own voice."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from claims.nlp.claim_words import ClaimWords
from claims.nlp.components.worth import likeness, signs_of_narrated, stems_of
from claims.nlp.expressions import compiled
from claims.nlp.languages.statements import claim_words
from claims.nlp.tokens import tokenize
from claims.nlp.types import Document, Factor, Span
from claims.nlp.worth import Weights, worth_of
from workbench.core.text import fold_letters

FEWEST, MOST = 5, 8
"""Narrated claims that a short and a long article may have at most; people mark some three an article."""

CHARACTERS_A_CLAIM = 1500
"""Code points of the body for each claim that an article may have beyond the fewest."""

LEAST_WORTH = 0.17
"""Worth from which a sentence is proposed; with the bounds above, tuned on development articles only."""

SAME_SHARE = 0.75
"""Share of a statement's words from which another claim says it already."""

_WORDS = range(5, 46)
"""Words of a sentence that can be checked as one statement."""

_LEAD = 2
"""Sentences of the lead, where news puts its main event."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A statement in the outlet's own voice, its worth in [0, 1] (not calibrated) and what it rests on."""

    span: Span
    worth: float
    factors: tuple[Factor, ...]
    stems: frozenset[str]


def find_narrated(document: Document) -> list[Narration]:
    """Return the statements most worth a check that no attribution touches, in text order.

    What repeats an attributed content, or a statement that is worth more, is left out.
    """
    words = claim_words(document.language)
    scored = list(candidates(document))
    told = _Told(
        stems_of([t for span in a.content for t in tokenize(document.text, span)], words)
        for a in document.attributions
    )
    chosen: list[Narration] = []
    for narration in sorted(scored, key=lambda n: (-n.worth, n.span)):
        if narration.worth < LEAST_WORTH or len(chosen) == most_narrated(document):
            break
        if not told.holds(narration.stems):
            chosen.append(narration)
            told.add(narration.stems)
    return sorted(chosen, key=lambda n: n.span)


class _Told:
    """What is already said, by the stems of its words.

    What has most of a statement's stems has one at least of its rarest, so only that is compared.
    """

    def __init__(self, said: Iterable[frozenset[str]]) -> None:
        self._having: dict[str, list[frozenset[str]]] = {}
        for stems in said:
            self.add(stems)

    def add(self, stems: frozenset[str]) -> None:
        """Take a statement up into what is said."""
        for stem in stems:
            self._having.setdefault(stem, []).append(stems)

    def holds(self, stems: frozenset[str]) -> bool:
        """Tell whether something that is said has `SAME_SHARE` of these stems."""
        rare = sorted(stems, key=lambda stem: len(self._having.get(stem, ())))
        rare = rare[: math.floor((1 - SAME_SHARE) * len(stems)) + 1]
        near = (other for stem in rare for other in self._having.get(stem, ()))
        return any(likeness(stems, other) >= SAME_SHARE for other in near)


def most_narrated(document: Document) -> int:
    """Return how many narrated claims an article of this length may have."""
    body = sum(sentence.end - sentence.start for sentence in document.sentences)
    return min(MOST, FEWEST + math.floor(body / CHARACTERS_A_CLAIM))


def candidates(document: Document) -> Iterator[Narration]:
    """Yield every piece of a free sentence that can be one statement, with its worth."""
    words = claim_words(document.language)
    weights = Weights(document.weights)
    folded = fold_letters(document.text)
    for number, sentence in enumerate(_free_sentences(document)):
        for piece in _pieces(folded, sentence, words):
            span = _trimmed(document.text, folded, piece, words)
            tokens = list(tokenize(document.text, span))
            if sum(token.is_word for token in tokens) not in _WORDS:
                continue
            signs = signs_of_narrated(document, piece, sentence, words) | (
                {"lead"} if number < _LEAD else set()
            )
            factors = weights.factors(signs)
            yield Narration(span, worth_of(factors), factors, stems_of(tokens, words))


def _free_sentences(document: Document) -> Iterator[Span]:
    """Yield the sentences that no attribution touches; quotations are somebody's, even without a cue."""
    taken = sorted(span for a in document.attributions for span in (*a.content, *a.cue, *a.source))
    # What begins before a sentence ends touches it if any of that ends after the sentence begins.
    ends = list(accumulate((span.end for span in taken), max))
    for sentence in document.sentences:
        before = bisect_left(taken, sentence.end, key=lambda span: span.start)
        if not before or ends[before - 1] <= sentence.start:
            yield sentence


def _pieces(folded: str, sentence: Span, words: ClaimWords) -> Iterator[Span]:
    """Divide a sentence at semicolons and before coordinated verbs, where both parts can stand alone."""
    start = sentence.start
    for match in compiled(words.clause_joints, words.number_words).finditer(
        folded, sentence.start, sentence.end
    ):
        before, after = Span(start, match.start()), Span(match.end(), sentence.end)
        if min(len(before.text(folded).split()), len(after.text(folded).split())) >= _WORDS.start:
            yield before
            start = match.end()
    yield Span(start, sentence.end)


def _trimmed(text: str, folded: str, piece: Span, words: ClaimWords) -> Span:
    """Leave an introductory formula, outer spaces and the full stop outside the statement."""
    intro = compiled(words.introductions).match(folded, piece.start, piece.end)
    start = intro.end() if intro else piece.start
    end = piece.end
    while start < end and not text[start].isalnum() and text[start] not in '"“«‘(':
        start += 1
    while end > start and text[end - 1] in " \n\t.،,;؛":
        end -= 1
    return Span(start, end)
