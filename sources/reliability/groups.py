"""What is expected of a source before it is checked: the mean of its like, learnt from the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sources.reliability.evidence import weigh_outcomes
from sources.reliability.facets import Facet, narrow
from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome

UNGRADED = "anonymous"
"""The kind whose outcomes never count: the outlet that vouched for it answers."""


@dataclass(frozen=True, slots=True)
class GroupedSource:
    """A source with what makes it like others: kind, and region ("" where nobody knows)."""

    id: str
    kind: str
    region: str
    outcomes: tuple[Outcome, ...] | list[Outcome]


@dataclass(slots=True)
class _Pool:
    """Sums of evidence of several sources, each with a bounded weight."""

    upheld: float = 0.0
    weight: float = 0.0

    def add(self, upheld: float, weight: float) -> None:
        self.upheld += upheld
        self.weight += weight

    def mean_without(self, own: tuple[float, float], *, towards: float, pseudo_count: float) -> float:
        """Return the pool's mean without one source, shrunk towards a mean that is known better."""
        upheld, weight = max(0.0, self.upheld - own[0]), max(0.0, self.weight - own[1])
        return (pseudo_count * towards + min(upheld, weight)) / (pseudo_count + weight)


@dataclass(slots=True)
class _Pools:
    everyone: _Pool = field(default_factory=_Pool)
    kinds: dict[str, _Pool] = field(default_factory=dict)
    groups: dict[tuple[str, str], _Pool] = field(default_factory=dict)

    def add(self, source: GroupedSource, own: tuple[float, float]) -> None:
        self.everyone.add(*own)
        self.kinds.setdefault(source.kind, _Pool()).add(*own)
        self.groups.setdefault((source.kind, source.region), _Pool()).add(*own)

    def like(self, source: GroupedSource) -> _Pool:
        """Return the pool of its like; where its region is not known, all of its kind."""
        return self.groups[source.kind, source.region] if source.region else self.kinds[source.kind]


def estimate_priors(
    records: Iterable[GroupedSource], *, parameters: Parameters, as_of: datetime, topic: str = ""
) -> dict[str, float]:
    """Return the prior mean of each source by its identifier, in [least_mean, most_mean].

    The mean of the other sources of its kind and region, shrunk with `groups.pseudo_count` to the mean of
    all others in the workspace, which is shrunk in the same way to `prior_mean`. With a `topic`, the
    others' evidence on that topic is then shrunk to this. Unnamed sources have no record and are left out.

    Notes
    -----
    A source's own verdicts are left out of its own prior: they count once, as its evidence. Each other
    source weighs ``n * k / (n + k)`` for a mass of `n` and the prior mass `k`: never more than `k`
    verdicts, whatever is known of it. That is what `n` verdicts on one source tell of the mean over
    sources in the Beta model itself (they are draws from one share, which varies between sources like `k`
    verdicts do), and it keeps an outlet that is checked every day from speaking for all its kind.
    """
    rules = parameters.groups
    gradable = sorted((r for r in records if r.kind != UNGRADED), key=lambda record: record.id)
    whole = _pooled(gradable, parameters, as_of, "")
    on_topic = _pooled(gradable, parameters, as_of, topic) if topic else None
    priors: dict[str, float] = {}
    for source in gradable:
        mean = _mean_of_like(source, whole, parameters)
        if on_topic is not None:
            own, pools = on_topic[0][source.id], on_topic[1]
            mean = pools.everyone.mean_without(own, towards=mean, pseudo_count=rules.pseudo_count)
        priors[source.id] = min(rules.most_mean, max(rules.least_mean, mean))
    return priors


_Pooled = tuple[dict[str, tuple[float, float]], _Pools]


def _mean_of_like(source: GroupedSource, pooled: _Pooled, parameters: Parameters) -> float:
    owns, pools = pooled
    count = parameters.groups.pseudo_count
    workspace = pools.everyone.mean_without(
        owns[source.id], towards=parameters.prior_mean, pseudo_count=count
    )
    return pools.like(source).mean_without(owns[source.id], towards=workspace, pseudo_count=count)


def _pooled(records: list[GroupedSource], parameters: Parameters, as_of: datetime, topic: str) -> _Pooled:
    owns: dict[str, tuple[float, float]] = {}
    pools = _Pools()
    for source in records:
        outcomes = narrow(source.outcomes, Facet.TOPIC, topic) if topic else source.outcomes
        evidence = weigh_outcomes(outcomes, parameters=parameters, as_of=as_of)
        bound = parameters.prior_mass / (evidence.mass + parameters.prior_mass)
        owns[source.id] = (evidence.upheld * bound, evidence.mass * bound)
        pools.add(source, owns[source.id])
    return owns, pools
