"""A record can be narrowed, and says when that leaves too little for a record of its own."""

import pytest

from sources.reliability.facets import Facet, facets_of, narrow, score_facet
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Estimate, Rating, Role
from tests.sources.reliability.outcomes import NOW, outcome, outcomes_rated

WAR = outcome("war", topic="conflict", region="SD", unnamed=True)
FLOOD = outcome("flood", Rating.FALSE, Role.QUOTED, topic="disaster", region="LB")
BARE = outcome("bare")
ALL = [WAR, FLOOD, BARE]

NARROWED = [
    pytest.param(Facet.ALL, "", ALL, id="all"),
    pytest.param(Facet.TOPIC, "conflict", [WAR], id="topic"),
    pytest.param(Facet.REGION, "LB", [FLOOD], id="region"),
    pytest.param(Facet.ROLE, "originated", [WAR, BARE], id="role"),
    pytest.param(Facet.UNNAMED, "", [WAR], id="unnamed"),
    pytest.param(Facet.TOPIC, "sport", [], id="nothing-there"),
]


@pytest.mark.parametrize(("facet", "value", "expected"), NARROWED)
def test_a_facet_holds_its_outcomes_and_no_others(facet, value, expected):
    assert narrow(ALL, facet, value) == expected


def test_the_facets_of_a_record_are_those_in_which_there_is_something():
    assert facets_of(ALL) == [
        (Facet.TOPIC, "conflict"),
        (Facet.TOPIC, "disaster"),
        (Facet.REGION, "LB"),
        (Facet.REGION, "SD"),
        (Facet.ROLE, "originated"),
        (Facet.ROLE, "quoted"),
        (Facet.UNNAMED, ""),
    ]


def score(outcomes, facet, value="", estimates=()):
    return score_facet(outcomes, facet, value, parameters=Parameters(), as_of=NOW, estimates=estimates)


def test_a_topic_with_few_verdicts_has_the_whole_record_with_the_prior_of_the_topic():
    outcomes = [*outcomes_rated(Rating.TRUE, 20), WAR]

    found = score(outcomes, Facet.TOPIC, "conflict", [Estimate(NOW, 0.6, topics={"conflict": 0.45})])

    assert not found.stands_alone
    whole = score_source(outcomes, parameters=Parameters(), as_of=NOW, estimates=[Estimate(NOW, 0.45)])
    assert (found.card.alpha, found.card.beta, found.card.mass) == (whole.alpha, whole.beta, whole.mass)


def test_a_topic_that_no_night_looked_at_starts_where_the_whole_record_starts():
    found = score(ALL, Facet.TOPIC, "conflict", [Estimate(NOW, 0.55, topics={"disaster": 0.45})])

    assert found.card.prior_mean == 0.55


def test_a_view_of_a_part_has_no_letter_of_its_own():
    outcomes = outcomes_rated(Rating.TRUE, 40, topic="conflict", reviewer="user:2")

    found = score(outcomes, Facet.TOPIC, "conflict")

    assert (found.stands_alone, str(found.card.letter), found.card.pending_letter) == (True, "F", None)


def test_a_topic_with_many_verdicts_has_a_record_of_its_own():
    on_topic = outcomes_rated(Rating.FALSE, 15, topic="conflict")
    found = score([*outcomes_rated(Rating.TRUE, 20), *on_topic], Facet.TOPIC, "conflict")

    assert found.stands_alone
    assert (found.card.mass, found.card.outcome_count) == (15, 15)


def test_what_rests_on_unnamed_sources_is_scored_by_itself():
    found = score(ALL, Facet.UNNAMED)

    assert found.stands_alone
    assert found.card.outcome_count == 1


def test_agreement_is_no_part_of_a_facet():
    found = score(ALL, Facet.REGION, "LB", [Estimate(NOW, 0.6, upheld=4.0, mass=4.0)])

    assert found.card.automatic_mass == 0
