"""Working a folder of articles through as one corpus, and writing what was found as plain data."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claims.models import Article, Claim, ClaimSpan, Link, Sighting
from claims.reading.article import read_file
from claims.reading.types import ReadArticle
from claims.services.arrivals import Way, store_arrival
from workbench.accounts.models import Workspace

GOLD = "gold.json"


def add_folder(*, workspace: Workspace, folder: Path) -> dict[str, Article]:
    """Bring in every article file below `folder`, oldest first; return the articles by their own `id`."""
    found: list[tuple[str, str, ReadArticle]] = []
    for path in sorted(folder.rglob("*.json")):
        if path.name == GOLD:
            continue
        data = path.read_bytes()
        identifier = str(json.loads(data)["id"])
        found.extend((identifier, path.name, read) for read in read_file(name=path.name, data=data))
    found.sort(key=lambda item: (str(item[2].published_on), item[0]))
    return {
        identifier: store_arrival(
            workspace=workspace, read=read, way=Way(Sighting.Way.FILE, url=read.url, file_name=name)
        ).article
        for identifier, name, read in found
    }


def corpus_analysis(articles: dict[str, Article]) -> dict[str, Any]:
    """Return claims and links of the articles in the exchange form of `docs/reference/analysis.md`."""
    names: dict[Any, str] = {}
    written = []
    for identifier, article in sorted(articles.items()):
        claims = list(_claims_of(article))
        for claim in claims:
            names[claim.pk] = f"{identifier}/{claim.ordinal}"
        written.append(_article_record(identifier, article, [_claim_record(names[c.pk], c) for c in claims]))
    links = Link.objects.filter(a__in=names, b__in=names).order_by("a_id", "b_id")
    return {"articles": written, "links": [_link_record(link, names) for link in links]}


def _claims_of(article: Article) -> Iterable[Claim]:
    return Claim.objects.filter(article=article).prefetch_related("spans", "hops").order_by("ordinal")


def _article_record(identifier: str, article: Article, claims: list[dict[str, Any]]) -> dict[str, Any]:
    fresh = Article.objects.select_related("republished_from").get(pk=article.pk)
    return {
        "id": identifier,
        "language": fresh.language,
        "republished_from": fresh.republished_from.name if fresh.republished_from else None,
        "claims": claims,
    }


def _claim_record(name: str, claim: Claim) -> dict[str, Any]:
    spans: dict[str, list[list[int]]] = defaultdict(list)
    for span in claim.spans.all():
        spans[span.part].append([span.start, span.end])
    return {
        "id": name,
        "content": spans[ClaimSpan.Part.CONTENT],
        "source": spans[ClaimSpan.Part.SOURCE],
        "cue": spans[ClaimSpan.Part.CUE],
        "chain": [hop.name for hop in claim.hops.all()],
        "quote": claim.quote,
        "anonymous": claim.anonymous,
        "modality": claim.modality,
    }


def _link_record(link: Link, names: dict[Any, str]) -> dict[str, Any]:
    # The exchange form has no updates: a later, higher toll is a related claim there.
    relation = Link.Relation.RELATED if link.relation == Link.Relation.UPDATES else link.relation
    return {
        "a": names[link.a_id],
        "b": names[link.b_id],
        "relation": str(relation),
        "slot": link.slot or None,
        "score": round(link.probability, 4),
        "independence": round(link.independence, 4),
        "reasons": link.reasons,
    }
