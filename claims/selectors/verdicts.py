"""Verdicts as a claim's page shows them: what was in force on a day, and who had confirmed or disputed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from claims.models import Claim, Reconsideration, Review, Verdict, Withdrawal
from workbench.accounts.models import User, Workspace


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """A verdict with the reviews that stood on it, as seen by one person at one moment."""

    verdict: Verdict
    in_force: bool
    reviews: Sequence[Review]
    taken_back: Sequence[Review] = ()
    viewer: User | None = None

    @property
    def confirmations(self) -> list[Review]:
        """Return the reviews that confirm it."""
        return [review for review in self.reviews if review.agrees]

    @property
    def disputes(self) -> list[Review]:
        """Return the reviews that dispute it."""
        return [review for review in self.reviews if not review.agrees]

    @property
    def is_disputed(self) -> bool:
        """Tell whether as many people dispute it as stand behind it, its author among them."""
        return len(self.disputes) > len(self.confirmations)

    @property
    def own_review(self) -> Review | None:
        """Return the viewer's own review."""
        mine = [review for review in self.reviews if self.viewer and review.reviewer_id == self.viewer.pk]
        return mine[0] if mine else None

    @property
    def may_review(self) -> bool:
        """Tell whether the viewer is another person than the author and has not said anything yet."""
        other = self.viewer is not None and self.viewer.pk != self.verdict.author_id
        return self.in_force and other and self.own_review is None

    @property
    def is_blind(self) -> bool:
        """Tell whether the letters of sources are kept from the viewer, who has yet to judge for themself."""
        return self.may_review


def shown_verdicts(
    claim: Claim, *, moment: datetime | None = None, viewer: User | None = None
) -> list[ShownVerdict]:
    """Return the claim's verdicts up to `moment` (now), the latest first. No query with a prefetch."""
    rows = [row for row in claim.verdicts.all() if moment is None or row.created_at <= moment]
    return [_shown(row, moment, viewer) for row in rows]


def _shown(row: Verdict, moment: datetime | None, viewer: User | None) -> ShownVerdict:
    known = [review for review in row.reviews.all() if moment is None or review.created_at <= moment]
    standing = [review for review in known if not _is_over(review.superseded_at, moment)]
    return ShownVerdict(
        row,
        in_force=not _is_over(row.superseded_at, moment),
        reviews=standing,
        taken_back=[review for review in known if review not in standing],
        viewer=viewer,
    )


def _is_over(ended: datetime | None, moment: datetime | None) -> bool:
    return ended is not None and (moment is None or ended <= moment)


def verdict_at(claim: Claim, as_of: datetime | None = None) -> ShownVerdict | None:
    """Return the verdict that was in force on the claim at `as_of` (now), with its reviews; or None."""
    return next((shown for shown in shown_verdicts(claim, moment=as_of) if shown.in_force), None)


def verdicts_in(workspace: Workspace) -> QuerySet[Verdict]:
    """Return the workspace's verdicts in force with claim, author and standing reviews. Two queries."""
    standing = Review.objects.filter(superseded_at=None).select_related("reviewer")
    return (
        Verdict.objects.filter(workspace=workspace, superseded_at=None)
        .select_related("claim__article__outlet", "claim__originator", "author")
        .prefetch_related(Prefetch("reviews", standing))
        .defer("claim__embedding", "claim__match_text", "claim__article__text", "claim__article__signature")
    )


def unconfirmed_verdicts(workspace: Workspace) -> QuerySet[Verdict]:
    """Return the verdicts that nobody has reviewed, the oldest first. Two queries."""
    reviewed = Exists(Review.objects.filter(verdict=OuterRef("pk"), superseded_at=None))
    return verdicts_in(workspace).filter(~reviewed).order_by("created_at", "pk")


def disputed_verdicts(workspace: Workspace) -> QuerySet[Verdict]:
    """Return the verdicts that as many dispute as stand behind, the last disputed first. Two queries."""
    standing = Q(reviews__superseded_at=None)
    counted = verdicts_in(workspace).annotate(
        disputes=Count("reviews", filter=standing & Q(reviews__agrees=False)),
        confirmations=Count("reviews", filter=standing & Q(reviews__agrees=True)),
    )
    return counted.filter(disputes__gt=F("confirmations")).order_by("-created_at", "pk")


def open_reconsiderations(workspace: Workspace) -> QuerySet[Reconsideration]:
    """Return what waits for another look, the newest first. One query."""
    return reconsiderations_in(workspace).filter(state=Reconsideration.State.OPEN)


def reconsiderations_in(workspace: Workspace) -> QuerySet[Reconsideration]:
    """Return what had to be looked at again, with its claim and cause. One query."""
    rows = Reconsideration.objects.filter(workspace=workspace)
    rows = rows.select_related("claim__article__outlet", "verdict", "cause", "event", "decided_by")
    heavy = ("embedding", "match_text", "article__text", "article__signature")
    return rows.defer(*(f"claim__{name}" for name in heavy), "cause__embedding", "cause__match_text")


def reconsiderations_of(claim: Claim) -> list[Reconsideration]:
    """Return why this claim has to be looked at again, and what was kept as it is, open first. One query."""
    rows = reconsiderations_in(claim.workspace).filter(claim=claim)
    shown = rows.exclude(state=Reconsideration.State.CHANGED)
    return sorted(shown, key=lambda row: row.state != Reconsideration.State.OPEN)


def withdrawals_of(claim: Claim) -> list[Withdrawal]:
    """Return what was withdrawn of this claim: its verdict, or the report that it rests on. One query."""
    touching = Q(claim=claim) | Q(claims=claim) | Q(verdicts__claim=claim)
    rows = Withdrawal.objects.filter(touching).select_related("by", "source", "undone_by").distinct()
    return list(rows)


def reviews_in(workspace: Workspace) -> QuerySet[Review]:
    """Return the workspace's reviews. One query."""
    return Review.objects.filter(workspace=workspace).select_related("verdict__claim", "reviewer")
