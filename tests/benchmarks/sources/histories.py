"""Invented histories of sources: what people judged, restated, held and took back, by a seed."""

import random
from datetime import UTC, datetime, timedelta

from sources.reliability.types import Estimate, Outcome, Rating, Role

FIRST = datetime(2021, 1, 4, 8, tzinfo=UTC)
YEARS = 5


def invented_outcomes(rng: random.Random, count: int, *, days: int = 365 * YEARS) -> list[Outcome]:
    """Return outcomes of one source over so many days, some on one claim, in one story, or superseded."""
    share = rng.betavariate(4, 2)
    return [_invented(rng, str(number), share, days) for number in range(count)]


def _invented(rng: random.Random, name: str, share: float, days: int) -> Outcome:
    recorded_at = FIRST + timedelta(days=rng.uniform(0, days))
    upheld = (Rating.TRUE, Rating.MOSTLY_TRUE)
    ratings = upheld if rng.random() < share else (Rating.FALSE, Rating.MISLEADING, Rating.MIXED)
    author, reviewer = rng.sample(range(1, 7), 2)
    settled_on = recorded_at.date() - timedelta(days=rng.choice([0, 0, 1, 3, 60, -1]))
    superseded_at = recorded_at + timedelta(days=rng.uniform(0.1, 400)) if rng.random() < 0.15 else None
    return Outcome(
        id=name,
        claim_id=f"claim {rng.randrange(400)}",
        story_id=rng.choice([None, None, *(f"story {number}" for number in range(12))]),
        rating=Rating.UNVERIFIED if rng.random() < 0.05 else rng.choice(ratings),
        role=rng.choices(list(Role), weights=[6, 2, 1, 1])[0],
        recorded_at=recorded_at,
        settled_on=settled_on,
        superseded_at=superseded_at,
        author=f"user:{author}",
        reviewer=f"user:{reviewer}" if rng.random() < 0.7 else "",
        claimed_on=settled_on,
        corrected_on=settled_on + timedelta(days=rng.randrange(20)) if rng.random() < 0.1 else None,
        held=rng.random() < 0.03,
    )


def invented_estimates(rng: random.Random, count: int, *, days: int = 365 * YEARS) -> list[Estimate]:
    """Return what `count` nightly runs found for one source."""
    return [
        Estimate(
            recorded_at=FIRST + timedelta(days=rng.uniform(0, days)),
            prior_mean=rng.uniform(0.4, 0.8),
            upheld=mass * rng.random(),
            mass=mass,
            skill=rng.random(),
        )
        for mass in (rng.uniform(0, 6) for _ in range(count))
    ]
