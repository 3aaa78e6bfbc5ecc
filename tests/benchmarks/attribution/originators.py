"""Whether a claim was found and given to the right originator."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from claims.nlp.types import Claim
from tests.benchmarks.attribution.systems import pairs

SAME_CONTENT = 0.5
"""Dice of two contents' words from which they are one claim, as in the scorer's partial pairs."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim for comparison: the numbers of its content's words, and its originator's folded name."""

    content: frozenset[int]
    originator: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An article's attributed claims, whether each is right, and how many there were to find."""

    claims: tuple[Claim, ...]
    right: tuple[bool, ...]
    gold: int


def dice(first: frozenset[int], second: frozenset[int]) -> float:
    """Return the overlap of two sets of words, in [0, 1].

    >>> dice(frozenset({1, 2, 3}), frozenset({3}))
    0.5
    """
    size = len(first) + len(second)
    return 2 * len(first & second) / size if size else 0.0


def rightly_found(found: Sequence[Said], gold: Sequence[Said]) -> list[bool]:
    """Tell of each claim found whether it is one of `gold`, by the same originator.

    Claims pair one to one, the most alike first; of equally alike ones those of the same originator.
    """
    candidates = sorted(
        (-dice(one.content, other.content), one.originator != other.originator, i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(gold)
    )
    right = [False] * len(found)
    taken: set[int] = set()
    paired: set[int] = set()
    for unlikeness, differs, i, j in candidates:
        if -unlikeness < SAME_CONTENT:
            break
        if i not in paired and j not in taken:
            paired.add(i)
            taken.add(j)
            right[i] = not differs
    return right


def judged(claims: Sequence[Claim], record: dict[str, Any], scorer: ModuleType, exam: ModuleType) -> Judged:
    """Hold an article's attributed claims against the marks of `record`, names as the exam compares them."""
    words = scorer.words(record["text"])
    attributed = tuple(claim for claim in claims if not claim.narrated)
    found = [
        Said(scorer.toks(pairs(claim.content), words), _as_marked(originator(claim), record, exam))
        for claim in attributed
    ]
    gold = [
        Said(scorer.toks(mark["content"], words), exam.fold(mark["resolved"]))
        for mark in record["attributions"]
    ]
    return Judged(attributed, tuple(rightly_found(found, gold)), len(gold))


def _as_marked(name: str, record: dict[str, Any], exam: ModuleType) -> str:
    """Return a name folded, without a title before it where the rest is a name that the marks give."""
    marked = {mark["resolved"] for mark in record["attributions"] if mark["resolved"]}
    same = [other for other in marked if exam.same_name(name, [other])]
    return exam.fold(max(same, key=len, default=name))


def originator(claim: Claim) -> str:
    """Return who makes a claim; empty where its chain is the outlet alone (an impersonal cue)."""
    return claim.chain[-1].name if len(claim.chain) > 1 else ""


def f1(articles: Sequence[Judged]) -> float | None:
    """Return F1, in [0, 100], of claims found and rightly given; None where there was nothing to find."""
    gold = sum(article.gold for article in articles)
    found = sum(len(article.claims) for article in articles)
    right = sum(sum(article.right) for article in articles)
    return 200 * right / (gold + found) if gold else None
