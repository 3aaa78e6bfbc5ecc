"""The steps that the benchmark times: filling, gathering, the first night, the second one."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from claims.selectors.assertions import gather_evidence
from sources.models import Estimate, Night
from sources.services.night_jobs import queue_night
from tests.benchmarks.night.archive import filled_workspace
from workbench.accounts.models import Workspace
from workbench.core.scratch import scratch_database
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.performing import perform_waiting_jobs

Timed = Callable[[dict[str, float], str], AbstractContextManager[None]]


def run_nights(count: int, timed: Timed) -> dict[str, float]:
    """Return the seconds of each step, how much there was, and whether the second night gave the same."""
    figures: dict[str, float] = {}
    with scratch_database():
        with timed(figures, "filling"):
            workspace = filled_workspace(count)
        with timed(figures, "gathering"):
            evidence = gather_evidence(workspace, survivors={})
        figures["assertions"] = len(evidence.assertions)
        figures["ties"] = len(evidence.ties)
        with timed(figures, "first night"):
            figures |= _night(workspace)
        estimates = Estimate.objects.count()
        digest = Night.objects.get().digest
        with timed(figures, "second night"):
            _night(workspace)
        figures["sources"] = Night.objects.get().source_count
        figures["estimates"] = estimates
        figures["same"] = Night.objects.get().digest == digest and Estimate.objects.count() == estimates
    return figures


def _night(workspace: Workspace) -> dict[str, float]:
    queue_night(workspace=workspace)
    perform_waiting_jobs(workspace, queue=JobQueue.NIGHTLY)
    jobs = Job.objects.filter(workspace=workspace).order_by("created_at")
    failed = [f"{job.kind}: {job.last_error}" for job in jobs if job.state != "done"]
    if failed:
        raise RuntimeError("; ".join(failed))
    return {
        f"step {job.kind}": (job.finished_at - job.started_at).total_seconds()
        for job in jobs
        if job.finished_at and job.started_at
    }
