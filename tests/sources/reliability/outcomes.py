"""Builds outcomes for the tests of the source model, by hand and at random."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from sources.reliability.types import Estimate, Outcome, Rating, Role

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
EARLIEST = date(2021, 1, 1)
LEISURELY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""For tests that fold over two thousand nights in each example, on a machine that others use too."""


def outcome(name="a", rating=Rating.TRUE, role=Role.ORIGINATED, **changes):
    """Return one outcome, settled today and confirmed by a second person unless `changes` say otherwise.

    It was recorded when it was settled, but never later than three nights ago: a letter takes two.
    """
    settled_on = changes.get("settled_on", NOW.date())
    recorded_on = min(settled_on, NOW.date() - timedelta(days=3))
    facts = {
        "id": f"outcome {name}",
        "claim_id": f"claim {name}",
        "story_id": None,
        "author": "user:1",
        "reviewer": "user:2",
        "recorded_at": datetime.combine(recorded_on, time(9), UTC),
        "settled_on": settled_on,
    }
    return Outcome(rating=rating, role=role, **{**facts, **changes})


def outcomes_rated(rating, count, **changes):
    """Return `count` outcomes on separate claims, all rated the same."""
    return [outcome(f"{rating} {number}", rating, **changes) for number in range(count)]


@st.composite
def random_outcomes(draw, min_size=0):
    """Draw outcomes on distinct claims by several people, some in one story, over five years up to `NOW`."""
    count = draw(st.integers(min_size, 25))
    return [random_outcome(draw, str(number)) for number in range(count)]


def random_outcome(draw, name):
    """Draw one outcome of any rating, role, people and age, some of them corrected by the source."""
    settled_on = NOW.date() - timedelta(days=draw(st.integers(0, (NOW.date() - EARLIEST).days)))
    corrected_on = draw(st.sampled_from([None, None, settled_on + timedelta(days=3)]))
    return outcome(
        name,
        draw(st.sampled_from(Rating)),
        draw(st.sampled_from(Role)),
        story_id=draw(st.sampled_from([None, "s1", "s2", "s3"])),
        author=draw(st.sampled_from(["user:1", "user:3", "user:4", "user:5"])),
        reviewer=draw(st.sampled_from(["", "user:2"])),
        settled_on=settled_on,
        corrected_on=corrected_on,
    )


@st.composite
def random_estimates(draw):
    """Draw what a few nightly runs may have found, up to `NOW`."""
    return [
        Estimate(
            recorded_at=NOW - timedelta(days=draw(st.integers(0, 900)), hours=number),
            prior_mean=draw(st.floats(0.4, 0.8)),
            upheld=mass * draw(st.floats(0, 1)),
            mass=mass,
            skill=draw(st.floats(0, 1)),
        )
        for number in range(draw(st.integers(0, 4)))
        for mass in [draw(st.floats(0, 50))]
    ]
