"""The day that a reader looks from: it stays from page to page, is said, and hides what came later."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim
from sources.models import Source
from tests.factories import make_record, make_source
from tests.silo_story import make_silo_story

PAST = "You are looking at the past"
ONWARD = re.compile(r'href="(/(?:sources|stories|claims)/[0-9a-f-]{36}/(?:\?[^"#]*)?)["#]')


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


def ago(days):
    return (timezone.localdate() - timedelta(days=days)).isoformat()


def show(page, address, **asked):
    return page.get(address, asked).content.decode()


@pytest.fixture
def addresses(silo):
    """Return the address of every page that shows a grade."""
    return {
        "source": reverse("sources:source", args=[silo.ledger.outlet_id]),
        "sources": reverse("sources:list"),
        "claim": reverse("claims:claim", args=[silo.toll.pk]),
        "story": reverse("claims:story", args=[silo.story.pk]),
        "search": reverse("ui:search"),
        "calibration": reverse("sources:calibration"),
        "conduct": reverse("sources:conduct", args=[silo.ledger.outlet_id]),
    }


@pytest.mark.parametrize("name", ["source", "sources", "claim", "story", "search", "calibration", "conduct"])
def test_every_page_with_a_grade_can_be_seen_from_a_day_gone_by_and_says_so(page, addresses, name):
    today, past = show(page, addresses[name]), show(page, addresses[name], as_of=ago(30))

    assert PAST not in today
    assert PAST in past
    assert f'value="{ago(30)}"' in past


@pytest.mark.parametrize("name", ["source", "sources", "claim", "story", "search"])
@pytest.mark.parametrize("asked", ["2999-01-01", "yesterday"])
def test_a_day_that_is_none_is_refused_in_words_and_today_is_shown(page, addresses, name, asked):
    shown = show(page, addresses[name], as_of=asked)

    assert PAST not in shown
    assert asked in shown
    assert "Today&#x27;s records are shown." in shown or "Today's records are shown." in shown


def test_the_day_stays_as_one_walks_from_page_to_page(page, addresses):
    day = f"as_of={ago(30)}"
    for known in (Claim, Source):
        known.objects.update(created_at=timezone.now() - timedelta(days=60))

    for name in ("source", "sources", "claim", "story"):
        shown = show(page, addresses[name], as_of=ago(30))
        onward = set(ONWARD.findall(shown)) - {addresses[name]}
        assert onward, name
        assert {link for link in onward if day not in link} == set(), name


def test_the_day_stays_in_the_navigation_and_in_the_search_above(page, addresses):
    shown = show(page, addresses["sources"], as_of=ago(30))

    assert f'href="/stories/?as_of={ago(30)}"' in shown
    assert f'href="/search/?as_of={ago(30)}"' in shown
    assert 'href="/jobs/"' in shown
    assert f'<input type="hidden" name="as_of" value="{ago(30)}">' in shown


def test_todays_addresses_name_no_day(page, addresses):
    assert "as_of=" not in show(page, addresses["sources"])


def test_a_claim_shows_the_grade_of_its_day_beside_todays(page, workspace, silo):
    make_record(silo.toll.article.outlet, *["true"] * 25)

    shown = show(page, reverse("claims:claim", args=[silo.toll.pk]))

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", shown))
    assert "not judged then" in words
    assert re.search(r"[ABC] [ABC]: \w+ reliable today", words)


def test_a_story_shows_the_grade_of_each_outlet_as_it_stood(page, silo):
    make_record(silo.ledger.outlet, *["true"] * 25)
    address = reverse("claims:story", args=[silo.story.pk])

    assert "Usually reliable" in show(page, address)
    assert "Usually reliable" not in show(page, address, as_of=ago(400))


def test_a_claim_that_came_later_is_not_among_those_of_a_past_day(page, silo):
    address = reverse("sources:source", args=[silo.ledger.outlet_id])

    assert "Twelve workers" in show(page, address)
    assert "Twelve workers" not in show(page, address, as_of=ago(30))
    assert "it quotes nobody and nobody quotes it" in show(page, address, as_of=ago(30))


def test_a_source_first_heard_later_is_not_in_the_list_of_a_past_day(page, workspace):
    make_source(workspace, "Brand New Bulletin")
    make_record(make_source(workspace, "Harbour Post"), *["true"] * 12)

    shown = show(page, reverse("sources:list"), as_of=ago(30))

    assert "Brand New Bulletin" not in shown
    assert "Harbour Post" in shown
