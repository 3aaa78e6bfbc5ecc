"""A difference in polarity is one of the shared predicate, not of any negative word nearby."""

import pytest

from claims.linking.slots.polarity import find_polarity
from claims.linking.types import Agreement, SlotKind
from claims.linking.words import split_words
from claims.nlp.types import Modality
from tests.claims.linking.pairs import pair_of, record

AFFIRMED = [
    pytest.param("The bridge opened without a ceremony", id="en-without"),
    pytest.param("The pool level fell to almost nothing", id="en-almost-nothing"),
    pytest.param("The clerks will strike unless they are not paid", id="en-unless"),
    pytest.param("The toll will not exceed nine", id="en-bound"),
    pytest.param("افتتح الجسر من دون مراسم", id="ar-without"),
    pytest.param("سيضرب الكتبة ما لم تصرف رواتبهم", id="ar-unless"),
    pytest.param("لن يتجاوز السعر تسعة دنانير", id="ar-bound"),
    pytest.param("لن يمر الأمر دون عقاب", id="ar-double-negative"),
    pytest.param("لم يبق في المخزن سوى كيسين", id="ar-only"),
]
NEGATED = [
    pytest.param("The bridge did not open", id="en-not"),
    pytest.param("لم يفتح الجسر", id="ar-not"),
    pytest.param("The bridge did not open until Monday", id="en-main-clause-of-until"),
]
ASSERTED, DENIED = Modality.ASSERTED, Modality.DENIED
SIDES = [
    pytest.param(
        ("The wells were closed", DENIED), ("The wells were not closed", ASSERTED), False, id="denied-is-not"
    ),
    pytest.param(
        ("The wells were closed", DENIED), ("The wells were closed", ASSERTED), True, id="denied-against-is"
    ),
    pytest.param(
        ("The wells were not closed", DENIED),
        ("The wells were not closed", ASSERTED),
        True,
        id="denied-not-against-not",
    ),
    pytest.param(
        ("انتهى الاجتماع من دون اتفاق", ASSERTED),
        ("The meeting ended without agreement", ASSERTED),
        False,
        id="both-without",
    ),
    pytest.param(
        ("The two clubs reached an agreement", ASSERTED),
        ("The two clubs parted without agreement", ASSERTED),
        True,
        id="without-negates-what-follows",
    ),
]


@pytest.mark.parametrize("text", AFFIRMED)
def test_a_negative_word_inside_a_phrase_leaves_the_claim_affirmed(text):
    assert not any(clause.negative for clause in find_polarity(split_words(text)))


@pytest.mark.parametrize("text", NEGATED)
def test_a_negated_main_clause_is_negative(text):
    assert any(clause.negative for clause in find_polarity(split_words(text)))


@pytest.mark.parametrize(("a", "b", "conflict"), SIDES)
def test_what_is_denied_and_how_it_is_worded_decide_the_side_together(a, b, conflict):
    (first, first_modality), (second, second_modality) = a, b
    pair = pair_of(record("a", first, modality=first_modality), record("b", second, modality=second_modality))

    found = pair.comparison[SlotKind.POLARITY].agreement
    assert found is (Agreement.DIFFERENT if conflict else Agreement.SAME)


def test_the_negating_phrase_is_given_whole():
    pair = pair_of(record("a", "توصل الطرفان إلى اتفاق"), record("b", "تفرق الطرفان من دون اتفاق"))

    assert pair.comparison[SlotKind.POLARITY].texts == ("", "من دون")
