"""After a name was added or taken back, the claims that mention it are read anew and compared again."""

import pytest

from claims.models import Claim, Place
from claims.services.names import add_actor, add_name, withdraw_name
from claims.services.rereading import reread_claims
from tests.factories import make_article, make_claim, make_workspace
from tests.known_names import load_small_tables
from workbench.jobs.models import Job
from workbench.jobs.services import lease_job


@pytest.fixture(autouse=True)
def tables(db, tmp_path):
    load_small_tables(tmp_path)


def claim_of(workspace, text, content, **more) -> Claim:
    """Return a claim that covers these words of a new article."""
    claim = make_claim(make_article(workspace, text, **more), content)
    claim.slots.all().delete()
    return claim


def work(jobs) -> list[Job]:
    """Take the jobs' steps and return the jobs that follow."""
    return [after for job in jobs for after in reread_claims(job=lease_job(job_id=job.pk))]


def values(claim, kind) -> set[str]:
    return set(claim.slots.filter(kind=kind).values_list("value", flat=True))


def test_a_claim_reads_the_added_name_and_its_article_is_compared_anew(workspace, editor):
    text = "The mayor said that a fire broke out in North Haven."
    claim = claim_of(workspace, text, "a fire broke out in North Haven")
    other = claim_of(workspace, "He said that snow fell.", "snow fell", outlet="Coast Daily")
    town = Place.objects.get(pk="x-norhus")

    following = work(add_name(workspace=workspace, user=editor, subject=town, name="North Haven").jobs)

    assert values(claim, "place") == {"geo:x-norhus"}
    assert [(job.kind, job.subject_id) for job in following] == [("claims.link", claim.article_id)]
    assert not other.slots.exists()


def test_an_arabic_name_is_found_behind_what_is_written_onto_it(workspace, editor):
    claim = claim_of(
        workspace, "قال إن حريقا اندلع بالميناء الشمالي.", "حريقا اندلع بالميناء الشمالي", language="ar"
    )
    town = Place.objects.get(pk="x-norhus")

    work(add_name(workspace=workspace, user=editor, subject=town, name="الميناء الشمالي").jobs)

    assert values(claim, "place") == {"geo:x-norhus"}


def test_reading_anew_twice_changes_nothing_and_compares_nothing(workspace, editor):
    claim = claim_of(workspace, "A fire broke out in North Haven.", "A fire broke out in North Haven")
    town = Place.objects.get(pk="x-norhus")
    named = add_name(workspace=workspace, user=editor, subject=town, name="North Haven")
    work(named.jobs)
    slots = list(claim.slots.values_list("pk", flat=True))
    Job.objects.filter(pk=named.jobs[0].pk).update(state="queued", attempt=0)

    assert work(named.jobs) == []
    assert list(claim.slots.values_list("pk", flat=True)) == slots


def test_a_withdrawn_name_is_no_longer_read(workspace, editor):
    claim = claim_of(workspace, "A fire broke out in North Haven.", "A fire broke out in North Haven")
    town = Place.objects.get(pk="x-norhus")
    named = add_name(workspace=workspace, user=editor, subject=town, name="North Haven")
    work(named.jobs)

    work(withdraw_name(row=named.row, user=editor).jobs)

    assert "geo:x-norhus" not in values(claim, "place")


def test_a_person_is_known_by_a_by_name_and_by_spellings_that_nobody_listed(workspace, editor):
    nickname = claim_of(workspace, "A clerk saw Umm Salim leave.", "A clerk saw Umm Salim leave")
    spelt = claim_of(workspace, "A clerk saw Leila Mansoor leave.", "A clerk saw Leila Mansoor leave")
    spelt.slots.create(kind="actor", start=12, end=25, text="Leila Mansoor", value="name:l-mnsr")
    added = add_actor(workspace=workspace, user=editor, kind="person", names=["Layla Mansour", "Umm Salim"])

    work(added.jobs)

    assert values(nickname, "actor") == values(spelt, "actor") == {f"org:{added.subject.pk}"}


def test_another_workspace_is_left_alone(workspace, editor):
    other = claim_of(make_workspace("Other"), "A fire in North Haven.", "A fire in North Haven")
    town = Place.objects.get(pk="x-norhus")

    work(add_name(workspace=workspace, user=editor, subject=town, name="North Haven").jobs)

    assert not other.slots.exists()
