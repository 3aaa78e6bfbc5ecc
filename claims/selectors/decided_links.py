"""Links that people decided on: the form that `claims.training` learns from (docs/reference/links.md)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, Q, QuerySet

from claims.models import Claim, ClaimSpan, Link, LinkDecision
from workbench.accounts.models import Workspace

Record = dict[str, Any]

_SIDES = tuple(f"{end}__{many}" for end in "ab" for many in ("hops", "slots", "spans"))
_UNUSED = tuple(f"{end}__{field}" for end in "ab" for field in ("embedding", "match_text"))


def links_decided(workspace: Workspace | None = None) -> QuerySet[Link]:
    """Return confirmed and rejected links, one for each pair, the earliest of its readings. Seven queries."""
    rows = Link.objects.exclude(state=Link.State.PROPOSED).order_by("workspace_id", "pair", "id")
    if workspace is not None:
        rows = rows.filter(workspace=workspace)
    rows = rows.distinct("workspace_id", "pair").select_related("a__article", "b__article")
    return rows.defer(*_UNUSED).prefetch_related(*_SIDES)


def decided_links(workspace: Workspace | None = None) -> Iterator[Record]:
    """Yield each pair that people decided on: both claims, what holds, what the machine had proposed.

    Who decided is told as a number: neither names nor identifiers of people leave the workbench,
    and the reasons that they wrote stay in it.
    """
    counts = _counts(workspace)
    for link in links_decided(workspace).iterator(chunk_size=200):
        yield _record(link, counts.get(link.pair, {}))


def _counts(workspace: Workspace | None) -> dict[str, Mapping[str, Any]]:
    rows = LinkDecision.objects.filter(undone_at=None)
    if workspace is not None:
        rows = rows.filter(workspace=workspace)
    people = Count("by", distinct=True)
    counted = (
        rows.order_by()
        .values("pair")
        .annotate(people=people, systems=Count("pk", filter=Q(by=None)), decisions=Count("pk"))
    )
    return {row["pair"]: row for row in counted}


def _record(link: Link, counts: Mapping[str, Any]) -> Record:
    people = counts.get("people", 0) + bool(counts.get("systems", 0))
    return {
        "id": link.pair or str(link.pk),
        "a": _side(link.a),
        "b": _side(link.b),
        "state": link.state,
        "relation": link.relation,
        "slot": link.slot,
        "deciders": max(1, people),
        "decisions": max(1, counts.get("decisions", 0)),
        "machine": {
            "relation": link.proposed_relation,
            "slot": link.proposed_slot,
            "probability": link.probability,
            "independence": link.independence,
            "aligned": link.aligned,
            "features": link.features,
            "version": link.model_version,
        },
    }


def _side(claim: Claim) -> Record:
    return {
        "article": str(claim.article_id),
        "language": claim.language,
        "text": claim.text,
        "title": claim.article.title,
        "published_on": claim.article.published_on.isoformat() if claim.article.published_on else None,
        "modality": claim.modality,
        "attributed": not claim.narrated,
        "cue": _words_of(claim, ClaimSpan.Part.CUE),
        "source": _words_of(claim, ClaimSpan.Part.SOURCE),
        "chain": [{"key": str(h.source_id), "name": h.name, "kind": h.kind} for h in claim.hops.all()],
        "slots": [
            {"kind": s.kind, "start": s.start, "end": s.end, "text": s.text, "value": s.value}
            for s in claim.slots.all()
        ],
    }


def _words_of(claim: Claim, part: str) -> str:
    return " ".join(claim.article.text[s.start : s.end] for s in claim.spans.all() if s.part == part)
