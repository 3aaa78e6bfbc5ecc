"""People and jobs that act on the same claims at once take their turn: nobody's act dies of another's."""

from threading import Thread
from time import monotonic, sleep

import pytest
from django.db import DatabaseError, connection, transaction

from claims.models import Claim, Reconsideration, Story, Withdrawal
from claims.services.claims import decide_claim
from claims.services.correcting import Corrector
from claims.services.corrections import correct_originator
from claims.services.errors import WithdrawnAlready
from claims.services.reconsidering import keep_as_it_is, reconsider_claims
from claims.services.restating import queue_restating, restate_story
from claims.services.reviewing import review_verdict
from claims.services.verdicts import record_verdict
from claims.services.withdrawing import undo_withdrawal, withdraw_report, withdraw_verdict
from sources.models import Outcome, Source
from sources.services import merge_sources
from sources.services.errata import NewErratum, record_erratum
from tests.factories import make_article, make_claim, make_link, make_member, make_source, make_story
from workbench.audit.services import hold_log, record_event
from workbench.core.errors import WorkbenchError
from workbench.jobs.models import Job
from workbench.jobs.services import lease_job

pytestmark = pytest.mark.django_db(transaction=True)


class Desk:
    """A judged claim in a story, a second report of the same root, and two people."""

    def __init__(self, workspace, editor):
        self.workspace, self.editor, self.colleague = workspace, editor, make_member(workspace)
        self.claim, self.sibling = (
            make_claim(make_article(workspace, outlet=outlet), "the bridge is open", chain=("the mayor",))
            for outlet in ("Harbour Post", "Coast Daily")
        )
        make_link(self.claim, self.sibling, independence=0.02)
        self.story = make_story(workspace, self.claim, self.sibling)
        for claim in (self.claim, self.sibling):
            claim.refresh_from_db()
        self.verdict = self.judge()

    def judge(self, rating="false"):
        return record_verdict(claim=self.claim, user=self.editor, rating=rating, reasoning="Seen.")[0]

    def review(self):
        review_verdict(verdict=self.verdict, user=self.colleague, agrees=True)

    def withdraw(self):
        withdraw_verdict(verdict=self.verdict, user=self.colleague, reason="Another year.")

    def withdraw_report(self):
        withdraw_report(claim=self.claim, user=self.colleague, reason="Taken back.", with_verdicts=True)

    def accept(self):
        decide_claim(claim=self.claim, user=self.colleague, state="accepted")

    def correct(self):
        by = Corrector(self.colleague)
        correct_originator(claim=self.claim, by=by, name="The harbour master", kind="person")

    def erratum(self):
        new = NewErratum(
            claim_id=self.claim.pk,
            claim_text=self.claim.text,
            corrected_on=self.verdict.settled_on,
            address="https://harbour.example/corrections",
        )
        source = Source.objects.get(workspace=self.workspace, name="Harbour Post")
        record_erratum(source=source, erratum=new, user=self.colleague)

    def keep(self):
        keep_as_it_is(reconsideration=Reconsideration.objects.get(), user=self.colleague)

    def merge(self):
        found = [make_source(self.workspace, name) for name in ("Quay Radio", "Pier Radio")]
        merge_sources(source=found[0], into=found[1], actor="user:1")


@pytest.fixture
def desk(workspace, editor):
    return Desk(workspace, editor)


def wait_until_somebody_waits_for_a_lock():
    end = monotonic() + 10
    while monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        sleep(0.02)
    pytest.fail("Nobody waits for a lock.")


class Beside(Thread):
    """An act on a connection of its own, which remembers what it died of."""

    def __init__(self, act):
        super().__init__()
        self.act, self.error = act, None
        self.start()

    def run(self):
        try:
            self.act()
        except (DatabaseError, WorkbenchError) as error:
            self.error = error
        finally:
            connection.close()


def wait_for_another_look(desk):
    event = record_event(
        workspace=desk.workspace, actor="user:1", action="verdict.withdrawn", target=("claim", desk.claim.pk)
    )
    Reconsideration.objects.create(
        workspace=desk.workspace, claim=desk.claim, event=event, cause=desk.sibling, why="same"
    )


@pytest.mark.parametrize(
    "act", ["review", "withdraw", "withdraw_report", "accept", "correct", "erratum", "keep", "judge"]
)
def test_an_act_that_waits_for_the_log_holds_nothing_that_another_needs(desk, act):
    wait_for_another_look(desk)

    with transaction.atomic():
        hold_log(desk.workspace)
        other = Beside(getattr(desk, act))
        wait_until_somebody_waits_for_a_lock()
        mine = record_verdict(claim=desk.claim, user=desk.editor, rating="true", reasoning="At noon.")[0]
    other.join()

    assert not isinstance(other.error, DatabaseError)
    assert mine.rating == "true"


def test_two_merges_at_once_take_their_turn(desk):
    with transaction.atomic():
        hold_log(desk.workspace)
        other = Beside(desk.merge)
        wait_until_somebody_waits_for_a_lock()
        merge_sources(
            source=Source.objects.get(name="Coast Daily"),
            into=Source.objects.get(name="Harbour Post"),
            actor="user:2",
        )
    other.join()

    assert other.error is None


def test_a_story_is_restated_while_its_verdict_is_confirmed(desk):
    Story.objects.update(region="SY", region_by_person=True)
    [queued] = queue_restating(stories=[desk.story.pk], user=None)
    job = lease_job(job_id=queued.pk)

    with transaction.atomic():
        hold_log(desk.workspace)
        other = Beside(lambda: restate_story(job=job))
        wait_until_somebody_waits_for_a_lock()
        desk.review()
        queue_restating(stories=[desk.story.pk], user=None)
    other.join()

    assert other.error is None
    standing = Outcome.objects.filter(superseded_at=None)
    assert set(standing.values_list("story_id", "reviewer")) == {(desk.story.pk, f"user:{desk.colleague.pk}")}


def test_a_withdrawal_is_undone_while_its_job_looks_at_what_rests_on_it(desk):
    withdrawal, _ = withdraw_verdict(verdict=desk.verdict, user=desk.editor, reason="Another year.")
    waiting = Job.objects.get(kind="claims.reconsider", subject_id=withdrawal.pk)
    job = lease_job(job_id=waiting.pk)

    with transaction.atomic():
        hold_log(desk.workspace)
        other = Beside(lambda: reconsider_claims(job=job))
        wait_until_somebody_waits_for_a_lock()
        undo_withdrawal(withdrawal=withdrawal, user=desk.editor)
    other.join()

    assert other.error is None


def test_one_report_is_withdrawn_once_from_whichever_of_its_claims(desk):
    with transaction.atomic():
        withdraw_report(claim=desk.claim, user=desk.editor, reason="Taken back.")
        other = Beside(
            lambda: withdraw_report(claim=desk.sibling, user=desk.colleague, reason="Taken back, too.")
        )
        wait_until_somebody_waits_for_a_lock()
    other.join()

    assert isinstance(other.error, WithdrawnAlready)
    assert Withdrawal.objects.count() == 1
    assert set(Withdrawal.objects.get().claims.all()) == set(Claim.objects.all())
