"""Sums of weights that fade with time, by story and under its cap, kept without adding all of them anew."""

import heapq
import math
from dataclasses import dataclass, field

LEAST_BETWEEN_SUMS = 64
"""After so many changes, or as many as there are weights if they are more, all sums are taken anew: rounding
does not pile up, and a change still costs the same on average."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight in fresh verdicts, its value in [0, 1], and the ordinal of the day from which it fades."""

    fresh: float
    value: float
    settled: int


@dataclass(slots=True)
class _Story:
    """The weights of one story with their sums at the epoch, and where they are counted.

    `unripe` are those that do not fade yet; `released_on` is the day on which a capped story has faded to its
    cap, None for one below it.
    """

    weights: dict[str, Weight] = field(default_factory=dict)
    mass: float = 0.0
    upheld: float = 0.0
    unripe: set[str] = field(default_factory=set)
    released_on: int | None = None


class FadingSums:
    """The sums over all stories at a day that moves forward.

    Notes
    -----
    All that has begun to fade fades alike, so the sums at a fixed epoch hold on every later day, times one
    factor. A story above the cap counts for the cap, with the share upheld among its claims, which fading
    does not change; a heap of the days of release says when it joins the others again. A weight that was
    settled on a day to come is whole until then, and its story is weighed by itself as long.
    """

    def __init__(self, *, half_life_days: float, cap: float, epoch: int) -> None:
        self._half_life = half_life_days
        self._cap = cap
        self._epoch = epoch
        self._day = epoch
        self._stories: dict[str, _Story] = {}
        self._apart: set[str] = set()
        self._free = [0.0, 0.0]
        self._capped = [0.0, 0.0]
        self._releases: list[tuple[int, str]] = []
        self._ripening: list[tuple[int, str]] = []
        self._size = 0
        self._changes = 0

    @property
    def day(self) -> int:
        """The ordinal of the day for which the sums hold."""
        return self._day

    def put(self, story: str, name: str, weight: Weight) -> None:
        """Add a weight under a name that the story does not hold yet."""
        kept = self._stories.setdefault(story, _Story())
        self._count(story, kept, -1.0)
        kept.weights[name] = weight
        self._shift(kept, weight, 1.0)
        if weight.settled > self._day:
            kept.unripe.add(name)
            heapq.heappush(self._ripening, (weight.settled, story))
        self._place(story, kept)
        self._note_change(1)

    def take(self, story: str, name: str) -> None:
        """Take a weight out again."""
        kept = self._stories[story]
        self._count(story, kept, -1.0)
        self._shift(kept, kept.weights.pop(name), -1.0)
        kept.unripe.discard(name)
        if kept.weights:
            self._place(story, kept)
        else:
            del self._stories[story]
            self._apart.discard(story)
        self._note_change(-1)

    def move_to(self, day: int) -> None:
        """Let the weights fade to a day, the present one or a later one."""
        if day < self._day:
            raise ValueError(f"The sums stand at day {self._day} and do not go back to {day}.")
        self._day = day
        for queue in (self._releases, self._ripening):
            while queue and queue[0][0] <= day:
                _day, story = heapq.heappop(queue)
                self._place_anew(story)

    def totals(self) -> tuple[float, float]:
        """Return (upheld, mass) at the present day, in fresh verdicts."""
        factor = self._factor()
        apart = [self._weighed(self._stories[story]) for story in sorted(self._apart)]
        upheld = self._free[0] * factor + self._capped[0] + math.fsum(part[0] for part in apart)
        mass = self._free[1] * factor + self._capped[1] + math.fsum(part[1] for part in apart)
        return min(max(0.0, upheld), max(0.0, mass)), max(0.0, mass)

    def sum_up(self) -> None:
        """Take every sum anew from the weights."""
        self._changes = 0
        self._apart.clear()
        self._releases.clear()
        self._free, self._capped = [0.0, 0.0], [0.0, 0.0]
        for name in sorted(self._stories):
            story = self._stories[name]
            at_epoch = [(self._at_epoch(weight), weight.value) for weight in story.weights.values()]
            story.mass = math.fsum(mass for mass, _ in at_epoch)
            story.upheld = math.fsum(mass * value for mass, value in at_epoch)
            self._place(name, story)

    def _note_change(self, size: int) -> None:
        self._size += size
        self._changes += 1
        if self._changes >= max(LEAST_BETWEEN_SUMS, self._size):
            self.sum_up()

    def _place_anew(self, name: str) -> None:
        story = self._stories.get(name)
        if story is not None:
            self._count(name, story, -1.0)
            story.unripe = {held for held in story.unripe if story.weights[held].settled > self._day}
            self._place(name, story)

    def _place(self, name: str, story: _Story) -> None:
        """Count a story where it belongs: apart, among the capped, or among those that fade freely."""
        story.released_on = None
        if story.unripe:
            self._apart.add(name)
            return
        self._apart.discard(name)
        if story.mass * self._factor() > self._cap:
            story.released_on = self._day_of_release(story)
            heapq.heappush(self._releases, (story.released_on, name))
        self._count(name, story, 1.0)

    def _count(self, name: str, story: _Story, sign: float) -> None:
        if name in self._apart or not story.weights:
            return
        if story.released_on is None:
            self._free[0] += sign * story.upheld
            self._free[1] += sign * story.mass
        else:
            self._capped[0] += sign * self._cap * (story.upheld / story.mass)
            self._capped[1] += sign * self._cap

    def _shift(self, story: _Story, weight: Weight, sign: float) -> None:
        mass = sign * self._at_epoch(weight)
        story.mass += mass
        story.upheld += mass * weight.value

    def _weighed(self, story: _Story) -> tuple[float, float]:
        """Return (upheld, mass) of one story at the present day, from its weights one by one."""
        faded = [
            (weight.fresh * self._fade(self._day - weight.settled), weight.value)
            for weight in story.weights.values()
        ]
        mass = math.fsum(part for part, _ in faded)
        share = self._cap / mass if mass > self._cap else 1.0
        return math.fsum(part * value for part, value in faded) * share, mass * share

    def _day_of_release(self, story: _Story) -> int:
        days = self._half_life * math.log2(story.mass / self._cap)
        # Rounding may put it a day early; then the story is simply looked at again on the next.
        return max(self._day + 1, self._epoch + math.ceil(days))

    def _at_epoch(self, weight: Weight) -> float:
        return weight.fresh * float(2.0 ** ((weight.settled - self._epoch) / self._half_life))

    def _factor(self) -> float:
        return float(2.0 ** ((self._epoch - self._day) / self._half_life))

    def _fade(self, days: int) -> float:
        return float(2.0 ** (-max(0, days) / self._half_life))
