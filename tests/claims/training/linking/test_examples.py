"""Gold links become examples; a denial turns what the texts are to each other round."""

import pytest

from claims.nlp.types import Modality
from claims.training.linking.examples import NONE, Example
from claims.training.linking.scoring import expected_error
from claims.training.linking.stories import GoldLink
from tests.claims.linking.pairs import pair_of, record


def example(gold, modality=Modality.ASSERTED):
    pair = pair_of(record("a", "The gate was closed"), record("b", "the gate was closed", modality=modality))
    return Example(pair, frozenset({"story"}), gold)


@pytest.mark.parametrize(
    ("gold", "kinship"),
    [
        (GoldLink("corroborates"), "same"),
        (GoldLink("conflicts", "number"), "conflicts"),
        (GoldLink("updates"), "updates"),
        (GoldLink("related"), "other"),
        (NONE, "other"),
    ],
)
def test_a_gold_link_tells_what_the_texts_are_to_each_other(gold, kinship):
    assert example(gold).kinship == kinship


def test_what_a_denial_denies_is_the_same_text():
    assert example(GoldLink("conflicts", "polarity"), Modality.DENIED).kinship == "same"


def test_a_denial_that_agrees_denies_an_opposite_text():
    assert example(GoldLink("corroborates"), Modality.DENIED).kinship == "conflicts"


def test_stated_chances_that_come_true_as_often_have_no_error():
    assert expected_error([(0.75, True, 1), (0.75, True, 1), (0.75, True, 1), (0.75, False, 1)]) == 0


def test_too_sure_chances_have_an_error():
    assert expected_error([(0.95, True, 1), (0.95, False, 1)]) == pytest.approx(0.45)


def test_what_counts_often_weighs_in_the_error():
    assert expected_error([(0.5, True, 1), (0.5, False, 1)]) == 0
    assert expected_error([(0.5, True, 1), (0.5, False, 3)]) == pytest.approx(0.25)
