"""What relation two claims about one particular stand in, and why."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from claims.linking.alignment import Pair, modality_group, same_originator
from claims.linking.comparison import (
    SAME_PREDICATE_WORDS,
    Comparison,
    compare_slots,
    days_apart,
    of_other_times,
    shares_ground,
    words_shared,
)
from claims.linking.findings import Finding
from claims.linking.particulars import Particulars
from claims.linking.slots.quantities import Quantity, compare_quantities
from claims.linking.types import Agreement, ClaimRecord, Relation, SlotKind
from claims.nlp.types import Modality

SAME_PARTICULAR = 0.6
"""Probability from which a pair is taken to be about one particular: best F1, leaving one story out."""
SAME_PARTICULAR_WITH_CONFLICT = 0.3
"""Where a particular clearly differs, likeness in meaning is lower: what differs is part of it."""
RELATED = 0.25
"""Probability from which two claims of one event are worth showing side by side."""
SAME_PREDICATE_COSINE = 0.45
"""Likeness of two claims nearest each other from which what is done in them is one: below it the denials
of the stories mostly share a time or place alone."""

_RISING = frozenset(
    {"dead", "casualty", "injured", "missing", "displaced", "detainee", "infected", "rescued"}
)
"""Counts that grow as news comes in: a later, higher figure is an update (exam, FORMAT.md)."""
_DAY_END = time(23, 59)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The relation of a pair, the particular it lies in, and its reasons."""

    relation: Relation
    probability: float
    finding: Finding | None = None
    reasons: tuple[str, ...] = ()


def judge_pair(pair: Pair, probability: float) -> Judgement | None:
    """Return the relation of a pair whose claims are about one particular with `probability`, or None.

    Kinds of statement come first: a demand, denial or forecast corroborates only its own
    kind, and a denial conflicts with what it denies. Then the particulars, where one
    that differs makes a conflict; what is only coarser does not.
    """
    a, b = pair.a.record, pair.b.record
    kinds = {modality_group(a.modality), modality_group(b.modality)}
    if len(kinds) == 1:
        return _judge_same_kind(pair, probability)
    if Modality.DENIED.value in kinds and Modality.DEMANDED.value not in kinds:
        return _judge_denial(pair, probability)
    if probability >= RELATED:
        return Judgement(Relation.RELATED, probability, None, _reasons(pair, "different kinds of statement"))
    return None


def _judge_denial(pair: Pair, probability: float) -> Judgement | None:
    """Hold a denial against what it denies; denying one figure leaves the others alone."""
    number, polarity = pair.comparison[SlotKind.NUMBER], pair.comparison[SlotKind.POLARITY]
    if probability < SAME_PARTICULAR_WITH_CONFLICT:
        return None
    if number.agreement is Agreement.DIFFERENT:
        return Judgement(Relation.RELATED, probability, None, _reasons(pair, "another figure is denied"))
    if not _differs(polarity):
        return _agreement(pair, probability)
    if not _shares_predicate(pair):
        return Judgement(Relation.RELATED, probability, None, _reasons(pair, "different kinds of statement"))
    return _conflict(pair, probability, Finding(SlotKind.POLARITY, Agreement.DIFFERENT, _denial_texts(pair)))


def _shares_predicate(pair: Pair) -> bool:
    """Tell whether the two claims surely speak of one thing done, rather than of one time or place."""
    if pair.comparison[SlotKind.POLARITY].note == "predicate":
        return True
    mutual = pair.rank_a == 0 and pair.rank_b == 0
    one_language = pair.a.record.language == pair.b.record.language
    return (mutual and pair.cosine >= SAME_PREDICATE_COSINE) or (
        one_language and words_shared(pair.a, pair.b) >= SAME_PREDICATE_WORDS
    )


def _denial_texts(pair: Pair) -> tuple[str, str]:
    a, b = pair.comparison[SlotKind.POLARITY].texts
    return (_stance(pair.a.record, a), _stance(pair.b.record, b))


def _stance(claim: ClaimRecord, negation: str) -> str:
    """Return the words by which a side says no, "denied" where a denial has none, "" where it says yes."""
    return claim.cue or claim.modality.value if claim.modality is Modality.DENIED else negation


def _judge_same_kind(pair: Pair, probability: float) -> Judgement | None:
    difference = _difference(pair)
    if difference and probability >= SAME_PARTICULAR_WITH_CONFLICT:
        if difference.kind is SlotKind.NUMBER and _is_update(pair, difference):
            return Judgement(
                Relation.UPDATES, probability, difference, _reasons(pair, _worded("later figure", difference))
            )
        if difference.kind is SlotKind.NUMBER and _is_of_another_day(pair, difference):
            return Judgement(Relation.RELATED, probability, None, _reasons(pair, "same event"))
        return _conflict(pair, probability, difference)
    if difference or probability < RELATED or _speaks_of_other_event(pair):
        return None
    return _agreement(pair, probability)


def _agreement(pair: Pair, probability: float) -> Judgement:
    if probability < SAME_PARTICULAR:
        return Judgement(Relation.RELATED, probability, None, _reasons(pair, "same event"))
    return Judgement(Relation.CORROBORATES, probability, None, _reasons(pair, "same particulars"))


def _is_of_another_day(pair: Pair, difference: Finding) -> bool:
    """Tell a price or rate that has moved from one day to the next from a disputed figure."""
    gap = days_apart(pair.a, pair.b)
    quantity = _quantity(pair.a, difference.texts[0])
    return bool(gap) and quantity is not None and quantity.kind in {"money", "percent"}


