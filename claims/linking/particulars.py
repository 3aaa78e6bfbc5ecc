"""A claim with its particulars decoded, ready to be compared with another."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from claims.linking.data import arabic, english
from claims.linking.reader import read_slots
from claims.linking.slots.polarity import ClausePolarity, find_polarity
from claims.linking.slots.quantities import Quantity
from claims.linking.slots.times import Clock, Days, parse_clock, parse_days
from claims.linking.types import ClaimRecord, Slot, SlotKind
from claims.linking.words import Lexicon, Match, Word, span_of, split_words
from claims.nlp.types import Modality


def _by_side(contrasts: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    return {f"{name}:{side}": words[side] for name, words in contrasts.items() for side in (0, 1)}


_CAUSES = Lexicon({"cause": english.CAUSES}, {"cause": arabic.CAUSES})
_DEADLINES = Lexicon({"deadline": english.DEADLINES}, {"deadline": arabic.DEADLINES})
_FIRST_HOURS = Lexicon({"first": english.FIRST_HOURS}, {"first": arabic.FIRST_HOURS})
_CONTRASTS = Lexicon(_by_side(english.CONTRASTS), _by_side(arabic.CONTRASTS))
_SINCE = Lexicon({"since": english.SINCE}, {"since": arabic.SINCE})
_NOT_BUT = Lexicon({"not": english.NOT_BUT}, {"not": arabic.NOT_BUT})
_FRESH_DAYS = 45
"""Days between publication and the dates that news is about: older ones beside them are of other events."""
_BESIDE_HOUR = 12
"""Letters between an hour and the day it is of: "10 p.m. on Monday", صباح يوم الثلاثاء."""
_BESIDE = Lexicon(
    {"before": english.BEFORE, "after": english.AFTER},
    {"before": arabic.BEFORE, "after": arabic.AFTER},
)
"""Words behind which a predicate only dates another: "before sailing"."""


@dataclass(frozen=True)
class Particulars:
    """A claim's slots, decoded once. The offset of its own words is 0."""

    record: ClaimRecord

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the content."""
        return split_words(self.record.text)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots that came with the claim, or those read from its text."""
        return self.record.slots or read_slots(self.record.text, self.record.published_on)

    def of_kind(self, kind: SlotKind) -> list[Slot]:
        """Return the slots of one kind."""
        return [slot for slot in self.slots if slot.kind is kind]

    @cached_property
    def located(self) -> tuple[tuple[Slot, int, int], ...]:
        """The slots with the words they cover, found by their wording: stored spans are the article's."""
        located, at = [], 0
        texts = [word.text for word in self.words]
        for slot in self.slots:
            wording = [word.text for word in split_words(slot.text)]
            at = next((i for i in range(at, len(texts)) if texts[i : i + len(wording)] == wording), at)
            located.append((slot, at, at + len(wording)))
        return tuple(located)

    def _told(self, kind: SlotKind) -> list[tuple[Slot, int, int]]:
        """Return the slots of a kind but for those that the claim corrects: "fourteen, not nine"."""
        listed = [found for found in self.located if found[0].kind is kind]
        kept = [found for found in listed if not self._is_corrected(found[1])]
        return kept or listed

    def _is_corrected(self, start: int) -> bool:
        return any(
            (match := _NOT_BUT.match(self.words, index)) is not None and match.end == start
            for index in range(max(0, start - 2), start)
        )

    @cached_property
    def quantities(self) -> list[tuple[Quantity, str]]:
        """The numbers, each with its wording."""
        return [(Quantity.decode(slot.value), slot.text) for slot, _, _ in self._told(SlotKind.NUMBER)]

    @cached_property
    def nouns(self) -> dict[str, str]:
        """The stem of the word behind each number, by the number's wording: what is counted."""
        stems = {}
        for slot, _, end in self._told(SlotKind.NUMBER):
            following = self.words[end : end + 1]
            if following and following[0].clause == self.words[end - 1].clause:
                stems[slot.text] = min(following[0].forms, key=len)
        return stems

    @cached_property
    def _dates(self) -> list[tuple[Days, str, bool]]:
        """The dates with their wording, and whether a "since" makes them the beginning of a span."""
        return [
            (parse_days(s.value), s.text, bool(start and _SINCE.match(self.words, start - 1)))
            for s, start, _ in self._told(SlotKind.TIME)
            if not s.value.startswith("T")
        ]

    @cached_property
    def days(self) -> list[tuple[Days, str]]:
        """The dates of the event with their wording; an old date beside a fresh one is of another event."""
        listed = [(days, text) for days, text, since in self._dates if not since]
        fresh = [found for found in listed if self.is_fresh(found[0])]
        return fresh or listed

    @cached_property
    def since(self) -> list[tuple[Days, str]]:
        """The dates from which on something holds: "since 2016"."""
        return [(days, text) for days, text, since in self._dates if since]

    def is_fresh(self, days: Days) -> bool:
        """Tell whether the days lie near publication, as the dates of what is reported do."""
        published = self.record.published_on
        return published is None or days.apart(Days(published, published)) <= _FRESH_DAYS

    @cached_property
    def clocks(self) -> list[tuple[Clock, str]]:
        """The times of the day, each with its wording."""
        return [
            (parse_clock(s.value), s.text) for s in self.of_kind(SlotKind.TIME) if s.value.startswith("T")
        ]

    def day_beside(self, clock: str) -> Days | None:
        """Return the day that stands next to the wording of an hour: "Monday" in "on Monday evening"."""
        at = self.record.text.find(clock)
        near = [
            (max(day - at - len(clock), at - day - len(text)), days)
            for days, text in self.days
            if (day := self.record.text.find(text)) >= 0
        ]
        gap, nearest = min(near, key=lambda found: found[0], default=(_BESIDE_HOUR, None))
        return nearest if at >= 0 and gap < _BESIDE_HOUR else None

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """The places as (value, wording)."""
        return [(slot.value, slot.text) for slot, _, _ in self._told(SlotKind.PLACE)]

    @cached_property
    def actors(self) -> list[tuple[str, str]]:
        """The actors as (value, wording)."""
        return [(slot.value, slot.text) for slot in self.of_kind(SlotKind.ACTOR)]

    @cached_property
    def actions(self) -> dict[str, str]:
        """The senses of the predicates, each with its wording."""
        return {slot.value: slot.text for slot in self.of_kind(SlotKind.ACTION)}

    @cached_property
    def told_actions(self) -> frozenset[str]:
        """The senses that the claim tells itself, not those that only date another: "after a closure"."""
        return frozenset(
            slot.value
            for slot, start, _ in self.located
            if slot.kind is SlotKind.ACTION and not self._dates_another(start)
        )

    def _dates_another(self, start: int) -> bool:
        return any(
            (match := _BESIDE.match(self.words, index)) is not None and start - match.end <= 1
            for index in range(max(0, start - 3), start)
        )

    @cached_property
    def clauses(self) -> list[ClausePolarity]:
        """The clauses with their polarity."""
        return find_polarity(self.words)

    @cached_property
    def contrasts(self) -> dict[str, tuple[str, str]]:
        """Words of contrast ("former", "current"): which pair, which side of it, and the wording."""
        found = {}
        for match in _CONTRASTS.find_all(self.words):
            pair, _, side = match.key.rpartition(":")
            found[pair] = (side, " ".join(word.text for word in self.words[match.start : match.end]))
        return found

    @cached_property
    def names_cause(self) -> bool:
        """Tell whether the claim, or the words that attribute it, say what caused something."""
        cue = split_words(self.record.cue)
        return bool(_CAUSES.find_all(self.words) or _CAUSES.find_all(cue)) or self._blames

    @property
    def _blames(self) -> bool:
        """Tell "the collapse on a gas cylinder", whose cue says "blamed"."""
        return self.record.modality is Modality.ALLEGED and any(
            word.folded in {"on", "الي"} for word in self.words[1:4]
        )

    @cached_property
    def counts_up_to_a_time(self) -> bool:
        """Tell whether a time in the claim is the end of a count ("by 6 p.m.") and not the event's own."""
        times = [start for slot, start, _ in self.located if slot.kind is SlotKind.TIME]
        return any(
            match.start <= time <= match.end + 1
            for match in _DEADLINES.find_all(self.words)
            for time in times
        )

    @cached_property
    def is_about_first_hours(self) -> bool:
        """Tell whether the claim speaks of the beginning of the event, however late it was published."""
        return bool(_FIRST_HOURS.find_all(self.words))

    def negates(self, sense: str) -> bool | None:
        """Tell whether a predicate is negated; None where the claim does not say that it is so or not so."""
        start, end = self._place_of(sense)
        clause = next((c for c in self.clauses if c.start <= start < c.end), None)
        if clause is None or clause.subordinate or (start and _BESIDE.match(self.words, start - 1)):
            return None
        return clause.negates(start, end)

    def negation_of(self, sense: str = "") -> str:
        """Return the words that negate a predicate, or the claim as a whole; "" where none do."""
        if not sense:
            cue = next((c.cue for c in self.clauses if c.negative), None)
            return self._wording(cue) if cue else ""
        start, end = self._place_of(sense)
        cues = [cue for c in self.clauses if c.start <= start < c.end for cue in c.cues_on(start, end)]
        return self._wording(cues[0]) if cues else ""

    def _wording(self, match: Match) -> str:
        span = span_of(self.words, match.start, match.end)
        return span.text(self.record.text)

    def _place_of(self, sense: str) -> tuple[int, int]:
        """Return where a predicate's words begin and end; -1 where the claim has no such predicate."""
        found = ((start, end) for slot, start, end in self.located if slot.value == sense)
        return next(found, (-1, -1))
