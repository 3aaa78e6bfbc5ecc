"""Fits the default points of the factors of worth on articles whose narrated claims people marked.

    python -m claims.training.worth MARKED.jsonl ... [--stories FOLDER ...]

Each line of a marked file is an article with `narrated`, the spans of the statements in its own voice that
matter. A third of the articles, drawn by the hash of their identifier, is held out; stories are folders of
the exam's form and are fitted on whole. Printed are the points (`claims.nlp.worth.DEFAULT_POINTS` holds them
rounded, some set by hand: docs/decisions/0013-worth.md), and how well they and the present ones rank.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from claims.nlp.components.narrated import candidates, find_narrated
from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document, Span
from claims.nlp.worth import BASE, DEFAULT_POINTS, FACTORS, SLOPE
from claims.training.holding import is_held_out

SAME = 0.5
"""Overlap (intersection over union of letters) from which a candidate is the marked statement: the exam's."""

RIDGE = 1.0
"""Strength of the pull towards no points, per factor; the data are some hundred marked statements."""

STEPS = 400


@dataclass(frozen=True, slots=True)
class Marked:
    """An analysed article with the spans of its narrated claims."""

    document: Document
    narrated: tuple[tuple[Span, ...], ...]
    held_out: bool


def read_marked(path: Path) -> Iterator[Marked]:
    """Yield the articles of a marked file, analysed."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        spans = tuple((Span(*pair),) for pair in record["narrated"])
        yield Marked(_analysed(record, record["lang"]), spans, is_held_out(record["id"]))


def read_stories(folder: Path) -> Iterator[Marked]:
    """Yield the articles of stories with gold, analysed."""
    for gold in sorted(folder.glob("**/gold.json")):
        for identifier, marks in json.loads(gold.read_text(encoding="utf-8"))["articles"].items():
            record = json.loads((gold.parent / f"{identifier}.json").read_text(encoding="utf-8"))
            own = [c["content"] for c in marks["claims"] if not (c.get("source") or c.get("cue"))]
            spans = tuple(tuple(Span(*pair) for pair in content) for content in own)
            yield Marked(_analysed(record, record["language"]), spans, held_out=False)


def _analysed(record: dict[str, Any], language: str) -> Document:
    day = record.get("published_at")
    return analyse_article(
        Document(
            text=record["text"],
            language=language,
            title=record.get("title", ""),
            outlet=record.get("outlet", ""),
            published_on=date.fromisoformat(day[:10]) if day else None,
        )
    )


def _letters(spans: Sequence[Span], text: str) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}


def is_marked(article: Marked, span: Span) -> bool:
    """Tell whether the span is one of the article's narrated claims."""
    own = _letters((span,), article.document.text)
    for spans in article.narrated:
        gold = _letters(spans, article.document.text)
        if len(own & gold) / max(1, len(own | gold)) >= SAME:
            return True
    return False


def table_of(articles: Sequence[Marked]) -> tuple[np.ndarray, np.ndarray]:
    """Return factors, shape (n, factors), and labels, shape (n,), of every candidate statement."""
    rows, labels = [], []
    for article in articles:
        for found in candidates(article.document):
            names = {factor.name for factor in found.factors}
            rows.append([float(name in names) for name in FACTORS])
            labels.append(float(is_marked(article, found.span)))
    return np.array(rows), np.array(labels)


def fit(table: np.ndarray, labels: np.ndarray) -> tuple[float, np.ndarray]:
    """Return base and points of the likeliest logistic model with a ridge, by Newton's method."""
    design = np.hstack([np.ones((len(table), 1)), table])
    pull = np.diag([0.0, *[RIDGE] * table.shape[1]])
    coefficients = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ coefficients))
        gradient = design.T @ (labels - chance) - pull @ coefficients
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + pull
        step = np.linalg.solve(curvature + 1e-9 * np.eye(len(pull)), gradient)
        coefficients += step
        if np.abs(step).max() < 1e-8:
            break
    return float(coefficients[0]) / SLOPE, coefficients[1:] / SLOPE


def ranking(table: np.ndarray, labels: np.ndarray, points: np.ndarray) -> float:
    """Return the chance that a marked statement has more points than another (area under the curve)."""
    totals = table @ points
    pairs = totals[labels == 1][:, None] - totals[labels == 0][None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean()) if pairs.size else float("nan")


def selection(articles: Sequence[Marked]) -> str:
    """Return recall, precision and number of the narrated claims that are chosen with the present points."""
    marked = sum(len(article.narrated) for article in articles)
    chosen = [(article, n.span) for article in articles for n in find_narrated(article.document)]
    right = sum(is_marked(article, span) for article, span in chosen)
    each = len(chosen) / max(1, len(articles))
    recall, precision = right / max(1, marked), right / max(1, len(chosen))
    return f"recall {recall:.3f}, precision {precision:.3f}, {each:.2f} an article"


def main() -> None:
    """Fit on what is not held out, and print points and figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("marked", nargs="+", type=Path)
    parser.add_argument("--stories", nargs="*", type=Path, default=[])
    given = parser.parse_args()
    articles = [article for path in given.marked for article in read_marked(path)]
    articles += [article for folder in given.stories for article in read_stories(folder)]
    own = [article for article in articles if not article.held_out]
    held = [article for article in articles if article.held_out]
    table, labels = table_of(own)
    base, points = fit(table, labels)
    present = np.array([DEFAULT_POINTS[name] for name in FACTORS])
    print(f"base {base:+.2f} (now {BASE:+.2f})")
    for name, value, now, seen in zip(FACTORS, points, present, table.sum(axis=0), strict=True):
        print(f"{name:14} {value:+.2f} (now {now:+.2f}), seen {seen:.0f} times")
    for label, part in (("fitted on", own), ("held out", held)):
        both = table_of(part)
        print(f"{label}: ranking {ranking(*both, points):.3f} (now {ranking(*both, present):.3f})")
        print(f"    chosen now: {selection(part)}")


if __name__ == "__main__":
    main()