def _speaks_of_other_event(pair: Pair) -> bool:
    gap = days_apart(pair.a, pair.b)
    return gap is not None and gap > 30


def _conflict(pair: Pair, probability: float, finding: Finding) -> Judgement:
    return Judgement(
        Relation.CONFLICTS, probability, finding, _reasons(pair, _worded(finding.kind.value, finding))
    )


def _difference(pair: Pair) -> Finding | None:
    return differing_particular(pair.a, pair.b, pair.comparison, one_thing=_shares_predicate(pair))


def differing_particular(
    a: Particulars, b: Particulars, comparison: Comparison | None = None, *, one_thing: bool | None = None
) -> Finding | None:
    """Return the particular in which two claims of one event differ, the most telling first, or None.

    `comparison` is that of `compare_slots`, made here where it is not given. `one_thing` tells
    whether the two surely speak of one thing done, where the caller knows: only then does a
    negation anywhere in them count, and the place or time of each.
    """
    found = compare_slots(a, b) if comparison is None else comparison
    if of_other_times(a, b):
        return None
    grounded = one_thing or shares_ground(a, b)
    polarity, actor = found[SlotKind.POLARITY], found[SlotKind.ACTOR]
    if _differs(polarity) and polarity.note == "predicate":
        return polarity
    if _differs(actor) and _outweighs(actor, a, b, found):
        return actor
    for kind in (SlotKind.NUMBER, SlotKind.PLACE, SlotKind.TIME, SlotKind.ACTION):
        sure = grounded or _shares_scene(found, kind)
        if _differs(found[kind]) and sure and _is_of_the_event(a, b, found[kind]):
            return found[kind]
    whole = grounded if one_thing is None else one_thing
    by_role = _differs(actor) and _acts_alike(found) and actor.note == "role"
    return actor if by_role else polarity if _differs(polarity) and whole else None


def _outweighs(actor: Finding, a: Particulars, b: Particulars, found: Comparison) -> bool:
    """Tell whether who did it is more telling than figures, places and times."""
    named = actor.note == "name" and _acts_alike(found) and not _counts_differ(a, b)
    return named or actor.note == "contrast"


def _differs(finding: Finding) -> bool:
    return finding.agreement is Agreement.DIFFERENT


def _shares_scene(found: Comparison, kind: SlotKind) -> bool:
    """Tell whether figures are of one place or day, and hours or days of one place."""
    scene = {SlotKind.NUMBER: (SlotKind.PLACE, SlotKind.TIME), SlotKind.TIME: (SlotKind.PLACE,)}.get(kind, ())
    return any(found[other].agreement is Agreement.SAME for other in scene)


def _acts_alike(found: Comparison) -> bool:
    return found[SlotKind.ACTION].agreement is Agreement.SAME


def _counts_differ(a: Particulars, b: Particulars) -> bool:
    return any(
        x.kind == "count" and x.item and compare_quantities(x, y) is Agreement.DIFFERENT
        for x, _ in a.quantities
        for y, _ in b.quantities
    )


def _is_of_the_event(a: Particulars, b: Particulars, finding: Finding) -> bool:
    """Tell a time of the event from one at which a count was made."""
    if finding.kind is not SlotKind.TIME:
        return True
    return not (a.counts_up_to_a_time or b.counts_up_to_a_time)


def _is_update(pair: Pair, difference: Finding) -> bool:
    """Tell whether the higher figure of a rising count is also the later one."""
    x = _quantity(pair.a, difference.texts[0])
    y = _quantity(pair.b, difference.texts[1])
    if x is None or y is None or not {x.item, y.item} & _RISING:
        return False
    lower, higher = (pair.a, pair.b) if x.value < y.value else (pair.b, pair.a)
    if higher.is_about_first_hours:
        return False
    earliest, latest = _counted_at(lower), _counted_at(higher)
    return earliest is not None and latest is not None and earliest[1] < latest[0]


def _quantity(claim: Particulars, text: str) -> Quantity | None:
    return next((quantity for quantity, wording in claim.quantities if wording == text), None)


def _counted_at(claim: Particulars) -> tuple[datetime, datetime] | None:
    """Return when a count was made, from and to: the claim's own date and time, or its publication."""
    day = claim.days[0][0].last if claim.days else claim.record.published_on
    if day is None:
        return None
    midnight = datetime.combine(day, time.min)
    if not claim.clocks:
        return (midnight, datetime.combine(day, _DAY_END))
    clock = claim.clocks[0][0]
    return (midnight + timedelta(minutes=clock.first), midnight + timedelta(minutes=clock.last))


def _worded(label: str, finding: Finding) -> str:
    texts = [text for text in finding.texts if text]
    return f"{label}: {' / '.join(texts)}" if texts else label


def _reasons(pair: Pair, first: str) -> tuple[str, ...]:
    """Return the reasons in words, the decisive one first."""
    reasons = [first]
    for kind, finding in pair.comparison.items():
        if finding.agreement is Agreement.SAME and finding.texts[0]:
            reasons.append(_worded(f"same {kind.value}", finding))
    if same_originator(pair.a.record, pair.b.record):
        reasons.append(f"same originator: {pair.a.record.chain[-1].name}")
    if pair.rank_a == 0 and pair.rank_b == 0:
        reasons.append("each is the other article's nearest in meaning")
    return tuple(reasons)
