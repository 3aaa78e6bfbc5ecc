"""How many articles a second one core works through: the attribution engine alone, and the whole pipeline."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document
from tests.benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parent.parent.parent
STORIES = ROOT / "claims" / "samples" / "stories"
CHARACTERS = 5_000
"""Length of the documents that speed is quoted for."""


def measure() -> Iterator[Figure]:
    """Yield documents of 5,000 characters a CPU-second, and articles a second through all steps."""
    documents = _documents()
    analyse_article(documents[0])
    began = time.process_time()
    for document in documents:
        analyse_article(document)
    yield Figure(
        "extraction, documents of 5,000 characters a CPU-second",
        len(documents) / (time.process_time() - began),
    )
    yield from _whole_pipeline()


def _documents() -> list[Document]:
    """Return one document a language and story, the stories' texts strung together up to the length."""
    texts: dict[tuple[str, str], str] = {}
    for path in sorted(STORIES.glob("*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        key = (path.parent.name, article["language"])
        texts[key] = f"{texts.get(key, '')}\n\n{article['text']}"
    return [
        Document(
            text=(text * (CHARACTERS // len(text) + 1))[:CHARACTERS],
            language=language,
            outlet="Bench",
            published_on=date(2026, 1, 1),
        )
        for (_, language), text in texts.items()
    ]


def _whole_pipeline() -> Iterator[Figure]:
    """Analyse the sample stories in a process of its own and divide by its time."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.benchmarks.pipeline", str(STORIES)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=dict(os.environ))
    result = json.loads(run.stdout.strip().splitlines()[-1])
    yield Figure("whole pipeline, sample articles a second", result["articles"] / result["seconds"])
    yield Figure(
        "whole pipeline, CPU-seconds an article (without PostgreSQL)", result["cpu"] / result["articles"]
    )
    yield Figure("scratch database made and dropped", time.monotonic() - began - result["seconds"], unit="s")
