"""The sample stories that a new workspace begins with, brought in through the real pipeline."""

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from claims.models import Sighting
from claims.reading.article import read_file
from claims.services.arrivals import Way, store_arrival
from sources.models import Source
from sources.services import NameAs, NewOutcome, find_or_create_source, record_outcome, refresh_scorecard
from workbench.accounts.models import Workspace
from workbench.jobs.models import Job, JobQueue

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
EARLIER_CLAIMS = uuid.UUID("0d5e1a52-7d8b-4f39-8f61-1f0c9f1c2b7e")
"""Namespace of the identifiers of claims that were checked before the samples begin."""


def add_sample_stories(*, workspace: Workspace) -> list[Job]:
    """Bring in every sample article, oldest first; return the jobs whose doorbell the caller rings.

    Adding them twice changes nothing: a text that is there is one more sighting.
    """
    texts = [
        (path.name, read)
        for path in sorted((SAMPLES / "stories").glob("*/*.json"))
        for read in read_file(name=path.name, data=path.read_bytes())
    ]
    texts.sort(key=lambda text: (str(text[1].published_on), text[0]))
    jobs: list[Job] = []
    for name, read in texts:
        way = Way(Sighting.Way.SAMPLE, url=read.url, file_name=name, queue=JobQueue.BULK)
        jobs.extend(store_arrival(workspace=workspace, read=read, way=way).jobs)
    return jobs


def add_sample_verdicts(*, workspace: Workspace) -> Sequence[Source]:
    """Record the verdicts on earlier claims of the sample sources, and score those sources."""
    verdicts = json.loads((SAMPLES / "verdicts.json").read_text(encoding="utf-8"))["verdicts"]
    touched: dict[uuid.UUID, Source] = {}
    for verdict in sorted(verdicts, key=lambda row: row["settled_on"]):
        named = NameAs(
            name=verdict["source"], kind=verdict.get("kind", Source.Kind.OUTLET), language=verdict["language"]
        )
        source = find_or_create_source(workspace=workspace, named=named)
        claim = uuid.uuid5(EARLIER_CLAIMS, f"{workspace.pk}:{verdict['claim']}")
        settled = datetime.fromisoformat(verdict["settled_on"]).replace(hour=12, tzinfo=UTC)
        record_outcome(
            source=source,
            actor="sample",
            outcome=NewOutcome(
                verdict_id=uuid.uuid5(claim, "verdict"),
                claim_id=claim,
                claim_text=verdict["claim"],
                claim_language=verdict["language"],
                rating=verdict["rating"],
                role=verdict["role"],
                settled_on=settled.date(),
                second_reviewed=verdict["second_reviewed"],
                recorded_at=settled,
            ),
        )
        touched[source.pk] = source
    for source in touched.values():
        refresh_scorecard(source=source)
    return list(touched.values())
