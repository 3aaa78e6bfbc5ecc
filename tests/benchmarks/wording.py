"""Proposed wordings of the sample stories: how many fills a reader of the whole article calls right."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document
from tests.benchmarks.figures import Figure

STORIES = Path(__file__).resolve().parent.parent.parent / "claims" / "samples" / "stories"
JUDGED = Path(__file__).parent / "wording_judged.json"
"""Article -> fills, as words and what is shown for them, each judged by a reader of the whole article.

A fill that is not in the list counts as wrong until somebody has judged it.
"""


def analysed() -> Iterator[tuple[str, Document]]:
    """Yield the sample articles by file name, analysed."""
    for path in sorted(STORIES.rglob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield (
            path.stem,
            analyse_article(
                Document(
                    text=record["text"],
                    language=record["language"],
                    title=record["title"],
                    outlet=record["outlet"],
                    published_on=date.fromisoformat(record["published_at"][:10]),
                )
            ),
        )


def measure() -> Iterator[Figure]:
    """Yield the precision of fills in each language, and the share of claims that get a wording."""
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    fills: dict[str, list[bool]] = {}
    claims, worded = 0, 0
    for name, document in analysed():
        right = {(words, shown) for words, shown in judged.get(name, [])}
        for claim in document.claims:
            claims, worded = claims + 1, worded + bool(claim.wording)
            for fill in claim.wording.fills if claim.wording else ():
                found = (fill.span.text(document.text), fill.shown)
                fills.setdefault(document.language, []).append(found in right)
    for language, marks in sorted(fills.items()):
        yield Figure(f"fills right ({language}), of {len(marks)}", sum(marks) / len(marks), 0.95)
    yield Figure("claims with a wording", worded / claims)
