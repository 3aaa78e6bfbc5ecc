"""The tagger's small networks on top of the large one: which runs belong together, and what the cue does."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.nearness import Facts, Places
from claims.nlp.types import Modality

Numbers = NDArray[np.float32]

MODALITIES = tuple(Modality)
"""The order in which the modality network gives its answers."""

_ONE_THREAD = 200_000
"""Multiplications beyond which OpenBLAS wakes threads on all cores (4 * 65536, its interface/gemm.c).

They spin while they wait, and cost more than the product.
"""

_SLOPE = np.float32(0.3275911)
_TERMS = tuple(np.float32(n) for n in (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429))


@dataclass(frozen=True, slots=True)
class Scorer:
    """Two layers with a Gaussian error linear unit (Hendrycks, Gimpel 2016) between them."""

    inner_weights: Numbers
    inner_bias: Numbers
    outer_weights: Numbers
    outer_bias: Numbers

    def __call__(self, inputs: Numbers) -> Numbers:
        """Return logits, shape (n, outputs)."""
        return self.outer(_product(inputs, self.inner_weights.T))

    def outer(self, inner: Numbers) -> Numbers:
        """Return the logits of what the first layer makes of the inputs before its bias."""
        active = activated(inner + self.inner_bias)
        return np.asarray(np.vecdot(active[:, None], self.outer_weights) + self.outer_bias, np.float32)


@dataclass(frozen=True, slots=True)
class Heads:
    """What decoding needs besides the label scores; `steps` has shape (2, 7, 7)."""

    steps: Numbers
    pairs: dict[str, Scorer]
    modality: Scorer

    @property
    def vector_size(self) -> int:
        """How many numbers a link vector has: a quarter of what the modality network reads."""
        return int(self.modality.inner_weights.shape[1]) // 4

    @classmethod
    def load(cls, path: Path) -> "Heads":
        """Read the heads that training wrote as an `.npz` file."""
        with np.load(path) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in stored.files}
        return cls.of(arrays)

    @classmethod
    def of(cls, arrays: dict[str, Numbers]) -> "Heads":
        """Return the heads in `arrays`, named as training names its parameters."""
        return cls(
            steps=arrays["steps"],
            pairs={role: _scorer(arrays, f"pairs.{role}") for role in ("content", "source")},
            modality=_scorer(arrays, "modality"),
        )

    def pair_scores(self, role: str, vectors: Numbers, pairs: tuple[Places, Places], facts: Facts) -> Numbers:
        """Return the logit that each run of `role` belongs to the cue in the same row, shape (n,)."""
        scorer, size = self.pairs[role], 2 * vectors.shape[1]
        inner = _product(facts, scorer.inner_weights[:, 2 * size :].T)
        for number, runs in enumerate(pairs):
            # A run is in many pairs; the first layer reads it once.
            _, first, which = np.unique(runs @ [len(vectors) + 1, 1], return_index=True, return_inverse=True)
            weights = scorer.inner_weights[:, number * size : (number + 1) * size]
            inner += _product(_ends(vectors, runs[first]), weights.T)[which]
        return scorer.outer(inner)[:, 0]

    def modality_chances(self, vectors: Numbers, contents: Places, cues: Places) -> Numbers:
        """Return the probability of each of `MODALITIES` of each content under its cue, shape (n, 5)."""
        logits = self.modality(_ends(vectors, contents, cues))
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float32)


def _ends(vectors: Numbers, *runs: Places) -> Numbers:
    at = [places for run in runs for places in (run[:, 0], run[:, 1] - 1)]
    return np.concatenate([vectors[places] for places in at], axis=1)


def _product(rows: Numbers, weights: Numbers) -> Numbers:
    """Return the product of two matrices, made some rows at a time so that one thread makes it."""
    result = np.empty((len(rows), weights.shape[1]), np.float32)
    few = max(1, _ONE_THREAD // weights.size)
    for begin in range(0, len(rows), few):
        result[begin : begin + few] = rows[begin : begin + few] @ weights
    return result


def activated(numbers: Numbers) -> Numbers:
    """Return the Gaussian error linear unit of numbers, right to 1e-6 in single precision.

    The error function is formula 7.1.26 of Abramowitz and Stegun, Handbook of Mathematical Functions (1964):
    at a tenth of the time of one that is right to the last digit.
    """
    size = np.abs(numbers) * np.float32(1 / np.sqrt(2))
    part = 1 / (1 + _SLOPE * size)
    tail = np.full_like(part, _TERMS[-1])
    for term in _TERMS[-2::-1]:
        tail = tail * part + term
    tail *= part * np.exp(-size * size)
    return np.asarray(np.maximum(numbers, 0) - np.float32(0.5) * np.abs(numbers) * tail, np.float32)


def _scorer(arrays: dict[str, Numbers], name: str) -> Scorer:
    inner, outer = (f"{name}.0", f"{name}.3")
    return Scorer(
        arrays[f"{inner}.weight"], arrays[f"{inner}.bias"], arrays[f"{outer}.weight"], arrays[f"{outer}.bias"]
    )
