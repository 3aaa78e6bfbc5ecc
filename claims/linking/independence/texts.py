"""What the texts of two articles tell: copies, likeness of wording, and who was first."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache

from claims.linking.independence.signs import Sign, SignKind
from claims.linking.types import ClaimRecord
from claims.linking.words import split_words
from claims.reading.fingerprints import estimated_jaccard

COPY_BANDS = ((0.95, 0.98), (0.8, 0.95))
"""Jaccard similarity of five-word runs -> dependence. The design (reliability 4.4) gives .95 from .8 on;
above .95 nothing but the credit is left to differ, and a pure copy must add no more than 2 %."""
LIKE_BANDS = ((0.5, 0.7), (0.3, 0.3))
"""The same for texts that share long stretches (reliability 4.4)."""
LIKE_WITHIN_DAYS = 14
"""Days within which likeness counts (reliability 4.4). A copy is one however late."""
FOLLOWED = 0.6
"""A report in the words of another and without a source of its own, within a day: likelier taken than found.
A reasoned default, not measured."""
SLIGHTLY_LIKE = 0.1
"""Jaccard similarity that two texts hardly reach by chance (unrelated reports of one event: 0 to .03)."""
RUN_WORDS = 3
SHARED_RUNS = 0.6
LEAST_WORDS = 6
"""Two statements are in like words where 60 % of the shorter one's runs of three words stand in the other; it
has at least six words."""


def text_signs(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    """Yield what wording and time say; quotations are set aside by the signatures."""
    alike = _text_likeness(a, b)
    gap = days_between(a, b)
    copied = next((weight for least, weight in COPY_BANDS if alike >= least), 0.0)
    if copied:
        yield Sign(SignKind.COPY, copied, (f"{alike:.0%}".rstrip("%"),))
    elif gap < LIKE_WITHIN_DAYS:
        weight = next((weight for least, weight in LIKE_BANDS if alike >= least), 0.0)
        if weight:
            yield Sign(SignKind.ALIKE, weight, (f"{alike:.0%}".rstrip("%"),))
    if gap <= 1 and (alike >= SLIGHTLY_LIKE or _worded_alike(a, b)):
        yield from _followed(a, b)
    yield from _first(a, b)


def seen_at(claim: ClaimRecord) -> datetime | None:
    """Return when the claim's article appeared, midnight where only the day is known."""
    if claim.published_at:
        return _plain(claim.published_at)
    return datetime.combine(claim.published_on, time.min) if claim.published_on else None


def _plain(moment: datetime) -> datetime:
    """Return the moment in UTC, without saying so; one without a zone is taken to be there."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def days_between(a: ClaimRecord, b: ClaimRecord) -> float:
    """Return the days between the two articles; 0 where a date is unknown."""
    one, two = seen_at(a), seen_at(b)
    if one is None or two is None:
        return 0.0
    if not (a.published_at and b.published_at):
        return abs((one.date() - two.date()).days)
    return abs((one - two).total_seconds()) / 86_400


def order_of(a: ClaimRecord, b: ClaimRecord) -> tuple[ClaimRecord, ClaimRecord] | None:
    """Return the two with the earlier first; None where neither is known to be."""
    one, two = seen_at(a), seen_at(b)
    if one is None or two is None:
        return None
    if not (a.published_at and b.published_at) and one.date() == two.date():
        return None
    return None if one == two else ((a, b) if one < two else (b, a))


def _text_likeness(a: ClaimRecord, b: ClaimRecord) -> float:
    if a.article_text_key and a.article_text_key == b.article_text_key:
        return max(COPY_BANDS[-1][0], _jaccard(a.signature, b.signature))
    return _jaccard(a.signature, b.signature)


@lru_cache(maxsize=1024)
def _jaccard(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    return estimated_jaccard(a, b)


def _worded_alike(a: ClaimRecord, b: ClaimRecord) -> bool:
    if a.language != b.language:
        return False
    ours, theirs = _runs(a.text), _runs(b.text)
    shorter = min(len(ours), len(theirs))
    return shorter > LEAST_WORDS - RUN_WORDS and len(ours & theirs) >= SHARED_RUNS * shorter


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    folded = [word.folded for word in split_words(text)]
    return frozenset(tuple(folded[i : i + RUN_WORDS]) for i in range(len(folded) - RUN_WORDS + 1))


def _followed(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    """Yield the report that names no source; where neither is known to be first, either may have followed."""
    order = order_of(a, b)
    for earlier, later in [order] if order else [(a, b), (b, a)]:
        if len(later.chain) == 1 and earlier.chain:
            yield Sign(SignKind.FOLLOWED, FOLLOWED, (later.chain[0].name, earlier.chain[0].name))
            return


def _first(a: ClaimRecord, b: ClaimRecord) -> Iterator[Sign]:
    order = order_of(a, b)
    if order and all(claim.chain for claim in order):
        facts = [fact for claim in order for fact in (claim.chain[0].name, _moment(claim))]
        yield Sign(SignKind.FIRST, 0.0, tuple(facts))


def _moment(claim: ClaimRecord) -> str:
    if claim.published_at:
        return claim.published_at.strftime("%Y-%m-%d %H:%M")
    return claim.published_on.isoformat() if claim.published_on else ""
