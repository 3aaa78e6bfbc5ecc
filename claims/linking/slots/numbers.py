"""Quantities of a claim: figures and number words, with their bounds and what they count."""

from collections.abc import Iterator, Sequence, Set

from claims.linking.data import arabic, english
from claims.linking.slots.quantities import MINUTES, Quantity
from claims.linking.slots.ranges import Figure, range_from, vague_at
from claims.linking.types import Slot, SlotKind
from claims.linking.words import Lexicon, Match, Word, forms_of, span_of
from workbench.core.text import fold_text

_ITEM_REACH = 4
"""Words after a number within which its noun stands: "seven heavily armed young men"."""
_STATE_REACH = 9
"""Words from a number of people within which the verb says what became of them."""
_BOUND_REACH = 3

_ATOMS = Lexicon(
    {str(k): v for k, v in english.NUMBERS.items()},
    {str(k): v for k, v in arabic.NUMBERS.items()},
)
_MULTIPLIERS = Lexicon(
    {str(k): v for k, v in english.MULTIPLIERS.items()},
    {str(k): v for k, v in arabic.MULTIPLIERS.items()},
)
_BOUNDS = Lexicon(english.BOUNDS, arabic.BOUNDS)
_PERCENT = Lexicon({"percent": english.PERCENT}, {"percent": arabic.PERCENT})
_CURRENCIES = Lexicon(english.CURRENCIES, arabic.CURRENCIES)
_ITEMS = Lexicon(english.ITEMS, arabic.ITEMS)
_STATES = Lexicon(english.PERSON_STATES, arabic.PERSON_STATES)
_LAPSES = Lexicon({"lapse": english.LAPSES}, {"lapse": arabic.LAPSES})
_RISES = Lexicon({"rise": english.RISES}, {"rise": arabic.RISES})
_CARRIES = Lexicon({"carry": english.CARRIES}, {"carry": arabic.CARRIES})
_TOLLS = Lexicon({"toll": english.TOLLS}, {"toll": arabic.TOLLS})
_PERCENT_ITEMS = Lexicon(english.PERCENT_ITEMS, arabic.PERCENT_ITEMS)
_FACTORS = frozenset({100.0, 1e3, 1e6, 1e9})
_SINGLE_UNITS = frozenset([*english.SINGLE_UNITS.split(), *arabic.SINGLE_UNITS.split()])
_UNIT_CUES = frozenset(arabic.SINGLE_UNIT_CUES.split())
_FRACTIONS = Lexicon(english.FRACTIONS, arabic.FRACTIONS)
_ORDINALS = frozenset([*english.ORDINALS.split(), *arabic.ORDINALS.split()])
_DUAL_ENDINGS = ("تان", "تين", "ان", "ين")
_DUAL_NOUNS = frozenset(fold_text(noun) for noun in arabic.DUAL_NOUNS.split())
_OVER = frozenset({"over", "above"})
_ROUND = 5
"""News says "over forty", not "over 43": before such a figure the word means something else."""
_PEOPLE = frozenset({"person", "", "casualty"})
_PART_OF_PEOPLE = frozenset({"child", "woman", "family"})
"""Items that count some of the people only: dead children are not held against all the dead."""


def read_numbers(words: Sequence[Word], taken: Set[int] = frozenset()) -> list[Slot]:
    """Return the quantities of a claim; words whose index is in `taken` belong to dates."""
    slots = _read_fractions(words, taken)
    for figure in find_figures(words, taken):
        quantity, start, end = _describe(words, figure)
        span = span_of(words, start, end)
        slots.append(Slot(kind=SlotKind.NUMBER, span=span, text="", value=quantity.encode()))
    return slots


def _read_fractions(words: Sequence[Word], taken: Set[int]) -> list[Slot]:
    """Read "by half" or بنسبة الربع as percentages; "the third quarter" is none."""
    slots = []
    for match in _FRACTIONS.find_all(words):
        beside = words[max(0, match.start - 1) : match.end + 1]
        if match.start in taken or any(word.folded in _ORDINALS for word in beside):
            continue
        figure = Figure(float(match.key), match.start, match.end)
        item = _nearest(_PERCENT_ITEMS, words, figure, _STATE_REACH)
        bound, start = _bound_before(words, match.start)
        value = Quantity(figure.value, "percent", item, bound or "about").encode()
        span = span_of(words, start, match.end)
        slots.append(Slot(kind=SlotKind.NUMBER, span=span, text="", value=value))
    return slots


