"""Who answers for a claim, and how far, as the chain says and as people say who know better."""

import pytest

from claims.models import Hop
from claims.selectors.roles import answering_for, chain_roles
from claims.services.errors import UnknownChoice
from claims.services.verdicts import Checking, record_verdict
from sources.models import Outcome
from tests.factories import make_article, make_claim, make_source


def roles(claim):
    return {source.name: role for source, role in chain_roles(claim)}


def make(workspace, *chain, **fields):
    return make_claim(make_article(workspace), "the bridge is open", chain=chain, **fields)


def test_a_faithful_relay_quotes(workspace):
    assert roles(make(workspace, "the mayor")) == {"the mayor": "originated", "Harbour Post": "quoted"}


def test_an_outlet_that_says_it_in_its_own_voice_endorses_what_it_credits(workspace):
    claim = make(workspace, ("Coast Daily", "outlet"), narrated=True)

    assert roles(claim) == {"Coast Daily": "originated", "Harbour Post": "endorsed"}


def test_a_cue_of_certainty_endorses(workspace):
    claim = make(workspace, ("Coast Daily", "outlet"), "the mayor")
    Hop.objects.filter(claim=claim, position=1).update(stance=Hop.Stance.ENDORSES)

    assert roles(claim) == {"the mayor": "originated", "Coast Daily": "quoted", "Harbour Post": "endorsed"}


def test_the_outlet_of_an_unnamed_source_answers_and_a_republisher_as_one(workspace, editor):
    coast = make_source(workspace, "Coast Daily")
    claim = make(workspace, ("Coast Daily", "outlet"))
    claim.article.republished_from = coast
    claim.article.save()
    unnamed = make_source(workspace, "a port official", "anonymous", outlet=coast)
    claim.hops.create(position=2, source=unnamed, name=unnamed.name, kind=unnamed.kind)
    claim.originator = unnamed
    claim.save()

    assert roles(claim) == {"Coast Daily": "originated", "Harbour Post": "republished"}
    record_verdict(claim=claim, user=editor, rating="false", reasoning="It was shut.")
    charged = Outcome.objects.get(source=coast)
    assert (charged.role, charged.unnamed, charged.descriptor) == ("originated", True, "a port official")
    assert not Outcome.objects.get(source__name="Harbour Post").unnamed


def test_people_say_who_answers_where_they_know_better(workspace, editor):
    claim = make(workspace, ("Coast Daily", "outlet"), "the mayor")
    outlet, mayor = claim.article.outlet, claim.originator

    verdict, _ = record_verdict(
        claim=claim,
        user=editor,
        rating="false",
        reasoning="It was shut.",
        checking=Checking(roles={str(outlet.pk): "endorsed", str(mayor.pk): "originated"}),
    )

    assert verdict.roles == {str(outlet.pk): "endorsed"}
    assert dict(Outcome.objects.values_list("source__name", "role")) == {
        "the mayor": "originated",
        "Coast Daily": "quoted",
        "Harbour Post": "endorsed",
    }
    chosen = {entry.source.name: entry.chosen for entry in answering_for(claim, verdict.roles)}
    assert chosen["Harbour Post"] == "endorsed"


def test_a_role_that_does_not_exist_is_refused(workspace, editor):
    claim = make(workspace, "the mayor")

    with pytest.raises(UnknownChoice, match="role"):
        record_verdict(
            claim=claim,
            user=editor,
            rating="false",
            reasoning="It was shut.",
            checking=Checking(roles={str(claim.originator_id): "invented"}),
        )
