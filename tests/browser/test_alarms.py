"""Alarms and the steps of a night in a real browser: open to everybody, and closed by keys alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sources.models import Alarm, CopyPair
from sources.services.alarms import close_alarm, raise_alarm
from tests.browser.test_names import WIDER_THAN_THE_SCREEN
from tests.browser.test_pages import AXE_RUN
from tests.factories import make_article, make_job, make_source
from tests.sources.services.test_bursts import judge
from workbench.jobs.models import JobState

FOUND = (
    ("ring", {"sources": ["Harbour Post", "Quay Mirror", "مرآة الرصيف"], "probability": 0.97}),
    ("skill", {"before": 0.82, "now": 0.41, "topic": ""}),
    ("drift", {"source": "Harbour Post"}),
    ("stale", {"source": "Evening Star", "letter": "B"}),
    ("silence", {"source": "مرآة الرصيف", "since": "2026-05-04T10:00:00+00:00", "usual_hours": 6.0}),
)


@pytest.fixture
def alarms(live_server, workspace, editor):
    """Return a workspace with an alarm of each kind, a pair to decide, a closed alarm, and a night's jobs."""
    outlets = [make_source(workspace, name) for name in ("Harbour Post", "مرآة الرصيف", "Evening Star")]
    for place, (kind, facts) in enumerate(FOUND):
        raise_alarm(workspace=workspace, kind=kind, key=kind, facts=facts, source=outlets[place % 3])
    raise_alarm(workspace=workspace, kind="stale", key="old", facts=FOUND[3][1], source=outlets[2])
    close_alarm(alarm=Alarm.objects.get(key="old"), user=editor, note="Three newer claims were checked.")
    judge(outlets[0], "user:0", 7)
    one, other = sorted(outlets[:2], key=lambda source: source.pk)
    figures = {"probability": 0.93, "common": 12, "shared_false": 4, "found_at": timezone.now()}
    CopyPair.objects.create(workspace=workspace, one=one, other=other, **figures)
    article = make_article(workspace)
    named = {"subject_id": workspace.pk, "subject_label": "Desk", "queue": "nightly"}
    make_job(article, "claims.coverage", result={"count": 9}, **named)
    make_job(article, "claims.copying", result={"count": 1}, **named)
    make_job(article, "claims.agreement", result={"count": 1234}, **named)
    running = {"started_at": timezone.now() - timedelta(seconds=40), "result": {"done": 200, "of": 900}}
    make_job(article, "sources.night", JobState.RUNNING, **named | running)
    return workspace


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("address", ["/sources/alarms/", "/jobs/"])
def test_alarms_and_nights_shut_nobody_out_on_a_telephone(desk_of, alarms, axe, address, language, theme):
    desk = desk_of(language, color_scheme=theme, viewport={"width": 390, "height": 800})

    page = desk.visit(address)
    page.evaluate(axe)

    assert page.evaluate(AXE_RUN) == []
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    assert desk.complaints == []


def test_an_alarm_is_closed_with_the_keyboard_alone(desk_of, alarms):
    page = desk_of("en").visit("/sources/alarms/")
    waiting = Alarm.objects.filter(closed_at=None).count()

    page.locator(".alarm__close summary", has_text="Close with a note").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Nothing but an old feed.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".alarm__note", has_text="Nothing but an old feed.").wait_for()

    assert Alarm.objects.filter(closed_at=None).count() == waiting - 1
