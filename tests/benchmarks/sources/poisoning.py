"""Whether floods of copies and of fake outlets move anybody's score (security.md, T5)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import numpy as np

from sources.reliability.assertions import Assertion, Tie, TieKind
from tests.benchmarks.figures import Figure
from tests.benchmarks.sources.invented_outlets import World, make_world
from tests.benchmarks.sources.ours import run_night

SEEDS = (2001, 2002, 2003)
FAKES = 1000
LIE = "a lie"
MOST = 0.02


def measure() -> Iterator[Figure]:
    """Yield how far the most moved score of a world moves, at worst over the worlds."""
    worst: dict[str, float] = {}
    for seed in SEEDS:
        world = make_world(seed)
        world.assertions.append(_newcomer(world))
        before = {source: record.mean for source, record in run_night(world).records.items()}
        for attack, (fakes, ties) in _attacks(world, np.random.default_rng(seed)).items():
            night = run_night(world, further=fakes, further_ties=ties)
            moved = max(abs(night.records[source].mean - mean) for source, mean in before.items())
            worst[attack] = max(worst.get(attack, 0.0), moved)
    for attack, moved in worst.items():
        yield Figure(f"1,000 {attack}: most moved score", moved, MOST, False)


def _attacks(world: World, chance: np.random.Generator) -> dict[str, tuple[list[Assertion], list[Tie]]]:
    open_ones = [item for item in world.assertions if item.question not in world.settled()]
    one = open_ones[int(chance.integers(len(open_ones)))]
    copies = [_fake(n, one, one.value) for n in range(FAKES)]
    anywhere = chance.integers(len(open_ones), size=FAKES)
    newcomer = world.assertions[-1]
    victim = [item for item in open_ones if item.source == one.source]
    return {
        "copies that say so": (copies, [Tie(one.id, copy.id, TieKind.CHAIN) for copy in copies]),
        "copies of one text": (copies, [Tie(one.id, copy.id, TieKind.TEXT, 1.0) for copy in copies]),
        "copies that nothing betrays": (copies, []),
        "fake outlets, lies on one question": ([_fake(n, one, LIE) for n in range(FAKES)], []),
        "fake outlets, lies on all questions": (
            [_fake(n, open_ones[place], LIE) for n, place in enumerate(anywhere.tolist())],
            [],
        ),
        "fake outlets against a newcomer's one claim": (
            [_fake(n, newcomer, LIE) for n in range(FAKES)],
            [],
        ),
        "fake outlets against one outlet": (
            [_fake(n, victim[n % len(victim)], LIE) for n in range(FAKES)],
            [],
        ),
    }


def _newcomer(world: World) -> Assertion:
    """Return the only claim, a true one, of an outlet that nobody checked."""
    true_ones = (item for item in world.assertions if world.is_right(item))
    like = next(item for item in true_ones if item.question not in world.settled())
    return replace(like, id="newcomer", source="newcomer", outlet="newcomer")


def _fake(number: int, near: Assertion, value: str) -> Assertion:
    name = f"fake {number:04}"
    later = near.made_at + timedelta(minutes=30 + number)
    return replace(near, id=name, source=name, outlet=name, value=value, made_at=later)
