"""Actors of a claim: known organisations, names in capitals, and Arabic names behind a title."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from claims.linking.actors import ActorTable
from claims.linking.data import arabic, arabic_names, english
from claims.linking.names import without_title
from claims.linking.slots.actions import load_actions
from claims.linking.words import Lexicon, Word
from workbench.core.skeletons import name_key
from workbench.core.text import fold_text

_SHORTEST_GIVEN = 3
LONGEST_NAME = 5
"""Words in the longest personal name read: Sidi Mohamed Ould Cheikh Abdallahi."""

# To the letter: a plural ("the candidates") or a verb that looks like a title announces no name.
_TITLES = Lexicon({"title": " | ".join(f"{title.strip()}=" for title in arabic.TITLES.split("|"))})
_NOT_NAMES = Lexicon({"no": english.NOT_NAMES})
_ROLES = Lexicon(english.ROLES, arabic.ROLES)
_ARABIC_PARTICLES = Lexicon({"particle": arabic.PARTICLES})
_ARABIC_STOPS = Lexicon(
    {"preposition": arabic.PLACE_PREPOSITIONS},
    {"negator": arabic.NEGATORS},
    {"lack": arabic.LACKS},
    {"direction": arabic.DIRECTIONS},
    {"cause": arabic.CAUSES},
    {"break": arabic.CLAUSE_BREAKS},
    {"failure": arabic.FAILURES},
    {"other": arabic.NOT_NAMES},
    arabic.PERSON_STATES,
)
_GIVEN = frozenset(fold_text(name) for name in arabic_names.GIVEN_NAMES.split())
_AMBIGUOUS = frozenset(fold_text(name) for name in arabic_names.AMBIGUOUS_GIVEN_NAMES.split())
_OFFICES = Lexicon({"office": arabic.OFFICES_OF_PLACES}, {"in": arabic.LOCATIVES})
_HEADS = Lexicon(arabic.PLACE_HEADS)
_LATIN_PARTICLES = frozenset(word.strip() for word in english.PARTICLES.split("|"))


@dataclass(frozen=True, slots=True)
class FoundActor:
    """An actor that words `start` to `end` name; `value` is `org:KEY`, `name:SKELETON` or `role:KEY`."""

    value: str
    start: int
    end: int


def find_actors(
    words: Sequence[Word], table: ActorTable, taken: frozenset[int] = frozenset()
) -> list[FoundActor]:
    """Return the actors of a claim, left to right; words in `taken` are places."""
    found = [FoundActor(f"org:{m.key}", m.start, m.end) for m in table.find_all(words)]
    used = set(taken) | {index for actor in found for index in range(actor.start, actor.end)}
    for actor in (*_named_people(words, used, table), *_roles(words, used)):
        if not used & set(range(actor.start, actor.end)):
            found.append(actor)
            used |= set(range(actor.start, actor.end))
    return sorted(found, key=lambda actor: actor.start)


def words_of_titled_names(words: Sequence[Word], governed: Set[int] = frozenset()) -> frozenset[int]:
    """Return the indices of Arabic words that a title, particle or given name shows to be a person's name.

    Words in `governed` are places behind a word that governs one (`governs_place`).
    """
    indices: set[int] = set()
    for start, word in enumerate(words):
        if word.is_arabic:
            indices |= set(range(start, _arabic_name_end(words, start, governed)))
    return frozenset(indices - governed)


def governs_place(words: Sequence[Word], index: int) -> bool:
    """Tell whether the word before `index` is one that a place follows: محافظ حلب, في الشيخ مسكين."""
    return index > 0 and _OFFICES.match(words, index - 1) is not None


def _named_people(words: Sequence[Word], used: Set[int], table: ActorTable) -> list[FoundActor]:
    found, index = [], 0
    while index < len(words):
        end = (
            _arabic_name_end(words, index, used) if words[index].is_arabic else _latin_name_end(words, index)
        )
        if end > index and index not in used:
            named = without_title(words[index:end])
            spelt = " ".join(word.text for word in named)
            if key := name_key(spelt):
                known = table.person_spelt(spelt)
                value = f"org:{known}" if known else f"name:{'-'.join(key)}"
                found.append(FoundActor(value, end - len(named), end))
        index = max(end, index + 1)
    return found


def _latin_name_end(words: Sequence[Word], start: int) -> int:
    """Return the end of a run of capitals that is more than the start of a sentence."""
    if not words[start].is_capital or words[start].is_number or _NOT_NAMES.match(words, start):
        return start
    end = start + 1
    while end < min(start + LONGEST_NAME, len(words)) and _continues_latin(words, end, start):
        end += 1
    while words[end - 1].folded in _LATIN_PARTICLES and end > start:
        end -= 1
    opens_sentence = start == 0 or words[start - 1].sentence != words[start].sentence
    return start if opens_sentence and end - start < 2 else end


def _continues_latin(words: Sequence[Word], index: int, start: int) -> bool:
    word = words[index]
    if word.clause != words[start].clause or _NOT_NAMES.match(words, index):
        return False
    if word.is_capital:
        return True
    return word.folded in _LATIN_PARTICLES - {"of"} and index + 1 < len(words) and words[index + 1].is_capital


def _arabic_name_end(words: Sequence[Word], start: int, governed: Set[int] = frozenset()) -> int:
    """Return the end of a name that a title or given name begins or a particle (بن، ولد) holds together."""
    if start in governed:
        return start
    if _joins_names(words, start + 1) and _may_begin_name(words, start):
        end = min(start + 3, len(words))
        while _joins_names(words, end):
            end = min(end + 2, len(words))
        return end
    if _is_given_name(words, start):
        return start + 2
    title = _TITLES.match(words, start)
    if not title or title.end >= len(words) or _names_no_person(words, title.end, governed):
        return start
    end = title.end
    while end < min(title.end + 2, len(words)) and _may_be_name(words, end, start):
        end += 1
    return end if end > title.end else start


def _names_no_person(words: Sequence[Word], index: int, governed: Set[int]) -> bool:
    """Tell an office (وزير الصحة) and a place behind a title (محافظ حلب, محافظ مدينة حلب) from a name."""
    return _is_office(words, index) or index in governed or _HEADS.match(words, index) is not None


def _is_given_name(words: Sequence[Word], start: int) -> bool:
    """Tell whether a given name and a family name begin at `start`: سالم القادري."""
    given = words[start].folded.removeprefix("و")
    known = words[start].folded in _GIVEN or (given in _GIVEN and len(given) > _SHORTEST_GIVEN)
    if not known or start + 1 >= len(words) or not _may_be_name(words, start + 1, start):
        return False
    family = words[start + 1]
    if family.folded in _GIVEN or (family.folded.startswith("ال") and family.folded.endswith("ي")):
        return True
    return given not in _AMBIGUOUS and not _tells_verb(family) and not _HEADS.match(words, start + 1)


def _tells_verb(word: Word) -> bool:
    """Tell a verb in the present, which no family name looks like, from حداد, which is one."""
    return word.folded.startswith(("ي", "ت", "سي", "ست")) and _tells(word)


def _tells(word: Word) -> bool:
    return load_actions().tells(word)


def _joins_names(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and words[index].is_arabic and bool(_ARABIC_PARTICLES.match(words, index))


def _may_begin_name(words: Sequence[Word], start: int) -> bool:
    """Tell the first name in عمر بن سعيد from مدينة أبو كمال and ضرب أبو كمال."""
    before_name = _tells(words[start]) or _HEADS.match(words, start) is not None
    return _may_be_name(words, start, start) and not before_name


def _is_office(words: Sequence[Word], index: int) -> bool:
    """Tell whether a definite noun follows the title: وزير الصحة is an office, not a name."""
    return words[index].folded.startswith("ال")


def _may_be_name(words: Sequence[Word], index: int, start: int) -> bool:
    word = words[index]
    return word.is_arabic and word.clause == words[start].clause and not _ARABIC_STOPS.match(words, index)


def _roles(words: Sequence[Word], used: set[int]) -> list[FoundActor]:
    return [
        FoundActor(f"role:{match.key}", match.start, match.end)
        for match in _ROLES.find_all(words)
        if match.start not in used
    ]
