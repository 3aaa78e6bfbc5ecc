"""The letters that were kept for a source night by night, and the parameters behind a hash."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from sources.models import Scorecard, Source
from sources.selectors.disclosure import is_adverse, seen_letter
from sources.selectors.records import PARAMETERS
from sources.selectors.replies import may_show_adverse
from workbench.accounts.models import Workspace
from workbench.audit.models import Event


@dataclass(frozen=True, slots=True)
class LetterChange:
    """A kept scorecard whose letter, or whose parameters, were not those of the one before it.

    `letter` and `before` are letters as they may be seen: "" for one that is withheld, or for none.
    """

    card: Scorecard
    letter: str
    before: str
    new_parameters: bool


def snapshots_of(source: UUID, *, as_of: datetime) -> QuerySet[Scorecard]:
    """Return the whole-record scorecards kept for a source by `as_of`, the oldest first. One query."""
    rows = Scorecard.objects.filter(source=source, facet="", as_of__lte=as_of)
    return rows.order_by("as_of", "parameters_hash")


def seen_changes(source: Source, *, survivor: UUID, as_of: datetime) -> Sequence[LetterChange]:
    """Return the changes among the scorecards kept for a source by `as_of`, with letters as they may be seen.

    `survivor` is whose record the source's was at that moment. A query, and those of the right of reply
    where any letter is adverse.
    """
    kept = list(snapshots_of(survivor, as_of=as_of))
    adverse = is_adverse(card.letter for card in kept)
    return letter_changes(kept, adverse_shown=not adverse or may_show_adverse(source, as_of))


def letter_changes(snapshots: Iterable[Scorecard], *, adverse_shown: bool) -> Sequence[LetterChange]:
    """Return the first of the snapshots and each that changed, the newest first."""
    changes: list[LetterChange] = []
    last: Scorecard | None = None
    for card in snapshots:
        other_numbers = last is not None and card.parameters_hash != last.parameters_hash
        if last is None or card.letter != last.letter or other_numbers:
            letter = seen_letter(card.letter, adverse_shown=adverse_shown)
            before = seen_letter(last.letter if last else None, adverse_shown=adverse_shown)
            changes.append(LetterChange(card, letter, before, other_numbers))
        last = card
    return changes[::-1]


def parameters_with_hash(workspace: Workspace, digest: str) -> dict[str, object] | None:
    """Return the parameters that have this hash, as plain JSON: those in force, or of the workspace's log.

    At most one query; None for a hash that nobody knows.
    """
    if digest == PARAMETERS.hash:
        return PARAMETERS.as_record()
    changes = Event.objects.filter(
        workspace=workspace, object_kind="workspace", action="parameters.changed", payload__hash=digest
    )
    payload = changes.values_list("payload", flat=True).first()
    return payload.get("parameters") if payload else None
