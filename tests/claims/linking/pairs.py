"""Claims and pairs of claims for the tests of linking, with what is not asked about filled in."""

from datetime import date

from claims.linking.alignment import Pair
from claims.linking.comparison import compare_slots
from claims.linking.particulars import Particulars
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.types import Modality, SourceKind


def record(name, text, **facts):
    """Return a claim of the outlet `name`; facts are fields of `ClaimRecord`."""
    given = {
        "language": "en",
        "modality": Modality.ASSERTED,
        "chain": (HopKey(key=name, name=name, kind=SourceKind.OUTLET),),
        "published_on": date(2023, 5, 9),
        **facts,
    }
    return ClaimRecord(id=name, article_id=name, text=text, attributed=True, **given)


def pair_of(a, b, *, rank=0):
    """Return two claims as a pair, nearest each other unless `rank` says otherwise."""
    first, second = Particulars(a), Particulars(b)
    return Pair(
        a=first,
        b=second,
        cosine=0.5,
        margin=0.3,
        rank_a=rank,
        rank_b=rank,
        affinity=0.4,
        comparison=compare_slots(first, second),
    )
