"""Particular by particular: where two claims agree, differ, or say nothing that compares."""

import re
from collections.abc import Callable

from claims.linking.findings import Finding, best_finding
from claims.linking.names import occurs_in
from claims.linking.particulars import Particulars
from claims.linking.place_comparison import compare_places
from claims.linking.slots.actions import load_actions
from claims.linking.slots.quantities import MINUTES, Quantity, compare_quantities
from claims.linking.slots.times import Clock, Days, compare_clocks, compare_days
from claims.linking.types import Agreement, SlotKind
from claims.nlp.types import Modality

Comparison = dict[SlotKind, Finding]
_SILENT = Agreement.INCOMPARABLE


def compare_slots(a: Particulars, b: Particulars) -> Comparison:
    """Return a finding for every kind of particular."""
    readers: dict[SlotKind, Callable[[Particulars, Particulars], Finding]] = {
        SlotKind.NUMBER: _compare_numbers,
        SlotKind.PLACE: compare_places,
        SlotKind.TIME: _compare_times,
        SlotKind.ACTOR: _compare_actors,
        SlotKind.ACTION: _compare_actions,
        SlotKind.POLARITY: _compare_polarity,
    }
    return {kind: compare(a, b) for kind, compare in readers.items()}


def _compare_numbers(a: Particulars, b: Particulars) -> Finding:
    """Compare item by item: a difference in one item is not outweighed by agreement in another."""
    findings: dict[str, list[Finding]] = {}
    grounded = shares_ground(a, b)
    for x, x_text in a.quantities:
        for y, y_text in b.quantities:
            agreement = compare_quantities(x, y)
            noun = _counted_noun(a, b, x_text, y_text)
            if agreement is Agreement.DIFFERENT and not _is_telling(x, y, noun, grounded=grounded):
                continue
            if agreement is not _SILENT:
                finding = Finding(SlotKind.NUMBER, agreement, (x_text, y_text))
                findings.setdefault(f"{x.kind}:{x.item or y.item or noun}", []).append(finding)
    by_item = [best_finding(SlotKind.NUMBER, listed) for listed in findings.values()]
    different = [finding for finding in by_item if finding.agreement is Agreement.DIFFERENT]
    return different[0] if different else best_finding(SlotKind.NUMBER, by_item)


def _counted_noun(a: Particulars, b: Particulars, x_text: str, y_text: str) -> str:
    """Return the noun that stands behind both numbers, or ""."""
    noun = a.nouns.get(x_text, "")
    return noun if noun == b.nouns.get(y_text) else ""


def _is_telling(x: Quantity, y: Quantity, noun: str, *, grounded: bool) -> bool:
    """Tell whether two figures are surely of one thing.

    Counts need an item or a noun in common, shares the same item, durations common ground.
    """
    if x.item in MINUTES:
        return grounded and x.kind == "count"
    if x.kind == "percent":
        return x.item == y.item or (grounded and "" in {x.item, y.item})
    return bool((x.item and y.item) or noun)


def shares_ground(a: Particulars, b: Particulars) -> bool:
    """Tell whether two claims speak of one thing: they share a predicate, actor, figure or most words."""
    if not a.actions.keys().isdisjoint(b.actions) or shared_actors(a, b):
        return True
    if any(
        x.item and x.item not in MINUTES and compare_quantities(x, y) is Agreement.SAME
        for x, _ in a.quantities
        for y, _ in b.quantities
        if y.item
    ):
        return True
    return a.record.language == b.record.language and words_shared(a, b) >= SAME_PREDICATE_WORDS


SAME_PREDICATE_WORDS = 0.4
"""Share of common words, in one language, from which what is done in two claims is one thing."""


def words_shared(a: Particulars, b: Particulars) -> float:
    """Return the share of the shorter claim's content words that the other has too, in [0, 1]."""
    ours, theirs = _stems(a), _stems(b)
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _stems(claim: Particulars) -> set[str]:
    return {min(word.forms, key=len) for word in claim.words if len(word.folded) > 3}


def _compare_times(a: Particulars, b: Particulars) -> Finding:
    """Compare days, then beginnings ("since 2016"), then hours of what is one thing done."""
    days = best_finding(SlotKind.TIME, (_compare_dates(a, b, x, y) for x in a.days for y in b.days))
    if days.agreement is not Agreement.DIFFERENT:
        since = best_finding(SlotKind.TIME, (_compare_dates(a, b, x, y) for x in a.since for y in b.since))
        days = since if since.agreement is Agreement.DIFFERENT else days
    clocks = best_finding(SlotKind.TIME, (_compare_hours(a, b, x, y) for x in a.clocks for y in b.clocks))
    if clocks.agreement is Agreement.DIFFERENT and days.agreement is not Agreement.DIFFERENT:
        return clocks
    return days if days.agreement is not _SILENT else clocks


