"""Value types of grouping: articles as it sees them, evidence between two, and what people decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from claims.linking.similarity import Matrix

Pair = tuple[str, str]


def pair_of(one: str, other: str) -> Pair:
    """Return the two in their order, whichever is named first."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Member:
    """What is to be grouped: an article, or the part of it that tells of one event; `id` is the caller's own.

    `vectors` are its claims as `centre_on_background` returns them, shape (n, d), n may be 0.
    `names` are the keys of its places and actors, `places` those of its places alone, and
    `figures` those of its numbers and dates. Members with one `publication` are versions of one
    text and stay together. `story` is where the member is now, empty for none.
    """

    id: str
    language: str
    vectors: Matrix
    publication: str = ""
    day: date | None = None
    names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    story: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How likely two members tell of one event, in [0, 1], and what speaks for it.

    `likeness` is the mean cosine of their best matching claims and `alike` how many of the smaller's
    claims have a near one in the other, `names` and `figures` are the particulars that both
    give, `linked` is the strength of the links between their claims in [0, 1], `days` how far
    apart they were published, and `elsewhere` whether each names places and none in common.
    """

    chance: float
    likeness: float = 0.0
    alike: int = 0
    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    linked: float = 0.0
    days: int = 0
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Bonds:
    """What people decided: pairs of publications that belong together, and pairs that do not."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    @classmethod
    def from_acts(cls, acts: Iterable[tuple[bool, Iterable[str], Iterable[str]]]) -> Self:
        """Return the bonds that acts leave, the earliest first: on each pair the last act counts.

        An act says whether every publication of its first side belongs together with every one of
        its second.
        """
        ruling: dict[Pair, bool] = {}
        for together, side, other in acts:
            others = list(other)
            ruling.update({pair_of(a, b): together for a in side for b in others if a != b})
        return cls(
            frozenset(pair for pair, held in ruling.items() if held),
            frozenset(pair for pair, held in ruling.items() if not held),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known besides the members: links between them, how rare a particular is, people's bonds.

    `links` holds the strength in [0, 1] of the links between two members' claims, `confirmed` the
    pairs with a link that a person confirmed, `rarity` the weight in [0, 1] of a particular, 1
    where it is not listed.
    """

    links: Mapping[Pair, float] = field(default_factory=dict)
    confirmed: frozenset[Pair] = frozenset()
    rarity: Mapping[str, float] = field(default_factory=dict)
    bonds: Bonds = field(default_factory=Bonds)
