"""Reading the typed particulars of a claim from its text."""

from collections.abc import Iterable, Sequence
from datetime import date

from claims.linking.known import names_in_use
from claims.linking.slots.actions import load_actions
from claims.linking.slots.clock import find_clocks
from claims.linking.slots.dates import find_days
from claims.linking.slots.numbers import read_numbers
from claims.linking.slots.persons import find_actors, governs_place, words_of_titled_names
from claims.linking.slots.places import find_places
from claims.linking.slots.polarity import find_polarity
from claims.linking.types import Slot, SlotKind
from claims.linking.words import Word, span_of, split_words
from claims.nlp.types import Span

_DAYS = range(1, 32)
_YEARS = range(1300, 2100)
"""Years that news names, of the solar and lunar Hijri calendars too."""


def read_slots(text: str, published_on: date | None = None, offset: int = 0) -> tuple[Slot, ...]:
    """Return the particulars of a claim, in the order in which the text names them.

    `text` is the claim's content in any language; `offset` is where it begins in
    the article, so that the spans refer to the article. `published_on` anchors
    "yesterday" and weekdays; without it only full dates are read.
    """
    words, known = split_words(text), names_in_use()
    times = [(hit.days.encode(), hit.start, hit.end) for hit in find_days(words, published_on)]
    times += [(hit.clock.encode(), hit.start, hit.end) for hit in find_clocks(words, _indices(times))]
    in_times = _indices(times)
    places = [(hit.value, hit.start, hit.end) for hit in find_places(words, known.gazetteer)]
    governed = _indices(place for place in places if governs_place(words, place[1]))
    not_places = in_times | words_of_titled_names(words, governed)
    places = [place for place in places if not _indices([place]) & not_places]
    actors = [
        (hit.value, hit.start, hit.end)
        for hit in find_actors(words, known.actors, in_times | _indices(places))
    ]
    bodies = _indices(actor for actor in actors if actor[0].startswith("org:"))
    places = [place for place in places if not _indices([place]) <= bodies]
    named = in_times | _indices(places) | _indices(a for a in actors if not a[0].startswith("role:"))
    actions = [(m.key, m.start, m.end) for m in load_actions().find_all(words) if m.start not in named]
    slots = [
        *_slots(SlotKind.TIME, times, words),
        *_slots(SlotKind.PLACE, places, words),
        *_slots(SlotKind.ACTOR, actors, words),
        *_slots(SlotKind.ACTION, actions, words),
        *read_numbers(words, in_times | _unread_dates(words)),
        *_polarity_slots(words),
    ]
    slots.sort(key=lambda slot: (slot.span, slot.kind))
    return tuple(_placed(slot, text, offset) for slot in slots)


def _unread_dates(words: Sequence[Word]) -> frozenset[int]:
    """Return the words of dates whose month no list knows (12 mars 2026): their figures count nothing."""
    return frozenset(
        index
        for k, (day, month, year) in enumerate(zip(words, words[1:], words[2:], strict=False))
        if _is_one_of(day, _DAYS) and not month.is_number and _is_one_of(year, _YEARS)
        for index in range(k, k + 3)
    )


def _is_one_of(word: Word, numbers: range) -> bool:
    return word.text.isdecimal() and int(word.text) in numbers


def _indices(found: Iterable[tuple[str, int, int]]) -> frozenset[int]:
    return frozenset(index for _, start, end in found for index in range(start, end))


def _slots(kind: SlotKind, found: Iterable[tuple[str, int, int]], words: Sequence[Word]) -> list[Slot]:
    return [
        Slot(kind=kind, span=span_of(words, start, end), text="", value=value) for value, start, end in found
    ]


def _polarity_slots(words: Sequence[Word]) -> list[Slot]:
    cues = [clause.cue for clause in find_polarity(words) if clause.negative]
    found = [("negative", cue.start, cue.end) for cue in cues if cue is not None]
    return _slots(SlotKind.POLARITY, found, words)


def _placed(slot: Slot, text: str, offset: int) -> Slot:
    span = Span(slot.span.start + offset, slot.span.end + offset)
    return Slot(kind=slot.kind, span=span, text=slot.span.text(text), value=slot.value)
