"""Claims and sources of invented worlds, with rings and without, beside the other methods."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tests.benchmarks.figures import Figure
from tests.benchmarks.sources.invented_outlets import World, WorldRules, make_world
from tests.benchmarks.sources.marks import ClaimMarks, mark_claims, mark_sources
from tests.benchmarks.sources.ours import Night, run_night
from tests.benchmarks.sources.peers import PEERS, chances_or_none
from tests.benchmarks.sources.rivals import OWN

SEEDS = tuple(range(3001, 3011))
PLAIN_SEEDS = tuple(range(3001, 3031))
"""Looked at only to report; the model was built, and the worlds' rules chosen, on others. Sources are marked
on thirty worlds: from ten to ten others the share that an interval holds moves by two points."""

PLAIN = WorldRules()
RING = WorldRules(ring=8)
FOOLED = 0.75
"""Below this accuracy of claims agreement is fooled: the design's model had .71 there."""
LOOSE_RING = replace(RING, ring_loyalty=0.8)
"""Its members say something of their own on every fifth question: the copying that the detector assumes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Worlds of one kind, what the model finds in them and how good that is."""

    worlds: list[World]
    nights: list[Night]

    @property
    def claims(self) -> list[ClaimMarks]:
        """The marks of the claims, world by world."""
        return [
            mark_claims(world, night.agreement.posterior)
            for world, night in zip(self.worlds, self.nights, strict=True)
        ]


def measure(seeds: Sequence[int] = SEEDS, plain_seeds: Sequence[int] = PLAIN_SEEDS) -> Iterator[Figure]:
    """Yield the figures of worlds without a ring, with one, and what other methods reach on both."""
    plain = _setting(PLAIN, plain_seeds)
    yield from _plain_figures(plain)
    ring = _setting(RING, seeds)
    yield from _ring_figures(ring, seeds)
    yield from _rival_figures("no ring", Setting(plain.worlds[: len(seeds)], plain.nights[: len(seeds)]))
    yield from _rival_figures("ring of 8", ring)


def _setting(rules: WorldRules, seeds: Iterable[int], *, detecting: bool = True) -> Setting:
    worlds = [make_world(seed, rules) for seed in seeds]
    return Setting(worlds, [run_night(world, detecting=detecting) for world in worlds])


def _plain_figures(plain: Setting) -> Iterator[Figure]:
    yield Figure("no ring: claims, accuracy", _mean(mark.accuracy for mark in plain.claims))
    yield Figure("no ring: claims, Brier score", _mean(mark.brier for mark in plain.claims), 0.025, False)
    yield Figure("no ring: claims, calibration error", _mean(mark.ece for mark in plain.claims), 0.03, False)
    marks = [mark_sources(w, n.records) for w, n in zip(plain.worlds, plain.nights, strict=True)]
    yield Figure("no ring: sources, mean error", _mean(mark.error for mark in marks), 0.08, False)
    for name, share in {
        "held-out claims in the 90 % interval": _mean(mark.held for mark in marks),
        "share right in the 90 % interval": _mean(mark.covered for mark in marks),
    }.items():
        yield Figure(f"no ring: sources, {name}, not too few", share, 0.87)
        yield Figure(f"no ring: sources, {name}, not too many", share, 0.95, False)
    alone = [mark_sources(w, n.by_verdicts) for w, n in zip(plain.worlds, plain.nights, strict=True)]
    yield Figure("no ring: sources, mean error, verdicts alone", _mean(mark.error for mark in alone))
    yield Figure(
        "no ring: sources, held-out claims in it, verdicts alone", _mean(mark.held for mark in alone)
    )
    yield Figure("no ring: skill", _mean(night.agreement.skill[""] for night in plain.nights))


def _ring_figures(ring: Setting, seeds: Sequence[int]) -> Iterator[Figure]:
    blind = _setting(RING, seeds, detecting=False)
    loose = _setting(LOOSE_RING, seeds)
    yield Figure("ring of 8: claims, accuracy", _mean(mark.accuracy for mark in ring.claims), 0.93)
    yield Figure("ring of 8: claims, accuracy, worst seed", min(mark.accuracy for mark in ring.claims))
    yield Figure("ring of 8: claims, Brier score", _mean(mark.brier for mark in ring.claims))
    yield Figure("ring of 8: skill", _mean(night.agreement.skill[""] for night in ring.nights))
    yield Figure("ring of 8, loose: claims, accuracy", _mean(mark.accuracy for mark in loose.claims), 0.93)
    yield Figure("ring of 8, no detection: claims, accuracy", _mean(mark.accuracy for mark in blind.claims))
    skills = [night.agreement.skill[""] for night in blind.nights]
    yield Figure("ring of 8, no detection: skill", _mean(skills), 0.2, False)
    yield Figure("ring of 8, no detection: skill, worst seed", max(skills))
    fooled = [
        night.agreement.skill[""]
        for night, mark in zip(blind.nights, blind.claims, strict=True)
        if mark.accuracy < FOOLED
    ]
    yield Figure("ring of 8, no detection: worlds where it fools agreement", len(fooled))
    if fooled:
        yield Figure("ring of 8, no detection: skill in those, worst seed", max(fooled), 0.2, False)


def _rival_figures(name: str, setting: Setting) -> Iterator[Figure]:
    marks: dict[str, list[ClaimMarks]] = {
        rival: [mark_claims(world, method(world)) for world in setting.worlds]
        for rival, method in OWN.items()
    }
    for peer in PEERS:
        found = chances_or_none(peer, setting.worlds)
        if found is not None:
            marks[peer] = [
                mark_claims(world, chances) for world, chances in zip(setting.worlds, found, strict=True)
            ]
    for rival in (*OWN, *PEERS):
        yield Figure(f"{name}: {rival}, accuracy", _of(marks, rival, "accuracy"))
        yield Figure(f"{name}: {rival}, Brier score", _of(marks, rival, "brier"))
    best = max(_mean(mark.accuracy for mark in each) for each in marks.values())
    least = min(_mean(mark.brier for mark in each) for each in marks.values())
    ours = setting.claims
    yield Figure(f"{name}: accuracy over the best other", _mean(m.accuracy for m in ours) - best, 0.0)
    yield Figure(f"{name}: Brier score over the best other", _mean(m.brier for m in ours) - least, 0.0, False)


def _of(marks: Mapping[str, list[ClaimMarks]], rival: str, figure: str) -> float | None:
    return _mean(getattr(mark, figure) for mark in marks[rival]) if rival in marks else None


def _mean(values: Iterable[float]) -> float:
    return float(np.mean(list(values)))
