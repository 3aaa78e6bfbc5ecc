"""How likely two articles tell of one event: alike claims, shared particulars, links, days between."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.linking.grouping.types import Evidence, Known, Member, pair_of
from claims.linking.similarity import Matrix

BEST_CLAIMS = 5
"""Claims of each article that are compared: reports of one event share some claims, never all."""
NEAR = {True: 0.5, False: 0.4}
"""Centred cosine from which two claims are counted as alike, in one language and across two. For the words
of a reason only: nothing is decided by it."""
LINKED = 0.5
"""What links that the machine proposes add to the score at full strength. Little: on stories left out, more
made it worse (F1 after the night .949 with 0, .957 with 0.5, .951 with 1), for a link compares two claims
and takes their articles for reports of one event."""
CONFIRMED = 4.0
"""What a link adds that a person confirmed: it outweighs all but the most unlike texts."""
SOON = 3
"""Days within which a later report is no less likely to be of the same event."""
HALVED_AFTER = 7.0
"""Days after which the odds have fallen by half, beyond `SOON`: reports of one event appear within days of
each other (`claims.selectors.similar.EVENT_WINDOW` takes none beyond ten)."""
MOST_DAYS = 60
_WEIGHTS = Path(__file__).parent.parent / "data" / "grouping.json"


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """Return the weight of each sign, made by `python -m claims.training.grouping`."""
    weights: Mapping[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return weights


def weigh(one: Member, other: Member, known: Known) -> Evidence:
    """Return the evidence that two members tell of one event, the same whichever comes first."""
    found = observe(one, other, known)
    if not len(one.vectors) or not len(other.vectors):
        # Without vectors nothing is known but the links, whose strength is a probability already.
        chance = found.linked
    else:
        signs = signs_of(one, other, found, known)
        score = sum(weight * signs.get(name, 0.0) for name, weight in load_weights().items())
        score += LINKED * found.linked + CONFIRMED * (pair_of(one.id, other.id) in known.confirmed)
        late = max(0, found.days - SOON) * math.log(2.0) / HALVED_AFTER
        chance = 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, score - late))))
    return replace(found, chance=chance)


def observe(one: Member, other: Member, known: Known) -> Evidence:
    """Return what two members have in common, without a judgement (chance 0)."""
    likeness, alike = _likeness(one, other)
    days = abs((one.day - other.day).days) if one.day and other.day else 0
    shared_places = one.places & other.places
    return Evidence(
        chance=0.0,
        likeness=likeness,
        alike=alike,
        names=one.names & other.names,
        figures=one.figures & other.figures,
        linked=known.links.get(pair_of(one.id, other.id), 0.0),
        days=min(days, MOST_DAYS),
        elsewhere=bool(one.places and other.places and not shared_places),
    )


def signs_of(one: Member, other: Member, found: Evidence, known: Known) -> dict[str, float]:
    """Return the signs that the weights are for."""
    few = 1.0 / max(1, min(len(one.vectors), len(other.vectors)))
    same = one.language == other.language
    return {
        "": 1.0,
        "likeness": found.likeness,
        "likeness across languages": 0.0 if same else found.likeness,
        "across languages": float(not same),
        "few claims": few,
        "names": _jaccard(found.names, one.names | other.names, known.rarity),
        "rarest name": _rarest(found.names, known.rarity),
        "figures": _rarest(found.figures, known.rarity),
        "elsewhere": float(found.elsewhere),
    }


def _likeness(one: Member, other: Member) -> tuple[float, int]:
    """Return the mean cosine of the best matching claims of both, and how many of the smaller are alike."""
    if not len(one.vectors) or not len(other.vectors):
        return 0.0, 0
    cosines = one.vectors @ other.vectors.T
    rows, columns = cosines.max(axis=1), cosines.max(axis=0)
    likeness = (_best_mean(rows) + _best_mean(columns)) / 2
    fewer = rows if len(rows) <= len(columns) else columns
    return likeness, int((fewer >= NEAR[one.language == other.language]).sum())


def _best_mean(values: Matrix) -> float:
    return float(np.sort(values)[::-1][:BEST_CLAIMS].mean())


def _jaccard(shared: Iterable[str], all_of: Iterable[str], rarity: Mapping[str, float]) -> float:
    """Return the shared part of two sets of particulars; rare ones count more, and one is no set."""
    return sum(rarity.get(n, 1.0) for n in shared) / (1.0 + sum(rarity.get(n, 1.0) for n in all_of))


def _rarest(shared: Iterable[str], rarity: Mapping[str, float]) -> float:
    return max((rarity.get(name, 1.0) for name in shared), default=0.0)


def rarity_of(articles_with: Mapping[str, int], articles: int) -> dict[str, float]:
    """Return the weight in [0, 1] of each particular: 1 for one of its kind, 0 for one that all give.

    The inverse document frequency with `_BORROWED` articles added, so that a workspace of three
    articles takes nothing for common that two of them share.
    """
    whole = math.log(articles + _BORROWED)
    return {
        name: max(0.0, math.log((articles + _BORROWED) / max(1, count))) / whole
        for name, count in articles_with.items()
    }


_BORROWED = 50


def link_strength(links: Iterable[tuple[str, float]]) -> float:
    """Return how strongly links, given as relation and probability, bind two articles, in [0, 1].

    A link says that both claims are about one particular of one event; "related" says half of it.
    Links are taken to err alone (noisy or), each claim pair once.
    """
    doubt = 1.0
    for relation, probability in links:
        doubt *= 1.0 - _LINK_WEIGHTS.get(relation, 0.0) * probability
    return 1.0 - doubt


_LINK_WEIGHTS = {"corroborates": 1.0, "conflicts": 1.0, "updates": 1.0, "related": 0.5}


def particular_keys(value: str) -> frozenset[str]:
    """Return the keys by which a normalised particular is compared between articles.

    A name that stands in no list ("name:sort:skeleton") is compared consonants of one word by one, for
    each article may take it for another sort of thing and read more or less of it.
    """
    if not value.startswith("name:"):
        return frozenset({value})
    words = value.rpartition(":")[2].split("-")
    return frozenset(f"name:{word}" for word in words if len(word) >= _TELLING_CONSONANTS)


_TELLING_CONSONANTS = 3
"""Consonants below which a word of a name is like too many others (an article, "bin", "al")."""
