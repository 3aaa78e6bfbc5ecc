"""The nightly run over a workspace: every record made anew as of midnight, compared, and kept."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from sources.models import Estimate, Night, Outcome, Scorecard, Source
from sources.reliability.parameters import NightRules
from sources.selectors.families import Families, families_of
from sources.selectors.records import PARAMETERS
from sources.services.cards import Card, make_cards, store_cards
from sources.services.drift import tell_differences, tell_drift
from sources.services.night_jobs import midnight_of, queue_next
from sources.services.parameters import log_parameters
from workbench.accounts.models import Workspace
from workbench.audit.models import Event
from workbench.jobs.models import Job
from workbench.jobs.services import finishing, report_progress

PART = 100
"""Sources whose records are made between two signs of life."""
KEPT = timedelta(days=NightRules().kept_days)


def run_night(*, job: Job) -> Sequence[Job]:
    """Carry out a job that makes every record anew as of a midnight. Safe to run twice, or to break off.

    Each part is kept as it is made, under the source, facet, moment and parameters that it is for: another
    run for the same midnight writes the same over it.
    """
    as_of = midnight_of(job)
    families = families_of(job.workspace, as_of=as_of)
    known = _with_a_record(job.workspace, families, as_of)
    number = _last_event(job.workspace, as_of)
    digest, cards, drifted = hashlib.sha256(), 0, 0
    for done, part in _parts(job.workspace, known):
        made = make_cards(part, as_of=as_of, families=families, facets=True)
        store_cards(made, part, nightly=True, event_number=number)
        digest.update("".join(map(_line, made)).encode())
        cards += len(made)
        drifted += tell_drift(part, as_of=as_of)
        report_progress(job=job, done=done, of=len(known))
    drifted += tell_differences(workspace=job.workspace, as_of=as_of)
    figures: dict[str, str | int] = {
        "digest": digest.hexdigest(),
        "source_count": len(known),
        "card_count": cards,
    }
    with finishing(job, result={"count": len(known), "drifted": drifted}):
        log_parameters(job.workspace)
        _keep_night(job.workspace, as_of, number, figures)
        _prune(job.workspace, as_of)
        return queue_next(job)


def _with_a_record(workspace: Workspace, families: Families, as_of: datetime) -> list[UUID]:
    """Return the sources that had outcomes or an estimate by then, each as whom it counted for."""
    outcomes = Outcome.objects.filter(source=OuterRef("pk"), recorded_at__lte=as_of)
    estimates = Estimate.objects.filter(source=OuterRef("pk"), recorded_at__lte=as_of)
    rows = Source.objects.filter(Q(Exists(outcomes)) | Q(Exists(estimates)), workspace=workspace)
    named = rows.exclude(kind=Source.Kind.ANONYMOUS).order_by().values_list("pk", flat=True)
    return sorted({families.survivor(pk) for pk in named})


def _last_event(workspace: Workspace, as_of: datetime) -> int:
    events = Event.objects.filter(workspace=workspace, recorded_at__lte=as_of).order_by("-number")
    return events.values_list("number", flat=True).first() or 0


def _parts(workspace: Workspace, known: Sequence[UUID]) -> Iterator[tuple[int, list[Source]]]:
    """Yield the sources in parts, in the order of their identifiers, with how many are done after each."""
    rows = Source.objects.filter(workspace=workspace).select_related("workspace")
    for start in range(0, len(known), PART):
        part = rows.in_bulk(known[start : start + PART])
        yield min(start + PART, len(known)), [part[pk] for pk in sorted(part)]


def _line(card: Card) -> str:
    """Return what the night's digest is made of: one line for each scorecard."""
    return f"{card.source} {card.facet}:{card.value} {card.card.digest}\n"


def _keep_night(workspace: Workspace, as_of: datetime, number: int, figures: dict[str, str | int]) -> None:
    Night.objects.update_or_create(
        workspace=workspace,
        as_of=as_of,
        event_number=number,
        parameters_hash=PARAMETERS.hash,
        defaults={**figures, "finished_at": timezone.now()},
    )


def _prune(workspace: Workspace, as_of: datetime) -> None:
    """Clear away scorecards from between two nights that are some days old; those of nights stay."""
    nightly = Scorecard.objects.filter(source=OuterRef("source"), as_of=as_of, nightly=True)
    old = Scorecard.objects.filter(workspace=workspace, nightly=False, as_of__lt=as_of - KEPT)
    old.filter(Exists(nightly)).delete()
