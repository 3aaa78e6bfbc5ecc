"""The ledger holds what weighing everything anew would give."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reliability.evidence import weigh_outcomes
from sources.reliability.ledger import Ledger
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Rating, Role
from tests.sources.reliability.outcomes import LEISURELY, NOW, outcome, outcomes_rated

PARAMETERS = Parameters()


def rebuilt(outcomes, as_of):
    evidence = weigh_outcomes(outcomes, parameters=PARAMETERS, as_of=as_of)
    return evidence.upheld, evidence.mass


@st.composite
def histories(draw):
    """Draw outcomes in the order in which they are recorded, some superseded, some on one claim."""
    moment = NOW - timedelta(days=3000)
    recorded = []
    for number in range(draw(st.integers(0, 40))):
        moment += timedelta(days=draw(st.integers(0, 90)), minutes=draw(st.integers(1, 1439)))
        gone = moment + timedelta(days=draw(st.integers(1, 400)))
        recorded.append(
            outcome(
                str(number),
                draw(st.sampled_from(Rating)),
                draw(st.sampled_from(Role)),
                claim_id=f"claim {draw(st.integers(0, 30))}",
                story_id=draw(st.sampled_from([None, "s1", "s2"])),
                reviewer=draw(st.sampled_from(["", "user:2"])),
                held=draw(st.integers(0, 9)) == 0,
                settled_on=moment.date() + timedelta(days=draw(st.integers(-200, 3))),
                recorded_at=moment,
                superseded_at=draw(st.sampled_from([None, None, gone])),
            )
        )
    return recorded


@LEISURELY
@given(histories(), st.integers(0, 4000))
def test_the_ledger_equals_the_rebuild_after_each_act(outcomes, days):
    ledger = Ledger(parameters=PARAMETERS)
    acts = [(item.recorded_at, "add", item) for item in outcomes]
    acts += [(item.superseded_at, "remove", item) for item in outcomes if item.superseded_at]
    for moment, act, item in sorted(acts, key=lambda entry: entry[:2]):
        getattr(ledger, act)(item)
        assert ledger.evidence(moment) == pytest.approx(rebuilt(outcomes, moment), abs=1e-9)

    end = max((moment for moment, *_ in acts), default=NOW) + timedelta(days=days)
    assert ledger.evidence(end) == pytest.approx(rebuilt(outcomes, end), abs=1e-9)


@LEISURELY
@given(histories())
def test_a_ledger_survives_its_record_in_json(outcomes):
    moment = NOW + timedelta(days=700)
    ledger = Ledger.from_outcomes(outcomes, parameters=PARAMETERS, as_of=moment)

    read = Ledger.from_record(json.loads(json.dumps(ledger.as_record())), parameters=PARAMETERS)

    assert read.as_record() == ledger.as_record()
    assert read.evidence(moment) == pytest.approx(rebuilt(outcomes, moment), abs=1e-9)


def test_a_story_leaves_its_cap_on_the_day_it_has_faded_to_it():
    outcomes = outcomes_rated(Rating.TRUE, 4, story_id="flood")
    ledger = Ledger.from_outcomes(outcomes, parameters=PARAMETERS, as_of=NOW)

    masses = {days: ledger.evidence(NOW + timedelta(days=days))[1] for days in (0, 1094, 1095, 1096, 2190)}

    assert masses[0] == masses[1094] == masses[1095] == 2
    assert masses[1096] < 2
    assert masses[2190] == pytest.approx(1)


def test_an_outcome_settled_tomorrow_fades_from_tomorrow():
    tomorrow = outcome(settled_on=NOW.date() + timedelta(days=1), recorded_at=NOW)
    ledger = Ledger.from_outcomes([tomorrow], parameters=PARAMETERS, as_of=NOW)

    assert ledger.evidence(NOW)[1] == ledger.evidence(NOW + timedelta(days=1))[1] == 1
    assert ledger.evidence(NOW + timedelta(days=1096))[1] == pytest.approx(0.5)


def test_a_claims_lighter_role_counts_when_the_weightier_one_falls():
    own, quoted = outcome("a", id="own"), outcome("a", role=Role.QUOTED, id="quoted")
    ledger = Ledger.from_outcomes([own, quoted], parameters=PARAMETERS, as_of=NOW)

    ledger.remove(own)

    assert ledger.evidence(NOW)[1] == pytest.approx(0.15)


def test_the_ledger_does_not_go_back_in_time():
    ledger = Ledger(parameters=PARAMETERS)
    ledger.evidence(NOW)

    with pytest.raises(ValueError, match="do not go back"):
        ledger.evidence(NOW - timedelta(days=1))


def test_a_ledger_of_other_parameters_is_refused():
    record = Ledger(parameters=replace(PARAMETERS, half_life_days=365.0)).as_record()

    with pytest.raises(ValueError, match="Make it anew"):
        Ledger.from_record(record, parameters=PARAMETERS)


def test_its_posterior_is_that_of_the_scorecard():
    outcomes = [*outcomes_rated(Rating.TRUE, 12), *outcomes_rated(Rating.FALSE, 3)]
    estimates = [Estimate(NOW - timedelta(days=1), 0.7, upheld=3.0, mass=9.0, skill=0.8)]
    ledger = Ledger.from_outcomes(outcomes, parameters=PARAMETERS, as_of=NOW)

    posterior = ledger.posterior(NOW, estimates=estimates)
    card = score_source(outcomes, parameters=PARAMETERS, as_of=NOW, estimates=estimates)

    assert (posterior.alpha, posterior.beta) == pytest.approx((card.alpha, card.beta), abs=1e-12)
