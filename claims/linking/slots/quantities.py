"""What a quantity is, how it is written in a slot's value, and when two of them agree."""

from dataclasses import dataclass

from claims.linking.data import english
from claims.linking.types import Agreement

ROUNDING = 0.1
"""How far an "about" may lie from the exact figure, as a share of it: journalists round to one digit."""

AT_LEAST_REACH = 1.6
"""How many times its figure an "at least" is taken to reach: a toll of thirty is no longer "at least ten"."""

_BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than", "about"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something; `item` is empty where it was not understood.

    `kind` is count, percent, money, or lapse: a duration that says when ("after two days").
    `upper` is the highest figure of a range ("10-15") or of a vague number ("dozens"), of which `value` is
    the lowest. An item that begins with `~` is the stem of a noun that no lexicon lists.
    """

    value: float
    kind: str = "count"
    item: str = ""
    bound: str = ""
    upper: float | None = None

    def encode(self) -> str:
        """Return the slot value, such as `at_least:count:dead=40`, or `count:dead=10~15` for a range."""
        figure = f"{self.value:.10g}"
        if self.upper is not None:
            figure += f"~{self.upper:.10g}"
        head = f"{self.bound}:" if self.bound else ""
        return f"{head}{self.kind}:{self.item}={figure}"

    @classmethod
    def decode(cls, text: str) -> "Quantity":
        """Read a slot value back.

        >>> Quantity.decode("at_least:count:dead=40")
        Quantity(value=40.0, kind='count', item='dead', bound='at_least', upper=None)
        """
        head, _, figure = text.partition("=")
        parts = head.split(":")
        bound = parts.pop(0) if parts[0] in _BOUNDS else ""
        low, _, high = figure.partition("~")
        upper = float(high) if high else None
        return cls(value=float(low), kind=parts[0], item=parts[1], bound=bound, upper=upper)

    @property
    def in_minutes(self) -> "Quantity":
        """The same duration in minutes."""
        minutes = MINUTES[self.item]
        upper = None if self.upper is None else self.upper * minutes
        return Quantity(self.value * minutes, self.kind, "minute", self.bound, upper)

    @property
    def range(self) -> tuple[float, float]:
        """The figures that the wording allows, lowest and highest."""
        margin, high = self.value * ROUNDING, self.value if self.upper is None else self.upper
        return {
            "": (self.value, high),
            "at_least": (self.value, high * AT_LEAST_REACH),
            "more_than": (self.value, high * AT_LEAST_REACH),
            "at_most": (float("-inf"), self.value),
            "less_than": (float("-inf"), self.value),
            "about": (self.value - margin, high + margin),
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
    if (a.value, a.upper) == (b.value, b.upper):
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
    if "~" in {a[:1], b[:1]}:
        return "" in {a, b}
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
