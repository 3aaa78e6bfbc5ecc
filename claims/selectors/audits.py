"""Random audits: what chance proposes to check, and how large a part of the verdicts they are."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import MD5, Cast, Concat
from django.utils import timezone

from claims.models import AuditDraw, Claim, Hop, Verdict
from claims.selectors.credibility import NOT_ASSESSABLE
from sources.models import Outcome, Source
from workbench.accounts.models import Workspace

WANTED_SHARE = 0.1
"""Part of the verdicts that should be random audits (design, reliability 4.9)."""
COUNTED = timedelta(days=90)
"""Over how long the part is counted: a quarter of a year smooths out the weeks."""


def drawable_claims(workspace: Workspace, source: Source | None = None) -> QuerySet[Claim]:
    """Return what can be drawn: accepted claims that can be true or false and that nobody has judged."""
    rows = Claim.objects.filter(workspace=workspace, state=Claim.State.ACCEPTED)
    rows = rows.filter(~Exists(Verdict.objects.filter(claim=OuterRef("pk"))))
    rows = rows.exclude(modality__in=NOT_ASSESSABLE)
    return rows.filter(Exists(Hop.objects.filter(claim=OuterRef("pk"), source=source))) if source else rows


def chosen_by_chance(workspace: Workspace, *, day: date, number: int, source: Source | None) -> Claim | None:
    """Return the claim that chance chooses on a day: each is as likely as any other. One query.

    It is the one whose identifier has the smallest hash together with workspace, source, day and number, so
    anybody can check it, and a claim that comes in later only ever displaces it by a smaller one.
    """
    seed = f"{workspace.pk}:{source.pk if source else ''}:{day.isoformat()}:{number}:"
    digest = MD5(Concat(Value(seed), Cast("pk", TextField()), output_field=TextField()))
    return drawable_claims(workspace, source).order_by(digest, "pk").first()


def draws_in(workspace: Workspace, *, day: date, source: Source | None) -> QuerySet[AuditDraw]:
    """Return what was drawn on a day, the last first. One query."""
    rows = AuditDraw.objects.filter(workspace=workspace, drawn_on=day, source=source)
    judged = Exists(Verdict.objects.filter(claim=OuterRef("claim"), superseded_at=None))
    return rows.select_related("claim__article__outlet", "by").annotate(is_judged=judged)


def open_draw(workspace: Workspace) -> AuditDraw | None:
    """Return what was drawn, on any day and of any source, and still waits to be checked. One query.

    It waits while nobody has judged the claim and it is a claim still.
    """
    rows = AuditDraw.objects.filter(workspace=workspace).exclude(claim__state=Claim.State.REJECTED)
    rows = rows.filter(~Exists(Verdict.objects.filter(claim=OuterRef("claim"))))
    return rows.select_related("claim").order_by("created_at", "pk").first()


def is_drawn(claim: Claim) -> bool:
    """Tell whether chance chose the claim. One query."""
    return AuditDraw.objects.filter(claim=claim).exists()


@dataclass(frozen=True, slots=True)
class AuditShare:
    """How many of the verdicts of the last time were random audits."""

    random: int
    verdicts: int

    @property
    def share(self) -> float:
        """Return the part in [0, 1]; 0 where there is no verdict."""
        return self.random / self.verdicts if self.verdicts else 0.0

    @property
    def wanted(self) -> float:
        """Return the part that they should be."""
        return WANTED_SHARE


def audit_share(workspace: Workspace) -> AuditShare:
    """Return the part of random audits among the verdicts in force of the last 90 days. One query."""
    rows = Verdict.objects.filter(workspace=workspace, superseded_at=None)
    counts = rows.filter(created_at__gt=timezone.now() - COUNTED).aggregate(
        random=Count("pk", filter=Q(selection=Outcome.Selection.RANDOM)), verdicts=Count("pk")
    )
    return AuditShare(counts["random"], counts["verdicts"])
