"""Fitting what decides on links: the screen, kinship and slot of two texts, and calibration."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax

from claims.linking.kinship import Calibration, KinshipModel, slot_signs
from claims.linking.relating.labels import KINSHIPS, SLOTS
from claims.linking.types import SlotKind
from claims.linking.weights import Weights, weighed
from claims.training.linking.examples import Example, told_apart_by, wanted
from claims.training.linking.softmax import Array, as_table, fit_softmax, named

PENALTY = 10.0
"""Ridge penalty on weights per spread of their sign."""
SLOT_PENALTY = 1.0
CALIBRATION_PENALTY = 10.0
"""How strongly a language pair's calibration is held to none: some have few links."""


def fit_screen(examples: Sequence[Example]) -> dict[str, float]:
    """Return weights over nearness for two claims' being about one particular."""
    table = as_table([example.pair.nearness for example in examples])
    answers = [0 if example.is_linked else 1 for example in examples]
    found = fit_softmax(table, answers, classes=2, penalty=1.0)
    return named(table, found[:, 0])


def fit_kinships(examples: Sequence[Example], penalty: float = PENALTY) -> dict[str, dict[str, float]]:
    """Return the weights of each kinship over the signs of the examples."""
    table = as_table([_signs(example) for example in examples])
    answers = wanted(examples)
    found = fit_softmax(table, answers, classes=len(KINSHIPS), penalty=penalty)
    return {name: named(table, found[:, k]) for k, name in enumerate(KINSHIPS)}


def fit_slots(examples: Sequence[Example]) -> dict[str, float]:
    """Return weights over the signs of one particular, so that the right one of a conflict weighs most."""
    conflicts = [e for e in examples if e.kinship == "conflicts" and e.gold.slot]
    rows = [[_slot_signs(e, name) for name in SLOTS] for e in conflicts]
    right = [SLOTS.index(e.gold.slot) for e in conflicts]
    names = sorted({name for row in rows for signs in row for name in signs})
    values = np.array([[[signs.get(name, 0.0) for name in names] for signs in row] for row in rows])

    def cost(weights: Array) -> tuple[float, Array]:
        scores = log_softmax(values @ weights, axis=1)
        at = np.arange(len(right)), right
        gradient = (np.exp(scores)[..., None] * values).sum(axis=(0, 1)) - values[at].sum(axis=0)
        loss = -scores[at].sum() + SLOT_PENALTY * weights @ weights / 2
        return float(loss), gradient + SLOT_PENALTY * weights

    found = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 4) for name, weight in zip(names, found, strict=True)}


def fit_calibration(scores: Array, answers: Sequence[int]) -> Calibration:
    """Return how scores of pairs that were left out of the fit are to be stretched and moved."""
    truth = np.eye(len(KINSHIPS))[np.asarray(answers)]

    def cost(numbers: Array) -> float:
        moved = numbers[0] * scores + np.append(numbers[1:], 0.0)
        held = CALIBRATION_PENALTY * ((numbers[0] - 1) ** 2 + (numbers[1:] ** 2).sum()) / 2
        return float(-(truth * log_softmax(moved, axis=1)).sum() + held)

    start = np.append(1.0, np.zeros(len(KINSHIPS) - 1))
    found = minimize(cost, start, method="Nelder-Mead", options={"maxiter": 4000}).x
    moves = zip(KINSHIPS, found[1:], strict=False)
    return Calibration(round(float(found[0]), 4), {name: round(float(m), 4) for name, m in moves})


def scores_of(examples: Sequence[Example], kinships: Mapping[str, Weights]) -> Array:
    """Return the raw score of each kinship, shape (examples, kinships)."""
    return np.array([[weighed(kinships[k], _signs(e)) for k in KINSHIPS] for e in examples])


def model_of(parts: Mapping[str, Any], calibrations: Mapping[str, Calibration]) -> KinshipModel:
    """Return fitted parts as the model that the engine runs."""
    return KinshipModel("fitting", parts["kinships"], parts["slots"], calibrations)


def _slot_signs(example: Example, name: str) -> dict[str, float]:
    assert example.reading is not None
    return slot_signs(example.pair, example.reading, told_apart_by(example), SlotKind(name))


def _signs(example: Example) -> Mapping[str, float]:
    assert example.signs is not None
    return example.signs
