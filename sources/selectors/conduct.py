"""What stands beside a source's record at a moment: practices with their history, replies, errata."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from sources.models import Erratum, Practice, Reply, Source
from sources.models.conduct import ConductEntry
from sources.models.criteria import IDENTITY, PROFESSION, Criterion
from sources.reliability.practices import WEIGHTS, Points, Standing, count_points
from sources.selectors.families import Families, families_of
from sources.selectors.replies import RightOfReply, right_from
from sources.selectors.standing_entries import standing_entries

E = TypeVar("E", bound=ConductEntry)


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion with its latest assessment, if there is one, and those before it, the newest first."""

    criterion: Criterion
    weight: float | None
    latest: Practice | None
    earlier: Sequence[Practice]


@dataclass(frozen=True, slots=True)
class Panel:
    """The practices of a source as they were known at a moment. They never touch its grade."""

    as_of: datetime
    weighed: Sequence[Judged]
    identity: Sequence[Judged]
    profession: Sequence[Judged]
    points: Points

    @property
    def clauses_met(self) -> int:
        """Return how many clauses of JTI are met."""
        rows = [*self.identity, *self.profession]
        return sum(row.latest is not None and row.latest.standing == Practice.Standing.MET for row in rows)

    @property
    def clauses_assessed(self) -> int:
        """Return how many clauses of JTI somebody judged."""
        return sum(row.latest is not None for row in [*self.identity, *self.profession])


@dataclass(frozen=True, slots=True)
class Conduct:
    """All that stands beside a source's record at a moment."""

    source: Source
    as_of: datetime
    panel: Panel
    right: RightOfReply
    replies: Sequence[Reply]
    errata: Sequence[Erratum]


def conduct_of(source: Source, *, as_of: datetime | None = None, families: Families | None = None) -> Conduct:
    """Return practices, replies and errata of the source and its family at `as_of` (now).

    Four queries at most, and one where `families` at that moment are not at hand.
    """
    moment = as_of or timezone.now()
    families = families or families_of(source.workspace_id, as_of=moment)
    family = families.members(source.pk)
    replies = list(_newest(standing_entries(Reply.objects.filter(source__in=family), moment)))
    return Conduct(
        source,
        moment,
        _panel(standing_entries(Practice.objects.filter(source__in=family), moment), moment),
        right_from(replies, survivor=families.survivor(source.pk), as_of=moment),
        replies,
        list(_newest(standing_entries(Erratum.objects.filter(source__in=family), moment))),
    )


def _newest(rows: QuerySet[E]) -> QuerySet[E]:
    return rows.order_by("-recorded_at", "-id")


def _panel(rows: QuerySet[Practice], moment: datetime) -> Panel:
    found: dict[str, list[Practice]] = {}
    for row in _newest(rows):
        found.setdefault(row.criterion, []).append(row)
    standings = {code: Standing(entries[0].standing) for code, entries in found.items()}
    return Panel(
        moment,
        [_judged(code, found) for code in WEIGHTS],
        [_judged(code, found) for code in IDENTITY],
        [_judged(code, found) for code in PROFESSION],
        count_points(standings),
    )


def _judged(code: str, found: Mapping[str, Sequence[Practice]]) -> Judged:
    entries = found.get(code, [])
    return Judged(Criterion(code), WEIGHTS.get(code), entries[0] if entries else None, entries[1:])
