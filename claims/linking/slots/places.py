"""Places of a claim: those the gazetteer knows, and unknown ones that a word like "town" announces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.linking.data import arabic, english
from claims.linking.gazetteer import Gazetteer, Place, place_key
from claims.linking.slots.actions import load_actions
from claims.linking.words import Lexicon, Word
from claims.nlp.languages import ar_calendar
from workbench.core.skeletons import name_key

LONGEST_NAME = 4
"""Words in the longest place name looked up: "Khan al Shih camp"."""
KNOWN_WITHOUT_CUE = 100_000
"""Inhabitants above which a gazetteer name needs no preposition: smaller ones are often common words."""
SHORTEST_KNOWN = 3
"""Letters of the shortest Arabic name taken from the gazetteer; shorter ones are mostly particles."""
_ANNOUNCED_WORDS = 2
"""Words that an unknown Arabic place name may have behind its head: شارع سيدي عامر."""

_HEADS = Lexicon(english.PLACE_HEADS, arabic.PLACE_HEADS)
_PREPOSITIONS = Lexicon({"in": english.PLACE_PREPOSITIONS}, {"in": arabic.PLACE_PREPOSITIONS})
_LOCATIVE = Lexicon({"in": "in | at | near | outside | from | around"})
_STOPS = Lexicon(
    {"stop": english.DIRECTIONS},
    {"stop": arabic.PLACE_PREPOSITIONS},
    {"stop": arabic.DIRECTIONS},
    {"stop": arabic.NEGATORS},
    {"lack": arabic.LACKS},
    {f"day{n}": names for n, names in ar_calendar.WEEKDAYS.items()},
    {f"part{n}": names for n, names in enumerate(arabic.DAYPARTS.values())},
    {f"ago{n}": names for n, names in enumerate(ar_calendar.DAYS.values())},
    {"since": arabic.SINCE},
    {"other": arabic.NOT_NAMES},
)
_QUALIFIERS = Lexicon({"kind": arabic.PLACE_QUALIFIERS})
_VERBS = Lexicon({"at": english.PLACE_VERBS}, {"at": arabic.PLACE_VERBS})
_NOT_NAMES = Lexicon({"no": english.NOT_NAMES})
_COMMON = frozenset(arabic.COMMON_PLACE_NAMES.split())
_NAMESAKE_REACH = 5
"""Words between a town and the province of its name: "Batna, in the province of Batna"."""
_SETTLEMENTS = frozenset({"city", "village"})
_LOCAL_KINDS = frozenset({"district", "street", "site"})
"""Kinds below a town: the gazetteer lists none, and their names are often those of towns elsewhere."""
_PARTICLES = frozenset(english.PLACE_PARTICLES.split())


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that words `start` to `end` name; `value` is `geo:ID` or `name:KIND:SKELETON`."""

    value: str
    start: int
    end: int


def find_places(words: Sequence[Word], gazetteer: Gazetteer) -> list[FoundPlace]:
    """Return the places of a claim, left to right."""
    found: list[FoundPlace] = []
    index = 0
    while index < len(words):
        hit = (
            _announced(words, index, gazetteer)
            or _known(words, index, gazetteer)
            or _after_preposition(words, index)
        )
        if hit:
            found.append(hit)
        index = hit.end if hit else index + 1
    return [
        _town_in_namesake(hit, following, gazetteer) for hit, following in pairwise([*found, None]) if hit
    ]


def _town_in_namesake(hit: FoundPlace, following: FoundPlace | None, gazetteer: Gazetteer) -> FoundPlace:
    """Return the town in "Batna, in the province of Batna", where both seem to be the province."""
    if following is None or following.value != hit.value or following.start - hit.end > _NAMESAKE_REACH:
        return hit
    province = gazetteer.get(hit.value.removeprefix("geo:"))
    if province is None or province.kind != "region":
        return hit
    towns = [
        place
        for place in gazetteer.all_named(province.name)
        if place.kind == "city" and gazetteer.contains(province, place)
    ]
    town = max(towns, key=lambda place: place.population, default=None)
    return FoundPlace(f"geo:{town.id}", hit.start, hit.end) if town else hit


def unknown_place(kind: str, words: Sequence[Word]) -> str:
    """Return the value of a place that no gazetteer lists; `kind` may be empty."""
    return f"name:{kind}:{'-'.join(name_key(' '.join(word.text for word in words)))}"


def _known(words: Sequence[Word], start: int, gazetteer: Gazetteer) -> FoundPlace | None:
    """Return the longest gazetteer name that begins at `start` and may be meant as a place."""
    if not _may_begin(words, start):
        return None
    for end in range(min(start + LONGEST_NAME, len(words)), start, -1):
        run = words[start:end]
        if run[-1].clause != run[0].clause or not _is_name_run(run):
            continue
        place = next((p for name in _spellings(run) if (p := gazetteer.find(name))), None)
        if place and _is_meant(place, words, start, end):
            return FoundPlace(f"geo:{place.id}", start, end)
    return None


