"""What people set right: by workspace, by claim, and as the pages tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from claims.models import Article, Claim, ClaimSpan, Correction
from workbench.accounts.models import Workspace


def corrections_of(workspace: Workspace) -> QuerySet[Correction]:
    """Return the workspace's corrections, the newest first. One query."""
    return Correction.objects.filter(workspace=workspace).select_related("by", "undone_by")


def corrected_claims(article: Article) -> QuerySet[Correction, UUID | None]:
    """Return the identifiers of the article's claims that bear a correction which nobody took back."""
    live = Correction.objects.filter(article=article, undone_at=None, claim__isnull=False)
    return live.values_list("claim_id", flat=True)


def contents_before(article: Article) -> set[tuple[tuple[int, int], ...]]:
    """Return contents that people moved: what stood there before is not to be proposed again. One query."""
    moved = Correction.objects.filter(
        article=article, undone_at=None, claim__isnull=False, kind=Correction.Kind.BOUNDS
    )
    befores = moved.values_list("before", flat=True)
    return {tuple((s, e) for s, e in before["content"]) for before in befores if "content" in before}


def latest_corrections(article: Article) -> dict[UUID, Correction]:
    """Return the latest correction of each of the article's claims that nobody took back. One query."""
    rows = Correction.objects.filter(article=article, undone_at=None, claim__isnull=False)
    return {row.claim_id: row for row in rows.order_by("created_at", "id") if row.claim_id}


def rejection_of(claim: Claim) -> str:
    """Return why a person said that it is no claim, in words; empty where nobody said. One query."""
    row = claim.corrections.filter(kind=Correction.Kind.REJECTION, undone_at=None).first()
    return _in_words("reason", row.after, "") if row else ""


LABELS: Mapping[str, str | Promise] = {
    **dict(ClaimSpan.Part.choices),
    "chain": gettext_lazy("Originator"),
    "modality": gettext_lazy("Modality"),
    "anonymity": gettext_lazy("Anonymity"),
    "quote": gettext_lazy("Quotation"),
    "reason": gettext_lazy("Reason"),
}
"""What a correction changed, in the order in which a page tells it; the rest follows from it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a correction changed, in words."""

    word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """A correction as a claim's history tells it."""

    correction: Correction
    changes: tuple[Change, ...]


def history_of(claim: Claim) -> list[ShownCorrection]:
    """Return the claim's corrections in words, the newest first. One query."""
    rows = claim.corrections.select_related("by", "undone_by")
    return [ShownCorrection(row, _changes(row, claim.article.text)) for row in rows]


def _changes(row: Correction, text: str) -> tuple[Change, ...]:
    return tuple(
        Change(str(LABELS[name]), _in_words(name, row.before, text), _in_words(name, row.after, text))
        for name in LABELS
        if name in row.after
    )


def _in_words(name: str, state: Mapping[str, Any], text: str) -> str:
    value = state.get(name)
    if not value:
        return "–"
    if name in ClaimSpan.Part.values:
        return " … ".join(text[start:end] for start, end in value)
    if name == "chain":
        return str(value[-1]["name"])
    choices: Sequence[tuple[str, str | Promise]] = {
        "modality": Claim.Modality.choices,
        "anonymity": Claim.Anonymity.choices,
        "quote": Claim.Quote.choices,
        "reason": Correction.Reason.choices,
    }[name]
    return str(dict(choices).get(value, value))
