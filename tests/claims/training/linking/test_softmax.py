"""Softmax regression finds which signs speak for which class."""

import random

import pytest

from claims.linking.weights import weighed
from claims.training.linking.softmax import as_table, fit_softmax, named

CLASSES = ("same", "conflicts", "other")


@pytest.fixture
def rows():
    """300 rows of which "alike" speaks for the first class, "opposed" for the second, "noise" for none."""
    chance = random.Random(3)
    found = []
    for _ in range(300):
        answer = chance.randrange(3)
        found.append(
            (
                {
                    "alike": float(answer == 0) + chance.gauss(0, 0.4),
                    "opposed": float(answer == 1) + chance.gauss(0, 0.4),
                    "noise": chance.gauss(0, 1),
                },
                answer,
            )
        )
    return found


def fitted(rows, penalty=1.0):
    table = as_table([signs for signs, _ in rows])
    found = fit_softmax(table, [answer for _, answer in rows], classes=3, penalty=penalty)
    return {name: named(table, found[:, k]) for k, name in enumerate(CLASSES)}


def test_each_class_is_spoken_for_by_its_sign(rows):
    weights = fitted(rows)

    assert weights["same"]["alike"] > 2 > abs(weights["same"].get("noise", 0))
    assert weights["conflicts"]["opposed"] > 2


def test_most_rows_get_their_own_class(rows):
    weights = fitted(rows)

    right = [
        max(CLASSES, key=lambda name, s=signs: weighed(weights[name], s)) == CLASSES[answer]
        for signs, answer in rows
    ]
    assert sum(right) / len(right) > 0.85


def test_a_stronger_penalty_holds_the_weights_back(rows):
    assert fitted(rows, penalty=100)["same"]["alike"] < fitted(rows)["same"]["alike"]


def test_a_sign_that_hardly_shows_has_no_weight(rows):
    rows[0][0]["rare"] = 1.0

    assert "rare" not in fitted(rows)["same"]
