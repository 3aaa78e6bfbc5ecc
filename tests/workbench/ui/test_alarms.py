"""The page of alarms: what was found in a sentence, what to do, and who decided."""

import pytest
from django.urls import reverse
from django.utils import timezone

from sources.models import Alarm, CopyPair, Outcome
from sources.services.alarms import raise_alarm
from sources.services.replies import NewReply, note_reply
from tests.factories import make_article, make_claim, make_job, make_member, make_source, make_workspace
from tests.sources.services.test_bursts import judge
from workbench.accounts.models import Role, actor_label


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


@pytest.fixture
def pair(workspace, outlet):
    one, other = sorted((outlet, make_source(workspace, "Quay Mirror")), key=lambda source: source.pk)
    figures = {"probability": 0.93, "common": 12, "shared_false": 4, "found_at": timezone.now()}
    return CopyPair.objects.create(workspace=workspace, one=one, other=other, **figures)


FACTS = {
    "ring": {"sources": ["Harbour Post", "Quay Mirror"], "probability": 0.97},
    "skill": {"before": 0.8, "now": 0.4, "topic": ""},
    "drift": {"source": "Harbour Post", "what": ["rating"]},
    "stale": {"source": "Harbour Post", "letter": "B"},
    "silence": {"source": "Harbour Post", "since": "2026-05-04T10:00:00+00:00", "usual_hours": 6.0},
}


def raised(workspace, kind, **more):
    raise_alarm(workspace=workspace, kind=kind, key=f"{kind}:1", facts=FACTS[kind], **more)
    return Alarm.objects.get(kind=kind)


def show(page):
    return page.get(reverse("sources:alarms")).content.decode()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ring", "2 sources may draw on one origin"),
        ("skill", "from 80 to 40 of 100"),
        ("drift", "was not what the log gives"),
        ("stale", "had the letter B"),
        ("silence", "Usually something comes every 6 hours."),
    ],
)
def test_each_alarm_says_what_was_found(page, workspace, kind, words):
    raised(workspace, kind)

    shown = show(page)

    assert words in shown
    assert "1 alarm waits" in shown


def test_an_adverse_letter_that_lapsed_is_not_told_before_its_source_could_answer(page, workspace, outlet):
    facts = FACTS["stale"] | {"letter": "E"}
    raise_alarm(workspace=workspace, kind="stale", key="stale:1", facts=facts, source=outlet)

    withheld = show(page)
    spoken = NewReply(step="answered", text="We stand by it.", happened_on=timezone.localdate())
    note_reply(source=outlet, reply=spoken, actor="user:1")

    assert "has a grade no longer" in withheld
    assert "the letter E" not in withheld
    assert "had the letter E" in show(page)


def test_closing_needs_a_note_and_can_be_taken_back(page, workspace):
    alarm = raised(workspace, "drift")

    page.post(reverse("sources:close_alarm", args=[alarm.pk]), {"note": " "})
    assert Alarm.objects.get().closed_at is None
    page.post(reverse("sources:close_alarm", args=[alarm.pk]), {"note": "A disk fault."})
    assert "A disk fault." in show(page)
    page.post(reverse("sources:reopen_alarm", args=[alarm.pk]))

    assert Alarm.objects.get().closed_at is None


@pytest.mark.parametrize(("act", "counting"), [("release", 7), ("leave_out", 5)])
def test_a_burst_is_decided_by_somebody_else(page, outlet, act, counting):
    judge(outlet, "user:0", 7)
    alarm = Alarm.objects.get()
    assert "2 verdicts wait" in show(page)

    page.post(reverse("sources:close_alarm", args=[alarm.pk]), {"note": "Looked at each.", "act": act})

    assert Outcome.objects.filter(superseded_at=None, held=False).count() == counting


def test_a_burst_cannot_be_closed_without_a_decision(page, outlet):
    judge(outlet, "user:0", 6)

    answer = page.post(reverse("sources:close_alarm", args=[Alarm.objects.get().pk]), {"note": "Fine."})

    assert answer.status_code == 400
    assert Alarm.objects.get().closed_at is None


