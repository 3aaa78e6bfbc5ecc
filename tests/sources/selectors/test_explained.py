"""One source's record with all that it is made of."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sources.selectors.explained import record_of
from tests.factories import make_record, make_source

UPHELD, REFUTED = "true", "false"


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def test_what_moved_the_record_adds_up_to_it(outlet):
    make_record(outlet, UPHELD, REFUTED, UPHELD, "mixed")

    record = record_of(outlet, as_of=timezone.now())

    moved = sum(entry.points for entry in record.moved)
    assert record.explanation.prior_mean * 100 + moved == pytest.approx(record.card.mean * 100)
    assert [entry.row.rating for entry in record.moved] == ["mixed", UPHELD, REFUTED, UPHELD]


def test_a_verdict_that_establishes_nothing_is_left_out_with_its_reason(outlet):
    make_record(outlet, UPHELD, "unverified")

    (entry,) = record_of(outlet, as_of=timezone.now()).left_out

    assert (entry.row.rating, entry.item.reason) == ("unverified", "unverified")


def test_the_record_of_a_past_day_knows_nothing_of_later_verdicts(outlet):
    make_record(outlet, UPHELD, UPHELD, UPHELD)

    record = record_of(outlet, as_of=timezone.now() - timedelta(days=15))

    assert record.card.outcome_count == 1


def test_a_young_record_has_no_trend(outlet):
    make_record(outlet, UPHELD, UPHELD, UPHELD)

    assert record_of(outlet, as_of=timezone.now()).trend is None


def test_a_record_that_turned_has_a_trend_beyond_chance(outlet):
    make_record(outlet, *[UPHELD] * 25, *[REFUTED] * 25)

    trend = record_of(outlet, as_of=timezone.now()).trend

    assert trend.points < -20
    assert not trend.may_be_chance


def test_a_record_costs_three_queries(outlet, django_assert_num_queries):
    make_record(outlet, UPHELD, REFUTED)

    with django_assert_num_queries(3):
        record_of(outlet, as_of=timezone.now())
