"""The sample stories that a new workspace begins with, brought in through the real pipeline."""

import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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

DESK = 8
"""How many people the sample verdicts come from; nobody's outweigh a letter's guard."""


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
    """Record the verdicts on earlier claims of the sample sources, and score those sources.

    Each is recorded as of the day it was settled, so that the curves have a past.
    """
    verdicts = json.loads((SAMPLES / "verdicts.json").read_text(encoding="utf-8"))
    touched: dict[uuid.UUID, Source] = {}
    for verdict in sorted(verdicts, key=lambda row: (row["settled_on"], row["id"])):
        for entry in verdict["outcomes"]:
            named = NameAs(name=entry["source"], kind=entry["kind"])
            source = find_or_create_source(workspace=workspace, named=named)
            record_outcome(source=source, actor="sample", outcome=_sample_outcome(workspace, verdict, entry))
            touched[source.pk] = source
    for source in touched.values():
        refresh_scorecard(source=source)
    return list(touched.values())


def _sample_outcome(workspace: Workspace, verdict: Mapping[str, Any], entry: Mapping[str, str]) -> NewOutcome:
    settled = datetime.fromisoformat(verdict["settled_on"]).replace(hour=9, tzinfo=UTC)
    story = verdict.get("story")
    return NewOutcome(
        verdict_id=_earlier(workspace, "verdict", verdict["id"]),
        claim_id=_earlier(workspace, "claim", verdict["id"]),
        story_id=_earlier(workspace, "story", story) if story else None,
        claim_text=verdict["claim"],
        claim_language=verdict["language"],
        topic=verdict["topic"],
        rating=verdict["rating"],
        role=entry["role"],
        settled_on=settled.date(),
        author=_checker(verdict["id"], 0),
        reviewer=_checker(verdict["id"], 1) if verdict["second_reviewed"] else "",
        recorded_at=settled,
    )


def _checker(verdict: str, place: int) -> str:
    """Return who gave or confirmed a sample verdict: one of a desk of eight, by the verdict's number."""
    number = int(verdict.rpartition("-")[2])
    return f"sample:{(number + place) % DESK + 1}"


def _earlier(workspace: Workspace, kind: str, name: str) -> uuid.UUID:
    """Return the same identifier for the same thing, whenever the samples are added."""
    return uuid.uuid5(EARLIER_CLAIMS, f"{workspace.pk}:{kind}:{name}")