def find_figures(words: Sequence[Word], taken: Set[int] = frozenset()) -> Iterator[Figure]:
    """Yield the numbers of `words`, written in digits, in words or as an Arabic dual."""
    index = 0
    while index < len(words):
        figure = None if index in taken else _figure_at(words, index, taken)
        if figure:
            yield figure
            index = figure.end
        else:
            index += 1


def _figure_at(words: Sequence[Word], start: int, taken: Set[int]) -> Figure | None:
    vague = vague_at(words, start)
    if vague:
        return vague
    figure = _exact_at(words, start, taken)
    wider = figure and range_from(words, figure, lambda w, index: _exact_at(w, index, taken))
    return wider or figure


def _exact_at(words: Sequence[Word], start: int, taken: Set[int]) -> Figure | None:
    if start in taken:
        return None
    if words[start].is_number:
        return _with_remainder(words, _digits_at(words, start))
    in_words = _with_remainder(words, _words_at(words, start, taken))
    return in_words or _dual_at(words, start) or _one_unit_at(words, start)


def _with_remainder(words: Sequence[Word], figure: Figure | None) -> Figure | None:
    """Add the digits behind a written multiple: مليونا و300 ألف is 1,300,000."""
    if figure is None or figure.end + 1 >= len(words) or words[figure.end].folded != "و":
        return figure
    rest = _digits_at(words, figure.end + 1) if words[figure.end + 1].is_number else None
    written = not words[figure.end - 1].is_number
    factor = max((f for f in _FACTORS if f > 100 and figure.value % f == 0), default=0.0)
    if rest is None or not written or rest.value >= factor:
        return figure
    return Figure(figure.value + rest.value, figure.start, rest.end)


def _digits_at(words: Sequence[Word], start: int) -> Figure | None:
    if ":" in words[start].text:
        return None
    value = parse_digits(words[start].folded)
    end = start + 1
    while end < len(words) and (factor := _multiplier_at(words, end)):
        value *= factor
        end += 1
    if end < len(words) and words[end].folded == "m" and _is_money(words, start, end):
        value, end = value * 1e6, end + 1
    return Figure(value, start, end)


