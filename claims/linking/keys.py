"""The keys under which a claim is looked up: its terms, and the particulars that reports of one event share.

A key is a word of a search index: what it is of, a value that compares for equality, and the week in which
the article appeared, as in `term:bridg@1051a`. So the search for the reports of some weeks reads their
entries alone, however long the archive. Keys without a week are of what is worth finding at any distance in
time: words quoted, and what is denied.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

from claims.linking.slots.times import parse_days
from claims.linking.terms import terms_of
from claims.linking.types import Slot, SlotKind
from claims.nlp.types import Modality, QuoteKind

WEEK_DAYS = 7
TERM = "term:"
"""What a key of a word begins with; all other keys are blocks, the same in every language."""
_UNDATED = "-"
_LONGEST_DAYS = 3
"""Days of the longest interval that is a block: a month or a year holds too many events."""
_SHINGLE = 4
"""Terms in a row that tell two quotations of the same words: two or three are often set phrases."""
_SKETCH = 4
"""Shingles kept of a quotation, those with the least hashes, so that two copies keep the same ones."""
_LONGEST_VALUE = 80
_QUOTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedClaim:
    """What the keys of a claim are made of. `speakers` are whoever says it, outlets left out."""

    text: str
    language: str
    modality: Modality
    quote: QuoteKind
    published_on: date | None
    slots: Sequence[Slot] = ()
    speakers: Sequence[str] = ()


def stored_keys(claim: KeyedClaim) -> list[str]:
    """Return the keys under which a claim can be found."""
    week = _week_of(claim.published_on)
    values = [*_terms(claim), *_blocks(claim)]
    said = "denied" if claim.modality is Modality.DENIED else "said"
    lasting = [*_quoted(claim), *(f"{said}:{subject}" for subject in _subjects(claim))]
    return _distinct([*(f"{value}@{week}" for value in values), *(f"{value}@" for value in lasting)])


def asked_keys(claim: KeyedClaim, around: date, window_days: int) -> dict[str, tuple[str, ...]]:
    """Return what to look up for a claim: each value, with its keys of the weeks around a day.

    Claims without a date are looked up in every window. A value with one key alone is looked up at any time.
    """
    weeks = _weeks_around(around, window_days)
    other = "said" if claim.modality is Modality.DENIED else "denied"
    lasting = (*_quoted(claim), *(f"{other}:{subject}" for subject in _subjects(claim)))
    asked = {value: tuple(f"{value}@{week}" for week in weeks) for value in (*_terms(claim), *_blocks(claim))}
    return asked | {value: (f"{value}@",) for value in lasting}


def _week_of(day: date | None) -> str:
    return f"{day.toordinal() // WEEK_DAYS:x}" if day else _UNDATED


def _weeks_around(day: date, days: int) -> list[str]:
    first, last = day - timedelta(days), day + timedelta(days)
    numbers = range(first.toordinal() // WEEK_DAYS, last.toordinal() // WEEK_DAYS + 1)
    return [*(f"{number:x}" for number in numbers), _UNDATED]


def _terms(claim: KeyedClaim) -> list[str]:
    return [f"{TERM}{term}"[:_LONGEST_VALUE] for term in terms_of(claim.text, claim.language)]


def _blocks(claim: KeyedClaim) -> list[str]:
    """Return who, where, how many and when, each as the value that its spellings in all languages share."""
    found = [f"speaker:{speaker}" for speaker in claim.speakers]
    for slot in claim.slots:
        found.extend(_blocks_of(slot))
    return _distinct(value[:_LONGEST_VALUE] for value in found)


def _blocks_of(slot: Slot) -> list[str]:
    kind, _, rest = slot.value.partition(":")
    if slot.kind is SlotKind.ACTOR and kind == "name":
        return [f"name:{rest}", f"name:{rest.rpartition('-')[2]}"]
    if slot.kind is SlotKind.ACTOR and kind != "role":
        return [f"actor:{slot.value}"]
    if slot.kind is SlotKind.PLACE:
        return [f"place:{slot.value if kind == 'geo' else rest.partition(':')[2]}"]
    if slot.kind is SlotKind.NUMBER:
        return [f"number:{slot.value.rpartition(':')[2]}"]
    if slot.kind is SlotKind.TIME and not slot.value.startswith("T"):
        days = parse_days(slot.value)
        return [
            f"day:{days.first + timedelta(n)}" for n in range(days.length) if days.length <= _LONGEST_DAYS
        ]
    return []


def _subjects(claim: KeyedClaim) -> list[str]:
    """Return who or where, each with what is done: what a denial and what it denies share, at any time."""
    things = [
        value
        for slot in claim.slots
        if slot.kind in {SlotKind.ACTOR, SlotKind.PLACE}
        for value in _blocks_of(slot)[:1]
    ]
    actions = [slot.value for slot in claim.slots if slot.kind is SlotKind.ACTION]
    return _distinct(f"{thing}+{action}"[:_LONGEST_VALUE] for thing in things for action in actions)


def _quoted(claim: KeyedClaim) -> list[str]:
    if claim.quote not in _QUOTED:
        return []
    terms = terms_of(claim.text, claim.language)
    runs = [" ".join(terms[start : start + _SHINGLE]) for start in range(len(terms) - _SHINGLE + 1)]
    return sorted(f"quote:{blake2b(run.encode(), digest_size=6).hexdigest()}" for run in runs)[:_SKETCH]


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
