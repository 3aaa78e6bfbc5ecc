"""What the fitting of the vote counts as right."""

import pytest

from claims.training.vote import calibration_error, is_same_name, nearest
from tests.tagged_texts import reading


@pytest.mark.parametrize(
    ("name", "marked", "same"),
    [
        pytest.param("Nora Field", "Nora Field", True, id="equal"),
        pytest.param("nora field", "Nora Field", True, id="case"),
        pytest.param("the mayor", "mayor", True, id="article"),
        pytest.param("Nora Field", "harbour master Nora Field", False, id="title-in-the-mark-alone"),
        pytest.param("former head of old harbour Nora Field", "Nora Field", False, id="five-words-before"),
        pytest.param("head of old harbour Nora Field", "Nora Field", True, id="four-words-before"),
        pytest.param("Nora", "Nora Field", False, id="first-name-alone"),
        pytest.param("Field", "Nora Field", False, id="last-name-alone"),
        pytest.param("Nora Field", "Lena Borg", False, id="another"),
        pytest.param("", "Nora Field", False, id="nobody-for-somebody"),
        pytest.param("Nora Field", "", False, id="somebody-for-nobody"),
        pytest.param("", "", True, id="nobody"),
        pytest.param("أحمد الحلو", "احمد الحلو", True, id="spelling-of-alif"),
        pytest.param("مدير الميناء سامر الحلو", "سامر الحلو", True, id="arabic-title"),
    ],
)
def test_names_are_the_same_when_they_fold_to_one(name, marked, same):
    assert is_same_name(name, marked) is same


def test_the_nearest_mark_has_the_most_of_the_content():
    far, near = reading((0, 20)), reading((8, 30))

    assert nearest(reading((10, 30)), [far, near]) is near


def test_of_marks_on_one_content_the_source_tells_the_nearest():
    ann, bob = reading((10, 30), source=(0, 3)), reading((10, 30), source=(40, 43))

    assert nearest(reading((10, 30), source=(40, 43)), [ann, bob]) is bob


def test_a_reading_that_shares_less_than_half_is_of_no_mark():
    assert nearest(reading((10, 30)), [reading((25, 60))]) is None
    assert nearest(reading((10, 30)), []) is None


def test_chances_that_come_true_as_often_as_they_say_have_no_error():
    chances = [0.25] * 4 + [0.75] * 4
    answers = [True, False, False, False, True, True, True, False]

    assert calibration_error(chances, answers, bins=2) == pytest.approx(0)


@pytest.mark.parametrize(
    ("chances", "answers", "error"),
    [
        pytest.param([1.0, 1.0], [False, False], 1, id="always-wrong"),
        pytest.param([0.9, 0.9], [True, False], 0.4, id="too-sure"),
        pytest.param([0.2, 0.8], [False, True], 0.2, id="not-sure-enough"),
        pytest.param([], [], 0, id="nothing"),
    ],
)
def test_the_error_is_the_mean_distance_of_chance_and_share(chances, answers, error):
    assert calibration_error(chances, answers, bins=2 if len(set(chances)) > 1 else 1) == pytest.approx(error)


def test_bins_have_equal_mass_whatever_the_order():
    chances = [0.9, 0.1, 0.9, 0.1]

    assert calibration_error(chances, [True, False, True, False], bins=2) == pytest.approx(0.1)
