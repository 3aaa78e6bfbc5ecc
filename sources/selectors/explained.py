"""One source's record with all that it is made of, as it stood at a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sources.models import Outcome as OutcomeRow
from sources.models import Source
from sources.reliability.evidence import ExcludedOutcome, WeightedOutcome
from sources.reliability.explain import Explanation, explain_score
from sources.reliability.history import score_history
from sources.reliability.outlook import NextLetter
from sources.reliability.types import Scorecard
from sources.selectors.disclosure import is_adverse, seen_letter
from sources.selectors.faceted import FacetGroup, faceted_records
from sources.selectors.families import Families, families_of
from sources.selectors.grades import ShownGrade
from sources.selectors.records import PARAMETERS, estimates_of, outcome_record
from sources.selectors.replies import may_show_adverse
from sources.selectors.selections import SelectionCount, count_selections

TREND_SPAN = timedelta(days=180)
"""How far back a change is looked for: half a year brings a dozen verdicts on a watched source."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One verdict that counts, by how much it moved the record, and where that left it; in per cent."""

    row: OutcomeRow
    item: WeightedOutcome
    points: float
    total: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One verdict that does not count, why, and the one that stands in its place, if any."""

    row: OutcomeRow
    item: ExcludedOutcome
    instead: OutcomeRow | None


@dataclass(frozen=True, slots=True)
class Trend:
    """What the expected share was half a year before, and whether the difference may be chance."""

    earlier: Scorecard
    points: float
    may_be_chance: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A source's record at a moment, with all that it is made of, the newest verdict first."""

    explanation: Explanation
    history: Sequence[Scorecard]
    moved: Sequence[Moved]
    left_out: Sequence[LeftOut]
    trend: Trend | None
    selections: Sequence[SelectionCount]
    adverse_shown: bool
    facets: Sequence[FacetGroup]

    @property
    def card(self) -> Scorecard:
        """Return the scorecard."""
        return self.explanation.scorecard

    @property
    def grade(self) -> ShownGrade:
        """Return the scorecard with its letter as it may be seen."""
        return ShownGrade(self.card, self.adverse_shown)

    @property
    def parameters_record(self) -> dict[str, object]:
        """Return the parameters that the record was made with, as plain JSON."""
        return PARAMETERS.as_record()

    @property
    def letter(self) -> str:
        """Return the letter as it may be seen; "" for one that is withheld."""
        return seen_letter(self.card.letter, adverse_shown=self.adverse_shown)

    @property
    def withheld(self) -> bool:
        """Whether there is a letter that may not be seen yet."""
        return not self.letter

    @property
    def pending_withheld(self) -> bool:
        """Whether there is a letter to come that may not be seen yet."""
        return self.card.pending_letter is not None and not self.pending_letter

    @property
    def outlook(self) -> Sequence[NextLetter]:
        """Return what would change the letter: nothing while it, or the one to come, is withheld.

        The steps begin at the letter that the record asks for, so any of them would tell which that is.
        """
        if self.withheld or self.pending_withheld:
            return ()
        steps = self.explanation.outlook
        return [step for step in steps if seen_letter(step.letter, adverse_shown=self.adverse_shown)]

    @property
    def outlook_withheld(self) -> bool:
        """Whether there are steps that may not be seen yet."""
        return len(self.outlook) < len(self.explanation.outlook)

    @property
    def pending_tonight(self) -> bool:
        """Whether the pending letter is in force from the coming midnight (UTC) on."""
        coming = self.card.as_of.astimezone(UTC).date() + timedelta(days=1)
        return self.card.pending_from == coming

    @property
    def prior(self) -> float:
        """Return where a source like this one starts, in per cent."""
        return self.explanation.prior_mean * 100

    @property
    def prior_mass(self) -> float:
        """Return how many verdicts that expectation weighs as much as."""
        return PARAMETERS.prior_mass

    @property
    def by_agreement(self) -> float:
        """Return by how many points agreement with independent others moves what verdicts left."""
        return self.explanation.agreement.delta * 100

    @property
    def pending_letter(self) -> str:
        """Return the letter that is to be in force soon, as it may be seen; "" for none."""
        return seen_letter(self.card.pending_letter, adverse_shown=self.adverse_shown)


def record_of(source: Source, *, as_of: datetime, families: Families | None = None) -> Record:
    """Return the source's record as it stood at `as_of`, under all names it had then.

    Two queries; one more where `families` at that moment are not at hand, and two for an adverse letter.
    """
    families = families or families_of(source.workspace_id, as_of=as_of)
    known = OutcomeRow.objects.filter(source__in=families.members(source.pk))
    rows = {str(row.pk): row for row in known}
    outcomes = [outcome_record(row) for row in rows.values()]
    estimates = estimates_of(families.survivor(source.pk))
    explanation = explain_score(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)
    history = score_history(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)
    left_out = [
        LeftOut(rows[item.outcome.id], item, rows.get(item.in_favour_of or ""))
        for item in reversed(explanation.excluded)
    ]
    card = explanation.scorecard
    letters = [card.letter, card.pending_letter, *(point.letter for point in history)]
    return Record(
        explanation=explanation,
        history=history,
        moved=_moved(explanation, rows),
        left_out=left_out,
        trend=_trend(history, card),
        selections=count_selections(found.item for found in explanation.contributions),
        adverse_shown=not is_adverse(letters) or may_show_adverse(source, as_of),
        facets=faceted_records(outcomes, as_of=as_of, estimates=estimates),
    )


def claims_of(moved: Sequence[Moved], left_out: Sequence[LeftOut]) -> set[UUID]:
    """Return the claims that these verdicts are about."""
    return {entry.row.claim_id for entry in moved} | {entry.row.claim_id for entry in left_out}


def _moved(explanation: Explanation, rows: dict[str, OutcomeRow]) -> list[Moved]:
    """Return what each verdict did, the newest first, with the running total that it led to."""
    total = explanation.prior_mean
    moved = []
    for found in explanation.contributions:
        total += found.delta
        moved.append(Moved(rows[found.item.outcome.id], found.item, found.delta * 100, total * 100))
    return moved[::-1]


def _trend(history: Sequence[Scorecard], now: Scorecard) -> Trend | None:
    """Compare with the last point at least half a year old; a record younger than that has no trend."""
    before = [card for card in history if card.as_of <= now.as_of - TREND_SPAN and card.outcome_count]
    if not before:
        return None
    earlier = before[-1]
    within = now.q05 <= earlier.mean <= now.q95
    return Trend(earlier, (now.mean - earlier.mean) * 100, within)
