"""Links that wait for a decision: which they are, in what order they come, and one of them in full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Abs
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.linking.independence.signs import read_sign
from claims.models import Claim, Link, LinkDecision, Story
from claims.selectors.links import HEAVY, links_in
from claims.selectors.reasons import worded_reason
from claims.selectors.sides import SharedParticular, Side, shared_particulars, sides_of
from claims.selectors.standings import live_links
from workbench.accounts.models import User, Workspace

ASKED = (str(Link.Relation.CONFLICTS), str(Link.Relation.CORROBORATES), str(Link.Relation.UPDATES))
"""What is asked about unless somebody wants more: that two claims are merely related changes no count."""
QUEUE_LIMIT = 2000
"""Pairs that a queue holds at once: more than anybody goes through in a day."""
COUNTED_TO = 100
"""The navigation counts no further: it says "99+"."""

ORDERS: Mapping[str, str | Promise] = {
    "conflicts": _("Surest contradictions first"),
    "uncertain": _("Most uncertain first"),
    "newest": _("Newest first"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Which pairs somebody wants to go through, and in what order."""

    relation: str = ""
    languages: str = ""
    story: UUID | None = None
    order: str = "conflicts"

    @property
    def is_narrowed(self) -> bool:
        """Tell whether pairs are left out."""
        return bool(self.relation or self.languages or self.story)

    def narrowed(self) -> Q:
        """Return the condition; the machine's relation counts, so that a changed type stays counted."""
        kinds = [self.relation] if self.relation else ASKED
        condition = Q(proposed_relation__in=kinds)
        if self.languages:
            one, _dash, other = self.languages.partition("-")
            condition &= Q(a__language=one, b__language=other) | Q(a__language=other, b__language=one)
        if self.story:
            condition &= Q(a__story=self.story) | Q(b__story=self.story)
        return condition


def waiting_links(workspace: Workspace, question: Question | None = None) -> QuerySet[Link]:
    """Return the pairs that nobody decided on, between claims that nobody rejected, in their order."""
    asked = question or Question()
    rows = live_links(Q(workspace=workspace, state=Link.State.PROPOSED) & asked.narrowed())
    if asked.order == "uncertain":
        return rows.order_by(Abs(F("probability") - 0.5), "id")
    if asked.order == "newest":
        return rows.order_by("-created_at", "id")
    conflicts = When(relation=Link.Relation.CONFLICTS, then=0)
    first = Case(conflicts, default=1, output_field=IntegerField())
    return rows.order_by(first, "-probability", "id")


def waiting_count(workspace: Workspace) -> int:
    """Return how many pairs wait, counted to `COUNTED_TO`. One query."""
    return waiting_links(workspace).order_by()[:COUNTED_TO].count()


def queue_of(workspace: Workspace, question: Question) -> list[UUID]:
    """Return the pairs that wait, in their order, `QUEUE_LIMIT` at most. One query."""
    return list(waiting_links(workspace, question).values_list("pk", flat=True)[:QUEUE_LIMIT])


def decided_today(workspace: Workspace, person: User, question: Question) -> int:
    """Return how many such pairs the person has decided on since midnight. One query."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    mine = Link.objects.filter(workspace=workspace, decided_by=person, decided_at__gte=midnight)
    return mine.filter(question.narrowed()).count()


def latest_decision_of(workspace: Workspace, person: User) -> LinkDecision | None:
    """Return the person's latest decision that nobody took back. One query."""
    mine = LinkDecision.objects.filter(workspace=workspace, by=person, undone_at=None)
    return mine.select_related("workspace").order_by("-created_at", "-id").first()


def language_pairs(workspace: Workspace) -> list[tuple[str, str]]:
    """Return the pairs of languages among what waits, each once. One query."""
    rows = waiting_links(workspace).order_by().values_list("a__language", "b__language").distinct()
    return sorted({(min(pair), max(pair)) for pair in rows})


def stories_waiting(workspace: Workspace) -> QuerySet[Story]:
    """Return the stories with pairs that wait, by title. One query."""
    waiting = waiting_links(workspace).order_by()
    of = Q(claims__links_as_a__in=waiting) | Q(claims__links_as_b__in=waiting)
    return Story.objects.filter(of, workspace=workspace).distinct().order_by("title", "id")


@dataclass(frozen=True)
class Pair:
    """A link in full, as somebody decides on it."""

    link: Link

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """Return both claims, the one published first in front."""
        return sides_of(self.link)

    @cached_property
    def shared(self) -> list[SharedParticular]:
        """Return what both name alike."""
        return shared_particulars(self.link)

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has decided on it."""
        return self.link.state == Link.State.PROPOSED

    @cached_property
    def reasons(self) -> list[str]:
        """Return why the link was proposed, in words."""
        return [worded_reason(r) for r in self.link.reasons if not _is_of_roots(r) and not _is_drift(r)]

    @cached_property
    def root_reasons(self) -> list[str]:
        """Return what the estimate of independence rests on, in words."""
        return [worded_reason(r) for r in self.link.reasons if _is_of_roots(r)]

    @cached_property
    def drift(self) -> list[str]:
        """Return what changed where one passes the other on, in words."""
        return [worded_reason(r) for r in self.link.reasons if _is_drift(r)]


def _is_of_roots(reason: str) -> bool:
    """Tell whether a reason speaks of roots: a sign with its weight, or a whole sentence in older links."""
    return read_sign(reason) is not None or (reason.endswith(".") and not _is_drift(reason))


def _is_drift(reason: str) -> bool:
    return reason.startswith("drift at ")


def pair_in_full(workspace: Workspace, pk: UUID) -> Pair | None:
    """Return one pair with all that its card shows, None where it is gone. Seven queries."""
    sides = [f"{end}__{many}" for end in "ab" for many in ("hops", "spans", "slots")]
    rows = links_in(workspace).filter(pk=pk).defer(*HEAVY).prefetch_related(*sides)
    found = rows.exclude(a__state=Claim.State.REJECTED).exclude(b__state=Claim.State.REJECTED).first()
    return Pair(found) if found else None


def neighbour(queue: Sequence[UUID], pk: UUID | None, step: int) -> UUID | None:
    """Return the pair `step` after `pk`; the queue goes round, and begins where `pk` is not in it."""
    if not queue:
        return None
    if pk not in queue:
        return queue[0]
    return queue[(queue.index(pk) + step) % len(queue)]
