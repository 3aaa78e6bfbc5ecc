"""Fits the weights by which articles are grouped into stories, and tells how they do on stories left out.

    python -m claims.training.grouping --output claims/linking/data/grouping.json

Trained on the invented stories of `claims/training/stories` and on look-alikes of them: events of one kind
elsewhere (`claims/training/lookalikes`). All stories are moved into one week, so that no date gives one away.
Links are no sign here: the combiner was fitted on the same stories and would seem surer than it is.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from claims.linking.background import centre_on_background
from claims.linking.encoder import OnnxEncoder
from claims.linking.grouping.evidence import (
    link_strength,
    observe,
    particular_keys,
    rarity_of,
    signs_of,
)
from claims.linking.grouping.types import Known, Member, pair_of
from claims.linking.linker import Linker, read_slots
from claims.linking.types import ClaimRecord, SlotKind
from claims.training.linking.stories import ENCODER, STORIES, Story, read_stories, with_vectors
from claims.training.logistic import fit_logistic

HERE = Path(__file__).parent
FOLDERS = (STORIES, HERE / "lookalikes")
FIRST_DAY = date(2026, 1, 5)
DAYS_OF_A_WEEK = 5
PENALTY = 1.0
MOST_ARTICLES = 14
"""Nearest articles that each is linked with, as `claims.selectors.similar_postgres` finds for the product."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles of several stories as members, what is known of them, and the story each truly belongs to."""

    members: tuple[Member, ...]
    known: Known
    truth: dict[str, str]


def read_collection(
    folders: Sequence[Path], encoder: OnnxEncoder, *, linker: Linker | None = None, move_dates: bool = True
) -> Collection:
    """Return all articles of the stories below the folders, linked by `linker` if there is one."""
    stories = [
        _in_one_week(story, number) if move_dates else story
        for number, story in enumerate(with_vectors(read_stories(folders), encoder))
    ]
    claims = [_with_slots(claim) for story in stories for claim in story.claims]
    claims = [
        replace(c, article_id=f"{s.name}/{c.article_id}", id=f"{s.name}/{c.id}")
        for s, c in _named(stories, claims)
    ]
    by_article: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    members = tuple(member_of(rows) for rows in by_article.values())
    counts = Counter(key for member in members for key in member.names | member.figures)
    links = links_among(members, by_article, linker) if linker else {}
    known = Known(links=links, rarity=rarity_of(counts, len(members)))
    return Collection(members, known, {member.id: member.id.partition("/")[0] for member in members})


def _named(stories: Sequence[Story], claims: Sequence[ClaimRecord]) -> list[tuple[Story, ClaimRecord]]:
    owners = [story for story in stories for _ in story.claims]
    return list(zip(owners, claims, strict=True))


def _in_one_week(story: Story, number: int) -> Story:
    """Return the story begun within one week; its particulars keep the date they were read against."""
    days = [claim.published_on for claim in story.claims if claim.published_on]
    shift = FIRST_DAY + timedelta(days=number % DAYS_OF_A_WEEK) - min(days)
    return replace(
        story,
        claims=tuple(
            replace(claim, published_on=claim.published_on + shift if claim.published_on else None)
            for claim in story.claims
        ),
    )


def _with_slots(claim: ClaimRecord) -> ClaimRecord:
    return replace(claim, slots=read_slots(claim.text, claim.language, published_on=claim.published_on))


def member_of(claims: Sequence[ClaimRecord]) -> Member:
    """Return one article's claims as a member."""
    vectors = np.array([claim.vector for claim in claims], dtype=np.float32)
    keys = {
        kind: frozenset(
            key
            for claim in claims
            for slot in claim.slots
            if slot.kind in kinds
            for key in particular_keys(slot.value)
        )
        for kind, kinds in (
            ("names", {SlotKind.PLACE, SlotKind.ACTOR}),
            ("places", {SlotKind.PLACE}),
            ("figures", {SlotKind.NUMBER, SlotKind.TIME}),
        )
    }
    return Member(
        id=claims[0].article_id,
        publication=claims[0].article_id,
        language=claims[0].language,
        vectors=centre_on_background(vectors, [claim.language for claim in claims]),
        day=claims[0].published_on,
        **keys,
    )


def links_among(
    members: Sequence[Member], claims: Mapping[str, Sequence[ClaimRecord]], linker: Linker
) -> dict[tuple[str, str], float]:
    """Return how strongly the links that `linker` proposes bind an article to each of its nearest ones."""
    article = {claim.id: name for name, rows in claims.items() for claim in rows}
    compared: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
    for member, nearest in zip(members, _nearest(members), strict=True):
        others = [other for other in nearest if pair_of(member.id, other) not in compared]
        compared |= {pair_of(member.id, other) for other in others}
        for link in linker.link_article(claims[member.id], [c for other in others for c in claims[other]]):
            found[pair_of(article[link.a], article[link.b])].append((link.relation.value, link.probability))
    return {pair: link_strength(links) for pair, links in found.items()}


def _nearest(members: Sequence[Member]) -> list[list[str]]:
    """Return for each article the others nearest in meaning, as many as the product looks among."""
    means = np.array([member.vectors.mean(axis=0) for member in members])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    order = np.argsort(-(means @ means.T), axis=1)
    return [
        [members[other].id for other in row if other != at][:MOST_ARTICLES] for at, row in enumerate(order)
    ]


@dataclass(frozen=True, slots=True)
class Example:
    """Two articles: their signs, their stories, and whether these are one."""

    signs: dict[str, float]
    stories: frozenset[str]

    @property
    def together(self) -> bool:
        """Tell whether the two belong to one story."""
        return len(self.stories) == 1


def examples(collection: Collection) -> list[Example]:
    """Return every pair of articles."""
    return [
        Example(
            signs_of(one, other, observe(one, other, collection.known), collection.known),
            frozenset({collection.truth[one.id], collection.truth[other.id]}),
        )
        for one, other in combinations(collection.members, 2)
    ]


def held_out_pairs(listed: Sequence[Example]) -> dict[str, float]:
    """Return how pairs with an article of a story are judged by weights fitted without that story."""
    right = told = wanted = 0
    for story in sorted({name for example in listed for name in example.stories}):
        weights = fit([example for example in listed if story not in example.stories])
        for example in listed:
            if story in example.stories:
                taken = chance(example.signs, weights) >= 0.5
                right += taken and example.together
                told += taken
                wanted += example.together
    return {
        "precision": round(right / max(1, told), 3),
        "recall": round(right / max(1, wanted), 3),
        "f1": round(2 * right / max(1, told + wanted), 3),
    }


def fit(listed: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each sign."""
    return fit_logistic(
        [example.signs for example in listed], [example.together for example in listed], penalty=PENALTY
    )


def chance(signs: dict[str, float], weights: dict[str, float]) -> float:
    """Return the probability that the weights give to the signs."""
    score = sum(weight * signs.get(name, 0.0) for name, weight in weights.items())
    return float(1.0 / (1.0 + np.exp(-score)))


def main() -> None:
    """Fit, print the held-out figures and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    encoder = OnnxEncoder(ENCODER)
    collection = read_collection(FOLDERS, encoder)
    listed = examples(collection)
    figures = held_out_pairs(listed)
    print(figures)
    stored = {
        "version": f"grouping-1+{encoder.version}",
        "fitted_on": sorted(set(collection.truth.values())),
        "pairs": len(listed),
        "penalty": PENALTY,
        "held_out_by_story": figures,
        "weights": fit(listed),
    }
    arguments.output.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