def _may_begin(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.is_arabic:
        return not _PREPOSITIONS.match(words, index) or len(word.folded) > 4
    return word.is_capital or (
        word.folded in _PARTICLES and index + 1 < len(words) and words[index + 1].is_capital
    )


def _is_name_run(run: Sequence[Word]) -> bool:
    if run[0].is_arabic:
        return all(word.is_arabic for word in run)
    return all(word.is_capital or word.folded in _PARTICLES for word in run) and run[-1].is_capital


def _spellings(run: Sequence[Word]) -> Iterator[str]:
    """Yield the name as written, then without the particles that Arabic writes onto its first word."""
    rest = " ".join(word.text for word in run[1:])
    first = run[0].folded
    yield f"{run[0].text} {rest}"
    if not run[0].is_arabic:
        return
    for clitic in ("و", "ب", "ل", "وب", "ول"):
        if first.startswith(clitic) and len(first) - len(clitic) >= 3:
            yield f"{first[len(clitic) :]} {rest}"
    if first.startswith("لل"):
        yield f"ال{first[2:]} {rest}"


def _is_meant(place: Place, words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether a gazetteer name is used as a place, by its size or by the word before it."""
    if words[start].is_arabic:
        if end == start + 1 and _is_common(words[start]):
            return False
        if place.population < KNOWN_WITHOUT_CUE and _names_more(words, start, end):
            return False
    elif _is_within_name(words, start) or _is_part(words, end) or _is_first_name(words, start, end):
        return False
    if place.kind == "country" or place.population >= KNOWN_WITHOUT_CUE:
        return len(words[start].folded) > 3 or _is_cued(words, start)
    if end < len(words) and not words[start].is_arabic and _HEADS.match(words, end):
        return True
    return _is_cued(words, start)


def _is_within_name(words: Sequence[Word], start: int) -> bool:
    """Tell whether a capital beside it makes the word part of a longer name: "Omar Bari"."""
    before = start and words[start - 1].is_capital and not _NOT_NAMES.match(words, start - 1)
    beside = bool(before) and words[start - 1].clause == words[start].clause
    return beside and not _HEADS.match(words, start - 1) and not _PREPOSITIONS.match(words, start - 1)


def _is_first_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell "Rania Tawfiq" and "Kafr Lozi" from a place: a capital follows that belongs to the name."""
    if end >= len(words) or words[end].clause != words[start].clause or end - start > 1:
        return False
    follows = words[end].is_capital and not _NOT_NAMES.match(words, end)
    return follows and not _HEADS.match(words, end)


def _is_part(words: Sequence[Word], end: int) -> bool:
    """Tell the owner in "Sudan's army" and the first word of a longer unknown name from a place."""
    owned = words[end - 1].text.endswith(("'s", "’s")) and end < len(words) and not words[end].is_capital
    return owned or _continues_name(words, end)


def _names_more(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether a small place's name is only the head of a longer one: خور in خور الريح."""
    if end != start + 1 or end >= len(words) or words[end].clause != words[start].clause:
        return False
    following = words[end].folded
    adjective = following.endswith(("ه", "ي"))
    return following.startswith("ال") and not adjective and not _STOPS.match(words, end)


def _is_common(word: Word) -> bool:
    """Tell whether the word means something else far more often than the place it also names."""
    keys = {place_key(name) for name in _spellings([word])}
    return bool(keys & _COMMON) or len(word.folded) < SHORTEST_KNOWN


def _is_cued(words: Sequence[Word], start: int) -> bool:
    if (
        words[start].is_arabic
        and words[start].folded.startswith(("ب", "وب"))
        and len(words[start].folded) > 4
    ):
        return True
    if start and words[start - 1].clause == words[start].clause and _VERBS.match(words, start - 1):
        return True
    return any(
        _PREPOSITIONS.match(words, index) or _HEADS.match(words, index)
        for index in range(max(0, start - 1 - (not words[start].is_arabic)), start)
        if words[index].clause == words[start].clause
    )


def _announced(words: Sequence[Word], start: int, gazetteer: Gazetteer) -> FoundPlace | None:
    """Read a name with its head: "Karmouz district", "the port of Ghannouch", حي محرم بك."""
    head = _HEADS.match(words, start)
    if head and words[start].is_arabic and not _is_definite(words[start]):
        return _arabic_name_behind(words, head.key, head.end, gazetteer)
    if head and head.end + 1 < len(words) and words[head.end].folded == "of":
        end = _capital_run(words, head.end + 1)
        return _named(words, head.key, (head.end + 1, end), gazetteer)
    if _may_begin(words, start) and not words[start].is_arabic and not _NOT_NAMES.match(words, start):
        end = _capital_run(words, start)
        return _latin_name_before_head(words, start, end, gazetteer)
    return None


def _is_definite(head: Word) -> bool:
    """Tell المدينة, which names no place, from مدينة, whose name follows."""
    return head.folded.startswith(("ال", "وال", "بال", "لل", "فال"))


def _latin_name_before_head(
    words: Sequence[Word], start: int, end: int, gazetteer: Gazetteer
) -> FoundPlace | None:
    """Read "Sidi Amer Street" and "Karmouz district"; the head may be capitalised with the name."""
    for index in (end - 1, end):
        if index <= start or index >= len(words):
            continue
        head = _HEADS.match(words, index)
        of = head and head.end < len(words) and words[head.end].folded == "of"
        if head and not (of and head.key == "city") and words[index].clause == words[start].clause:
            hit = _named(words, head.key, (start, index), gazetteer)
            return FoundPlace(hit.value, start, head.end) if hit else None
    return None


def _arabic_name_behind(
    words: Sequence[Word], kind: str, first: int, gazetteer: Gazetteer
) -> FoundPlace | None:
    if first >= len(words):
        return None
    for end in range(min(first + LONGEST_NAME, len(words)), first, -1):
        if kind in _LOCAL_KINDS:
            break
        place = _of_kind(kind, " ".join(word.text for word in words[first:end]), gazetteer)
        if place:
            return FoundPlace(f"geo:{place.id}", first, end)
    end = first
    while end < min(first + _ANNOUNCED_WORDS, len(words)) and _may_name(words, end, first):
        end += 1
    if _QUALIFIERS.match(words, first) or load_actions().tells(words[first]):
        return None
    return _named(words, kind, (first, end), gazetteer)


def _may_name(words: Sequence[Word], index: int, first: int) -> bool:
    word = words[index]
    same_clause = index == first or word.clause == words[first].clause
    return word.is_arabic and same_clause and not _STOPS.match(words, index) and len(word.folded) > 1


def _of_kind(kind: str, name: str, gazetteer: Gazetteer) -> Place | None:
    """Return the place of this name that its head means: the town of Batna is not the province of Batna."""
    meant = _SETTLEMENTS if kind in _SETTLEMENTS else {kind}
    named = [place for place in gazetteer.all_named(name) if place.kind in meant]
    found = max(named, key=lambda place: place.population, default=None)
    return found or gazetteer.find(name)


def _named(
    words: Sequence[Word], kind: str, bounds: tuple[int, int], gazetteer: Gazetteer
) -> FoundPlace | None:
    start, end = bounds
    if end <= start:
        return None
    known = _of_kind(kind, " ".join(word.text for word in words[start:end]), gazetteer)
    if known and kind not in _LOCAL_KINDS:
        return FoundPlace(f"geo:{known.id}", start, end)
    return FoundPlace(unknown_place(kind, words[start:end]), start, end)


def _capital_run(words: Sequence[Word], start: int) -> int:
    """Return the end of a run of capitals; a particle between two ("Khor al-Rih") holds them together."""
    end = start
    while end < len(words) and words[end].clause == words[start].clause:
        joined = end > start and _continues_name(words, end)
        if not joined and not _is_name_run([words[end]]):
            break
        end += 1 + joined
    return end if end > start else _particle_run(words, start)


def _continues_name(words: Sequence[Word], index: int) -> bool:
    """Tell whether a particle and a capital follow that make one name with what precedes them."""
    return (
        index + 1 < len(words)
        and words[index].folded in _PARTICLES
        and words[index + 1].is_capital
        and words[index + 1].clause == words[index].clause
    )


def _particle_run(words: Sequence[Word], start: int) -> int:
    """Return the end of "al-Mayadin": a particle, then the name."""
    if start + 1 < len(words) and words[start].folded in _PARTICLES and words[start + 1].is_capital:
        return _capital_run(words, start + 1)
    return start


def _after_preposition(words: Sequence[Word], start: int) -> FoundPlace | None:
    """Read an unknown Latin name behind "in", "at" or "near" as a place of unknown kind."""
    if not start or words[start].is_arabic or not _may_begin(words, start) or _NOT_NAMES.match(words, start):
        return None
    near = [
        index for index in (start - 1, start - 2) if index >= 0 and words[index].clause == words[start].clause
    ]
    if not any(_LOCATIVE.match(words, index) for index in near):
        return None
    end = _capital_run(words, start)
    return FoundPlace(unknown_place("", words[start:end]), start, end) if end > start else None
