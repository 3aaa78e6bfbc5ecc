"""Likeness of vectors within and across languages."""

import numpy as np
import pytest

from claims.linking.similarity import centre_languages, score_cosines, score_margins


def unit(rows: list[list[float]]) -> np.ndarray:
    vectors = np.array(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_the_cosine_of_a_vector_with_itself_is_one():
    vectors = unit([[1, 2, 3], [-4, 0, 1]])

    assert np.diag(score_cosines(vectors, vectors)) == pytest.approx([1, 1])


def test_the_margin_sees_through_a_sentence_that_is_near_to_everything():
    left = unit([[1.0, 0.4, 0.0], [0.9, -0.5, 0.3], [0.9, -0.3, -0.5]])
    hub = [1.0, -0.1, 0.0]
    right = unit([[0.6, 0.95, 0.0], hub])

    assert score_cosines(left, right)[0].argmax() == 1
    assert score_margins(left, right)[0].argmax() == 0


def test_margins_of_an_empty_side_are_empty():
    vectors = unit([[1, 0]])

    assert score_margins(vectors, vectors[:0]).shape == (1, 0)
    assert score_margins(vectors[:0], vectors).shape == (0, 1)


def test_centring_takes_away_what_a_language_shares():
    generator = np.random.default_rng(5)
    meanings = generator.normal(size=(60, 16))
    accent = np.zeros(16)
    accent[0] = 12.0
    vectors = unit(np.concatenate([meanings, meanings + accent]).tolist())
    languages = ["en"] * 60 + ["ar"] * 60

    centred = centre_languages(vectors, languages)

    across = score_cosines(centred[:60], centred[60:])
    assert (across.argmax(axis=1) == np.arange(60)).all()
    assert np.diag(across).mean() > np.diag(score_cosines(vectors[:60], vectors[60:])).mean()


def test_centring_keeps_unit_length_and_order():
    vectors = unit([[1, 2], [2, 1], [3, -1]])

    centred = centre_languages(vectors, ["en", "ar", "en"])

    assert np.linalg.norm(centred, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_a_lone_sentence_of_a_language_is_not_taken_away_altogether():
    vectors = unit([[1, 0], [0, 1], [0.1, 1], [-0.1, 1]])

    centred = centre_languages(vectors, ["en", "ar", "ar", "ar"])

    assert np.isfinite(centred).all()
    assert np.linalg.norm(centred[0]) == pytest.approx(1, abs=1e-5)


def test_nothing_to_centre_is_no_trouble():
    assert centre_languages(np.empty((0, 3), dtype=np.float32), []).shape == (0, 3)
