"""What a quantity is, how it is written in a slot's value, and when two of them agree."""

from dataclasses import dataclass

from claims.linking.data import english
from claims.linking.types import Agreement

ROUNDING = 0.1
"""How far an "about" may lie from the exact figure, as a share of it: journalists round to one digit."""

_BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than", "about"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something; `item` is empty where it was not understood.

    `kind` is count, percent, money, or lapse: a duration that says when ("after two days").
    """

    value: float
    kind: str = "count"
    item: str = ""
    bound: str = ""

    def encode(self) -> str:
        """Return the slot value, such as `at_least:count:dead=40`."""
        figure = f"{self.value:.10g}"
        head = f"{self.bound}:" if self.bound else ""
        return f"{head}{self.kind}:{self.item}={figure}"

    @classmethod
    def decode(cls, text: str) -> "Quantity":
        """Read a slot value back.

        >>> Quantity.decode("at_least:count:dead=40")
        Quantity(value=40.0, kind='count', item='dead', bound='at_least')
        """
        head, _, figure = text.partition("=")
        parts = head.split(":")
        bound = parts.pop(0) if parts[0] in _BOUNDS else ""
        return cls(value=float(figure), kind=parts[0], item=parts[1], bound=bound)

    @property
    def in_minutes(self) -> "Quantity":
        """The same duration in minutes."""
        return Quantity(self.value * MINUTES[self.item], self.kind, "minute", self.bound)

    @property
    def range(self) -> tuple[float, float]:
        """The figures that the wording allows, lowest and highest."""
        margin = self.value * ROUNDING
        return {
            "": (self.value, self.value),
            "at_least": (self.value, float("inf")),
            "more_than": (self.value, float("inf")),
            "at_most": (float("-inf"), self.value),
            "less_than": (float("-inf"), self.value),
            "about": (self.value - margin, self.value + margin),
        }[self.bound]


MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10_080, "month": 43_800, "year": 525_600}
"""Minutes in each unit of time, so that "a week" and "seven days" agree."""


def compare_quantities(a: Quantity, b: Quantity) -> Agreement:
    """Tell how two quantities stand to each other; those of different things are incomparable.

    >>> compare_quantities(Quantity(2000, item="person", bound="about"), Quantity(2000, item="person"))
    <Agreement.SAME: 'same'>
    >>> compare_quantities(Quantity(40, item="dead", bound="at_least"), Quantity(43, item="dead"))
    <Agreement.COMPATIBLE: 'compatible'>
    """
    if a.item in MINUTES and b.item in MINUTES:
        a, b = a.in_minutes, b.in_minutes
    if a.kind != b.kind or not same_item(a.item, b.item):
        return Agreement.INCOMPARABLE
    if a.value == b.value:
        return Agreement.SAME
    (a_low, a_high), (b_low, b_high) = a.range, b.range
    if max(a_low, b_low) <= min(a_high, b_high):
        return Agreement.COMPATIBLE
    return Agreement.DIFFERENT


def same_item(a: str, b: str) -> bool:
    """Tell whether two items may count the same things.

    An item that was not understood ("") may be anything but one that stands in the other's lexicon
    of measures; a casualty is dead or injured; a person is any item of people.
    """
    if a == b:
        return True
    pair = frozenset({a, b})
    if pair in _OVERLAPPING:
        return True
    return "" in pair and not pair & _MEASURES


_OVERLAPPING = frozenset(
    frozenset(pair)
    for pair in (
        ("casualty", "dead"),
        ("person", "displaced"),
        ("person", "detainee"),
        ("person", "voter"),
        ("person", "rescued"),
        ("person", "employed"),
        ("house", "building"),
        ("aircraft", "drone"),
        ("strike", "missile"),
        ("vote", "voter"),
        ("shop", "company"),
    )
)
_MEASURES = frozenset(english.MEASURES.split())
