"""What reading an article costs: time on one core, its growth with length, and memory."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator

from claims.nlp.types import Document
from tests.benchmarks.attribution.systems import read_article
from tests.benchmarks.exam import ROOT
from tests.benchmarks.figures import Figure
from tests.benchmarks.speed import STORIES, documents

SHORT, LONG = 10_000, 200_000
"""Characters between which cost is to grow with length and no faster."""


def measure() -> Iterator[Figure]:
    """Yield documents a CPU-second, the growth of their cost, and the memory of a fresh process."""
    articles = documents()
    name = "documents of 5,000 characters a CPU-second"
    yield Figure(name, documents_a_second(articles), 2.0)
    english = [article for article in articles if article.language == "en"]
    yield Figure(f"{name}, English", documents_a_second(english))
    for language in sorted({article.language for article in articles}):
        name = f"cost at 200,000 / 20 x at 10,000 characters, {language}"
        yield Figure(name, growth(text_of(language, LONG), language), 1.3, at_least=False)
    yield Figure("resident memory of a fresh process", memory(), 700.0, at_least=False, unit="MB")


def documents_a_second(articles: list[Document]) -> float:
    """Return how many documents are read in a CPU-second, whatever is loaded once having been loaded."""
    read_article(articles[0].text, articles[0].language)
    began = time.process_time()
    for article in articles:
        read_article(article.text, article.language)
    return len(articles) / (time.process_time() - began)


def text_of(language: str, characters: int) -> str:
    """Return the sample stories of a language, strung together and over again up to a length."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(STORIES.glob("*/*.json"))]
    text = "\n\n".join(record["text"] for record in records if record.get("language") == language) + "\n\n"
    return (text * (characters // len(text) + 1))[:characters]


def growth(text: str, language: str) -> float:
    """Return what a long text costs at once, in units of what it costs in short pieces.

    Half of the pieces are read before it and half after, so that a machine that others
    slow down meanwhile slows both alike.
    """
    pieces = [text[start : start + SHORT] for start in range(0, len(text), SHORT)]
    half = len(pieces) // 2
    before = sum(seconds(piece, language) for piece in pieces[:half])
    whole = seconds(text, language)
    return whole / (before + sum(seconds(piece, language) for piece in pieces[half:]))


def seconds(text: str, language: str) -> float:
    """Return the CPU-seconds that reading a text takes."""
    began = time.process_time()
    read_article(text, language)
    return time.process_time() - began


def memory() -> float:
    """Return the megabytes of a fresh process that has read an article of each language."""
    command = [sys.executable, "-m", "tests.benchmarks.attribution.memory"]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return float(run.stdout)
