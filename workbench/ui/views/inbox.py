"""The first page: what waits for somebody, with the reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.selectors import verdicts
from sources.selectors.alarms import open_alarm_count
from workbench.accounts.access import member_required, membership_of
from workbench.accounts.models import Workspace
from workbench.ui.selectors import inbox

PAGE_SIZE = 20
GLANCE = 5
"""Rows of each kind on the overview: all four kinds fit on two screens."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that waits: where it comes from, and how it is drawn."""

    name: str
    word: str | Promise
    about: str | Promise
    rows: Callable[[Workspace], QuerySet[Any]]
    dressed: Callable[[Sequence[Any]], Sequence[Any]]

    @property
    def template(self) -> str:
        """Return the template of one row."""
        return f"workbench/inbox/_{self.name}.html"


def _as_they_are(rows: Sequence[Any]) -> Sequence[Any]:
    return rows


KINDS = (
    Kind(
        "disputed",
        _("A verdict is disputed"),
        _("As many people dispute it as stand behind it. A third person decides: confirm it, or judge anew."),
        verdicts.disputed_verdicts,
        inbox.with_reviews,
    ),
    Kind(
        "reconsider",
        _("To be looked at again"),
        _("Something that these claims hang together with was withdrawn or judged otherwise."),
        verdicts.open_reconsiderations,
        _as_they_are,
    ),
    Kind(
        "confirm",
        _("Verdicts to confirm"),
        _("Given by one person. Somebody else confirms or disputes each; until then it counts for less."),
        verdicts.unconfirmed_verdicts,
        inbox.with_reviews,
    ),
    Kind(
        "conflicts",
        _("Contradictions"),
        _("Two outlets seem to differ in one particular; the bar says how surely. Decide whether they do."),
        inbox.waiting_conflicts,
        _as_they_are,
    ),
    Kind(
        "circular",
        _("One root only"),
        _("Several outlets say the same, but it all goes back to one source: that is no confirmation."),
        inbox.circular_claims,
        inbox.reported_by,
    ),
    Kind(
        "unchecked",
        _("Unchecked claims"),
        _("No verdict yet. The most repeated first, then those most worth a check."),
        inbox.unchecked_claims,
        inbox.reported_by,
    ),
    Kind(
        "articles",
        _("New articles"),
        _("What failed, then what arrived in the last two days."),
        inbox.arrived_articles,
        inbox.arrivals_of,
    ),
)


@dataclass(frozen=True, slots=True)
class Section:
    """A kind with some of its rows, and how many there are in all."""

    kind: Kind
    rows: Sequence[Any]
    total: int
    failed: Sequence[inbox.Arrival] = ()

    @property
    def has_more(self) -> bool:
        """Tell whether rows were left out."""
        return self.total > len(self.rows) + len(self.failed)


@member_required()
def show_inbox(request: HttpRequest) -> HttpResponse:
    """Show a glance at everything that waits, or one kind of it in full."""
    workspace = membership_of(request).workspace
    wanted = request.GET.get("kind", "")
    chosen = next((kind for kind in KINDS if kind.name == wanted), None)
    failed = inbox.unread_addresses(inbox.failed_fetches(workspace)[:PAGE_SIZE])
    counts = {kind.name: kind.rows(workspace).count() for kind in KINDS}
    counts["articles"] += len(failed)
    shared = {
        "tabs": [(kind, counts[kind.name]) for kind in KINDS],
        "total": sum(counts.values()),
        "alarms": open_alarm_count(workspace),
        "chosen": chosen,
    }
    if chosen:
        page = Paginator(chosen.rows(workspace), PAGE_SIZE).get_page(request.GET.get("page"))
        mine = failed if chosen.name == "articles" and page.number == 1 else []
        section = Section(chosen, chosen.dressed(list(page)), counts[chosen.name], mine)
        return render(request, "workbench/inbox/inbox.html", shared | {"sections": [section], "page": page})
    sections = [_glance(kind, workspace, counts[kind.name], failed) for kind in KINDS if counts[kind.name]]
    return render(request, "workbench/inbox/inbox.html", shared | {"sections": sections})


def _glance(kind: Kind, workspace: Workspace, total: int, failed: Sequence[inbox.Arrival]) -> Section:
    mine = failed[:GLANCE] if kind.name == "articles" else []
    rows = list(kind.rows(workspace)[: GLANCE - len(mine)])
    return Section(kind, kind.dressed(rows), total, mine)
