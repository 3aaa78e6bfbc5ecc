"""Names of sources across languages: the same person spelt otherwise, the same body translated."""

from collections.abc import Sequence
from functools import lru_cache

from claims.linking.actors import ActorTable
from claims.linking.data import arabic, english
from claims.linking.known import names_in_use
from claims.linking.names import same_name
from claims.linking.words import Lexicon, Word, split_words
from workbench.core.organisation_words import load_organisation_words
from workbench.core.skeletons import skeleton

_EMPTY = frozenset([*english.EMPTY_IN_NAMES.split(), *arabic.EMPTY_IN_NAMES.split()])
_SPOKEN_FOR = Lexicon({"spokesperson": english.SPOKESPEOPLE}, {"spokesperson": arabic.SPOKESPEOPLE})
_ENOUGH = 2
"""Words two names must have in common, unless one consists of a single word."""


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return Lexicon(load_organisation_words())


def same_source(a: str, b: str) -> bool:
    """Tell whether two names mean one source, in whatever script and language.

    Persons are compared by spelling, well-known bodies by their aliases, others word by
    word: what the word list translates by meaning, the rest by its consonants.

    >>> same_source("the Health Ministry", "وزارة الصحة"), same_source("Hope Front", "جبهة الأمل")
    (True, True)
    >>> same_source("Health Ministry", "وزارة الداخلية")
    False
    """
    return _same_source(a, b, names_in_use().actors)


@lru_cache(maxsize=8192)
def _same_source(a: str, b: str, actors: ActorTable) -> bool:
    words_a, words_b = split_words(a), split_words(b)
    if not words_a or not words_b:
        return False
    if _known(words_a, actors) & _known(words_b, actors):
        return True
    return _same_parts(_parts(words_a), _parts(words_b)) or same_name(a, b)


def speaks_for(person: str, organisation: str) -> bool:
    """Tell whether the wording of one source ("a ministry spokesman, X") names the other, a body.

    >>> speaks_for("المتحدثة باسم وزارة الصحة ليلى منصور", "Health Ministry")
    True
    """
    return _speaks_for(person, organisation, names_in_use().actors)


@lru_cache(maxsize=8192)
def _speaks_for(person: str, organisation: str, actors: ActorTable) -> bool:
    words, named = split_words(person), split_words(organisation)
    body, worded = _parts(named), _parts(words)
    if len(body) >= _ENOUGH and all(_has_part(part, worded) for part in body):
        return True
    return bool(_known(words, actors) & _known(named, actors))


def _known(words: Sequence[Word], actors: ActorTable) -> frozenset[str]:
    return frozenset(match.key for match in actors.find_all(words))


def _parts(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the concepts of a name's words, or their skeletons where the list has none."""
    lexicon, parts, index = _lexicon(), [], 0
    while index < len(words):
        match = lexicon.match(words, index)
        if match:
            parts.append(f"={match.key}")
        elif words[index].folded not in _EMPTY and (key := skeleton(words[index].folded)):
            parts.append(key)
        index = match.end if match else index + 1
    return tuple(dict.fromkeys(parts))


def _has_part(part: str, parts: Sequence[str]) -> bool:
    return part in parts


def _same_parts(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether the shorter name's parts are all in the longer one, with a translated part among them."""
    shorter, longer = sorted((a, b), key=len)
    shared = [part for part in shorter if _has_part(part, longer)]
    translated = any(part.startswith("=") for part in shared)
    if len(shorter) < _ENOUGH or len(shared) < len(shorter):
        return tuple(a) == tuple(b) and translated
    return translated
