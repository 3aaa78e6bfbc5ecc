"""The number of a claim follows from links and verdict, never from the letter of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reliability.credibility import SENTENCES, ClaimEvidence, rate_credibility
from sources.reliability.types import Rating

CASES = [
    pytest.param({"roots": 1}, 3, "single_root", id="alone"),
    pytest.param({"roots": 2}, 2, "roots_agree", id="two-roots"),
    pytest.param({"roots": 1, "documented": True}, 2, "documented", id="one-root-with-document"),
    pytest.param({"roots": 3, "editor_confirmed": True}, 1, "editor_confirmed", id="three-roots-confirmed"),
    pytest.param({"roots": 1, "opposing_roots": 1}, 4, "conflict_open", id="one-against-one"),
    pytest.param({"roots": 1, "opposing_roots": 3}, 5, "contradicted", id="one-against-three"),
    pytest.param({"roots": 3, "opposing_roots": 1}, 2, "roots_outweigh", id="three-against-one"),
    pytest.param({"roots": 0}, 6, "no_root", id="nobody-says-so"),
    pytest.param({"roots": 2, "assessable": False}, 6, "not_assessable", id="forecast"),
    pytest.param({"roots": 2, "only_unnamed": True}, 3, "only_unnamed", id="unnamed-capped"),
    pytest.param(
        {"roots": 3, "only_unnamed": True, "unnamed_outlets": 3}, 2, "roots_agree", id="unnamed-at-three"
    ),
    pytest.param({"roots": 2, "verdict": Rating.TRUE}, 1, "verdict_confirmed", id="upheld-and-corroborated"),
    pytest.param({"roots": 1, "verdict": Rating.TRUE}, 2, "verdict_upheld", id="upheld-alone"),
    pytest.param({"roots": 4, "verdict": Rating.FALSE}, 5, "verdict_refuted", id="refuted-despite-roots"),
    pytest.param({"roots": 1, "verdict": Rating.UNVERIFIED}, 6, "verdict_open", id="not-established"),
]


@pytest.mark.parametrize(("facts", "number", "reason"), CASES)
def test_the_number_and_its_reason(facts, number, reason):
    credibility = rate_credibility(ClaimEvidence(**facts))

    assert (credibility.number, credibility.reason) == (number, reason)
    assert "{" not in SENTENCES[reason].format(**credibility.facts)


@given(st.floats(0.5, 50), st.floats(0, 50), st.floats(0, 10))
def test_a_further_root_never_makes_a_claim_less_credible(roots, opposing, further):
    before = rate_credibility(ClaimEvidence(roots=roots, opposing_roots=opposing))
    after = rate_credibility(ClaimEvidence(roots=roots + further, opposing_roots=opposing))

    assert after.number <= before.number


@given(st.floats(0, 50), st.floats(0, 50), st.booleans())
def test_no_claim_is_confirmed_by_the_machine_alone(roots, opposing, documented):
    evidence = ClaimEvidence(roots=roots, opposing_roots=opposing, documented=documented)

    assert rate_credibility(evidence).number > 1
