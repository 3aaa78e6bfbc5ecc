"""Pairs of texts to learn relations from: public inference sets, invented renderings and invented stories."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from claims.linking.relating.labels import INFERENCES, KINSHIPS, SLOTS
from claims.training.linking.examples import Example, gather_examples
from claims.training.linking.stories import Story

INFERENCE_SETS = ("ans", "cad", "conjnli", "farstail", "fm2", "indonli")
"""The sets whose licences let weights be shipped (design, linking 1)."""

UNKNOWN = -1
"""A label that a pair does not have: nothing is learnt from it there."""

_UNLINKED = 6
"""Near pairs without a link for each linked one: in use there are ten."""
_STORY_WEIGHT = 2.0
"""What a pair of a story counts beside others: it is what the network will read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPair:
    """Two texts and what is known of them, as indices into the label lists or `UNKNOWN`.

    `forward` and `backward` say whether the first entails the second and the reverse; `kinship` what two
    claims are to each other; `slot` the particular in which they conflict. `group` keeps pairs of one
    invented text together when some are held out.
    """

    a: str
    b: str
    forward: int = UNKNOWN
    backward: int = UNKNOWN
    kinship: int = UNKNOWN
    slot: int = UNKNOWN
    weight: float = 1.0
    source: str = ""
    group: str = ""


def read_inference(file: Path) -> list[TextPair]:
    """Return the pairs of one inference set; a contradiction holds in both directions."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [_inference_pair(json.loads(line)) for line in lines]


def _inference_pair(stored: dict[str, Any]) -> TextPair:
    label = INFERENCES.index(stored["label"])
    contradicts = label == INFERENCES.index("contradicts")
    return TextPair(
        a=stored["premise"],
        b=stored["hypothesis"],
        forward=label,
        backward=label if contradicts else UNKNOWN,
        source=stored["source"],
    )


def read_renderings(file: Path) -> Iterator[TextPair]:
    """Yield the pairs that groups of invented renderings give, one group a line.

    A group words one claim in several ways and two languages, says it more coarsely, and contradicts it in
    one particular at a time; see `claims/training/renderings/README.md`.
    """
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        if line.strip():
            group = f"{file.stem}/{number}"
            yield from _group_pairs(json.loads(line), group)


def _group_pairs(stored: dict[str, Any], group: str) -> Iterator[TextPair]:
    entails, neutral, contradicts = (INFERENCES.index(n) for n in ("entails", "neutral", "contradicts"))
    same, coarser = _texts(stored, "same"), _texts(stored, "coarser")

    def pairs(
        left: Sequence[str], right: Sequence[str], kinship: str, facts: dict[str, int]
    ) -> Iterator[TextPair]:
        for a, b in product(left, right):
            yield TextPair(
                a=a, b=b, kinship=KINSHIPS.index(kinship), source="renderings", group=group, **facts
            )

    for a, b in combinations(same, 2):
        yield from pairs([a], [b], "same", {"forward": entails, "backward": entails})
    yield from pairs(same, coarser, "same", {"forward": entails, "backward": neutral})
    against = {"forward": contradicts, "backward": contradicts}
    for slot in SLOTS:
        other = _texts(stored.get("conflicts", {}), slot)
        yield from pairs(same, other, "conflicts", against | {"slot": SLOTS.index(slot)})
        for a, b in combinations(other, 2):
            yield from pairs([a], [b], "same", {"forward": entails, "backward": entails})
    apart = {"forward": neutral, "backward": neutral}
    yield from pairs(same, _texts(stored, "update"), "updates", {})
    yield from pairs(same, [*_texts(stored, "related"), *_texts(stored, "other")], "other", apart)


def _texts(stored: dict[str, Any], name: str) -> list[str]:
    found = stored.get(name) or {}
    return [text for language in sorted(found) for text in found[language]]


def read_story_pairs(stories: Sequence[Story], chance: random.Random) -> Iterator[TextPair]:
    """Yield the linked pairs of stories, and for each of them some that are near and not linked.

    Give stories with vectors. Where one side denies its text, the pair is labelled by what the texts say.
    """
    for story in stories:
        examples = [e for e in gather_examples([story]) if len(e.stories) == 1]
        linked = [e for e in examples if e.is_linked]
        others = sorted((e for e in examples if not e.is_linked), key=lambda e: -e.pair.cosine)
        near = others[: 2 * _UNLINKED * len(linked)]
        chosen = chance.sample(near, min(len(near), _UNLINKED * len(linked)))
        for example in [*linked, *chosen]:
            yield _story_pair(example, story.name)


def _story_pair(example: Example, name: str) -> TextPair:
    kinship, slot = example.kinship, example.gold.slot
    conflicts = kinship == "conflicts"
    known = {"conflicts": "contradicts", "other": "neutral"}.get(kinship)
    inference = INFERENCES.index(known) if known else UNKNOWN
    return TextPair(
        a=example.pair.a.record.text,
        b=example.pair.b.record.text,
        forward=inference,
        backward=inference,
        kinship=KINSHIPS.index(kinship),
        slot=SLOTS.index(slot) if conflicts and slot in SLOTS else UNKNOWN,
        weight=_STORY_WEIGHT,
        source="stories",
        group=name,
    )
