"""Which particular two claims of one event differ in, and whether a differing figure is only a later one."""

from datetime import datetime, time, timedelta

from claims.linking.alignment import Pair
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
from claims.linking.types import Agreement, SlotKind

SAME_PREDICATE_COSINE = 0.45
"""Likeness of two claims nearest each other from which what is done in them is one: below it the denials
of the stories mostly share a time or place alone."""

_RISING = frozenset(
    {"dead", "casualty", "injured", "missing", "displaced", "detainee", "infected", "rescued"}
)
"""Counts that grow as news comes in: a later, higher figure is an update (exam, FORMAT.md)."""
_DAY_END = time(23, 59)


def difference_of(pair: Pair) -> Finding | None:
    """Return the particular in which the claims of a pair differ, or None."""
    return differing_particular(pair.a, pair.b, pair.comparison, one_thing=shares_predicate(pair))


def shares_predicate(pair: Pair) -> bool:
    """Tell whether the two claims surely speak of one thing done, rather than of one time or place."""
    if pair.comparison[SlotKind.POLARITY].note == "predicate":
        return True
    mutual = pair.rank_a == 0 and pair.rank_b == 0
    one_language = pair.a.record.language == pair.b.record.language
    return (mutual and pair.cosine >= SAME_PREDICATE_COSINE) or (
        one_language and words_shared(pair.a, pair.b) >= SAME_PREDICATE_WORDS
    )


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
    if differs(polarity) and polarity.note == "predicate":
        return polarity
    if differs(actor) and _outweighs(actor, a, b, found):
        return actor
    for kind in (SlotKind.NUMBER, SlotKind.PLACE, SlotKind.TIME, SlotKind.ACTION):
        sure = grounded or _shares_scene(found, kind)
        if differs(found[kind]) and sure and _is_of_the_event(a, b, found[kind]):
            return found[kind]
    whole = grounded if one_thing is None else one_thing
    by_role = differs(actor) and _acts_alike(found) and actor.note == "role"
    return actor if by_role else polarity if differs(polarity) and whole else None


def _outweighs(actor: Finding, a: Particulars, b: Particulars, found: Comparison) -> bool:
    """Tell whether who did it is more telling than figures, places and times."""
    named = actor.note == "name" and _acts_alike(found) and not _counts_differ(a, b)
    return named or actor.note == "contrast"


def _shares_scene(found: Comparison, kind: SlotKind) -> bool:
    """Tell whether figures are of one place or day, and hours or days of one place."""
    scene = {SlotKind.NUMBER: (SlotKind.PLACE, SlotKind.TIME), SlotKind.TIME: (SlotKind.PLACE,)}.get(kind, ())
    return any(found[other].agreement is Agreement.SAME for other in scene)


def differs(finding: Finding) -> bool:
    """Tell whether the two sides of a particular exclude each other."""
    return finding.agreement is Agreement.DIFFERENT


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


def is_update(pair: Pair, difference: Finding) -> bool:
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


def is_of_another_day(pair: Pair, difference: Finding) -> bool:
    """Tell a price or rate that has moved from one day to the next from a disputed figure."""
    gap = days_apart(pair.a, pair.b)
    quantity = _quantity(pair.a, difference.texts[0])
    return bool(gap) and quantity is not None and quantity.kind in {"money", "percent"}


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
