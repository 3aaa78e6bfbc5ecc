"""What a night found for each source: appended to the log only where it changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from sources.models import Agreement, Estimate, Source
from sources.reliability.automatic import AutomaticEvidence
from sources.reliability.groups import GroupedSource, estimate_priors, estimate_topic_priors
from sources.reliability.parameters import NightRules
from sources.selectors.families import families_of
from sources.selectors.records import PARAMETERS
from sources.selectors.workspace_records import outcomes_by_survivor
from sources.services.cards import keep_cards
from workbench.accounts.models import Workspace, actor_label
from workbench.audit.models import Event
from workbench.audit.services import record_event

CHANGED = "estimate.changed"
PART = 200
"""Sources that are kept in one transaction: the log is held for others no longer than a second or two."""
RULES = NightRules()
LEAST_CHANGES = {
    "prior_mean": RULES.least_change,
    "upheld": RULES.least_evidence,
    "mass": RULES.least_evidence,
    "skill": RULES.least_change,
}
"""By how much a figure must change to be worth an event."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a night found for one source; the fields of an `Estimate`."""

    prior_mean: float
    upheld: float = 0.0
    mass: float = 0.0
    skill: float = 0.0
    topics: Mapping[str, float] = field(default_factory=dict)

    def prior_on(self, topic: str) -> float:
        """Return what is expected on a topic."""
        return self.topics.get(topic, self.prior_mean)

    def differs_from(self, last: Estimate | None) -> bool:
        """Tell whether it is worth an event; without an estimate everybody has the common prior."""
        before = Found(PARAMETERS.prior_mean) if last is None else _as_found(last)
        figures = [
            (getattr(self, name), getattr(before, name), least) for name, least in LEAST_CHANGES.items()
        ]
        figures += [
            (self.prior_on(topic), before.prior_on(topic), RULES.least_change)
            for topic in {*self.topics, *before.topics}
        ]
        return any(abs(now - then) > least for now, then, least in figures)


def keep_estimates(
    *,
    workspace: Workspace,
    agreement: Mapping[str, AutomaticEvidence],
    as_of: datetime,
    between: Callable[[], None] = lambda: None,
) -> int:
    """Append an estimate for each source whose prior or agreement changed; return how many did.

    Their scorecards are kept anew. Doing it twice appends nothing, and neither does a night that is done
    late, when a later one has been: the last estimate is in force. `between` is called between two parts.
    """
    if _is_overtaken(workspace, as_of):
        return 0
    last = _last_estimates(workspace)
    found = _found(workspace, agreement, last, as_of)
    changed = sorted(pk for pk, now in found.items() if now.differs_from(last.get(pk)))
    sources = Source.objects.select_related("workspace").in_bulk(changed)
    for part in _parts(changed):
        with transaction.atomic():
            rows = [sources[pk] for pk in part]
            _append(rows, found, as_of)
            keep_cards(rows, as_of=timezone.now())
        between()
    return len(changed)


def keep_agreement(
    *, workspace: Workspace, as_of: datetime, skill: Mapping[str, float], weighed: tuple[int, int]
) -> None:
    """Keep what agreement was worth on a night, with how many assertions and verdicts it rests on."""
    assertions, known = weighed
    Agreement.objects.update_or_create(
        workspace=workspace,
        as_of=as_of,
        defaults={"skill": dict(skill), "assertion_count": assertions, "known_count": known},
    )


def _found(
    workspace: Workspace,
    agreement: Mapping[str, AutomaticEvidence],
    last: Mapping[UUID, Estimate],
    as_of: datetime,
) -> dict[UUID, Found]:
    """Return what is found for each source that has verdicts, agreement, or had an estimate."""
    outcomes = outcomes_by_survivor(workspace, families_of(workspace, as_of=as_of), as_of=as_of)
    agreeing = {UUID(pk): evidence for pk, evidence in agreement.items() if evidence.mass > 0}
    wanted = {*outcomes, *agreeing, *last}
    rows = Source.objects.filter(pk__in=wanted, workspace=workspace).exclude(kind=Source.Kind.ANONYMOUS)
    records = [GroupedSource(str(row.pk), row.kind, row.country, outcomes.get(row.pk, [])) for row in rows]
    priors = estimate_priors(records, parameters=PARAMETERS, as_of=as_of)
    topics = estimate_topic_priors(records, parameters=PARAMETERS, as_of=as_of)
    nothing = AutomaticEvidence(0.0, 0.0, 0.0)
    return {
        UUID(pk): Found(prior, evidence.upheld, evidence.mass, evidence.skill, topics[pk])
        for pk, prior in priors.items()
        for evidence in [agreeing.get(UUID(pk), nothing)]
    }


def _is_overtaken(workspace: Workspace, as_of: datetime) -> bool:
    """Tell whether a later night has found something, or come to its end. Two queries."""
    if Agreement.objects.filter(workspace=workspace, as_of__gt=as_of).exists():
        return True
    events = Event.objects.filter(workspace=workspace, action=CHANGED).order_by("-number")
    last = parse_datetime((events.values_list("payload__as_of", flat=True).first()) or "")
    return last is not None and last > as_of


def _last_estimates(workspace: Workspace) -> dict[UUID, Estimate]:
    rows = Estimate.objects.filter(workspace=workspace).order_by("source_id", "-recorded_at")
    return {row.source_id: row for row in rows.distinct("source_id")}


def _as_found(row: Estimate) -> Found:
    return Found(row.prior_mean, row.upheld, row.mass, row.skill, row.topics)


def _append(sources: Sequence[Source], found: Mapping[UUID, Found], as_of: datetime) -> None:
    """Keep an estimate of each source and log it, all as of one moment."""
    moment = timezone.now()
    rows = [
        Estimate(workspace=one.workspace, source=one, recorded_at=moment, **asdict(found[one.pk]))
        for one in sources
    ]
    for row in Estimate.objects.bulk_create(rows):
        record_event(
            workspace=row.workspace,
            actor=actor_label(None),
            action=CHANGED,
            target=("source", row.source_id),
            payload={
                "estimate": str(row.pk),
                "recorded_at": moment.isoformat(),
                "as_of": as_of.isoformat(),
                "parameters_hash": PARAMETERS.hash,
                **asdict(found[row.source_id]),
            },
        )


def _parts(keys: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(keys), PART):
        yield keys[start : start + PART]
