"""Finds nominal contents: what is denied, demanded, announced, or said of somebody."""

from claims.nlp.components.contents import Opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.drafts import Reading
from claims.nlp.components.phrases import skip_adjuncts
from claims.nlp.components.units import STOPS, Unit

_REACH = 24
_MIN_CLITIC_WORD = 4


def nominal_opening(reading: Reading, cue: Cue) -> Opening | None:
    """Return where the nominal content of `cue` begins, None where it has none."""
    unit = reading.unit
    end = min(reading.bounds.end_after(cue.last), cue.last + _REACH)
    if cue.entry.links:
        return _linked(unit, cue, end)
    if unit.language.subject_follows:
        return _after_subject(unit, cue, end)
    return _object(unit, cue, end)


def _object(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object right behind the cue; where the cue asks for a partner word, only with that word."""
    first = skip_adjuncts(unit, cue.last, end)
    if first >= end or not _begins_phrase(unit, first):
        return None
    partner = next((k for k in range(first, end) if unit.norm(k) in cue.entry.pairs), -1)
    if cue.entry.pairs and partner < 0:
        return None
    if partner >= 0 and unit.norm(partner + 1) in unit.language.openers:
        return Opening("object", partner + 1, partner + 2)
    return Opening("object", first, first)


def _begins_phrase(unit: Unit, k: int) -> bool:
    token = unit.tokens[k]
    language = unit.language
    barred = (language.prepositions | language.conjunctions | language.relatives) - {"to"}
    return unit.norm(k) not in barred and (token.is_word or not unit.outside(k) or unit.norm(k) in '“"‘«')


def _linked(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the content behind the preposition that the cue governs, written apart or onto the word."""
    clitics = [link for link in cue.entry.links if len(link) == 1]
    for k in range(cue.last, end):
        if unit.norm(k) in STOPS:
            return None
        if unit.norm(k) in cue.entry.links and k + 1 < end:
            return Opening("object", k, k + 1)
        if any(_has_clitic(unit, k, clitic) for clitic in clitics):
            return Opening("object", k, k, offset=1)
    return _after_subject(unit, cue, end) if cue.role != "participle" or not cue.entry.links else None


def _has_clitic(unit: Unit, k: int, clitic: str) -> bool:
    """Tell whether the preposition is written onto a word that can name an event or a thing said."""
    word = unit.norm(k)
    language = unit.language
    if not word.startswith(clitic) or len(word) < _MIN_CLITIC_WORD or not unit.outside(k):
        return False
    rest = word[len(clitic) :]
    return bool(language.nominal_pattern.match(rest)) and rest not in language.nominal_not


def _after_subject(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object behind the subject of a verb-first clause."""
    found = next((k for k in range(cue.last, end) if word_opening(unit, cue, k)), -1)
    if found < 0 or (cue.entry.pairs and not _has_partner(unit, cue, found, end)):
        return None
    return Opening("object", found, found)


def word_opening(unit: Unit, cue: Cue, k: int) -> bool:
    """Tell whether the word at `k` opens a nominal content of its own after a complete source."""
    language = unit.language
    word = unit.norm(k)
    if cue.role != "finite" or cue.suffixed:
        return k == cue.last
    if k > cue.last and cue.entry.pairs and (word in language.heads or _definite_pair(unit, k)):
        return True
    if k > cue.last and unit.norm(k - 1) in language.heads:
        return False
    return bool(language.nominal_pattern.match(word)) and word not in language.nominal_not


def _definite_pair(unit: Unit, k: int) -> bool:
    return False


def _has_partner(unit: Unit, cue: Cue, first: int, end: int) -> bool:
    for k in range(first, end):
        if unit.norm(k) in cue.entry.pairs:
            return True
        if any(len(pair) == 1 and _has_clitic(unit, k, pair) for pair in cue.entry.pairs):
            return True
    return False
