"""Which claims hang together by links, directly or through others: each group named by its smallest claim."""


class Components:
    """Groups of things that were joined, whatever the order of joining.

    >>> groups = Components()
    >>> groups.join("c", "b")
    >>> groups.join("b", "a")
    >>> groups.of("c"), groups.of("z")
    ('a', 'z')
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._below: set[str] = set()

    def join(self, one: str, other: str) -> None:
        """Put the groups of both into one."""
        first, second = sorted((self.of(one), self.of(other)))
        self._below.add(first)
        if first != second:
            self._above[second] = first

    def __contains__(self, thing: str) -> bool:
        """Tell whether the thing was joined with another."""
        return thing in self._above or thing in self._below

    def of(self, thing: str) -> str:
        """Return the name of the group of `thing`: the smallest of its members."""
        root = thing
        while (above := self._above.get(root, root)) != root:
            root = above
        while (above := self._above.get(thing, thing)) != root:
            self._above[thing], thing = root, above
        return root
