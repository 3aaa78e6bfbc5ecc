"""Links articles against made-up archives and prints the cost; run by `scale`, or with sizes."""

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
django.setup()

import numpy as np  # noqa: E402  (Django must be set up first)
from django.db import connection  # noqa: E402

from claims import engine  # noqa: E402
from claims.models import Article, Claim  # noqa: E402
from claims.selectors.names import known_names  # noqa: E402
from claims.selectors.records import claim_records  # noqa: E402
from claims.selectors.similar import Candidates, claims_with_particulars  # noqa: E402
from claims.selectors.similar_postgres import PostgresSimilarClaims  # noqa: E402
from tests.benchmarks.linking.synthetic_archive import filled_workspace  # noqa: E402
from workbench.accounts.models import Workspace  # noqa: E402
from workbench.core.scratch import scratch_database  # noqa: E402

ARTICLES = 25
UNDATED = 4
WARMING = 3
WITHOUT_INDEX = "--without-vector-index"
"""Leaves out the index, which takes most of the time, and the articles without date, which alone use it."""


def server_seconds() -> float:
    """Return the processor time that this connection's server process has taken."""
    pid = connection.connection.info.backend_pid
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="utf-8").split()[0]) / 1e9


class Meter:
    """Milliseconds of the clock, of this process and of its database server, since it was made."""

    def __init__(self) -> None:
        self.began = (time.monotonic(), time.process_time(), server_seconds())

    def read(self) -> dict[str, float]:
        """Return what has been spent so far."""
        now = (time.monotonic(), time.process_time(), server_seconds())
        spent = [1000 * (end - start) for end, start in zip(now, self.began, strict=True)]
        return dict(zip(("clock", "python", "database"), spent, strict=True))


def linked(article: Article) -> dict[str, float]:
    """Return what the candidates of an article cost, and what its links cost in all."""
    own = list(claims_with_particulars([article.pk]))
    meter = Meter()
    found = PostgresSimilarClaims().candidates(article, own)
    candidates = meter.read()
    theirs = list(claims_with_particulars(list(found.articles)))
    records = claim_records([*own, *theirs])
    names = known_names(article.workspace)
    fetched = meter.read()
    engine.links_between(records[: len(own)], records[len(own) :], names=names)
    whole = meter.read()
    return {
        "candidates, clock": candidates["clock"],
        "candidates, CPU of database": candidates["database"],
        "candidates, CPU of Python": candidates["python"],
        "link, CPU of database": fetched["database"],
        "link, candidates and reading by the clock": fetched["clock"],
        "link, CPU in all": whole["database"] + whole["python"],
        "candidates of the claim's own event": own_event(own, found),
    }


def own_event(own: Sequence[Claim], found: Candidates) -> float:
    """Return which share of the claims' candidates is of their own event, which is kept as reason."""
    listed = {candidate.claim_id for some in found.of_claims.values() for candidate in some}
    events = dict(Claim.objects.filter(pk__in=listed).values_list("pk", "reasons"))
    right = [
        events[candidate.claim_id] == claim.reasons
        for claim in own
        for candidate in found.of_claims[claim.pk]
    ]
    return float(np.mean(right)) if right else 0.0


def measured(workspace: Workspace, *, undated: bool, count: int) -> dict[str, float]:
    """Return middle and 95th percentile of each cost over `count` articles."""
    articles = list(Article.objects.filter(workspace=workspace).order_by("content_sha256")[: count + WARMING])
    if undated:
        for article in articles:
            article.published_on = None
    rows = [linked(article) for article in articles][WARMING:]
    return {
        f"{name}, {label}": float(np.percentile([row[name] for row in rows], percent))
        for name in rows[0]
        for label, percent in (("p50", 50), ("p95", 95))
    }


def main(sizes: Sequence[int], *, vector_index: bool) -> None:
    """Print the costs for each size as one line of JSON; at the largest also of articles without date."""
    found: dict[str, dict[str, float]] = {}
    for size in sizes:
        largest = vector_index and size == max(sizes)
        with scratch_database():
            began = time.monotonic()
            workspace = filled_workspace(size, vector_index=largest)
            seconds = time.monotonic() - began
            found[str(size)] = measured(workspace, undated=False, count=ARTICLES) | {
                "seconds to fill": seconds
            }
            if largest:
                found[f"{size} undated"] = measured(workspace, undated=True, count=UNDATED)
        print(json.dumps(found[str(size)]), file=sys.stderr)
    print(json.dumps(found))


if __name__ == "__main__":
    given = [int(size) for size in sys.argv[1:] if size.isdecimal()]
    main(given or [10_000, 50_000, 200_000], vector_index=WITHOUT_INDEX not in sys.argv)
