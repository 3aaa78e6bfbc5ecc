"""What ties two assertions of one value: a source in both chains, or the likeness of two texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.linking.independence.signs import AS_READ, Family, Sign, SignKind, read_sign
from sources.reliability.assertions import Tie, TieKind

TEXT_KINDS = frozenset({SignKind.COPY, SignKind.ALIKE})
"""The signs that tell how much of two texts is shared. That one followed the other without naming it is no
likeness, and is left to the other signs."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One claim as it counts for the assertion `assertion`: where it stands, and whom it names on the way.

    `sources` are every hop after the outlet, each as the source it counts for, and the outlet itself where
    the claim is its own word or goes back to it.
    """

    claim: str
    assertion: str
    value: str
    made_at: datetime
    sources: Sequence[str]

    @property
    def order(self) -> tuple[datetime, str]:
        """Return the key that puts claims in the order in which they were seen."""
        return self.made_at, self.claim


@dataclass(frozen=True, slots=True)
class Likeness:
    """A link between two claims with the reasons that it was proposed for."""

    a: str
    b: str
    confirmed: bool
    reasons: Sequence[str]


def chain_ties(spoken: Iterable[Spoken]) -> Iterator[Tie]:
    """Yield a tie to the first claim of the same value in whose chain one of the same sources stands."""
    seen: dict[tuple[str, str], str] = {}
    for item in sorted(spoken, key=lambda item: item.order):
        for source in dict.fromkeys(item.sources):
            earlier = seen.setdefault((item.value, source), item.assertion)
            if earlier != item.assertion:
                yield Tie(earlier, item.assertion, TieKind.CHAIN)


def link_ties(likenesses: Iterable[Likeness], spoken: Mapping[str, Spoken]) -> Iterator[Tie]:
    """Yield what a link's reasons say of the dependence of its two claims, if they assert one value."""
    for link in likenesses:
        one, other = spoken.get(link.a), spoken.get(link.b)
        if one is None or other is None or one.value != other.value or one.assertion == other.assertion:
            continue
        earlier, later = sorted((one, other), key=lambda item: item.order)
        for kind, strength in _kinds(link):
            yield Tie(earlier.assertion, later.assertion, kind, strength)


def _kinds(link: Likeness) -> Iterator[tuple[TieKind, float]]:
    signs = [sign for reason in link.reasons if (sign := read_sign(reason))]
    alike = [int(sign.names[0]) / 100 for sign in signs if sign.kind in TEXT_KINDS]
    if alike:
        yield TieKind.TEXT, max(alike)
    if any(_is_chain(sign) for sign in signs):
        yield (TieKind.CHAIN if link.confirmed else TieKind.PROPOSED_CHAIN), 1.0


def _is_chain(sign: Sign) -> bool:
    """Tell whether the chains meet; an agency that both name beside their own reporting is less."""
    return sign.family is Family.CHAIN and sign.weight >= AS_READ
