"""Which outlets were silent when a report could have been confirmed, and how often each is heard."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from sources.models import Cadence, Silence, Source
from sources.reliability.parameters import CoverageRules
from workbench.accounts.models import Workspace

WINDOW = timedelta(hours=CoverageRules().window_hours)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many outlets are usually heard, and which of them were silent in a span of time."""

    watched: int
    silent: Sequence[Source]

    @property
    def is_degraded(self) -> bool:
        """Tell whether "nobody else reports it" may come from silence."""
        return bool(self.silent)


@dataclass(frozen=True, slots=True)
class Heard:
    """How often an outlet is heard, and its silences of late, the newest first."""

    cadence: Cadence | None
    silences: Sequence[Silence]

    @property
    def silent_since(self) -> datetime | None:
        """Return since when nothing has come, where that is longer than usual."""
        return next((silence.since for silence in self.silences if silence.until is None), None)


def coverage_after(workspace: Workspace, moment: datetime) -> Coverage:
    """Return which outlets were silent while a report of that moment could be confirmed. Two queries."""
    end = min(moment + WINDOW, timezone.now())
    watched = Cadence.objects.filter(workspace=workspace).count()
    if not watched:
        return Coverage(0, ())
    meanwhile = Q(until__isnull=True) | Q(until__gt=moment)
    rows = Silence.objects.filter(meanwhile, workspace=workspace, since__lt=end).select_related("source")
    silent = {row.source_id: row.source for row in rows if _covers_half(row, moment, end)}
    return Coverage(max(watched, len(silent)), sorted(silent.values(), key=lambda source: source.name))


def _covers_half(silence: Silence, start: datetime, end: datetime) -> bool:
    """Tell whether the outlet was silent for at least half of the span: otherwise it had its chance."""
    shared = min(silence.until or end, end) - max(silence.since, start)
    return shared * 2 >= end - start


def heard_of(names: Collection[UUID], *, limit: int = 5) -> Heard:
    """Return how often an outlet is heard, by the name it is heard under most, with its latest silences.

    Two queries.
    """
    cadence = Cadence.objects.filter(source__in=names).order_by("usual_hours", "pk").first()
    return Heard(cadence, list(Silence.objects.filter(source__in=names)[:limit]))
