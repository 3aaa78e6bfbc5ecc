"""The tagger's small networks on top of the large one: which runs belong together, and what the cue does."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from claims.nlp.tagger.nearness import Facts, Places
from claims.nlp.types import Modality

Numbers = NDArray[np.float32]

MODALITIES = tuple(Modality)
"""The order in which the modality network gives its answers."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """Two layers with a Gaussian error linear unit (Hendrycks, Gimpel 2016) between them."""

    inner_weights: Numbers
    inner_bias: Numbers
    outer_weights: Numbers
    outer_bias: Numbers

    def __call__(self, inputs: Numbers) -> Numbers:
        """Return logits, shape (n, outputs)."""
        inner = inputs @ self.inner_weights.T + self.inner_bias
        active = 0.5 * inner * (1 + erf(inner / np.sqrt(2)))
        return np.asarray(active @ self.outer_weights.T + self.outer_bias, np.float32)


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
        return self.pairs[role](np.concatenate([_ends(vectors, *pairs), facts], axis=1))[:, 0]

    def modality_chances(self, vectors: Numbers, contents: Places, cues: Places) -> Numbers:
        """Return the probability of each of `MODALITIES` of each content under its cue, shape (n, 5)."""
        logits = self.modality(_ends(vectors, contents, cues))
        chances = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float32)


def _ends(vectors: Numbers, runs: Places, cues: Places) -> Numbers:
    at = (runs[:, 0], runs[:, 1] - 1, cues[:, 0], cues[:, 1] - 1)
    return np.concatenate([vectors[places] for places in at], axis=1)


def _scorer(arrays: dict[str, Numbers], name: str) -> Scorer:
    inner, outer = (f"{name}.0", f"{name}.3")
    return Scorer(
        arrays[f"{inner}.weight"], arrays[f"{inner}.bias"], arrays[f"{outer}.weight"], arrays[f"{outer}.bias"]
    )
