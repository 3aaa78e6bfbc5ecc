"""What people decide at the same moment is all kept, and holds nobody else up."""

from threading import Thread
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from claims.models import Claim, Link
from claims.services.claims import decide_claim
from claims.services.extraction import extract_claims
from claims.services.ingestion import work_through_again
from claims.services.links import decide_link
from claims.services.scoring import count_roots
from claims.services.verdicts import record_verdict
from tests.factories import make_article, make_claim, make_link
from workbench.jobs.services import lease_job

OUTLETS = ("Harbour Post", "Coast Daily", "Inland Gazette")


@pytest.fixture
def claims(workspace):
    found = [make_claim(make_article(workspace, outlet=outlet), "the bridge is open") for outlet in OUTLETS]
    for other in found[1:]:
        make_link(found[0], other)
    count_roots([found[0].pk])
    return found


def roots(claim):
    return Claim.objects.get(pk=claim.pk).roots


def wait_until_somebody_waits_for_a_lock():
    end = monotonic() + 10
    while monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        sleep(0.02)
    pytest.fail("Nobody waits for a lock.")


def in_thread(act, **given):
    def run():
        try:
            act(**given)
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


ACTS = {
    "claim": lambda claim, user: decide_claim(claim=claim, user=user, state="accepted"),
    "link": lambda claim, user: decide_link(link=Link.objects.first(), user=user, state="confirmed"),
    "verdict": lambda claim, user: record_verdict(claim=claim, user=user, rating="true", reasoning="Seen."),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ACTS)
def test_a_decision_holds_up_nothing_that_comes_into_the_workspace(claims, workspace, editor, act):
    other = connection.copy()

    with transaction.atomic():
        ACTS[act](claims[0], editor)
        try:
            with other.cursor() as cursor:
                cursor.execute("SET lock_timeout = '300ms'")
                cursor.execute("SELECT 1 FROM accounts_workspace WHERE id = %s FOR KEY SHARE", [workspace.pk])
        finally:
            other.close()


@pytest.mark.django_db(transaction=True)
def test_two_links_rejected_at_once_both_leave_the_count(claims, editor):
    first, second = Link.objects.order_by("pk")

    with transaction.atomic():
        decide_link(link=first, user=editor, state="rejected")
        thread = in_thread(decide_link, link=second, user=editor, state="rejected")
        wait_until_somebody_waits_for_a_lock()
    thread.join()

    assert roots(claims[0]) == 1.0


@pytest.mark.django_db(transaction=True)
def test_a_claim_that_is_accepted_while_its_article_is_worked_through_is_kept(claims, editor):
    again = work_through_again(article=claims[0].article, user=editor)
    job = lease_job(job_id=again.pk)

    with transaction.atomic():
        decide_claim(claim=claims[0], user=editor, state="accepted")
        thread = in_thread(extract_claims, job=job)
        wait_until_somebody_waits_for_a_lock()
    thread.join()

    assert Claim.objects.get(pk=claims[0].pk).state == "accepted"


@pytest.mark.django_db
def test_a_rejected_claim_is_no_root_until_it_is_taken_back(claims, editor):
    decide_claim(claim=claims[1], user=editor, state="rejected")
    assert (roots(claims[0]), roots(claims[1])) == (2.0, 1.0)

    decide_claim(claim=claims[1], user=editor, state="proposed")
    assert (roots(claims[0]), roots(claims[1])) == (2.95, 2.0)
