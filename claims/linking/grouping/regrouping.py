"""At night: the articles of some days grouped anew, by average link; former stories keep their names."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise, product

import numpy as np

from claims.linking.grouping.evidence import weigh
from claims.linking.grouping.guarding import keep_big_parts, part_unsupported
from claims.linking.grouping.joining import are_barred, are_held
from claims.linking.grouping.types import Known, Member, Pair

MERGE_AT = 0.2
"""Mean chance over all pairs of two groups from which they are one. Far below one half, because many pairs of
reports of one event share little; of .15 to .50 the best on training stories left out."""
STRONG = 0.5
"""Chance from which a pair of articles speaks for a merger by itself."""
ALONE = 1 / 3
"""Mean chance from which an article joins a group on one strong pair: no single edge among three or more."""
STAYS = 0.05
"""Part of the doubt forgiven to two articles of one story, so that stories do not waver every night."""
NEAREST = 40
"""Articles compared with each, by the cosine of their mean claims, besides those linked or in one story."""

MOST_ROUNDS = 10
"""Rounds in which members go to other groups; two or three are enough, and this ends what would swing."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Where each member belongs now, by its id, and the parts that former stories may fall into.

    A name that no former story has begins with "new:".
    """

    stories: Mapping[str, str]
    splits: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)


def regroup(members: Sequence[Member], known: Known, *, settled: frozenset[str] = frozenset()) -> Regrouping:
    """Return the members grouped anew. Deterministic: the order of the members does not matter.

    Groups are merged while the mean chance over all their pairs reaches `MERGE_AT`. Two groups of
    more than one article each need strong pairs of two articles on either side: neither a
    single edge nor a single article makes two stories one. People's bonds and versions of
    one text hold first. `settled` members stay with their story as it is. A former story keeps its
    name in the group that has most of it.
    """
    ordered = sorted(members, key=lambda member: member.id)
    groups = _Groups(ordered, known, settled)
    groups.merge_all()
    groups.settle()
    former = {member.id: member.story for member in ordered}
    parts = part_unsupported(groups.parts(), former, groups.strong_pairs())
    whole, splits = keep_big_parts(parts, former)
    return Regrouping(_named(whole, former), splits)


class _Groups:
    """Groups of members by number, with the summed chance and the strong pairs between each two groups."""

    def __init__(self, members: Sequence[Member], known: Known, settled: frozenset[str]) -> None:
        self.members = members
        self.near: dict[int, dict[int, float]] = {number: {} for number in range(len(members))}
        self.bars: dict[int, set[int]] = {number: set() for number in range(len(members))}
        for a, b in candidate_pairs(members, known):
            self.near[a][b] = self.near[b][a] = _chance(members[a], members[b], known)
        for a, b in _pairs_in(members, known.bonds.apart):
            if are_barred(members[a], members[b], known):
                self.bars[a].add(b)
                self.bars[b].add(a)
        self._put([[number] for number in range(len(members))])
        self.held: set[int] = set()
        for a, b in _held_pairs(members, known, settled):
            one, other = self.group_of[a], self.group_of[b]
            if one != other and other not in self.barred[one]:
                self._merge(one, other)
                self.held |= {a, b}

    def _put(self, parts: Iterable[list[int]]) -> None:
        """Begin with these groups: sum what lies between each two of them."""
        self.holds = {min(part): list(part) for part in parts if part}
        self.group_of = {member: group for group, held in self.holds.items() for member in held}
        self.sums: dict[int, dict[int, float]] = {group: {} for group in self.holds}
        self.strong: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self.barred = {
            group: {self.group_of[bar] for member in held for bar in self.bars[member]}
            for group, held in self.holds.items()
        }
        for a, near in self.near.items():
            for b, chance in near.items():
                one, other = self.group_of[a], self.group_of[b]
                if one != other:
                    self.sums[one][other] = self.sums[one].get(other, 0.0) + chance
                    if a < b and chance >= STRONG:
                        self.strong[_ordered(one, other)].append((a, b))

    def mean(self, a: int, b: int) -> float:
        """Return the mean chance over all pairs of two groups; pairs never compared count as 0."""
        return self.sums[a].get(b, 0.0) / (len(self.holds[a]) * len(self.holds[b]))

    def merge_all(self) -> None:
        """Merge the likeliest two groups until no two are likely enough."""
        heap = [(-self.mean(a, b), a, b) for a in self.holds for b in self.sums[a] if a < b]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            if -negative < MERGE_AT:
                return
            current = a in self.holds and b in self.holds and self.mean(a, b) == -negative
            if current and b not in self.barred[a] and self._is_supported(a, b):
                kept = self._merge(a, b)
                for other in self.sums[kept]:
                    heapq.heappush(heap, (-self.mean(kept, other), *_ordered(kept, other)))

    def settle(self) -> None:
        """Let each member go to the group that most speaks for it, until none goes; then merge again.

        The likeliest pair is merged first, also where it is the one edge between two events. One witness
        is thin evidence, so means are taken as if one more, silent, were there.
        """
        for _ in range(MOST_ROUNDS):
            moved = [self._move(member) for member in range(len(self.members)) if member not in self.held]
            if not any(moved):
                break
        parts: dict[int, list[int]] = defaultdict(list)
        for member, group in self.group_of.items():
            parts[group].append(member)
        self._put(sorted(held) for held in parts.values())
        self.merge_all()

    def _move(self, member: int) -> bool:
        sizes = Counter(self.group_of.values())
        sums: dict[int, float] = defaultdict(float)
        for other, chance in self.near[member].items():
            sums[self.group_of[other]] += chance
        own = self.group_of[member]
        barred = {self.group_of[bar] for bar in self.bars[member]}
        found = {
            group: total / (sizes[group] - (group == own) + 1)
            for group, total in sums.items()
            if group not in barred and total / max(1, sizes[group] - (group == own)) >= MERGE_AT
        }
        best = max(sorted(found), key=lambda group: found[group], default=own)
        if best == own or found[best] <= found.get(own, 0.0) + 1e-9:
            return False
        self.group_of[member] = best
        return True

    def _is_supported(self, a: int, b: int) -> bool:
        """Tell whether two articles on either side speak for the merger, as far as both sides have two.

        For a single article and a group, one strong pair does where it is a third of all pairs.
        """
        smaller, bigger = sorted((len(self.holds[a]), len(self.holds[b])))
        if bigger == 1 or (smaller == 1 and self.mean(a, b) >= ALONE):
            return True
        ends = {end for edge in self.strong[_ordered(a, b)] for end in edge}
        return all(len(ends & set(self.holds[side])) >= min(2, len(self.holds[side])) for side in (a, b))

    def _merge(self, a: int, b: int) -> int:
        """Put the later group into the earlier and return that."""
        kept, gone = _ordered(a, b)
        joined = self.holds.pop(gone)
        self.holds[kept] += joined
        self.group_of.update(dict.fromkeys(joined, kept))
        self.strong.pop((kept, gone), None)
        for other, total in self.sums.pop(gone).items():
            self.sums[other].pop(gone)
            if other != kept:
                self.sums[kept][other] = self.sums[other][kept] = self.sums[kept].get(other, 0.0) + total
                self.strong[_ordered(kept, other)] += self.strong.pop(_ordered(gone, other), [])
        for other in self.barred.pop(gone):
            self.barred[other].discard(gone)
            self.barred[other].add(kept)
            self.barred[kept].add(other)
        return kept

    def strong_pairs(self) -> list[tuple[str, str]]:
        """Return the pairs of members, by their ids, that speak for a merger by themselves."""
        return [
            (self.members[a].id, self.members[b].id)
            for a, near in self.near.items()
            for b, chance in near.items()
            if a < b and chance >= STRONG
        ]

    def parts(self) -> list[frozenset[str]]:
        """Return the groups as the ids of their members, the biggest first."""
        found = [frozenset(self.members[number].id for number in held) for held in self.holds.values()]
        return sorted(found, key=lambda part: (-len(part), min(part)))


def _chance(one: Member, other: Member, known: Known) -> float:
    chance = weigh(one, other, known).chance
    together = one.story != "" and one.story == other.story
    return chance + STAYS * (1.0 - chance) if together else chance


def candidate_pairs(members: Sequence[Member], known: Known) -> list[tuple[int, int]]:
    """Return the pairs worth comparing: near by their mean claims, linked, or of one story now.

    With n members some `NEAREST` * n pairs, instead of n² / 2.
    """
    number = {member.id: place for place, member in enumerate(members)}
    pairs = set(_near(members))
    pairs |= {_ordered(number[a], number[b]) for a, b in known.links if a in number and b in number}
    stories: dict[str, list[int]] = defaultdict(list)
    for place, member in enumerate(members):
        if member.story:
            stories[member.story].append(place)
    pairs |= {pair for places in stories.values() for pair in combinations(places, 2)}
    return sorted(pairs)


def _near(members: Sequence[Member]) -> Iterable[tuple[int, int]]:
    places = [place for place, member in enumerate(members) if len(member.vectors)]
    if len(places) < 2:
        return
    means = np.stack([members[place].vectors.mean(axis=0) for place in places])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    count = min(NEAREST, len(places) - 1)
    for row, place in enumerate(places):
        cosines = means @ means[row]
        cosines[row] = -np.inf
        for other in np.argpartition(-cosines, count - 1)[:count].tolist():
            yield _ordered(place, places[other])


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _pairs_in(members: Sequence[Member], bonds: Iterable[Pair]) -> list[tuple[int, int]]:
    """Return the pairs of members whose publications are a pair of the bonds."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, member in enumerate(members):
        places[member.publication].append(place)
    return sorted({_ordered(a, b) for one, other in bonds for a, b in product(places[one], places[other])})


