"""Letters follow their rules, and say which rule it was."""

import pytest

from sources.reliability.grades import SENTENCES, Record, grade_record
from sources.reliability.parameters import GradeRules, Parameters
from sources.reliability.posterior import update_prior
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
    return Record(posterior=posterior, mass=mass, **{"second_reviewed": True, **changes})


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
