"""Why a source's score is what it is: what each outcome moved, what was left out, what would change it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from sources.reliability.estimates import estimate_in_force
from sources.reliability.evidence import Evidence, ExcludedOutcome, WeightedOutcome, weigh_outcomes
from sources.reliability.lettering import letter_at
from sources.reliability.model import card_from_evidence
from sources.reliability.outlook import NextLetter, letters_ahead
from sources.reliability.parameters import Parameters
from sources.reliability.record import balance_people, people_of
from sources.reliability.types import Estimate, Outcome, Scorecard


@dataclass(frozen=True, slots=True)
class Contribution:
    """One outcome that counts and by how much it moved the mean, in [-1, 1], when it arrived."""

    item: WeightedOutcome
    delta: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """What agreement with independent others adds to the number, and by how much it moved the mean.

    `upheld` and `mass` are what counts, `found_mass` what the nightly run had found, in fresh verdicts;
    `skill` in [0, 1] says how well such agreement foretold verdicts.
    """

    upheld: float
    mass: float
    found_mass: float
    skill: float
    delta: float


@dataclass(frozen=True, slots=True)
class CappedStory:
    """A story whose claims together weigh more than one event may; masses are in fresh verdicts."""

    story_id: str | None
    full_mass: float
    counted_mass: float


@dataclass(frozen=True, slots=True)
class PersonsPart:
    """How much of the evidence one person's verdicts are, and how much of that the letter may rest on."""

    author: str
    mass: float
    counted_mass: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind a scorecard.

    ``prior_mean``, the deltas of `contributions` and that of `agreement` add up to the mean of `scorecard`,
    to rounding error. They follow in this order: people's verdicts as they were settled, then agreement.
    """

    scorecard: Scorecard
    prior_mean: float
    contributions: tuple[Contribution, ...]
    agreement: Agreement
    excluded: tuple[ExcludedOutcome, ...]
    capped: tuple[CappedStory, ...]
    people: tuple[PersonsPart, ...]
    outlook: tuple[NextLetter, ...]


def explain_score(
    outcomes: Iterable[Outcome],
    *,
    parameters: Parameters,
    as_of: datetime,
    estimates: Sequence[Estimate] = (),
) -> Explanation:
    """Return the scorecard that `score_source` gives for the same arguments, with its reasons."""
    listed = list(outcomes)
    evidence = weigh_outcomes(listed, parameters=parameters, as_of=as_of)
    estimate = estimate_in_force(estimates, parameters=parameters, as_of=as_of)
    lettering = letter_at(listed, parameters=parameters, as_of=as_of, estimates=estimates, evidence=evidence)
    card = card_from_evidence(evidence, lettering, estimate, parameters=parameters, as_of=as_of)
    contributions, mean = _contributions(evidence, parameters, estimate.prior_mean)
    return Explanation(
        scorecard=card,
        prior_mean=estimate.prior_mean,
        contributions=contributions,
        agreement=Agreement(
            card.automatic_upheld, card.automatic_mass, estimate.mass, estimate.skill, card.mean - mean
        ),
        excluded=evidence.excluded,
        capped=_capped_stories(evidence),
        people=_parts(evidence, parameters),
        outlook=letters_ahead(evidence, lettering, estimate.prior_mean, parameters=parameters, as_of=as_of),
    )


def _contributions(
    evidence: Evidence, parameters: Parameters, prior_mean: float
) -> tuple[tuple[Contribution, ...], float]:
    """Add the outcomes one by one, in the order in which they were settled, and note how the mean moves.

    An outcome of a capped story takes room from the earlier ones of that story, so its delta is what it
    moved after they had given way. The deltas telescope: their sum is the mean, returned too, less the prior.
    """
    alpha = parameters.prior_mass * prior_mean
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
    return tuple(contributions), alpha / total


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


def _parts(evidence: Evidence, parameters: Parameters) -> tuple[PersonsPart, ...]:
    """Return the people behind the evidence, who gave most of it first."""
    masses = {name: mass for name, (mass, _upheld) in people_of(evidence).items()}
    if not masses:
        return ()
    kept = balance_people(np.array([[mass] for mass in masses.values()]), guards=parameters.guards)
    parts = [
        PersonsPart(name, mass, float(row[0])) for (name, mass), row in zip(masses.items(), kept, strict=True)
    ]
    return tuple(sorted(parts, key=lambda part: (-part.mass, part.author)))
