"""Pairs of sources that may be one are decided on one after the other, by people who may judge."""

import pytest
from django.urls import reverse

from sources.models import Source, SourcePair
from sources.selectors.duplicates import alike_pairs
from sources.services import keep_proposals, tell_apart
from tests.factories import make_article, make_claim, make_member, make_source
from workbench.accounts.models import Role


@pytest.fixture
def hals(workspace):
    for name in ("al-Hal", "Al-Hal Net", "الحل نت"):
        make_claim(make_article(workspace, outlet="Coast Daily"), "the bridge is open", chain=[name])
    road = make_article(workspace, "The road is open.", outlet="Coast Daily")
    make_claim(road, "road is open", chain=["al-Hal"])
    return [make_source(workspace, name) for name in ("al-Hal", "Al-Hal Net", "الحل نت")]


@pytest.fixture
def pairs(workspace, hals):
    keep_proposals(workspace=workspace, found=alike_pairs(workspace), together={})
    return list(SourcePair.objects.order_by("-score", "pk"))


@pytest.fixture
def desk(client, workspace):
    client.force_login(make_member(workspace))
    return client


SAME = "/sources/same/"


def decide(desk, pair, decision, **more):
    given = {"decision": decision} | more
    return desk.post(reverse("sources:decide_same", args=[pair.pk]), given, headers={"HX-Request": "true"})


def test_the_likeliest_pair_is_shown_with_names_counts_and_reasons(desk, pairs, hals):
    page = desk.get(SAME)

    shown = page.context["shown"]
    assert shown.pair == pairs[0]
    assert shown.kept == hals[0], "whoever has more claims stays"
    assert [side.met.claims for side in shown.sides] == [2, 1]
    text = page.content.decode()
    assert "are one name" in text
    assert "road is open" in text


def test_the_list_of_sources_says_how_many_wait(desk, pairs):
    assert desk.get(reverse("sources:list")).context["same_waiting"] == 3


def test_a_pair_is_merged_and_the_next_is_shown(desk, pairs, hals):
    page = decide(desk, pairs[0], "merge", kept=hals[1].pk)

    assert Source.objects.get(pk=hals[0].pk).merged_into == hals[1]
    assert page.context["shown"].pair != pairs[0]
    assert "counts for" in page.content.decode()


def test_a_pair_is_kept_apart(desk, pairs):
    page = decide(desk, pairs[0], "apart")

    assert SourcePair.objects.get(pk=pairs[0].pk).state == "apart"
    assert page.context["answer"].said == "Kept apart. They are not proposed again."


def test_the_latest_decision_is_taken_back_and_its_pair_shown(desk, pairs, hals):
    decide(desk, pairs[0], "merge", kept=hals[0].pk)

    page = desk.post(reverse("sources:undo_same"), headers={"HX-Request": "true"})

    assert page.context["shown"].pair == pairs[0]
    assert Source.objects.filter(merged_into__isnull=False).count() == 0


def test_somebody_else_was_first(desk, pairs):
    tell_apart(pair=pairs[0], actor="user:0")

    page = decide(desk, pairs[0], "merge")

    assert page.status_code == 409
    assert "decided on meanwhile" in page.content.decode()


def test_one_steps_through_the_pairs(desk, pairs):
    page = desk.get(SAME, {"at": str(pairs[0].pk), "step": "next"})

    assert page.context["shown"].pair == pairs[1]
    back = desk.get(SAME, {"at": str(pairs[0].pk), "step": "back"})
    assert back.context["shown"].pair == pairs[2]


def test_without_scripts_the_page_comes_back_to_the_next_pair(desk, pairs):
    page = desk.post(reverse("sources:decide_same", args=[pairs[0].pk]), {"decision": "apart"})

    assert (page.status_code, page["Location"]) == (302, f"{SAME}?at={pairs[1].pk}")


def test_an_empty_queue_says_when_pairs_appear(desk):
    assert "No two sources wait" in desk.get(SAME).content.decode()


def test_an_imitation_is_warned_of_where_it_is_proposed(desk, workspace):
    make_source(workspace, "Quay News")
    make_source(workspace, "Quay Nеws")
    keep_proposals(workspace=workspace, found=alike_pairs(workspace), together={})

    page = desk.get(SAME).content.decode()

    assert "can be an imitation" in page
    assert "CYRILLIC SMALL LETTER IE" in page


def test_viewers_see_pairs_and_decide_on_none(client, workspace, pairs):
    client.force_login(make_member(workspace, Role.VIEWER))

    assert 'name="decision"' not in client.get(SAME).content.decode()
    assert decide(client, pairs[0], "merge").status_code == 403


def test_a_decision_is_one_of_two(desk, pairs):
    assert decide(desk, pairs[0], "perhaps").status_code == 400
