"""What became of the word of an outlet's unnamed sources."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from claims.models import Claim
from sources.models import Outcome, Source
from workbench.core.text import fold_name

UPHELD = frozenset({Outcome.Rating.TRUE.value, Outcome.Rating.MOSTLY_TRUE.value})
REFUTED = frozenset({Outcome.Rating.FALSE.value, Outcome.Rating.MISLEADING.value})


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Those whom an outlet calls by one descriptor: how often they speak, and what came of it.

    `source` is None where the descriptor is known from verdicts alone.
    """

    name: str
    source: Source | None
    claims: int
    checked: int
    upheld: int
    refuted: int


@dataclass(frozen=True, slots=True)
class UnnamedLedger:
    """The unnamed sources of one outlet, those with most checked claims first, and all of them together."""

    rows: Sequence[Unnamed]

    @property
    def checked(self) -> int:
        """Return how many of their claims were checked."""
        return sum(row.checked for row in self.rows)

    @property
    def upheld(self) -> int:
        """Return how many of those were borne out."""
        return sum(row.upheld for row in self.rows)


def ledger_of(names: Collection[UUID], *, as_of: datetime) -> UnnamedLedger:
    """Return what had become by `as_of` of the word of those whom an outlet did not name. Two queries.

    `names` are all the sources that the outlet is.
    """
    said = Q(originated_claims__created_at__lte=as_of) & ~Q(originated_claims__state=Claim.State.REJECTED)
    unnamed = Source.objects.filter(outlet__in=names, kind=Source.Kind.ANONYMOUS)
    sources = unnamed.annotate(number=Count("originated_claims", filter=said, distinct=True))
    ratings = _ratings(_outcomes(names, as_of))
    rows = [
        _entry(source.name, source, source.number, ratings.pop(fold_name(source.name), ("", {})))
        for source in sources
        if source.number or fold_name(source.name) in ratings
    ]
    rows += [_entry(entry[0], None, len(entry[1]), entry) for entry in ratings.values()]
    return UnnamedLedger(sorted(rows, key=lambda row: (-row.checked, -row.claims, row.name)))


def _outcomes(names: Collection[UUID], as_of: datetime) -> Iterable[Outcome]:
    known = Outcome.objects.filter(source__in=names, unnamed=True, recorded_at__lte=as_of).exclude(held=True)
    return known.filter(Q(superseded_at=None) | Q(superseded_at__gt=as_of)).order_by("recorded_at", "id")


Ratings = tuple[str, Mapping[object, str]]
"""A descriptor as it was first written, and the last rating of each claim that rests on it."""


def _ratings(outcomes: Iterable[Outcome]) -> dict[str, Ratings]:
    names: dict[str, str] = {}
    found: dict[str, dict[object, str]] = defaultdict(dict)
    for row in outcomes:
        key = fold_name(row.descriptor)
        names.setdefault(key, row.descriptor)
        found[key][row.claim_id] = row.rating
    return {key: (names[key], ratings) for key, ratings in found.items()}


def _entry(name: str, source: Source | None, claims: int, told: Ratings) -> Unnamed:
    ratings = list(told[1].values())
    return Unnamed(
        name,
        source,
        claims=max(claims, len(ratings)),
        checked=sum(rating != Outcome.Rating.UNVERIFIED for rating in ratings),
        upheld=sum(rating in UPHELD for rating in ratings),
        refuted=sum(rating in REFUTED for rating in ratings),
    )
