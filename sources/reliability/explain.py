"""Why a source's score is what it is: what each outcome moved, what was left out, what would change it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sources.reliability.evidence import Evidence, ExcludedOutcome, WeightedOutcome, weigh_outcomes
from sources.reliability.grades import Record, grade_record
from sources.reliability.model import card_from_evidence, record_of
from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.types import Letter, Outcome, Rating, Scorecard

MOST_FURTHER_VERDICTS = 60
"""Twice the evidence that the best letter asks for; a longer outlook would not help anybody to decide."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One outcome that counts and by how much it moved the mean, in [-1, 1], when it arrived."""

    item: WeightedOutcome
    delta: float


@dataclass(frozen=True, slots=True)
class CappedStory:
    """A story whose claims together weigh more than one event may; masses are in fresh verdicts."""

    story_id: str | None
    full_mass: float
    counted_mass: float


@dataclass(frozen=True, slots=True)
class NextLetter:
    """That `count` more fresh claims, each originated, confirmed twice and rated `rating`, give `letter`."""

    rating: Rating
    count: int
    letter: Letter


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind a scorecard.

    ``prior_mean`` plus the deltas of `contributions` is the mean of `scorecard`, to rounding error.
    """

    scorecard: Scorecard
    prior_mean: float
    contributions: tuple[Contribution, ...]
    excluded: tuple[ExcludedOutcome, ...]
    capped: tuple[CappedStory, ...]
    outlook: tuple[NextLetter, ...]


def explain_score(outcomes: Iterable[Outcome], *, parameters: Parameters, as_of: datetime) -> Explanation:
    """Return the scorecard that `score_source` gives for the same arguments, with its reasons."""
    evidence = weigh_outcomes(outcomes, parameters=parameters, as_of=as_of)
    record = record_of(evidence, parameters=parameters, as_of=as_of)
    return Explanation(
        scorecard=card_from_evidence(evidence, parameters=parameters, as_of=as_of),
        prior_mean=parameters.prior_mean,
        contributions=_contributions(evidence, parameters),
        excluded=evidence.excluded,
        capped=_capped_stories(evidence),
        outlook=_outlook(record, parameters),
    )


def _contributions(evidence: Evidence, parameters: Parameters) -> tuple[Contribution, ...]:
    """Add the outcomes one by one, in the order in which they were settled, and note how the mean moves.

    An outcome of a capped story takes room from the earlier ones of that story, so its delta is what it
    moved after they had given way. The deltas telescope: their sum is the mean less the prior.
    """
    alpha = parameters.prior_mass * parameters.prior_mean
    total = parameters.prior_mass
    story_mass: dict[str, float] = defaultdict(float)
    story_upheld: dict[str, float] = defaultdict(float)
    contributions = []
    for item in evidence.counted:
        before = alpha / total
        story = item.story_key
        share = _share(story_mass[story], parameters.story_cap)
        alpha -= story_upheld[story] * share
        total -= story_mass[story] * share
        story_mass[story] += item.full_weight
        story_upheld[story] += item.full_weight * item.value
        share = _share(story_mass[story], parameters.story_cap)
        alpha += story_upheld[story] * share
        total += story_mass[story] * share
        contributions.append(Contribution(item=item, delta=alpha / total - before))
    return tuple(contributions)


def _share(mass: float, cap: float) -> float:
    return 1.0 if mass <= cap else cap / mass


def _capped_stories(evidence: Evidence) -> tuple[CappedStory, ...]:
    stories: dict[str, list[WeightedOutcome]] = defaultdict(list)
    for item in evidence.counted:
        if item.story_share < 1.0:
            stories[item.story_key].append(item)
    return tuple(
        CappedStory(
            story_id=items[0].outcome.story_id,
            full_mass=sum(item.full_weight for item in items),
            counted_mass=sum(item.weight for item in items),
        )
        for items in stories.values()
    )


def _outlook(record: Record, parameters: Parameters) -> tuple[NextLetter, ...]:
    steps = (_next_letter(record, parameters, rating) for rating in (Rating.TRUE, Rating.FALSE))
    return tuple(step for step in steps if step is not None)


def _next_letter(record: Record, parameters: Parameters, rating: Rating) -> NextLetter | None:
    """Return the fewest further verdicts of one kind that change the letter, or None within the limit."""
    now = grade_record(record, rules=parameters.grades).letter
    upheld = record.posterior.alpha - parameters.prior_mass * parameters.prior_mean
    value = parameters.rating_values[rating]
    for count in range(1, MOST_FURTHER_VERDICTS + 1):
        mass = record.mass + count
        then = replace(
            record,
            posterior=update_prior(parameters=parameters, upheld=upheld + count * value, mass=mass),
            mass=mass,
            second_reviewed=True,
            days_since_refuted=0 if rating == Rating.FALSE else record.days_since_refuted,
        )
        letter = grade_record(then, rules=parameters.grades).letter
        if letter != now:
            return NextLetter(rating=rating, count=count, letter=letter)
    return None
