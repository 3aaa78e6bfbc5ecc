"""Alarms: signs that sources act as one, for people to look at; they change no score."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sources.reliability.assertions import CopyPair
from sources.reliability.parameters import Parameters


class AlarmKind(StrEnum):
    """What gave the alarm."""

    BLOCK = "block"
    SKILL = "skill"


@dataclass(frozen=True, slots=True)
class RingAlarm:
    """That several sources may have one origin, or that agreement no longer foretells verdicts.

    Parameters
    ----------
    sources : the block, in order; empty for a fall of skill.
    topic : where the skill fell; "" for all topics together, and for a block.
    before, now : the skill, for a fall; for a block, 0 and its likeliest pair's chance of copying.
    pairs : the pairs that hang the block together, likeliest first.
    questions : where people found the same value of several of them false: what to look at first.
    """

    kind: AlarmKind
    sources: tuple[str, ...] = ()
    topic: str = ""
    before: float = 0.0
    now: float = 0.0
    pairs: tuple[CopyPair, ...] = ()
    questions: tuple[str, ...] = ()


def ring_alarms(
    pairs: Iterable[CopyPair],
    skill_now: Mapping[str, float],
    skill_before: Mapping[str, float],
    *,
    parameters: Parameters,
) -> list[RingAlarm]:
    """Return the alarms of a night: blocks of sources that copy, then topics whose skill fell.

    Parameters
    ----------
    skill_now, skill_before : of this night and the one before, by topic (`Agreement.skill`). A topic that
        was not there before gives no alarm.

    Notes
    -----
    A block is what hangs together by pairs with a chance above `copying.alarm`; a skill falls when it drops
    by more than `copying.skill_drop` (REL-1, 4.9). A ring that no pair betrays shows in the skill: on
    simulated rings it falls to 0 without detection.
    """
    rules = parameters.copying
    blocks = _blocks([pair for pair in pairs if pair.probability > rules.alarm])
    falls = [
        RingAlarm(AlarmKind.SKILL, topic=topic, before=skill_before[topic], now=skill_now[topic])
        for topic in sorted(skill_now)
        if topic in skill_before and skill_before[topic] - skill_now[topic] > rules.skill_drop
    ]
    return [*blocks, *falls]


def _blocks(pairs: Sequence[CopyPair]) -> list[RingAlarm]:
    block_of = _connected(pairs)
    inside: dict[str, list[CopyPair]] = defaultdict(list)
    for pair in pairs:
        inside[block_of[pair.one]].append(pair)
    alarms = [_block(members) for members in inside.values()]
    return sorted(alarms, key=lambda alarm: (-len(alarm.sources), alarm.sources))


def _block(pairs: Sequence[CopyPair]) -> RingAlarm:
    ordered = sorted(pairs, key=lambda pair: (-pair.probability, pair.one, pair.other))
    return RingAlarm(
        AlarmKind.BLOCK,
        sources=tuple(sorted({source for pair in ordered for source in (pair.one, pair.other)})),
        now=ordered[0].probability,
        pairs=tuple(ordered),
        questions=tuple(sorted({question for pair in ordered for question in pair.questions})),
    )


def _connected(pairs: Sequence[CopyPair]) -> dict[str, str]:
    """Return for each source the one that stands for its block."""
    stands: dict[str, str] = {}

    def find(source: str) -> str:
        stands.setdefault(source, source)
        while stands[source] != source:
            stands[source] = stands[stands[source]]
            source = stands[source]
        return source

    for pair in pairs:
        one, other = find(pair.one), find(pair.other)
        stands[max(one, other)] = min(one, other)
    return {source: find(source) for source in stands}
