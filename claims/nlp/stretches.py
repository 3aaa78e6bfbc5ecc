"""Things that stand in a text, found again by their place in it."""

from typing import Generic, TypeVar

Thing = TypeVar("Thing")

_LENGTH = 256
"""Characters of a stretch: about a sentence, so that few other things share one."""


class Stretches(Generic[Thing]):
    """Keeps things under the stretches of the text that they touch.

    A look-up costs what stands near its place, however long the text is.
    """

    def __init__(self) -> None:
        self._at: dict[int, list[tuple[int, Thing]]] = {}
        self._count = 0

    def put(self, start: int, end: int, thing: Thing) -> None:
        """Keep a thing that stands between two places."""
        for stretch in _touched(start, end):
            self._at.setdefault(stretch, []).append((self._count, thing))
        self._count += 1

    def near(self, start: int, end: int) -> list[Thing]:
        """Return the things that may overlap these places, each once, in the order in which they were put."""
        found = {number: thing for at in _touched(start, end) for number, thing in self._at.get(at, ())}
        return [found[number] for number in sorted(found)]


def _touched(start: int, end: int) -> range:
    return range(start // _LENGTH, max(end - 1, start) // _LENGTH + 1)
