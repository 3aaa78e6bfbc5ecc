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
BLIND = ROOT / "tests" / "benchmarks" / "stories"
CHARACTERS = 5_000
"""Length of the documents that speed is quoted for."""


def measure() -> Iterator[Figure]:
    """Yield documents of 5,000 characters a CPU-second, and articles a second through all steps."""
    articles = documents()
    analyse_article(articles[0])
    began = time.process_time()
    for document in articles:
        analyse_article(document)
    yield Figure(
        "extraction, documents of 5,000 characters a CPU-second",
        len(articles) / (time.process_time() - began),
    )
    yield from _whole_pipeline()


def documents() -> list[Document]:
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
    """Work the stories through in a process of its own, divide by its time, and look at the stories found."""
    began = time.monotonic()
    result = _worked_through(STORIES)
    made_and_dropped = time.monotonic() - began - result["seconds"]
    yield Figure("whole pipeline, sample articles a second", result["articles"] / result["seconds"])
    yield Figure(
        "whole pipeline, CPU-seconds an article (without PostgreSQL)", result["cpu"] / result["articles"]
    )
    yield Figure("scratch database made and dropped", made_and_dropped, unit="s")
    yield Figure("articles put into one story rightly, F1 of pairs (samples)", result["story_pairs_f1"])
    blind = _worked_through(BLIND)
    yield Figure("articles put into one story rightly, F1 of pairs (blind)", blind["story_pairs_f1"])


def _worked_through(folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.pipeline", str(folder)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=dict(os.environ))
    return json.loads(run.stdout.strip().splitlines()[-1])
