"""Background work as the pages show it, and whether the machine behind them is well."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import redis
from django.conf import settings
from django.db import Error, connection
from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from claims.selectors.progress import STEPS
from claims.services.names import REREAD
from claims.services.reconsidering import RECONSIDER
from claims.services.regrouping import RECLUSTER
from claims.services.restating import RESTATE
from claims.services.source_merges import PROPOSE
from sources.services.night_jobs import AGREEMENT, COPYING, COVERAGE, DECAY, NIGHT, RINGS
from sources.services.scorecards import REFRESH
from workbench.accounts.models import Workspace
from workbench.jobs.failures import Failure, failure_of
from workbench.jobs.models import Job, JobState
from workbench.jobs.selectors import jobs_of, queue_summary

KIND_WORDS: Mapping[str, str | Promise] = {
    **dict(STEPS),
    REFRESH: _("Refresh a source's record"),
    RECLUSTER: _("Group the stories anew"),
    NIGHT: _("Make every record anew"),
    DECAY: _("Look for grades that lapsed"),
    COPYING: _("Look for sources that copy"),
    AGREEMENT: _("Weigh what sources agree on"),
    RINGS: _("Look for rings"),
    COVERAGE: _("Look for silent outlets"),
    REREAD: _("Read claims anew that mention a name"),
    RECONSIDER: _("Put before people what rests on what fell"),
    RESTATE: _("Describe a story, and tell the sources' records"),
    PROPOSE: _("Look for one source under two names"),
}
NIGHT_RESULTS: Mapping[str, Callable[[int], str]] = {
    NIGHT: lambda n: ngettext("%(count)d record made anew", "%(count)d records made anew", n),
    DECAY: lambda n: ngettext("%(count)d grade lapsed", "%(count)d grades lapsed", n),
    COPYING: lambda n: ngettext("%(count)d possible common origin", "%(count)d possible common origins", n),
    AGREEMENT: lambda n: ngettext("%(count)d statement weighed", "%(count)d statements weighed", n),
    RINGS: lambda n: ngettext("%(count)d sign of a ring", "%(count)d signs of a ring", n),
    COVERAGE: lambda n: ngettext("%(count)d outlet looked at", "%(count)d outlets looked at", n),
}
"""What each step of the night came to, in words for a count."""
STUCK_AFTER = timedelta(seconds=60)
"""The sweeper rings again within 35 seconds; a queue that has not moved for a minute has no worker."""
BROKER_SECONDS = 1.0
"""How long the broker may take to answer: it lies next door."""


@dataclass(frozen=True, slots=True)
class ShownJob:
    """A job with the words for what it does and for why it failed."""

    job: Job

    @property
    def word(self) -> str | Promise:
        """Return what the job does; the task's own name for one that no page knows."""
        return KIND_WORDS.get(self.job.kind, self.job.kind)

    @property
    def is_about_source(self) -> bool:
        """Tell whether the job works on a source, not on an article."""
        return self.job.kind == REFRESH

    @property
    def is_about_workspace(self) -> bool:
        """Tell whether the job works on the workspace's stories, not on one article."""
        return self.job.kind == RECLUSTER

    @property
    def is_of_the_night(self) -> bool:
        """Tell whether the job is a step of the night over the sources."""
        return self.job.kind in NIGHT_RESULTS

    @property
    def is_about_names(self) -> bool:
        """Tell whether the job compares the names of all sources."""
        return self.job.kind == PROPOSE

    @property
    def came_to(self) -> str:
        """Return what a finished step of the night came to; nothing for other jobs."""
        words = NIGHT_RESULTS.get(self.job.kind)
        count = self.job.result.get("count")
        if self.job.state != JobState.DONE or words is None or count is None:
            return ""
        return words(int(count)) % {"count": int(count)}

    def is_about_story(self) -> bool:
        """Tell whether the job works on one story, not on an article."""
        return self.job.kind == RESTATE

    @property
    def claim(self) -> str:
        """Return the claim that the job begins at, if it is about a claim and not about an article."""
        return str(self.job.payload.get("claim", "")) if self.job.kind == RECONSIDER else ""

    @property
    def is_about_name(self) -> bool:
        """Tell whether the job works on a name that somebody added, not on an article."""
        return self.job.kind == REREAD

    @property
    def progress(self) -> tuple[int, int] | None:
        """Return how many of how many parts of a running job are done; None where it does not say."""
        done, of = self.job.result.get("done"), self.job.result.get("of")
        running = self.job.state == JobState.RUNNING
        return (int(done), int(of)) if running and done is not None and of else None

    @property
    def failure(self) -> Failure | None:
        """Return why it failed; None where it did not."""
        return failure_of(self.job) if self.job.state == JobState.DEAD else None

    @property
    def seconds(self) -> float | None:
        """Return how long it took; None before its end."""
        if self.job.started_at is None or self.job.finished_at is None:
            return None
        return max(0.0, (self.job.finished_at - self.job.started_at).total_seconds())


