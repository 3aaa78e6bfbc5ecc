"""Reading days that are named from the day of publication, and writing them as dates of the calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from claims.nlp.expressions import compiled
from claims.nlp.tokens import Token, fold, tokenize
from claims.nlp.types import Fill, Span
from claims.nlp.wording_words import DateWords, phrases_of
from workbench.core.text import fold_letters

REASON = "counted from the day of publication"

_LONGEST_AGO = 14
"""Days back that are counted to the day; what lies further is told in round numbers."""

_MARKS = frozenset(",،")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of the calendar: "day" with its distance, "weekday" with its number, or a period."""

    kind: str
    value: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    """Tokens `start` to `end` name a day, month, year or week that begins on `first`."""

    kind: str
    first: date
    start: int
    end: int
    part: str = ""
    template: str = ""


_PERIODS = ("week", "month", "year")


@lru_cache(maxsize=16)
def _calendar(words: DateWords) -> dict[tuple[str, ...], _Phrase]:
    found: dict[tuple[str, ...], _Phrase] = {}
    tables = (("day", words.calendar.DAYS), ("weekday", words.calendar.WEEKDAYS))
    for kind, table in tables:
        for number, listed in table.items():
            for phrase in phrases_of(listed):
                if not phrase.startswith(words.joined):
                    found[_key(phrase)] = _Phrase(kind, number, words.day_parts.get(phrase, ""))
    for number, period in enumerate(_PERIODS):
        for phrase in phrases_of(words.calendar.PERIODS[period]):
            found[_key(phrase)] = _Phrase(period, number)
    return found


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in phrase.split())


