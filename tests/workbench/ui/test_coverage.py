"""Coverage on the pages: where those who could confirm a report were silent, the page says so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sources.models import Cadence, CopyPair, Silence
from sources.services import merge_sources
from tests.factories import make_article, make_claim, make_link, make_source, make_story

NOW = timezone.now()


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def claim(workspace):
    return make_claim(make_article(workspace), "the bridge is open")


@pytest.fixture
def silent(workspace):
    """Return an outlet that has been silent for days, one of three that are usually heard."""
    outlets = [make_source(workspace, name) for name in ("Evening Star", "Morning Ledger", "Quay Mirror")]
    for outlet in outlets:
        figures = {"article_count": 80, "usual_hours": 6.0, "long_hours": 9.0, "last_at": NOW, "as_of": NOW}
        Cadence.objects.create(workspace=workspace, source=outlet, **figures)
    since = NOW - timedelta(days=3)
    Silence.objects.create(workspace=workspace, source=outlets[0], since=since, usual_hours=6.0)
    return outlets[0]


def show(page, name, pk):
    return page.get(reverse(name, args=[pk])).content.decode()


def test_a_claim_that_nobody_confirms_says_who_was_silent(page, claim, silent):
    shown = show(page, "claims:claim", claim.pk)

    assert "Coverage degraded: 1 of 3 outlets was silent." in shown
    assert "Evening Star" in shown


def test_a_corroborated_claim_does_not(page, claim, silent, workspace):
    other = make_claim(make_article(workspace, outlet="Morning Ledger"), "the bridge is open")
    make_link(claim, other, state="confirmed")

    assert "Coverage degraded" not in show(page, "claims:claim", claim.pk)


def test_a_story_of_one_outlet_says_so_too(page, claim, silent, workspace):
    story = make_story(workspace, claim)

    assert "Coverage degraded: 1 of 3" in show(page, "claims:story", story.pk)


def test_where_all_are_heard_nothing_is_said(page, claim, silent):
    Silence.objects.all().delete()

    assert "Coverage degraded" not in show(page, "claims:claim", claim.pk)


def test_an_outlets_page_says_how_often_it_is_heard_and_its_possible_common_origin(page, silent, workspace):
    one, other = sorted((silent, make_source(workspace, "Quay Mirror")), key=lambda source: source.pk)
    figures = {"probability": 0.93, "common": 12, "shared_false": 4, "found_at": NOW}
    CopyPair.objects.create(workspace=workspace, one=one, other=other, **figures)

    shown = show(page, "sources:source", silent.pk)

    assert "Usually something comes from it every 6 hours." in shown
    assert "silent since" in shown
    assert "Possible common origin with:" in shown


def test_a_past_day_tells_nothing_of_how_an_outlet_is_heard_today(page, silent, workspace):
    address = reverse("sources:source", args=[silent.pk])
    past = {"as_of": (NOW - timedelta(days=30)).date().isoformat()}

    assert 'id="heard"' in page.get(address).content.decode()
    assert 'id="heard"' not in page.get(address, past).content.decode()


def test_an_outlet_is_heard_under_its_second_name_too(page, silent, workspace):
    kept = make_source(workspace, "Evening Star Weekly")
    merge_sources(source=silent, into=kept, actor="user:1")

    shown = show(page, "sources:source", kept.pk)

    assert "Usually something comes from it every 6 hours." in shown
    assert "silent since" in shown