@dataclass(frozen=True, slots=True)
class Queue:
    """The state of the workspace's background work, for one sentence."""

    running: int
    waiting: int
    failed: int
    done: int
    oldest_waiting: datetime | None

    @property
    def is_open(self) -> bool:
        """Tell whether anything is under way or waits."""
        return bool(self.running or self.waiting)

    @property
    def is_stuck(self) -> bool:
        """Tell whether jobs wait and nobody takes them."""
        waits_long = self.oldest_waiting is not None and timezone.now() - self.oldest_waiting > STUCK_AFTER
        return waits_long and not self.running


def queue_of(workspace: Workspace) -> Queue:
    """Return how the workspace's background work stands. One query."""
    summary: Mapping[str, Any] = queue_summary(workspace=workspace)
    return Queue(**summary)


def shown_jobs(workspace: Workspace, *, state: str = "", kind: str = "") -> QuerySet[Job]:
    """Return the workspace's jobs in a state and of a kind, the newest first. One query."""
    rows = jobs_of(workspace=workspace).select_related("requested_by")
    if state in JobState.values:
        rows = rows.filter(state=state)
    return rows.filter(kind=kind) if kind else rows


def kinds_met(workspace: Workspace) -> list[tuple[str, str | Promise]]:
    """Return the kinds of job that the workspace has had, with their words, in working order. One query."""
    met = set(jobs_of(workspace=workspace).order_by().values_list("kind", flat=True).distinct())
    known = [(kind, word) for kind, word in KIND_WORDS.items() if kind in met]
    return [*known, *((kind, kind) for kind in sorted(met - set(KIND_WORDS)))]


def state_counts(workspace: Workspace) -> dict[str, int]:
    """Return how many jobs are in each state. One query."""
    rows = jobs_of(workspace=workspace).order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the parts answer, and since when the oldest job waits."""

    database: bool
    broker: bool
    oldest_waiting_seconds: int | None

    @property
    def is_well(self) -> bool:
        """Tell whether articles can be taken in and worked through."""
        return self.database and self.broker


def health_now() -> Health:
    """Return whether database and broker answer. Two queries."""
    waiting = _oldest_waiting()
    return Health(waiting is not None, _broker_answers(), waiting or None)


def _oldest_waiting() -> int | None:
    """Return for how many seconds the oldest job of all waits; None where the database is silent."""
    try:
        connection.ensure_connection()
        oldest = Job.objects.filter(state=JobState.QUEUED).aggregate(oldest=Min("created_at"))["oldest"]
    except Error:
        return None
    return 0 if oldest is None else max(0, int((timezone.now() - oldest).total_seconds()))


def _broker_answers() -> bool:
    try:
        with redis.Redis.from_url(
            settings.REDIS_URL, socket_timeout=BROKER_SECONDS, socket_connect_timeout=BROKER_SECONDS
        ) as client:
            return bool(client.ping())
    except (redis.RedisError, OSError):
        return False
