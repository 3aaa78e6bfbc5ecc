"""How far the machine has come with an article, step by step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from claims.models import Article
from workbench.jobs.failures import Failure, failure_of
from workbench.jobs.models import Job, JobState
from workbench.jobs.selectors import jobs_of

FETCH = "claims.fetch"

STEPS: tuple[tuple[str, str | Promise], ...] = (
    (FETCH, _("Fetch the page")),
    ("claims.extract", _("Find who says what")),
    ("claims.embed", _("Measure what each claim means")),
    ("claims.link", _("Link with other articles")),
    ("claims.cluster", _("Find its story")),
    ("claims.score", _("Count independent roots")),
)

COUNTED: Mapping[str, Promise] = {
    "claims.extract": ngettext_lazy("%(count)d claim", "%(count)d claims", "count"),
    "claims.link": ngettext_lazy("%(count)d link", "%(count)d links", "count"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the work on an article; without a job it still lies ahead."""

    word: str | Promise
    job: Job | None

    @property
    def state(self) -> str:
        """Return the job's state, or `ahead`."""
        return self.job.state if self.job else "ahead"

    @property
    def count(self) -> str:
        """Return what the step found, in words, where that is worth telling."""
        number = self.job.result.get("count") if self.job and self.job.state == JobState.DONE else None
        words = COUNTED.get(self.job.kind) if self.job else None
        return "" if words is None or number is None else str(words % {"count": number})

    @property
    def seconds(self) -> float | None:
        """Return how long the step took, in seconds; None before its end."""
        if self.job is None or self.job.started_at is None or self.job.finished_at is None:
            return None
        return max(0.0, (self.job.finished_at - self.job.started_at).total_seconds())

    @property
    def failure(self) -> Failure | None:
        """Return why the step failed; None where it did not."""
        return failure_of(self.job) if self.job and self.job.state == JobState.DEAD else None


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps in order, and whether anything is still to come."""

    steps: tuple[Step, ...]

    @property
    def has_failed(self) -> bool:
        """Tell whether a step failed for good."""
        return any(step.state in {JobState.DEAD, JobState.CANCELLED} for step in self.steps)

    @property
    def is_done(self) -> bool:
        """Tell whether every step is done."""
        return all(step.state == JobState.DONE for step in self.steps)

    @property
    def is_open(self) -> bool:
        """Tell whether a page should ask again."""
        return any(step.state in {JobState.QUEUED, JobState.RUNNING} for step in self.steps)

    @property
    def done_count(self) -> int:
        """Return how many steps are done."""
        return sum(step.state == JobState.DONE for step in self.steps)


def progress_of(article: Article) -> Progress:
    """Return the steps of the article's last run. One query."""
    fetched = Q(kind=FETCH, result__article=str(article.pk))
    jobs = jobs_of(workspace=article.workspace).filter(Q(subject_id=article.pk) | fetched)
    return Progress(_steps(jobs.order_by("created_at", "id")))


def progress_of_fetch(job: Job) -> Progress:
    """Return the steps of an address that has no article yet. No query."""
    return Progress(_steps([job]))


def article_of_fetch(job: Job) -> UUID | None:
    """Return the article that a fetch brought in; None while there is none."""
    found = job.result.get("article")
    return UUID(found) if found else None


def _steps(jobs: Iterable[Job]) -> tuple[Step, ...]:
    """Take the last job of each kind; what an earlier run left behind no longer counts."""
    latest: dict[str, Job] = {}
    order = [kind for kind, _word in STEPS]
    for job in jobs:
        latest[job.kind] = job
        for later in order[order.index(job.kind) + 1 :] if job.kind in order else ():
            latest.pop(later, None)
    return tuple(Step(word, latest.get(kind)) for kind, word in STEPS if kind != FETCH or FETCH in latest)
