"""What is expected of a source before it is checked: the mean of its like, learnt from the others."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sources.reliability.evidence import weigh_outcomes
from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome

_Part = tuple[float, float]

UNGRADED = "anonymous"
"""The kind whose outcomes never count: the outlet that vouched for it answers."""


@dataclass(frozen=True, slots=True)
class GroupedSource:
    """A source with what makes it like others: kind, and region ("" where nobody knows)."""

    id: str
    kind: str
    region: str
    outcomes: Sequence[Outcome]


@dataclass
class _Pool:
    """What several sources have as (upheld, weight), each with a bounded weight."""

    parts: list[_Part] = field(default_factory=list)

    @cached_property
    def total(self) -> _Part:
        """Return the sum over all: the same in whatever order the sources came."""
        return math.fsum(part[0] for part in self.parts), math.fsum(part[1] for part in self.parts)

    def without(self, part: _Part) -> _Part:
        """Return the sum over all but a part of them."""
        return max(0.0, self.total[0] - part[0]), max(0.0, self.total[1] - part[1])


@dataclass(slots=True)
class _Pools:
    everyone: _Pool = field(default_factory=_Pool)
    kinds: dict[str, _Pool] = field(default_factory=dict)
    groups: dict[tuple[str, str], _Pool] = field(default_factory=dict)
    owns: dict[str, _Part] = field(default_factory=dict)

    def add(self, source: GroupedSource, own: _Part) -> None:
        self.owns[source.id] = own
        self.everyone.parts.append(own)
        self.kinds.setdefault(source.kind, _Pool()).parts.append(own)
        self.groups.setdefault((source.kind, source.region), _Pool()).parts.append(own)

    def like(self, source: GroupedSource) -> _Pool:
        """Return the pool of its like; where its region is not known, all of its kind."""
        return self.groups[source.kind, source.region] if source.region else self.kinds[source.kind]


def estimate_priors(
    records: Iterable[GroupedSource], *, parameters: Parameters, as_of: datetime, topic: str = ""
) -> dict[str, float]:
    """Return the prior mean of each source by its identifier, in [least_mean, most_mean].

    The mean of the other sources of its kind and region, shrunk with `groups.pseudo_count` to the mean of
    the rest of the workspace, which is shrunk in the same way to `prior_mean`. With a `topic`, that is made
    of verdicts off the topic, and the mean of all others on the topic is shrunk to it. Unnamed sources have
    no record and are left out.

    Notes
    -----
    Each verdict enters a prior once at most: a source's own verdicts are its evidence and no part of its
    prior, and what its like has is no part of the rest of the workspace.

    Each other source weighs ``n * k / (n + k)`` for a mass of `n` and the prior mass `k`: never more than
    `k` verdicts, whatever is known of it. That is about what `n` verdicts on one source tell of the mean
    over sources in the Beta model itself, where they are draws from one share that varies between sources
    as `k` verdicts do; and it keeps an outlet that is checked every day from speaking for all its kind: one
    source moves a prior by `k / (k + pseudo_count)`, less than a quarter, of the way to its own share.
    """
    gradable = [record for record in records if record.kind != UNGRADED]
    whole = _pooled(gradable, parameters, as_of, lambda outcome: not topic or outcome.topic != topic)
    on_topic = _pooled(gradable, parameters, as_of, lambda outcome: bool(topic) and outcome.topic == topic)
    rules = parameters.groups
    priors: dict[str, float] = {}
    for source in gradable:
        like = whole.like(source)
        mean = parameters.prior_mean
        for others in (
            whole.everyone.without(like.total),
            like.without(whole.owns[source.id]),
            on_topic.everyone.without(on_topic.owns[source.id]),
        ):
            mean = _shrunk(others, towards=mean, pseudo_count=rules.pseudo_count)
        priors[source.id] = min(rules.most_mean, max(rules.least_mean, mean))
    return priors


def estimate_topic_priors(
    records: Sequence[GroupedSource], *, parameters: Parameters, as_of: datetime
) -> dict[str, dict[str, float]]:
    """Return, by source, its prior mean on each topic that it was checked on: see `estimate_priors`."""
    checked: dict[str, set[str]] = {}
    for record in records:
        for outcome in record.outcomes:
            if outcome.topic and outcome.recorded_at <= as_of:
                checked.setdefault(outcome.topic, set()).add(record.id)
    found: dict[str, dict[str, float]] = {record.id: {} for record in records}
    for topic, sources in sorted(checked.items()):
        priors = estimate_priors(records, parameters=parameters, as_of=as_of, topic=topic)
        for source in sources & priors.keys():
            found[source][topic] = priors[source]
    return found


def _shrunk(part: _Part, *, towards: float, pseudo_count: float) -> float:
    upheld, weight = part
    return (pseudo_count * towards + min(upheld, weight)) / (pseudo_count + weight)


def _pooled(
    records: Iterable[GroupedSource],
    parameters: Parameters,
    as_of: datetime,
    counts: Callable[[Outcome], bool],
) -> _Pools:
    pools = _Pools()
    for source in records:
        outcomes = [outcome for outcome in source.outcomes if counts(outcome)]
        evidence = weigh_outcomes(outcomes, parameters=parameters, as_of=as_of)
        bound = parameters.prior_mass / (evidence.mass + parameters.prior_mass)
        pools.add(source, (evidence.upheld * bound, evidence.mass * bound))
    return pools
