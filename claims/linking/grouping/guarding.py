"""What a night may not do by itself: merge stories on a single edge, or take a big part out of a story."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

BIG = 3
"""Articles from which a part of a story is not taken out of it by the machine, only proposed to people."""

Part = frozenset[str]


def part_unsupported(
    parts: Sequence[Part], former: Mapping[str, str], strong: Sequence[tuple[str, str]]
) -> list[Part]:
    """Part again what two former stories of two articles or more share without support on either side.

    Groups also grow article by article, so that a merger is looked at once more when all is done: strong
    pairs must end in two articles of the one and two of the rest.
    """
    found: list[Part] = []
    for part in parts:
        rest = part
        for core in _cores(part, former)[1:]:
            if not _is_supported(core, rest - core, strong):
                found.append(core)
                rest -= core
        found.append(rest)
    return sorted(found, key=lambda held: (-len(held), min(held)))


def _cores(part: Part, former: Mapping[str, str]) -> list[Part]:
    """Return the former stories that have two articles or more in the part, the biggest first."""
    held: dict[str, set[str]] = defaultdict(set)
    for member in part:
        if former[member]:
            held[former[member]].add(member)
    cores = [frozenset(core) for core in held.values() if len(core) > 1]
    return sorted(cores, key=lambda core: (-len(core), min(core)))


def _is_supported(core: Part, rest: Part, strong: Sequence[tuple[str, str]]) -> bool:
    across = [
        pair for pair in strong if (pair[0] in core) + (pair[1] in core) == 1 and set(pair) <= core | rest
    ]
    ends = {end for pair in across for end in pair}
    return len(ends & core) > 1 and len(ends & rest) > 1


def keep_big_parts(
    parts: Sequence[Part], former: Mapping[str, str]
) -> tuple[list[Part], dict[str, tuple[Part, ...]]]:
    """Put big parts of one former story back together, and say which stories they would fall into."""
    shares: dict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        for story in sorted({former[member] for member in part if former[member]}):
            if sum(former[member] == story for member in part) >= BIG:
                shares[story].append(place)
    fallen = {story: places for story, places in shares.items() if len(places) > 1}
    splits = {
        story: tuple(frozenset(m for m in parts[place] if former[m] == story) for place in places)
        for story, places in sorted(fallen.items())
    }
    back = {member: story for story, kept in splits.items() for part in kept for member in part}
    whole: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for member in part:
            whole[f"story:{back[member]}" if member in back else f"part:{min(part)}"].add(member)
    return sorted((frozenset(held) for held in whole.values()), key=lambda p: (-len(p), min(p))), splits
