"""The source model at work on an invented world, as the nightly run puts its parts together."""

from collections.abc import Iterable
from dataclasses import dataclass

from sources.reliability.assertions import Assertion, CopyPair, Tie
from sources.reliability.automatic import Agreement, AutomaticEvidence, weigh_agreement
from sources.reliability.copying import find_copy_pairs
from sources.reliability.estimates import capped_agreement
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.groups import GroupedSource, estimate_priors
from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.types import Estimate, Posterior
from tests.benchmarks.sources.invented_outlets import NOW, World

PARAMETERS = Parameters()
NOTHING = AutomaticEvidence(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Night:
    """What a night's run finds: pairs that copy, agreement, and the record of every source.

    `by_verdicts`: the records without the automatic evidence.
    """

    pairs: list[CopyPair]
    agreement: Agreement
    records: dict[str, Posterior]
    by_verdicts: dict[str, Posterior]


def run_night(
    world: World,
    *,
    detecting: bool = True,
    further: Iterable[Assertion] = (),
    further_ties: Iterable[Tie] = (),
) -> Night:
    """Return what is found in `world` and in what somebody else put beside it."""
    assertions, ties = [*world.assertions, *further], [*world.ties, *further_ties]
    pairs = find_copy_pairs(assertions, world.known, parameters=PARAMETERS, ties=ties) if detecting else []
    agreement = weigh_agreement(
        assertions, ties, world.known, parameters=PARAMETERS, as_of=NOW, copying=pairs
    )
    like = [GroupedSource(source, "outlet", "", world.outcomes.get(source, [])) for source in world.sources()]
    priors = estimate_priors(like, parameters=PARAMETERS, as_of=NOW)
    return Night(
        pairs,
        agreement,
        {one.id: _record(one, priors[one.id], agreement.by_source[one.id]) for one in like},
        {one.id: _record(one, priors[one.id], NOTHING) for one in like},
    )


def _record(source: GroupedSource, prior: float, automatic: AutomaticEvidence) -> Posterior:
    """Return the record that `score_source` gives, without its letter, which is folded over nights."""
    human = weigh_outcomes(source.outcomes, parameters=PARAMETERS, as_of=NOW)
    upheld, mass = capped_agreement(
        Estimate(NOW, prior, automatic.upheld, automatic.mass, automatic.skill),
        human_mass=human.mass,
        rules=PARAMETERS.automatic,
    )
    return update_prior(
        parameters=PARAMETERS, upheld=human.upheld + upheld, mass=human.mass + mass, prior_mean=prior
    )