def test_whose_verdicts_wait_cannot_decide_and_sees_why(page, outlet, editor):
    judge(outlet, actor_label(editor), 6)
    alarm = Alarm.objects.get()

    shown = show(page)
    page.post(reverse("sources:close_alarm", args=[alarm.pk]), {"note": "Mine.", "act": "release"})

    assert "These verdicts are your own" in shown
    assert editor.username in shown
    assert Outcome.objects.filter(held=True, superseded_at=None).count() == 1


def test_a_possible_common_origin_is_confirmed_and_that_is_taken_back(page, pair):
    assert "4 wrong answers in common" in show(page)

    page.post(reverse("sources:decide_pair", args=[pair.pk]), {"state": "confirmed"})
    assert "1 pair decided" in show(page)
    page.post(reverse("sources:decide_pair", args=[pair.pk]), {"state": "proposed"})

    assert CopyPair.objects.get().decided_by is None


def test_a_pair_leads_to_the_claims_where_both_were_wrong(page, workspace, pair):
    claim = make_claim(make_article(workspace), "the bridge is open")
    CopyPair.objects.update(questions=[str(claim.pk), str(pair.pk)])

    shown = show(page)

    assert "Where both were wrong" in shown
    assert reverse("claims:claim", args=[claim.pk]) in shown


def test_the_inbox_tells_how_many_alarms_wait(page, workspace):
    raised(workspace, "drift")
    raised(workspace, "stale")

    shown = page.get(reverse("ui:inbox")).content.decode()

    assert "2 alarms wait" in shown
    assert reverse("sources:alarms") in shown


def test_a_viewer_reads_and_does_not_decide(client, workspace, pair):
    alarm = raised(workspace, "drift")
    client.force_login(make_member(workspace, Role.VIEWER))

    assert "Close with a note" not in show(client)
    acts = [("sources:close_alarm", alarm.pk), ("sources:decide_pair", pair.pk)]
    asked = {"note": "x", "state": "confirmed"}
    answers = [client.post(reverse(name, args=[pk]), asked) for name, pk in acts]
    assert [answer.status_code for answer in answers] == [403, 403]


def test_another_workspaces_alarms_are_not_here(page):
    elsewhere = make_workspace("Elsewhere")
    alarm = raised(elsewhere, "drift")

    assert "0 alarms wait" in show(page)
    assert page.post(reverse("sources:close_alarm", args=[alarm.pk]), {"note": "x"}).status_code == 404


def test_the_page_costs_the_same_however_many_alarms(page, workspace, django_assert_max_num_queries):
    for number in range(8):
        raise_alarm(workspace=workspace, kind="stale", key=str(number), facts=FACTS["stale"])

    with django_assert_max_num_queries(14):
        show(page)


def test_bursts_cost_the_same_however_many_and_each_tells_its_own_verdicts(
    page, workspace, django_assert_max_num_queries
):
    for number in range(12):
        source = make_source(workspace, f"Quay Paper {number}")
        judge(source, "user:77", 6)
    assert Alarm.objects.filter(kind="burst").count() == 12

    with django_assert_max_num_queries(14):
        shown = show(page)

    assert shown.count("1 verdict waits") == 12
    assert shown.count("The quay is closed.") == 12


def test_alarms_that_wait_are_paged_and_all_are_counted(page, workspace):
    for number in range(23):
        facts = FACTS["drift"] | {"source": f"Quay Paper {number:02}"}
        raise_alarm(workspace=workspace, kind="drift", key=str(number), facts=facts)

    first = show(page)
    second = page.get(reverse("sources:alarms"), {"open": 2}).content.decode()

    assert "23 alarms wait" in first
    assert first.count('class="list__row alarm"') == 20
    assert second.count('class="list__row alarm"') == 3


def test_each_step_of_the_night_says_on_the_jobs_page_what_it_came_to(page, workspace):
    named = {"subject_id": workspace.pk, "subject_label": "Desk", "result": {"count": 3}}
    for kind in ("sources.night", "claims.copying", "claims.agreement", "claims.coverage", "sources.decay"):
        make_job(make_article(workspace), kind, queue="nightly", **named)

    shown = page.get(reverse("ui:jobs")).content.decode()

    for words in ("Make every record anew", "3 records made anew", "3 possible common origins"):
        assert words in shown
    assert "3 statements weighed" in shown
