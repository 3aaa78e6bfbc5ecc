"""The small networks: what they read, and the exact sums they make of it."""

import math
from pathlib import Path

import numpy as np
import pytest

from claims import engine
from claims.nlp.tagger.heads import MODALITIES, Heads, Scorer
from claims.nlp.tagger.nearness import FACTS
from claims.nlp.types import Modality
from tests.tagged_texts import NEAR_LOGIT, PER_STEP, forced, heads

COMMITTED = Path(engine.__file__).parent / "artefacts" / "tagger" / "heads.npz"


def test_a_scorer_is_two_layers_with_a_gaussian_unit_between():
    scorer = Scorer(*(np.array(v, np.float32) for v in ([[2, 0], [0, -1]], [0, 1], [[1, 3]], [0.5])))

    (found,) = scorer(np.array([[0.5, 3]], np.float32))

    active = [x * (1 + math.erf(x / math.sqrt(2))) / 2 for x in (1, -2)]
    assert found == pytest.approx([active[0] + 3 * active[1] + 0.5], abs=1e-6)


def test_a_pair_is_scored_by_the_ends_of_both_runs():
    vectors = forced("....", numbers=[1, 2, 1, 3]).vectors
    runs, cues = np.array([[0, 1], [1, 2]]), np.array([[2, 4], [2, 4]])

    found = heads().pair_scores("source", vectors, (runs, cues), np.zeros((2, FACTS), np.float32))

    assert found == pytest.approx([NEAR_LOGIT, NEAR_LOGIT - PER_STEP], abs=1e-3)


@pytest.mark.parametrize("modality", list(Modality))
def test_the_modality_is_read_off_the_cue(modality):
    vectors = forced("..", modality=modality).vectors

    (chances,) = heads().modality_chances(vectors, np.array([[0, 1]]), np.array([[1, 2]]))

    assert MODALITIES[int(chances.argmax())] is modality
    assert chances.sum() == pytest.approx(1, abs=1e-5)


def test_the_size_of_a_vector_follows_from_the_modality_network():
    assert heads().vector_size == 1 + len(Modality)


def test_the_committed_heads_fit_the_facts_and_labels_of_this_code():
    stored = Heads.load(COMMITTED)

    assert stored.steps.shape == (2, 7, 7)
    assert {s.inner_weights.shape[1] for s in stored.pairs.values()} == {4 * stored.vector_size + FACTS}
    assert stored.modality.outer_weights.shape[0] == len(Modality)
    assert {stored.steps.dtype, stored.modality.inner_bias.dtype} == {np.dtype(np.float32)}
