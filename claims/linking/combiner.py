"""The fitted combiner: what the likeness and the particulars of a pair say together."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claims.encoding.errors import ArtefactUnfit
from claims.linking.alignment import FEATURES

_PARAMETERS = Path(__file__).parent / "data" / "combiner.json"


@dataclass(frozen=True, slots=True)
class Combiner:
    """A logistic regression over `FEATURES`, in that order."""

    version: str
    weights: tuple[float, ...]

    def probability(self, features: Sequence[float]) -> float:
        """Return the probability in [0, 1] that the two claims are about one particular."""
        score = sum(weight * feature for weight, feature in zip(self.weights, features, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def load_combiner() -> Combiner:
    """Return the combiner that comes with the project; `data/combiner.json` says how it was fitted.

    Raises `ArtefactUnfit` if it was fitted for other features.
    """
    stored = json.loads(_PARAMETERS.read_text(encoding="utf-8"))
    if list(stored["weights"]) != list(FEATURES):
        raise ArtefactUnfit(
            folder=str(_PARAMETERS),
            field="weights",
            found=", ".join(stored["weights"]),
            expected=", ".join(FEATURES),
        )
    return Combiner(stored["version"], tuple(stored["weights"].values()))