def _held_pairs(members: Sequence[Member], known: Known, settled: frozenset[str]) -> list[tuple[int, int]]:
    """Return the pairs that are together before anything is weighed."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, member in enumerate(members):
        groups[f"publication:{member.publication or member.id}"].append(place)
        if member.id in settled:
            groups[f"story:{member.story}"].append(place)
    chains = [pair for places in groups.values() for pair in pairwise(places)]
    bonds = _pairs_in(members, known.bonds.together)
    bound = [(a, b) for a, b in bonds if are_held(members[a], members[b], known)]
    return bound + sorted(chains)


def _named(parts: Sequence[frozenset[str]], former: Mapping[str, str]) -> dict[str, str]:
    """Return the story of each member: by maximum overlap, each former name going to one group at most."""
    overlaps: dict[tuple[int, str], int] = defaultdict(int)
    for place, part in enumerate(parts):
        for member in part:
            if former[member]:
                overlaps[place, former[member]] += 1
    names: dict[int, str] = {}
    for (place, story), _ in sorted(
        overlaps.items(), key=lambda found: (-found[1], found[0][1], found[0][0])
    ):
        if place not in names and story not in names.values():
            names[place] = story
    return {
        member: names.get(place, f"new:{min(part)}") for place, part in enumerate(parts) for member in part
    }
