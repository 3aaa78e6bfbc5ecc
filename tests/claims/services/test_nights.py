"""The steps of a night over claims: copied errors are found, agreement counts, nobody's word is doubled."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from claims.models import Article
from claims.services.nights import arrivals_since
from claims.services.verdicts import record_verdict
from sources.models import Agreement, Alarm, CopyPair, Estimate
from sources.services import merge_sources
from sources.services.copying import decide_copy_pair
from sources.services.night_jobs import queue_night
from tests.factories import make_article, make_claim, make_link, make_source
from workbench.audit.models import Event
from workbench.jobs.models import Job, JobState
from workbench.jobs.performing import perform_waiting_jobs

OUTLETS = ("Harbour Post", "Quay Mirror", "Morning Ledger", "Evening Star")
QUESTIONS = 8


def say(workspace, outlet, words, number):
    day = date(2026, 5, 1) + timedelta(days=number)
    article = make_article(workspace, f"Report {number}. {words}", outlet=outlet, published_on=day)
    return make_claim(article, words, state="accepted")


def join(*claims, relation):
    for one, other in pairwise(claims):
        make_link(one, other, relation, state="confirmed")


@pytest.fixture
def copied(workspace, editor):
    """Two outlets make the same mistakes about eight things; a third is right, a fourth wrong on its own."""
    for number in range(QUESTIONS):
        wrong = [say(workspace, outlet, f"{number} boats sank", number) for outlet in OUTLETS[:2]]
        right = say(workspace, OUTLETS[2], f"{number + 20} boats sank", number)
        other = say(workspace, OUTLETS[3], f"{number + 40} boats sank", number)
        join(*wrong, relation="corroborates")
        join(wrong[0], right, other, relation="conflicts")
        for claim, rating in ((wrong[0], "false"), (right, "true"), (other, "false")):
            record_verdict(claim=claim, user=editor, rating=rating, reasoning="Counted at the quay.")
    return workspace


def night(workspace):
    queue_night(workspace=workspace)
    perform_waiting_jobs(workspace, queue="nightly")
    failed = Job.objects.filter(queue="nightly").exclude(state=JobState.DONE)
    assert not failed.exists(), list(failed.values_list("kind", "last_error"))


def test_shared_errors_are_a_possible_common_origin(copied):
    night(copied)

    [pair] = CopyPair.objects.all()
    assert {pair.one.name, pair.other.name} == {"Harbour Post", "Quay Mirror"}
    assert (pair.common, pair.shared_false, pair.state) == (QUESTIONS, QUESTIONS, "proposed")
    assert pair.probability > 0.9


def test_a_block_of_copiers_is_an_alarm_that_names_them(copied):
    night(copied)
    night(copied)

    alarm = Alarm.objects.get(kind="ring")
    assert sorted(alarm.facts["sources"]) == ["Harbour Post", "Quay Mirror"]


def test_a_pair_that_people_rejected_raises_no_alarm(copied, editor):
    night(copied)
    Alarm.objects.all().delete()
    decide_copy_pair(pair=CopyPair.objects.get(), user=editor, state="rejected")

    night(copied)

    assert not Alarm.objects.exists()
    assert CopyPair.objects.get().state == "rejected"


def test_what_agreement_was_worth_is_kept_for_the_next_night(copied):
    night(copied)

    kept = Agreement.objects.get()
    assert kept.assertion_count == 4 * QUESTIONS
    assert kept.known_count == 3 * QUESTIONS
    assert 0.0 <= kept.skill[""] <= 1.0


@pytest.fixture
def agreed(copied):
    """Let an outlet that nobody checked say what one says that was always right."""
    first = say(copied, "New Herald", "the mill is on fire", 3)
    join(first, say(copied, "Morning Ledger", "the mill is on fire", 4), relation="corroborates")
    return copied


def test_agreement_with_a_good_source_speaks_for_one_that_nobody_checked(agreed):
    night(agreed)

    herald = Estimate.objects.get(source__name="New Herald")
    assert 0.5 < herald.upheld / herald.mass <= 1.0
    assert herald.mass <= 0.3


def test_the_second_night_appends_no_estimate(agreed):
    night(agreed)
    rows, events = Estimate.objects.count(), Event.objects.count()

    night(agreed)

    assert rows
    assert (Estimate.objects.count(), Event.objects.count()) == (rows, events)


def test_arrivals_are_those_of_the_outlet_that_counts(workspace):
    for outlet in ("Harbour Post", "Harbour Post online"):
        make_article(workspace, outlet=outlet)
    one, other = make_source(workspace, "Harbour Post"), make_source(workspace, "Harbour Post online")
    merge_sources(source=other, into=one, actor="test")

    found = arrivals_since(workspace, timezone.now() - timedelta(days=1))

    assert list(found) == [one.pk]
    assert Article.objects.count() == 2
