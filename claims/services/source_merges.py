"""What people decide about sources that may be one, with all that follows for claims."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from claims.selectors.source_meetings import met_together, sites_of
from claims.services.linking import link_articles_again
from sources import services as sources
from sources.models import Source, SourceAlias, SourcePair
from sources.selectors.duplicates import alike_pairs, undecided_lookalikes
from sources.selectors.families import families_of
from workbench.accounts.models import ApiKey, User, Workspace, actor_label
from workbench.audit.services import hold_log
from workbench.jobs.models import Job, JobQueue, JobState
from workbench.jobs.services import Subject, finishing, queue_job

PROPOSE = "claims.propose_sources"
AT_LEAST_EVERY = timedelta(days=1)
"""Proposals are looked for anew once a day even where no name came in: articles bring new sites."""


class Decider(NamedTuple):
    """Who decides: a person, or a newsroom system by its key."""

    user: User | None = None
    key: ApiKey | None = None

    @property
    def label(self) -> str:
        """Return how the log names them."""
        return actor_label(self.user, self.key)


class Decided(NamedTuple):
    """What a decision came to, and the jobs whose doorbell the caller rings."""

    merged: sources.Merged | None
    jobs: Sequence[Job]


@transaction.atomic
def merge(*, source: Source, into: Source, by: Decider, reason: str = "") -> Decided:
    """Let one source be another under a second name; scorecards and comparisons follow by jobs.

    Raises what `sources.services.merge_sources` raises.
    """
    hold_log(into.workspace_id)
    return _followed(sources.merge_sources(source=source, into=into, actor=by.label, reason=reason), by)


@transaction.atomic
def split(*, source: Source, by: Decider, apart: bool = False) -> Decided:
    """Take a merge back; with `apart` the two are not proposed again. Raises `NotMerged`."""
    hold_log(source.workspace_id)
    act = sources.split_apart if apart else sources.split_source
    return _followed(act(source=source, actor=by.label), by)


@transaction.atomic
def merge_pair(*, pair: SourcePair, into: Source, by: Decider) -> Decided:
    """Let a proposed pair be one. Raises what `sources.services.merge_pair` raises."""
    hold_log(pair.workspace_id)
    return _followed(sources.merge_pair(pair=pair, into=into, actor=by.label), by)


@transaction.atomic
def tell_apart(*, pair: SourcePair, by: Decider) -> Decided:
    """Keep that a proposed pair is not one. Two that looked alike are independent from now on.

    Raises `PairIsGone`.
    """
    hold_log(pair.workspace_id)
    newer = undecided_lookalikes(pair.workspace_id).keys() & {pair.one_id, pair.other_id}
    sources.tell_apart(pair=pair, actor=by.label)
    doubtful = Source.objects.filter(pk__in=newer)
    return Decided(None, [j for source in doubtful for j in link_articles_again(outlet=source, user=by.user)])


@transaction.atomic
def undo_pair(*, pair: SourcePair, by: Decider) -> Decided:
    """Take a decision on a pair back. Raises `NoDecisionToUndo`."""
    hold_log(pair.workspace_id)
    split_off = sources.undo_pair(pair=pair, actor=by.label)
    return _followed(split_off, by) if split_off else Decided(None, [])


def propose_merges(*, job: Job) -> Sequence[Job]:
    """Carry out a job that looks for sources that may be one. Safe to run twice.

    What looks like another source loses its independence until people decide: it is compared again.
    """
    workspace = job.workspace
    sources.fill_keys(workspace=workspace)
    found = alike_pairs(workspace, sites=sites_of(workspace))
    ends = {UUID(end) for pair in found for end in (pair.one, pair.other)}
    together = met_together(ends, families_of(workspace))
    with finishing(job, result={"count": len(found)}):
        before = undecided_lookalikes(workspace)
        sources.keep_proposals(workspace=workspace, found=found, together=together)
        doubtful = Source.objects.filter(pk__in=undecided_lookalikes(workspace).keys() - before.keys())
        return [after for source in doubtful for after in link_articles_again(outlet=source, user=None)]


def queue_proposals(*, workspace: Workspace, user: User | None = None) -> Job:
    """Queue the search for sources that may be one, behind what people wait for."""
    return queue_job(
        workspace=workspace,
        kind=PROPOSE,
        subject=Subject(workspace.pk, workspace.name),
        queue=JobQueue.BULK,
        requested_by=user,
    )


def workspaces_to_search() -> list[Workspace]:
    """Return the workspaces where names came in since the last search, or a day has passed."""
    return [workspace for workspace in Workspace.objects.all() if _is_due(workspace)]


def _is_due(workspace: Workspace) -> bool:
    done = Job.objects.filter(workspace=workspace, kind=PROPOSE, state=JobState.DONE).order_by("-started_at")
    last = done.values_list("started_at", flat=True).first()
    if last is None or last < timezone.now() - AT_LEAST_EVERY:
        return True
    return SourceAlias.objects.filter(workspace=workspace, created_at__gt=last).exists()


def _followed(merged: sources.Merged, by: Decider) -> Decided:
    """Queue what follows from a merge or a split: comparing again, and looking for more of the same."""
    compared = link_articles_again(outlet=merged.row.source, user=by.user)
    search = queue_proposals(workspace=merged.row.workspace, user=by.user)
    return Decided(merged, [*merged.jobs, *compared, search])
