"""A difference in polarity is one of the shared predicate, not of any negative word nearby."""

from datetime import date

import pytest

from claims.linking.alignment import Pair
from claims.linking.comparison import compare_slots
from claims.linking.particulars import Particulars
from claims.linking.relations import judge_pair
from claims.linking.slots.polarity import find_polarity
from claims.linking.types import ClaimRecord, Relation, SlotKind
from claims.linking.words import split_words
from claims.nlp.types import Modality

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


def record(name, text, modality=ASSERTED, cue=""):
    return ClaimRecord(
        id=name,
        article_id=name,
        language="en",
        text=text,
        modality=modality,
        attributed=True,
        chain=(),
        published_on=date(2023, 5, 9),
        cue=cue,
    )


def judged(a, b, rank=0):
    first, second = Particulars(a), Particulars(b)
    pair = Pair(
        a=first,
        b=second,
        cosine=0.5,
        margin=0.3,
        rank_a=rank,
        rank_b=rank,
        affinity=0.4,
        comparison=compare_slots(first, second),
    )
    return judge_pair(pair, 0.9)


@pytest.mark.parametrize("text", AFFIRMED)
def test_a_negative_word_inside_a_phrase_leaves_the_claim_affirmed(text):
    assert not any(clause.negative for clause in find_polarity(split_words(text)))


@pytest.mark.parametrize("text", NEGATED)
def test_a_negated_main_clause_is_negative(text):
    assert any(clause.negative for clause in find_polarity(split_words(text)))


@pytest.mark.parametrize(("a", "b", "conflict"), SIDES)
def test_what_is_denied_and_how_it_is_worded_decide_the_side_together(a, b, conflict):
    found = judged(record("a", *a), record("b", *b))

    assert (found.relation is Relation.CONFLICTS) is conflict
    assert conflict or found.relation is Relation.CORROBORATES


def test_a_denial_leaves_alone_what_shares_only_its_day():
    found = judged(
        record("a", "any guard had been dismissed on Monday", DENIED),
        record("b", "the museum sold two paintings on Monday"),
        rank=3,
    )

    assert found.relation is Relation.RELATED


def test_the_negating_phrase_is_given_whole():
    found = judged(record("a", "توصل الطرفان إلى اتفاق"), record("b", "تفرق الطرفان من دون اتفاق"))

    assert found.finding.kind is SlotKind.POLARITY
    assert found.finding.texts == ("", "من دون")


def test_a_denial_is_worded_by_its_cue_and_what_it_denies_by_nothing():
    found = judged(
        record("a", "the gate was closed", DENIED, cue="rejected claims that"),
        record("b", "the gate was closed", cue="said"),
    )

    assert found.finding.texts == ("rejected claims that", "")
