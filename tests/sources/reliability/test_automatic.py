"""Automatic evidence: others who are known speak for a source, as far as they have shown that they can."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sources.reliability.assertions import KnownValue
from sources.reliability.parameters import AutomaticRules, Parameters
from tests.sources.reliability.assertions import NOW, agreeing_sources, chain, said, seasoned, weigh

KNOWN = ["k1", "k2", "k3", "k4"]


def evidence(news, source, *, ties=(), known=(), parameters=None):
    past, settled = seasoned(KNOWN)
    return weigh([*past, *news], ties, [*settled, *known], parameters=parameters).by_source[source]


def test_agreement_with_known_others_upholds_a_source_and_disagreement_does_not():
    news = [
        *agreeing_sources([*KNOWN, "right"], ["q1", "q2"]),
        said("wrong", "q1", "w"),
        said("wrong", "q2", "w"),
    ]

    right, wrong = evidence(news, "right"), evidence(news, "wrong")

    assert right.mass == pytest.approx(wrong.mass, rel=0.1)
    assert right.upheld / right.mass > 0.95
    assert wrong.upheld / wrong.mass < 0.05


def test_one_claim_gives_no_more_than_the_weight_of_agreement():
    rules = AutomaticRules()

    assert 0.8 * rules.weight < evidence(agreeing_sources([*KNOWN, "new"], ["q"]), "new").mass <= rules.weight


def test_much_agreement_stops_at_the_cap():
    news = agreeing_sources([*KNOWN, "new"], [f"q{number}" for number in range(80)])

    assert evidence(news, "new").mass == pytest.approx(AutomaticRules().cap)


def test_nobody_agrees_with_itself():
    alone = [said("new", f"q{number}", "x") for number in range(50)]

    assert evidence(alone, "new").mass == 0.0


def test_those_who_have_it_from_a_source_do_not_speak_for_it():
    news = agreeing_sources([*KNOWN, "new"], ["q"])
    original = replace(news[-1], made_at=NOW - timedelta(hours=60))
    news = [*news[:-1], original]

    assert evidence(news, "new", ties=[chain(original, copy) for copy in news[:-1]]).mass < 0.01


def test_those_from_whom_a_source_has_it_do_not_speak_for_it():
    news = [*agreeing_sources(KNOWN[:1], ["q"]), said("new", "q", "right", hours_ago=5)]

    assert evidence(news, "new", ties=[chain(news[0], news[1])]).mass < 0.01


def test_outlets_that_nobody_checked_have_no_voice():
    flood = agreeing_sources([f"unknown {number}" for number in range(100)], ["q"])

    assert evidence([*flood, said("victim", "q", "x")], "victim").mass == 0.0


def test_a_settled_claim_gives_no_automatic_evidence():
    news = agreeing_sources([*KNOWN, "new"], ["q"])

    assert evidence(news, "new", known=[KnownValue("q", "right", 1.0)]).mass == 0.0


def test_old_agreement_fades_as_verdicts_do():
    fresh = evidence(agreeing_sources([*KNOWN, "new"], ["q"]), "new").mass
    old = [
        replace(item, made_at=item.made_at - timedelta(days=1095))
        for item in agreeing_sources([*KNOWN, "new"], ["q"])
    ]

    assert evidence(old, "new").mass == pytest.approx(fresh / 2, rel=0.01)


def test_agreement_that_foretells_nothing_is_shut_out():
    # Four known sources agree in every error, and are right only where each is alone.
    liars = [said(name, f"lie {n}", "lie") for name in KNOWN for n in range(60)]
    honest = [said("alone", f"lie {n}", "right") for n in range(60)]
    known = [KnownValue(f"lie {n}", "right", 1.0) for n in range(60)]
    news = agreeing_sources([*KNOWN, "new"], ["q"])

    agreement = weigh([*liars, *honest, *news], known=known)

    assert agreement.skill[""] == 0.0
    assert agreement.by_source["new"].mass == 0.0


def test_the_skill_of_a_topic_counts_once_enough_of_it_is_known():
    past, settled = seasoned(KNOWN)
    sport = [replace(item, topic="sport") for item in past]
    # Three who are wrong there in every third answer, and always together: their agreement tells nothing.
    told = {f"war {n}": "right" if n % 3 else "lie" for n in range(40)}
    war = [said(name, q, value, topic="war") for name in ("m1", "m2", "m3") for q, value in told.items()]
    truths = [KnownValue(question, "right", 1.0) for question in told]

    with_few = weigh([*sport, *war], known=[*settled, *truths[:20]]).skill
    with_many = weigh([*sport, *war], known=[*settled, *truths]).skill

    assert with_few["war"] == with_few[""] > 0.3
    assert with_many["war"] == 0.0
    assert with_many["sport"] > 0.5


def test_too_few_verdicts_leave_the_skill_unknown_and_strict_parameters_then_count_nothing():
    past, settled = seasoned(KNOWN, checked=2, wrong_each=1)
    strict = Parameters(automatic=AutomaticRules(unknown_skill=0.0))
    news = [*past, *agreeing_sources([*KNOWN, "new"], ["q"])]

    usual = weigh(news, known=settled[:6])
    careful = weigh(news, known=settled[:6], parameters=strict)

    assert usual.skill[""] == 0.5
    assert usual.by_source["new"].mass > 0.0
    assert careful.by_source["new"].mass == 0.0


def test_what_is_said_later_is_not_known_yet():
    news = agreeing_sources([*KNOWN, "new"], ["q"])
    future = [said(name, "q", "x", id=f"later {name}", hours_ago=-1) for name in KNOWN]

    assert evidence([*news, *future], "new") == evidence(news, "new")


def test_no_assertions_give_no_evidence():
    assert weigh([]).by_source == {}
