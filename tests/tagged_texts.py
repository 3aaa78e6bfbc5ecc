"""Texts as a tagger sees them, built by hand: words as pieces, scores that force labels, small heads."""

import re
from collections.abc import Sequence

import numpy as np

from claims.nlp.tagger.decoding import Readout, Tagged
from claims.nlp.tagger.heads import Heads
from claims.nlp.tagger.labels import LABELS, LEVELS, allowed_steps
from claims.nlp.tagger.nearness import FACTS
from claims.nlp.tagger.pieces import END, Pieces
from claims.nlp.types import Attribution, AttributionForm, Modality, QuoteKind, Span

Pairs = Sequence[int] | Sequence[Sequence[int]]

_PIECE = re.compile(r"\n+|\w+|[^\w\s]")
_LETTERS = ".CcQqSs"
"""One letter a label: outside, then beginning and inside of content, cue (Q) and source."""

FORCE = 12.0
NEAR_LOGIT, PER_STEP = 5.0, 10.0
"""What `heads` give a run and a cue of one number, and what each step between their numbers costs."""


def word_pieces(text: str) -> Pieces:
    """Return the words and marks of `text` as its pieces, with one piece between two paragraphs."""
    rows = []
    for match in _PIECE.finditer(text):
        broken = match.group().startswith("\n")
        start, end = (match.end(), match.end()) if broken else match.span()
        rows.append((END if broken else 10 + len(rows), start, end, broken, match.group() in ".!?؟"))
    table = np.array(rows, np.int64).reshape(-1, 5)
    ids, starts, ends, breaks, stops = table.T
    return Pieces(ids, starts, ends, np.zeros_like(ids), breaks.astype(bool), stops.astype(bool))


def forced(
    outer: str, inner: str = "", numbers: Sequence[float] = (), modality: Modality = Modality.ASSERTED
) -> Readout:
    """Return a readout whose best labels are the letters given, a letter a piece.

    Runs belong to the cue with the same number: `heads` reads it off the vectors.
    """
    inner = inner or "." * len(outer)
    scores = np.zeros((len(outer), LEVELS, len(LABELS)), np.float32)
    for level, letters in enumerate((outer, inner)):
        for place, letter in enumerate(letters):
            scores[place, level, _LETTERS.index(letter)] = FORCE
    vectors = np.zeros((len(outer), 1 + len(Modality)), np.float32)
    vectors[:, 0] = numbers or 0
    vectors[:, 1 + list(Modality).index(modality)] = FORCE
    return Readout(scores, vectors)


def heads() -> Heads:
    """Return heads that link runs and cues of equal numbers, and read the modality off the cue's vector."""
    size = 1 + len(Modality)
    apart = np.zeros((2, 4 * size + FACTS), np.float32)
    apart[:, 0], apart[:, 2 * size] = (PER_STEP, -PER_STEP), (-PER_STEP, PER_STEP)
    arrays = {"steps": np.stack([allowed_steps()] * LEVELS)}
    for role in ("content", "source"):
        arrays[f"pairs.{role}.0.weight"], arrays[f"pairs.{role}.0.bias"] = apart, np.zeros(2, np.float32)
        arrays[f"pairs.{role}.3.weight"] = np.full((1, 2), -1, np.float32)
        arrays[f"pairs.{role}.3.bias"] = np.full(1, NEAR_LOGIT, np.float32)
    seen = np.zeros((len(Modality), 4 * size), np.float32)
    seen[np.arange(len(Modality)), 2 * size + 1 + np.arange(len(Modality))] = 1
    arrays["modality.0.weight"], arrays["modality.0.bias"] = seen, np.zeros(len(Modality), np.float32)
    arrays["modality.3.weight"] = np.eye(len(Modality), dtype=np.float32)
    arrays["modality.3.bias"] = np.zeros(len(Modality), np.float32)
    return Heads.of(arrays)


def tagged(
    text: str, content: str | Sequence[str], cue: str = "", source: str = "", **chances: object
) -> Tagged:
    """Return an attribution over the `word_pieces` of `text` that these words of it touch."""
    contents = [content] if isinstance(content, str) else content

    def run(role: str, words: str) -> tuple[str, int, int]:
        at = text.index(words)
        place = word_pieces(text).covering(at, at + len(words))
        assert place is not None
        return (role, *place)

    told = {"level": 0, "content_chance": 0.9, "cue_chance": 0.9, "link_chance": 0.9, "source_chance": 0.9}
    return Tagged(
        contents=tuple(run("content", words) for words in contents),
        cue=run("cue", cue) if cue else None,
        source=run("source", source) if source else None,
        **(told | {"modality": {Modality.ASSERTED: 1.0}} | chances),
    )


def reading(content: Pairs, cue: Pairs = (), source: Pairs = (), **facts: object) -> Attribution:
    """Return an attribution whose parts are these pairs of characters, or one pair."""

    def spans(pairs: Pairs) -> tuple[Span, ...]:
        return tuple(Span(*pair) for pair in ([pairs] if pairs and isinstance(pairs[0], int) else pairs))

    told = {"quote": QuoteKind.INDIRECT, "form": AttributionForm.CLAUSE, "modality": Modality.ASSERTED}
    return Attribution(
        content=spans(content),
        cue=spans(cue),
        source=spans(source),
        **({"cue_key": "say", "cue_class": "assertive"} | told | facts),
    )


class WordTagger:
    """A tagger that knows by heart what stands in a text, over pieces that are words."""

    version = "words-1"

    def __init__(self, *known: Tagged, broadly: Sequence[Tagged] = ()) -> None:
        self.known, self.broadly = list(known), list(broadly)

    def __call__(self, text: str, *, broad: bool = False) -> tuple[Pieces, list[Tagged]]:
        """Return what it knows, and what it knows `broadly` if that is asked for."""
        return word_pieces(text), [*self.known, *(self.broadly if broad else [])]
