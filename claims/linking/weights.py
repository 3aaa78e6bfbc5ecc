"""Fitted weights by name: the small models that decide on links, in files that a person can read."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.encoding.errors import ArtefactUnfit

FOLDER = Path(__file__).parent / "data"
CONSTANT = ""
"""The name of the constant, which is 1 in every row."""

Weights = Mapping[str, float]
Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A file of fitted weights: its version, and what it holds."""

    version: str
    facts: dict[str, Any]


def load_fitted(name: str, kind: str) -> Fitted:
    """Return the fitted file `name`; raises `ArtefactUnfit` where it is of another kind."""
    path = FOLDER / name
    stored = json.loads(path.read_text(encoding="utf-8"))
    if stored.get("kind") != kind:
        raise ArtefactUnfit(
            folder=path, field="kind", found=str(stored.get("kind", "nothing")), expected=kind
        )
    return Fitted(stored["version"], stored)


def weighed(weights: Weights, signs: Signs) -> float:
    """Return the weighted sum of the signs; a sign without a weight counts nothing."""
    return weights.get(CONSTANT, 0.0) + sum(weights.get(name, 0.0) * value for name, value in signs.items())


def share(score: float) -> float:
    """Return the logistic function of a score, in [0, 1]."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))
