"""Which entries beside a source's record stand at a moment: recorded by then, and not taken back by then."""

from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from sources.models.conduct import ConductEntry

E = TypeVar("E", bound=ConductEntry)


def standing_entries(rows: QuerySet[E], as_of: datetime) -> QuerySet[E]:
    """Return those of `rows` that stand at `as_of`; entries that take back another never do."""
    return rows.filter(recorded_at__lte=as_of, takes_back=None).exclude(taken_back_by__recorded_at__lte=as_of)
