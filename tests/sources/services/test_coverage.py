"""Coverage: outlets that fell silent are told, once, and when they are heard again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sources.models import Alarm, Cadence, Silence
from sources.selectors.coverage import coverage_after, heard_of
from sources.services.coverage import keep_coverage
from tests.factories import make_source, make_workspace
from workbench.audit.models import Event

NOW = timezone.now()


def ago(hours):
    return NOW - timedelta(hours=hours)


def arrivals(*, every=6, until=0, count=80):
    return [ago(until + every * n) for n in reversed(range(count))]


@pytest.fixture
def silent(workspace):
    return make_source(workspace, "Harbour Post")


@pytest.fixture
def heard(workspace):
    return make_source(workspace, "Morning Ledger")


@pytest.fixture
def night(workspace, silent, heard):
    def run(as_of=NOW, **more):
        found = {silent.pk: arrivals(until=72), heard.pk: arrivals()} | more.get("found", {})
        return keep_coverage(workspace=workspace, arrivals=found, as_of=as_of)

    return run


def test_an_outlet_that_fell_silent_is_told_with_since_when(night, silent):
    assert night() == 1

    [silence] = Silence.objects.all()
    [alarm] = Alarm.objects.all()
    assert (silence.source, silence.until) == (silent, None)
    assert (alarm.kind, alarm.source, alarm.closed_at) == ("silence", silent, None)


def test_telling_it_twice_changes_nothing(night):
    night()
    events = Event.objects.count()

    night()

    assert (Silence.objects.count(), Alarm.objects.count(), Event.objects.count()) == (1, 1, events)


def test_an_outlet_that_is_heard_again_closes_its_alarm_by_itself(night, silent):
    night()

    night(found={silent.pk: [*arrivals(until=72), ago(2)]})

    assert Silence.objects.get().until is not None
    assert Alarm.objects.get().closed_at is not None
    assert Alarm.objects.get().closed_by is None


def test_an_outlet_that_is_hardly_heard_has_no_rhythm(night, workspace):
    rare = make_source(workspace, "Quarterly")

    night(found={rare.pk: arrivals(count=4)})

    assert set(Cadence.objects.values_list("source__name", flat=True)) == {"Harbour Post", "Morning Ledger"}


def test_what_was_silent_when_a_report_came_is_said_of_the_report(night, workspace):
    night()

    coverage = coverage_after(workspace, ago(48))

    assert (coverage.watched, [source.name for source in coverage.silent]) == (2, ["Harbour Post"])
    assert not coverage_after(workspace, ago(200)).is_degraded


def test_another_workspace_knows_nothing_of_it(night):
    night()

    assert coverage_after(make_workspace("Elsewhere"), ago(48)).watched == 0


def test_an_outlet_says_how_often_it_is_heard(night, silent):
    night()

    heard = heard_of({silent.pk})

    assert heard.cadence.usual_hours == 6.0
    assert heard.silent_since is not None