_WEEK = 7


def _compare_dates(a: Particulars, b: Particulars, x: tuple[Days, str], y: tuple[Days, str]) -> Finding:
    """Compare two days; a bare weekday of a forecast or demand may be the coming one."""
    agreement = compare_days(x[0], y[0])
    ahead = {a.record.modality, b.record.modality} & {Modality.PREDICTED, Modality.DEMANDED}
    if ahead and x[0].length == y[0].length == 1 and x[0].apart(y[0]) == _WEEK:
        agreement = Agreement.COMPATIBLE
    if agreement is Agreement.DIFFERENT and not _may_differ(a, b, x[0], y[0]):
        agreement = _SILENT
    return Finding(SlotKind.TIME, agreement, (x[1], y[1]), "day")


def _may_differ(a: Particulars, b: Particulars, x: Days, y: Days) -> bool:
    """Tell two dates of one thing from an old and a fresh one, and from those of two things done."""
    two_things = a.actions and b.actions and not shares_ground(a, b)
    return a.is_fresh(x) == b.is_fresh(y) and not two_things


def _compare_hours(a: Particulars, b: Particulars, x: tuple[Clock, str], y: tuple[Clock, str]) -> Finding:
    """Compare two hours, unless each stands beside a day of its own; parts of a day need one predicate."""
    agreement = compare_clocks(x[0], y[0])
    ours, theirs = a.day_beside(x[1]), b.day_beside(y[1])
    if ours and theirs and not ours.overlaps(theirs):
        agreement = _SILENT
    exact = x[0].is_exact and y[0].is_exact
    if agreement is Agreement.DIFFERENT and not exact and not a.actions.keys() & b.actions:
        agreement = _SILENT
    return Finding(SlotKind.TIME, agreement, (x[1], y[1]), "clock")


def days_apart(a: Particulars, b: Particulars) -> int | None:
    """Return the least days between dates of the two claims, or None where one has no date."""
    gaps = [x.apart(y) for x, _ in a.days for y, _ in b.days]
    return min(gaps) if gaps else None


def _compare_actors(a: Particulars, b: Particulars) -> Finding:
    """Compare names, then offices, then words of contrast such as "former" and "current"."""
    for pair, (side, text) in a.contrasts.items():
        other = b.contrasts.get(pair)
        if other and other[0] != side and _shares_role(a, b):
            return Finding(SlotKind.ACTOR, Agreement.DIFFERENT, (text, other[1]), "contrast")
    shared = shared_actors(a, b)
    if shared:
        return Finding(SlotKind.ACTOR, Agreement.SAME, (shared[0], shared[0]))
    return _different_actors(a, b)


def shared_actors(a: Particulars, b: Particulars) -> list[str]:
    """Return the wordings of the actors that both claims name, each once."""
    shared = _found_in(a, b)
    return list((shared or _found_in(b, a)).values())


def _found_in(a: Particulars, b: Particulars) -> dict[str, str]:
    """Return the actors of `a` that `b` names too, by value."""
    values = {value for value, _ in b.actors}
    return {
        value: text
        for value, text in a.actors
        if (value in values and not value.startswith("role:"))
        or (value.startswith("name:") and occurs_in(text, b.words))
    }


def _shares_role(a: Particulars, b: Particulars) -> bool:
    return bool(_roles(a) & _roles(b)) or bool(set(a.actions) & set(b.actions))


def _roles(claim: Particulars) -> set[str]:
    return {value for value, _ in claim.actors if value.startswith("role:")}


def _different_actors(a: Particulars, b: Particulars) -> Finding:
    for kinds, note in ((("name:", "org:"), "name"), (("role:",), "role")):
        ours = [text for value, text in a.actors if value.startswith(kinds) and _may_act(text)]
        theirs = [text for value, text in b.actors if value.startswith(kinds) and _may_act(text)]
        if ours and theirs and not (note == "role" and _roles(a) & _roles(b)):
            return Finding(SlotKind.ACTOR, Agreement.DIFFERENT, (ours[0], theirs[0]), note)
    if _roles(a) & _roles(b):
        return Finding(SlotKind.ACTOR, Agreement.COMPATIBLE)
    return Finding(SlotKind.ACTOR, _SILENT)


