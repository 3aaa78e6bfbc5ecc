"""What holds of the source model whatever the outcomes are; the numbers are those of REL-1, 4.11."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reliability.groups import GroupedSource, estimate_priors
from sources.reliability.ledger import Ledger
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Letter, Rating, Role
from tests.sources.reliability.outcomes import (
    LEISURELY,
    NOW,
    outcome,
    outcomes_rated,
    random_estimates,
    random_outcomes,
)

PARAMETERS = Parameters()
JUDGED = [rating for rating in Rating if rating != Rating.UNVERIFIED]


def score(outcomes, as_of=NOW, estimates=()):
    return score_source(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)


# 1
@LEISURELY
@given(random_outcomes(), random_estimates(), st.randoms(use_true_random=False))
def test_events_in_another_order_give_the_same_snapshot(outcomes, estimates, random):
    at_once = [replace(item, recorded_at=NOW - timedelta(days=9)) for item in outcomes]
    shuffled = random.sample(at_once, len(at_once))
    estimates_shuffled = random.sample(estimates, len(estimates))

    assert score(shuffled, estimates=estimates_shuffled).digest == score(at_once, estimates=estimates).digest


# 2
@LEISURELY
@given(random_outcomes(), random_estimates())
def test_replaying_all_events_equals_updating_with_each(outcomes, estimates):
    ledger = Ledger(parameters=PARAMETERS)
    for item in sorted(outcomes, key=lambda found: found.recorded_at):
        ledger.add(item)

    posterior, card = ledger.posterior(NOW, estimates=estimates), score(outcomes, estimates=estimates)

    assert posterior.alpha == pytest.approx(card.alpha, abs=1e-9)
    assert posterior.beta == pytest.approx(card.beta, abs=1e-9)


# 3
@LEISURELY
@given(
    random_outcomes(),
    random_estimates(),
    st.sampled_from(Role),
    st.sampled_from([None, "s1"]),
    st.sampled_from(["user:1", "user:8"]),
    st.integers(0, 3000),
)
def test_a_true_verdict_never_lowers_the_mean_and_a_false_one_never_raises_it(
    outcomes, estimates, role, story, author, age
):
    settled_on = NOW.date() - timedelta(days=age)
    facts = {"role": role, "story_id": story, "author": author, "settled_on": settled_on}
    before = score(outcomes, estimates=estimates).mean

    upheld = score([*outcomes, outcome("new", Rating.TRUE, **facts)], estimates=estimates)
    refuted = score([*outcomes, outcome("new", Rating.FALSE, **facts)], estimates=estimates)

    assert upheld.mean >= before - 1e-12
    assert refuted.mean <= before + 1e-12


# 5
@LEISURELY
@given(random_outcomes(min_size=1), st.data())
def test_removing_an_event_and_adding_it_again_restores_the_hash(outcomes, data):
    place = data.draw(st.integers(0, len(outcomes) - 1))
    without = outcomes[:place] + outcomes[place + 1 :]
    gone = replace(outcomes[place], superseded_at=outcomes[place].recorded_at + timedelta(hours=1))

    assert score([*without, outcomes[place]]).digest == score(outcomes).digest
    assert score([*without, gone, replace(outcomes[place], id="anew")]).mean == score(outcomes).mean


# 6
@LEISURELY
@given(random_outcomes(), st.sampled_from([None, "s1"]))
def test_an_unverified_claim_changes_nothing(outcomes, story):
    unverified = outcome("new", Rating.UNVERIFIED, story_id=story)

    assert score([*outcomes, unverified]).digest == score(outcomes).digest


# 9
@LEISURELY
@given(random_outcomes(), random_estimates())
def test_the_mean_lies_within_its_interval_and_that_between_none_and_all(outcomes, estimates):
    card = score(outcomes, estimates=estimates)

    assert 0 <= card.q05 <= card.q25 <= card.q75 <= card.q95 <= 1
    assert card.q05 <= card.mean <= card.q95


@LEISURELY
@given(st.sampled_from(JUDGED), st.integers(1, 40))
def test_more_of_the_same_verdicts_narrow_the_interval(rating, count):
    fewer = score(outcomes_rated(rating, count))
    more = score(outcomes_rated(rating, count + 1))

    assert more.q95 - more.q05 < fewer.q95 - fewer.q05
    assert more.mass > fewer.mass


@LEISURELY
@given(random_outcomes(min_size=1), st.integers(1, 3000))
def test_evidence_fades_with_time_and_never_grows(outcomes, days):
    assert score(outcomes, NOW + timedelta(days=days)).mass <= score(outcomes).mass + 1e-12


# 10
@LEISURELY
@given(random_outcomes(), random_estimates(), st.integers(0, 3000))
def test_there_is_no_letter_below_eight_checked_claims(outcomes, estimates, days):
    card = score(outcomes, NOW + timedelta(days=days), estimates)

    if card.mass < 8:
        assert card.letter == Letter.F
        assert card.letter_reason == "too_few_checked"


@LEISURELY
@given(st.integers(8, 30), st.sampled_from(JUDGED))
def test_a_letter_is_gone_the_moment_its_verdicts_fall(count, rating):
    fallen = NOW + timedelta(hours=1)
    outcomes = [replace(item, superseded_at=fallen) for item in outcomes_rated(rating, count)]

    assert score(outcomes).mass == count
    assert score(outcomes, fallen).letter == Letter.F


# 11
@LEISURELY
@given(random_outcomes(), random_outcomes())
def test_merging_two_sources_adds_their_evidence(first, second):
    other = [
        replace(
            item,
            id=f"o{item.id}",
            claim_id=f"o{item.claim_id}",
            story_id=item.story_id and f"o{item.story_id}",
        )
        for item in second
    ]

    merged = score([*first, *other])

    assert merged.mass == pytest.approx(score(first).mass + score(other).mass, abs=1e-12)
    assert merged.outcome_count == score(first).outcome_count + score(other).outcome_count
    upheld = sum(score(part).alpha - 3.6 for part in (first, other))
    assert merged.alpha == pytest.approx(3.6 + upheld, abs=1e-12)


# 13
@LEISURELY
@given(random_outcomes(), random_estimates())
def test_what_is_recorded_later_has_no_effect(outcomes, estimates):
    later = NOW + timedelta(seconds=1)
    new = replace(outcome("new", Rating.FALSE), recorded_at=later)
    superseded = [replace(item, superseded_at=later) for item in outcomes]
    found = Estimate(later, 0.8, upheld=4.0, mass=4.0)

    then = score([*superseded, new], estimates=[*estimates, found])

    assert then.digest == score(outcomes, estimates=estimates).digest


# 14
@LEISURELY
@given(random_outcomes(), st.randoms(use_true_random=False))
def test_names_of_claims_and_of_events_do_not_matter(outcomes, random):
    names = random.sample(range(100), len(outcomes))
    renamed = [
        replace(item, id=f"event {name}", claim_id=f"renamed {name}")
        for item, name in zip(outcomes, names, strict=True)
    ]

    now, then = score(outcomes), score(renamed)

    assert (then.mean, then.mass) == pytest.approx((now.mean, now.mass), abs=1e-12)
    assert (then.letter, then.pending_letter) == (now.letter, now.pending_letter)


@LEISURELY
@given(st.lists(random_outcomes(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_names_of_sources_do_not_matter(histories, random):
    names = random.sample(range(100), len(histories))

    def priors(labels):
        sources = [
            GroupedSource(f"source {label}", "outlet", "LB", outcomes)
            for label, outcomes in zip(labels, histories, strict=True)
        ]
        found = estimate_priors(sources, parameters=PARAMETERS, as_of=NOW)
        return [found[f"source {label}"] for label in labels]

    assert priors(names) == priors(range(len(histories)))
