"""What a source's page shows of the verdicts behind its record, one page of them at a time."""

from typing import Any

from django.core.paginator import Paginator

from sources.selectors.explained import Record, claims_of
from workbench.accounts.models import Workspace
from workbench.ui.selectors.actors import names_of
from workbench.ui.selectors.sources import kept_claims

VERDICTS_A_PAGE = 12
MOST_LEFT_OUT = 40
"""Verdicts that do not count are told to be checked, not browsed: the newest of them suffice."""


def ledger_page(workspace: Workspace, record: Record, number: str | None) -> dict[str, Any]:
    """Return a page of what moved the record, with whose verdicts they were and which claims are here.

    Three queries, however many verdicts there are.
    """
    page = Paginator(record.moved, VERDICTS_A_PAGE).get_page(number)
    left_out = record.left_out[:MOST_LEFT_OUT]
    rows = [entry.row for entry in page] + [entry.row for entry in left_out]
    labels = {label for row in rows for label in (row.author, row.reviewer)}
    labels |= {part.author for part in record.explanation.people}
    return {
        "moved": page,
        "left_out": left_out,
        "kept": kept_claims(claims_of(page, left_out)),
        "people": names_of(workspace, labels),
    }