_DEMONYM = re.compile(
    r"[A-Z][a-z]{2,}(?:ian|ese|ish|ean)s?|(?:Iraq|Kuwait|Oman|Saud|Yemen|Emirat|Bahrain|Qatar|Israel|Pakistan)is?"
)


def _may_act(text: str) -> bool:
    """Tell a person or body from a lone adjective of nationality ("Ethiopian") and from an owner."""
    return not _DEMONYM.fullmatch(text) and not text.endswith(("'s", "’s"))


def _compare_actions(a: Particulars, b: Particulars) -> Finding:
    table = load_actions()
    for x, x_text in a.actions.items():
        for y, y_text in b.actions.items():
            told = x not in b.told_actions and y not in a.told_actions
            background = x not in a.told_actions and y not in b.told_actions
            if table.are_opposites(x, y) and told and not background:
                return Finding(SlotKind.ACTION, Agreement.DIFFERENT, (x_text, y_text), "opposite")
    if a.names_cause and b.names_cause:
        return _compare_causes(a, b)
    shared = set(a.actions) & set(b.actions)
    if shared:
        sense = min(shared)
        return Finding(SlotKind.ACTION, Agreement.SAME, (a.actions[sense], b.actions[sense]))
    return Finding(SlotKind.ACTION, _SILENT)


_EFFECTS = frozenset({"collapse", "fire", "kill", "injure", "crash", "flood", "sink"})
"""Senses that name what happened rather than why; two causes are held against each other by the rest."""


def _compare_causes(a: Particulars, b: Particulars) -> Finding:
    ours, theirs = set(a.actions) - _EFFECTS, set(b.actions) - _EFFECTS
    if ours and theirs and not ours & theirs:
        texts = (a.actions[min(ours)], b.actions[min(theirs)])
        return Finding(SlotKind.ACTION, Agreement.DIFFERENT, texts, "cause")
    if ours & theirs:
        sense = min(ours & theirs)
        return Finding(SlotKind.ACTION, Agreement.SAME, (a.actions[sense], b.actions[sense]))
    return Finding(SlotKind.ACTION, _SILENT)


def _compare_polarity(a: Particulars, b: Particulars) -> Finding:
    """Compare the shared predicate, or the claims as wholes; denying a thing negates it once more."""
    denied_once = (a.record.modality is Modality.DENIED) != (b.record.modality is Modality.DENIED)
    found: list[tuple[bool, Finding]] = []
    for sense in sorted(set(a.actions) & set(b.actions)):
        ours, theirs = a.negates(sense), b.negates(sense)
        if ours is not None and theirs is not None:
            alike = (ours == theirs) != denied_once
            texts = (a.negation_of(sense), b.negation_of(sense))
            found.append((alike and ours, _polarity(alike=alike, texts=texts, note="predicate")))
    if found:
        return _weightiest(found)
    ours_all, theirs_all = _signs(a), _signs(b)
    alike = not ours_all & theirs_all if denied_once else bool(ours_all & theirs_all)
    return _polarity(alike=alike, texts=(a.negation_of(), b.negation_of()), note="whole")


def _weightiest(found: list[tuple[bool, Finding]]) -> Finding:
    """Return a predicate that both negate before one that only one negates, and that before the rest."""
    negated = next((finding for both_negate, finding in found if both_negate), None)
    different = next((f for _, f in found if f.agreement is Agreement.DIFFERENT), None)
    return negated or different or found[0][1]


def of_other_times(a: Particulars, b: Particulars) -> bool:
    """Tell a claim of the event from one of an event long before: one has fresh dates, the other old ones."""
    return bool(a.days and b.days) and a.is_fresh(a.days[0][0]) != b.is_fresh(b.days[0][0])


def _signs(claim: Particulars) -> set[bool]:
    """Return the signs of the main clauses that say something; ", in the province of Homs," says nothing."""
    told = [start for slot, start, _ in claim.located if slot.kind is SlotKind.ACTION]
    main = [clause for clause in claim.clauses if not clause.subordinate]
    saying = [c for c in main if c.negative or any(c.start <= start < c.end for start in told)]
    return {clause.negative for clause in saying or main} or {False}


def _polarity(*, alike: bool, texts: tuple[str, str], note: str) -> Finding:
    agreement = Agreement.SAME if alike else Agreement.DIFFERENT
    return Finding(SlotKind.POLARITY, agreement, ("", "") if alike else texts, note)