class RelativeDates:
    """Reads one stretch of text, on the day of its publication."""

    def __init__(
        self, text: str, piece: Span, published_on: date, words: DateWords, *, past: tuple[str, ...] = ()
    ) -> None:
        """`past` adds to the expressions that tell that what is said is over."""
        self.text, self.words, self.day = text, words, published_on
        self.past = (*words.past, *past)
        self.tokens = list(tokenize(text, piece))
        self.phrases: Mapping[tuple[str, ...], _Phrase] = _calendar(words)
        self.folded = fold_letters(piece.text(text))

    def fills(self, *, may_be_ahead: bool, spoken_elsewhen: bool) -> Iterator[Fill]:
        """Yield what replaces each relative date.

        `may_be_ahead`: bare weekdays may be the coming ones, so they stay. `spoken_elsewhen`: the words
        were said on another day than that of publication, so what is counted from it stays.
        """
        index = 0
        while index < len(self.tokens):
            hit = self._hit(index, may_be_ahead=may_be_ahead)
            if hit is None or (spoken_elsewhen and hit.kind != "weekday"):
                index += 1
                continue
            index = hit.end
            yield self._fill(hit)

    def _hit(self, index: int, *, may_be_ahead: bool) -> _Hit | None:
        ago = self._ago(index)
        if ago:
            return ago
        phrase, length = self.phrase_at(index)
        if phrase is None:
            return None
        end = index + length
        if self._norm(index - 1) in self.words.not_after or self._stays(end):
            return None
        if phrase.kind == "day":
            return self._day(phrase, index, end)
        if phrase.kind == "weekday":
            return self._weekday(phrase, index, end, may_be_ahead=may_be_ahead)
        return self._period(phrase, index, end)

    def _norm(self, index: int) -> str:
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def phrase_at(self, index: int) -> tuple[_Phrase | None, int]:
        """Return the longest phrase of the calendar that begins here."""
        for length in range(3, 0, -1):
            norms = tuple(t.norm for t in self.tokens[index : index + length])
            phrase = self.phrases.get(norms)
            if phrase and len(norms) == length and norms[0] not in self.words.habits:
                return phrase, length
        return None, 0

    def _stays(self, end: int) -> bool:
        """Tell whether what follows makes the date another one, or writes it out already."""
        after = end + (self._norm(end) in _MARKS)
        months = {fold(word) for listed in self.words.calendar.MONTHS.values() for word in phrases_of(listed)}
        follows = self._norm(after)
        return self._norm(end) in self.words.not_before or follows[:1].isdigit() or follows in months

    def _day(self, phrase: _Phrase, start: int, end: int) -> _Hit | None:
        first = self.day + timedelta(days=phrase.value)
        after = end + (self._norm(end) in _MARKS)
        named, length = self.phrase_at(after) if after < len(self.tokens) else (None, 0)
        if named and named.kind == "weekday":
            if named.value != first.weekday():
                return None
            end = after + length
        elif self._is_noun(start, end):
            return None
        return _Hit("day", first, start, end, phrase.part)

    def _is_noun(self, start: int, end: int) -> bool:
        """Tell "the day" from "today" where one word means both, by the words beside it."""
        if self._norm(start) not in self.words.nouns or end - start > 1:
            return False
        described = self._norm(end).startswith(self.words.noun_prefix)
        return described or self._norm(start - 1) in self.words.noun_after

    def _direction(self, start: int, end: int) -> tuple[str, int, int]:
        if self._norm(end) in self.words.after:
            return self.words.after[self._norm(end)], start, end + 1
        if self._norm(start - 1) in self.words.before:
            return self.words.before[self._norm(start - 1)], start - 1, end
        return "", start, end

    def _weekday(self, phrase: _Phrase, start: int, end: int, *, may_be_ahead: bool) -> _Hit | None:
        before = start - 1 - (self._norm(start - 1) in _MARKS)
        beside, _ = self.phrase_at(before) if before >= 0 else (None, 0)
        if beside and beside.kind == "day":
            return None
        direction, first, last = self._direction(start, end)
        back = (self.day.weekday() - phrase.value) % 7
        if direction:
            if direction not in self.words.sure_weekdays:
                return None
            back = back or 7
            return _Hit("weekday", self.day - timedelta(days=back - 7 * (direction == "next")), first, last)
        if may_be_ahead or self._norm(start - 1) in self.words.undecided or not self._is_over():
            return None
        return _Hit("weekday", self.day - timedelta(days=back), start, end)

    def _is_over(self) -> bool:
        ahead = compiled(self.words.forward).search(self.folded)
        return not ahead and compiled(self.past).search(self.folded) is not None

    def _period(self, phrase: _Phrase, start: int, end: int) -> _Hit | None:
        direction, first, last = self._direction(start, end)
        if not direction or self._stays(last) or self._norm(first - 1) in self.words.not_after:
            return None
        shift = {"next": 1, "last": -1, "this": 0}[direction]
        return _Hit(phrase.kind, _begin(phrase.kind, shift, self.day), first, last)

    def _ago(self, index: int) -> _Hit | None:
        """Read "three days ago", قبل يومين."""
        before = self.words.ago_before.get(self._norm(index), "")
        at = index + bool(before)
        norm = self._norm(at)
        if before and norm in self.words.pairs:
            number, end = self.words.pairs[norm], at + 1
        elif self._norm(at + 1) in self.words.units:
            number, end = self._number(norm), at + 2
        else:
            return None
        behind = self._norm(end) in self.words.ago_after
        if not number or not (before or behind) or self._norm(end) in self.words.not_before:
            return None
        first = self.day - timedelta(days=number)
        return _Hit("ago", first, index, end + behind, template=before)

    def _number(self, norm: str) -> int:
        number = int(norm) if norm.isdecimal() else self.words.numbers.get(norm, 0)
        return number if number <= _LONGEST_AGO else 0

    def _fill(self, hit: _Hit) -> Fill:
        previous = self._norm(hit.start - 1)
        start = hit.start - (previous in self.words.leads)
        kind = "day" if hit.kind in ("weekday", "ago") else hit.kind
        end, part = hit.end, hit.part
        if kind == "day" and not part and self._norm(end) in self.words.parts_after:
            end, part = end + 1, self._norm(end)
        bare = previous in self.words.keeps | self.words.parts_before and start == hit.start
        template = hit.template or getattr(self.words, f"bare_{kind}" if bare else kind)
        shown = template.format(date=self._written(kind, hit.first))
        if part and not bare:
            shown = self.words.part.format(part=part, date=self._written(kind, hit.first))
        span = Span(self.tokens[start].start, self.tokens[end - 1].end)
        return Fill(span=span, shown=self._as_capital(shown, start), reason=REASON)

    def _as_capital(self, shown: str, start: int) -> str:
        """Begin with a capital where the sentence did; weekdays have one anywhere."""
        first: Token = self.tokens[start]
        named = self.phrases.get((first.norm,))
        if first.is_capital and (named is None or named.kind != "weekday" or start == 0):
            return shown[:1].upper() + shown[1:]
        return shown

    def _written(self, kind: str, first: date) -> str:
        if kind == "year":
            return str(first.year)
        month = phrases_of(self.words.calendar.MONTHS[first.month])[0]
        month = month[:1].upper() + month[1:]
        return f"{month} {first.year}" if kind == "month" else f"{first.day} {month} {first.year}"


def _begin(period: str, shift: int, day: date) -> date:
    """Return the first day of a week (Monday), month or year, `shift` of them away."""
    if period == "year":
        return date(day.year + shift, 1, 1)
    if period == "month":
        months = day.year * 12 + day.month - 1 + shift
        return date(months // 12, months % 12 + 1, 1)
    return day + timedelta(days=7 * shift - day.weekday())


def names_a_day(text: str, pieces: Sequence[Span], words: DateWords, published_on: date) -> bool:
    """Tell whether the words around a content name a day other than that of publication."""
    for piece in pieces:
        reader = RelativeDates(text, piece, published_on, words)
        for index in range(len(reader.tokens)):
            phrase, _ = reader.phrase_at(index)
            if phrase and (phrase.kind == "weekday" and phrase.value != published_on.weekday()):
                return True
            if phrase and phrase.kind == "day" and phrase.value:
                return True
    return False