def _is_money(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell the millions of "$4m" and "4m crowns" from metres."""
    after = end + 1 < len(words) and _CURRENCIES.match(words, end + 1)
    return bool(after) or bool(start and _CURRENCIES.match(words, start - 1))


def parse_digits(written: str) -> float:
    """Return the number that a run of digits stands for, in either convention of the separators.

    >>> parse_digits("2,000"), parse_digits("52,3"), parse_digits("1.204.500"), parse_digits("51.8")
    (2000.0, 52.3, 1204500.0, 51.8)
    """
    plain = written.replace("٫", ".").replace("٬", ",")
    groups = plain.replace(",", ".").split(".")
    grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0"
    if len(groups) > 1 and grouped and ("," in plain or len(groups) > 2):
        return float("".join(groups))
    if len(groups) > 2:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float(".".join(groups))


def _multiplier_at(words: Sequence[Word], index: int) -> float | None:
    match = _MULTIPLIERS.match(words, index)
    return float(match.key) if match else None


def _words_at(words: Sequence[Word], start: int, taken: Set[int]) -> Figure | None:
    """Read a run of number words, such as "two hundred and five" or خمسة وعشرين ألفا."""
    atoms: list[float] = []
    index = start
    while index < len(words) and index not in taken:
        atom, end = _atom_at(words, index)
        if atom is not None and _continues_number(atoms, atom, words[index]):
            atoms.append(atom)
            index = end
        elif atoms and words[index].folded == "and" and _extends(atoms, words, index + 1):
            index += 1
        else:
            break
    value = _evaluate(atoms)
    if not atoms or (len(atoms) == 1 and _is_pronoun(words, start, value)):
        return None
    return Figure(value, start, index)


def _atom_at(words: Sequence[Word], index: int) -> tuple[float | None, int]:
    if index >= len(words):
        return None, index
    match = _MULTIPLIERS.match(words, index) or _ATOMS.match(words, index)
    return (float(match.key), match.end) if match else (None, index)


def _extends(atoms: Sequence[float], words: Sequence[Word], index: int) -> bool:
    atom, _ = _atom_at(words, index)
    return atom is not None and atoms[-1] in _FACTORS and _continues_number(atoms, atom, words[index])


def _evaluate(atoms: Sequence[float]) -> float:
    """Return the number that the atoms make: units add, hundred and thousand multiply what precedes them."""
    total, current = 0.0, 0.0
    for atom in atoms:
        if atom not in _FACTORS:
            current += atom
        elif atom == 100:
            current = (current or 1.0) * atom
        else:
            total, current = total + (current or 1.0) * atom, 0.0
    return total + current


def _joined(word: Word) -> bool:
    return word.is_arabic and word.folded.startswith("و")


def _continues_number(atoms: Sequence[float], atom: float, word: Word) -> bool:
    """Tell whether `atom` extends the number so far rather than starting another."""
    if not atoms:
        return True
    last = atoms[-1]
    if atom in _FACTORS:
        return last < atom or _joined(word)
    if word.is_arabic:
        return _continues_arabic(last, atom, joined=_joined(word))
    return last in _FACTORS or (last >= 20 and last % 10 == 0 and atom < 10)


def _continues_arabic(last: float, atom: float, *, joined: bool) -> bool:
    """Tell خمسة وعشرين, one number, from عشرة وعشرين, two: a ten follows a unit, a unit follows a hundred."""
    if not joined:
        return atom == 10 and last < 10
    return last >= 100 or (10 < atom < 100 and last < 10)


def _is_pronoun(words: Sequence[Word], start: int, value: float) -> bool:
    """Tell "one of them", أحد المحتجين and a lone "hundred" from a count."""
    word = words[start]
    if value == 1:
        return (
            word.is_arabic
            or start + 1 >= len(words)
            or words[start + 1].folded in {"of", "another", "in", "more"}
        )
    if word.is_arabic and value in {100, 1000, 1e6, 1e9}:
        return word.folded.startswith(("ال", "بال", "وال"))
    return False


def _dual_at(words: Sequence[Word], start: int) -> Figure | None:
    """Read قتيلان or ساعتين as two, where the noun without its ending is a known item."""
    folded = words[start].folded
    if not words[start].is_arabic or len(folded) < 5:
        return None
    for ending in _DUAL_ENDINGS:
        stem = folded.removesuffix(ending)
        if stem == folded or len(stem) < 3:
            continue
        singular = stem + "ه" if ending.startswith("ت") else stem
        if any(form in _DUAL_NOUNS for form in forms_of(singular)[:4]):
            return Figure(2.0, start, start + 1)
    return None


def _one_unit_at(words: Sequence[Word], start: int) -> Figure | None:
    """Read "a week" or لمدة أسبوع as one: a unit of time without a number."""
    if not start or words[start].folded not in _SINGLE_UNITS:
        return None
    before = words[start - 1]
    announced = before.folded in _UNIT_CUES if before.is_arabic else before.folded in {"a", "an"}
    return Figure(1.0, start, start + 1) if announced else None


def _describe(words: Sequence[Word], figure: Figure) -> tuple[Quantity, int, int]:
    """Return the quantity that a figure belongs to, with the words it covers."""
    bound, start = _bound_before(words, figure.start)
    bound = bound or _bound_after(words, figure.end)
    if bound == "more_than" and words[start].folded in _OVER and figure.value % _ROUND:
        bound, start = "", figure.start
    percent = _PERCENT.match(words, figure.end) if figure.end < len(words) else None
    if percent:
        item = _nearest(_PERCENT_ITEMS, words, figure, _STATE_REACH)
        return Quantity(figure.value, "percent", item, bound, figure.upper), start, percent.end
    currency, end = _currency_beside(words, figure)
    if currency:
        return Quantity(figure.value, "money", currency, bound, figure.upper), start, end
    noun = _noun_beside(words, figure)
    end = max(figure.end, noun.end) if noun else figure.end
    item = noun.key if noun else ""
    if item in _PEOPLE:
        item = _state_of_people(words, figure, item)
    elif item in _PART_OF_PEOPLE:
        item = "-".join(filter(None, (_nearest(_STATES, words, figure, _STATE_REACH), item)))
    kind = "lapse" if item in MINUTES and _locates_in_time(words, start, end) else "count"
    return Quantity(figure.value, kind, item, bound, figure.upper), start, end


def _locates_in_time(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell "two days ago" and "after 14 hours", which say when, from "lasted two hours"."""
    beside = (*range(max(0, start - 2), start), *range(end, min(end + 1, len(words))))
    return any(_LAPSES.match(words, index) for index in beside)


def _bound_before(words: Sequence[Word], start: int) -> tuple[str, int]:
    for index in range(max(0, start - _BOUND_REACH), start):
        match = _BOUNDS.match(words, index)
        if match and match.end == start:
            risen = match.key == "at_most" and index and _RISES.match(words, index - 1)
            return ("", start) if risen else (match.key, index)
    return "", start


def _bound_after(words: Sequence[Word], end: int) -> str:
    """Return the bound of "40 people or more", 40 شخصا على الأقل."""
    for index in range(end, min(end + _BOUND_REACH, len(words))):
        match = _BOUNDS.match(words, index)
        if match and match.length > 1 and match.key in {"at_least", "at_most"}:
            return match.key
    return ""


def _currency_beside(words: Sequence[Word], figure: Figure) -> tuple[str, int]:
    for index in range(figure.end, min(figure.end + 2, len(words))):
        match = _CURRENCIES.match(words, index)
        if match:
            return match.key, match.end
    if figure.start and (match := _CURRENCIES.match(words, figure.start - 1)):
        return match.key, figure.end
    return "", figure.end


def _noun_beside(words: Sequence[Word], figure: Figure) -> Match | None:
    """Return the counted noun: after the number, or the number's own word where it is a dual."""
    own_word = figure.end - figure.start == 1 and not words[figure.start].is_number
    if own_word and _ITEMS.match(words, figure.start):
        return _ITEMS.match(words, figure.start)
    for index in range(figure.end, min(figure.end + _ITEM_REACH, len(words))):
        if words[index].clause != words[figure.end - 1].clause or words[index].is_number:
            return None
        match = _ITEMS.match(words, index)
        if match:
            return match
        if words[index].is_arabic and index > figure.end:
            return None
    return None


def _state_of_people(words: Sequence[Word], figure: Figure, item: str) -> str:
    """Return what became of the people counted, or `item` where the claim does not say."""
    if _follows_toll(words, figure):
        return "dead"
    if _are_carried(words, figure):
        return item or "person"
    return _nearest(_STATES, words, figure, _STATE_REACH) or item


def _are_carried(words: Sequence[Word], figure: Figure) -> bool:
    """Tell those on board from those who died there: "a boat carrying 35 migrants sank"."""
    near = (*range(max(0, figure.start - 3), figure.start), *range(figure.end, figure.end + 4))
    return any(
        _CARRIES.match(words, index)
        for index in near
        if index < len(words) and words[index].clause == words[figure.start].clause
    )


def _follows_toll(words: Sequence[Word], figure: Figure) -> bool:
    """Tell "the toll climbed to five" from a number that has its own noun."""
    sentence = words[figure.start].sentence
    return any(
        _TOLLS.match(words, index)
        for index in range(max(0, figure.start - 2 * _STATE_REACH), figure.start)
        if words[index].sentence == sentence
    )


def _nearest(lexicon: Lexicon, words: Sequence[Word], figure: Figure, reach: int) -> str:
    """Return the key of the entry nearest to the figure in its sentence; what follows wins a tie."""
    sentence = words[figure.start].sentence
    best, best_distance = "", reach + 1.0
    for index in range(max(0, figure.start - reach), min(len(words), figure.end + reach)):
        inside = figure.start <= index < figure.end
        if inside or words[index].sentence != sentence:
            continue
        match = lexicon.match(words, index)
        distance = figure.start - index + 0.5 if index < figure.start else float(index - figure.end)
        if match and distance < best_distance:
            best, best_distance = match.key, distance
    return best
