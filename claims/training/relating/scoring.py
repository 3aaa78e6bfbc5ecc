"""How well a network tells inference apart, set by set."""

from collections.abc import Mapping, Sequence

import numpy as np

from claims.training.relating.batches import Example
from claims.training.relating.fitting import read_pairs
from claims.training.relating.network import Relater


def inference_accuracy(relater: Relater, examples: Sequence[Example]) -> float:
    """Return the share of pairs whose label, first text towards second, is the likeliest one."""
    logits = read_pairs(relater, examples)["forward"]
    wanted = np.array([example.pair.forward for example in examples])
    return float((logits.argmax(axis=1) == wanted).mean())


def accuracies(relater: Relater, sets: Mapping[str, Sequence[Example]]) -> str:
    """Return one line that tells the accuracy on each set."""
    found = {name: inference_accuracy(relater, examples) for name, examples in sets.items()}
    return ", ".join(f"{name} {value:.3f}" for name, value in found.items())
