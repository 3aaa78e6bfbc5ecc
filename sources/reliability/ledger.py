"""The ledger of a source: its human evidence kept up to date outcome by outcome."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sources.reliability.estimates import capped_agreement, estimate_in_force
from sources.reliability.evidence import precedence, reviewer_weight, story_key, value_of
from sources.reliability.fading import FadingSums, Weight
from sources.reliability.parameters import Parameters
from sources.reliability.posterior import update_prior
from sources.reliability.types import Estimate, Outcome, Posterior, Rating

EPOCH = date(2000, 1, 1).toordinal()
"""The day at which sums are kept. Any day would do: in a century a weight fades ten orders of magnitude, in
which floating point is as exact as in one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger keeps of one outcome; the one of the highest `order` on a claim counts."""

    id: str
    claim: str
    story: str
    fresh: float
    value: float
    settled: int
    order: tuple[float, float, str, str]


class Ledger:
    """The decayed sums of a source's human evidence: what `weigh_outcomes` gives, to rounding error.

    To add an outcome, to remove one and to ask cost the same however many there are, on average and but for
    the logarithm of a heap. Outcomes are added as they are recorded; days move forward only.
    """

    def __init__(self, *, parameters: Parameters) -> None:
        self.parameters = parameters
        self._claims: dict[str, dict[str, Entry]] = {}
        self._sums = FadingSums(
            half_life_days=parameters.half_life_days, cap=parameters.story_cap, epoch=EPOCH
        )

    @classmethod
    def from_outcomes(
        cls, outcomes: Iterable[Outcome], *, parameters: Parameters, as_of: datetime
    ) -> "Ledger":
        """Return the ledger of what is known and not superseded at `as_of`."""
        ledger = cls(parameters=parameters)
        ledger._sums.move_to(_day(as_of))
        for outcome in outcomes:
            is_current = outcome.superseded_at is None or outcome.superseded_at > as_of
            if outcome.recorded_at <= as_of and is_current:
                ledger.add(outcome)
        return ledger

    def add(self, outcome: Outcome) -> None:
        """Take in an outcome as it is recorded. What is no evidence, or is in already, changes nothing."""
        self._sums.move_to(max(self._sums.day, _day(outcome.recorded_at)))
        if outcome.held or outcome.rating == Rating.UNVERIFIED:
            return
        entry = _entry(outcome, self.parameters)
        if entry.id not in self._claims.get(entry.claim, {}):
            self._put(entry)

    def remove(self, outcome: Outcome) -> None:
        """Take out an outcome as it is superseded. One that is not in changes nothing."""
        entries = self._claims.get(outcome.claim_id, {})
        if outcome.id not in entries:
            return
        before = _chosen(entries)
        del entries[outcome.id]
        after = _chosen(entries)
        if not entries:
            del self._claims[outcome.claim_id]
        self._replace(before, after)

    def evidence(self, as_of: datetime) -> tuple[float, float]:
        """Return (upheld, mass) at `as_of`, in fresh verdicts.

        Raises
        ------
        ValueError
            If `as_of` lies on an earlier day than one that was asked about.
        """
        self._sums.move_to(_day(as_of))
        return self._sums.totals()

    def posterior(self, as_of: datetime, *, estimates: Sequence[Estimate] = ()) -> Posterior:
        """Return the posterior that the scorecard of the same moment has."""
        upheld, mass = self.evidence(as_of)
        estimate = estimate_in_force(estimates, parameters=self.parameters, as_of=as_of)
        agreed, automatic = capped_agreement(estimate, human_mass=mass, rules=self.parameters.automatic)
        return update_prior(
            parameters=self.parameters,
            upheld=upheld + agreed,
            mass=mass + automatic,
            prior_mean=estimate.prior_mean,
        )

    def as_record(self) -> dict[str, Any]:
        """Return the ledger as plain JSON types, in a stable order."""
        entries = [entry for claim in self._claims.values() for entry in claim.values()]
        return {
            "parameters": self.parameters.hash,
            "day": self._sums.day,
            "entries": [asdict(entry) for entry in sorted(entries, key=lambda entry: entry.id)],
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any], *, parameters: Parameters) -> "Ledger":
        """Return the ledger that `as_record` was taken from.

        Raises
        ------
        ValueError
            If it was kept under other parameters: then its weights do not hold.
        """
        if record["parameters"] != parameters.hash:
            raise ValueError(
                f"The ledger was kept under the parameters {record['parameters'][:12]}, those in force are "
                f"{parameters.hash[:12]}. Make it anew from the outcomes."
            )
        ledger = cls(parameters=parameters)
        ledger._sums.move_to(record["day"])
        for entry in record["entries"]:
            ledger._put(Entry(**{**entry, "order": tuple(entry["order"])}))
        return ledger

    def _put(self, entry: Entry) -> None:
        entries = self._claims.setdefault(entry.claim, {})
        before = _chosen(entries)
        entries[entry.id] = entry
        self._replace(before, _chosen(entries))

    def _replace(self, before: Entry | None, after: Entry | None) -> None:
        """Let another of a claim's outcomes count, or none, where that has changed."""
        if before is after:
            return
        if before is not None:
            self._sums.take(before.story, before.id)
        if after is not None:
            self._sums.put(after.story, after.id, Weight(after.fresh, after.value, after.settled))


def _entry(outcome: Outcome, parameters: Parameters) -> Entry:
    role, reviewer, recorded_at, name = precedence(outcome, parameters)
    moment = recorded_at.astimezone(UTC).isoformat(timespec="microseconds")
    return Entry(
        id=outcome.id,
        claim=outcome.claim_id,
        story=story_key(outcome),
        fresh=role * reviewer_weight(outcome, parameters),
        value=value_of(outcome, parameters),
        settled=outcome.settled_on.toordinal(),
        order=(role, reviewer, moment, name),
    )


def _chosen(entries: Mapping[str, Entry]) -> Entry | None:
    return max(entries.values(), key=lambda entry: entry.order, default=None)


def _day(moment: datetime) -> int:
    return moment.astimezone(UTC).date().toordinal()
