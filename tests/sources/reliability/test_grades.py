"""Letters follow their rules, and say which rule it was."""

import math

import numpy as np
import pytest

from sources.reliability.grades import RULES, SENTENCES, grade_record
from sources.reliability.parameters import GradeRules, Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.record import Record
from sources.reliability.types import Letter

CASES = [
    pytest.param(3.2, 3.2, Letter.F, "too_few_checked", id="three-of-eight"),
    pytest.param(7.99, 7.99, Letter.F, "too_few_checked", id="just-below-eight"),
    pytest.param(8, 8, Letter.C, "upheld_partly", id="eight-upheld"),
    pytest.param(14.25, 15, Letter.B, "upheld_mostly", id="fifteen-at-95-percent"),
    pytest.param(30, 30, Letter.A, "upheld_long", id="thirty-upheld"),
    pytest.param(9, 20, Letter.F, "undecided", id="even"),
    pytest.param(4, 12, Letter.D, "often_refuted", id="a-third-of-twelve"),
    pytest.param(2, 20, Letter.E, "mostly_refuted", id="a-tenth-of-twenty"),
]


def record(upheld, mass, **changes):
    posterior = update_prior(parameters=Parameters(), upheld=upheld, mass=mass)
    facts = {
        "alpha": posterior.alpha,
        "beta": posterior.beta,
        "mass": mass,
        "balanced_mass": mass,
        "days_since_refuted": math.inf,
    }
    numbers = {name: np.array([float(value)]) for name, value in {**facts, **changes}.items()}
    return Record(**{**numbers, "second_reviewed": np.array([changes.get("second_reviewed", True)])})


@pytest.mark.parametrize(("upheld", "mass", "letter", "reason"), CASES)
def test_the_first_rule_that_fits_gives_the_letter(upheld, mass, letter, reason):
    grade = grade_record(record(upheld, mass), rules=GradeRules())

    assert (grade.letter, grade.reason) == (letter, reason)
    assert "{" not in SENTENCES[grade.reason].format(**grade.facts)


def test_too_few_says_how_many_of_how_many():
    grade = grade_record(record(3.2, 3.9), rules=GradeRules())

    assert SENTENCES[grade.reason].format(**grade.facts) == "Not enough checked claims: 3 of 8."


def test_there_is_no_letter_without_a_second_reviewer():
    grade = grade_record(record(30, 30, second_reviewed=False), rules=GradeRules())

    assert (grade.letter, grade.reason) == (Letter.F, "no_second_review")


def test_a_refuted_claim_within_a_year_withholds_the_best_letter():
    grade = grade_record(record(40, 40, days_since_refuted=100), rules=GradeRules())

    assert grade.letter == Letter.B


def test_a_record_that_rests_on_one_person_says_how_much_of_it_counts():
    grade = grade_record(record(20, 20, balanced_mass=5.5), rules=GradeRules())

    assert (grade.letter, grade.reason, grade.facts["checked"]) == (Letter.F, "one_sided", 5)


LEAVING = [
    pytest.param(Letter.B, record(13.7, 15), Letter.B, "keeps_letter", id="just-below-b-holds-it"),
    pytest.param(Letter.C, record(13.7, 15), Letter.C, "upheld_partly", id="just-below-b-does-not-reach-it"),
    pytest.param(Letter.B, record(13.0, 15), Letter.C, "upheld_partly", id="well-below-b-leaves-it"),
    pytest.param(Letter.C, record(9.2, 20), Letter.C, "keeps_letter", id="just-below-even-holds-c"),
    pytest.param(None, record(9.2, 20), Letter.F, "undecided", id="just-below-even-does-not-reach-c"),
    pytest.param(Letter.D, record(19.8, 40), Letter.D, "keeps_letter", id="no-longer-clearly-d-holds-it"),
]


@pytest.mark.parametrize(("holding", "found", "letter", "reason"), LEAVING)
def test_a_letter_in_force_gives_way_only_when_its_threshold_is_passed_clearly(
    holding, found, letter, reason
):
    grade = grade_record(found, rules=GradeRules(), holding=holding, slack=0.03)

    assert (grade.letter, grade.reason) == (letter, reason)


def test_every_reason_has_its_sentence():
    assert {rule.reason for rule in RULES} | {"undecided", "keeps_letter", "awaiting_nights"} == set(
        SENTENCES
    )
