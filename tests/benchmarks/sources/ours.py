"""The source model at work on an invented world, as the nightly run puts its parts together."""

from collections.abc import Iterable
from dataclasses import dataclass

from sources.reliability.assertions import Assertion, CopyPair, Tie
from sources.reliability.automatic import Agreement, weigh_agreement
from sources.reliability.copying import find_copy_pairs
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.types import Posterior
from tests.benchmarks.sources.invented_outlets import NOW, World

PARAMETERS = Parameters()


@dataclass(frozen=True, slots=True)
class Night:
    """What a night's run finds: pairs that copy, agreement, and the record of every source."""

    pairs: list[CopyPair]
    agreement: Agreement
    records: dict[str, Posterior]


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
    return Night(pairs, agreement, {source: _record(world, agreement, source) for source in world.sources()})


def _record(world: World, agreement: Agreement, source: str) -> Posterior:
    human = weigh_outcomes(world.outcomes.get(source, []), parameters=PARAMETERS, as_of=NOW)
    automatic = agreement.by_source[source]
    return update_prior(
        parameters=PARAMETERS, upheld=human.upheld + automatic.upheld, mass=human.mass + automatic.mass
    )
