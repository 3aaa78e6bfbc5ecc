"""Finds nominal contents: what is denied, demanded, announced, or said of somebody."""

from claims.nlp.components.contents import Opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.drafts import Reading, governing_verb
from claims.nlp.components.phrases import skip_adjuncts, source_left
from claims.nlp.components.units import STOPS, Unit
from claims.nlp.types import Modality

_REACH = 24
_MIN_CLITIC_WORD = 4


def nominal_opening(reading: Reading, cue: Cue) -> Opening | None:
    """Return where the nominal content of `cue` begins, None where it has none."""
    unit = reading.unit
    if cue.role == "noun" and cue.entry.pairs and governing_verb(reading, cue) is None:
        return None
    if unit.language.subject_follows and cue.role == "finite" and not _in_verb_position(unit, cue):
        return None
    end = min(reading.bounds.end_after(cue.last), cue.last + _REACH)
    if cue.entry.links and not cue.entry.pairs:
        return _linked(unit, cue, end)
    if unit.language.subject_follows:
        return _after_subject(unit, cue, end)
    return _object(unit, cue, end)


def _in_verb_position(unit: Unit, cue: Cue) -> bool:
    """Tell whether a verb may stand here: opening its clause, or behind a subject that opens it."""
    language = unit.language
    start = unit.sentence_start(cue.first)
    before = unit.norm(cue.first - 1)
    opens = language.openers | language.relatives | language.adverbs | language.subject_stops
    if cue.joined or cue.first == start or before in opens or not before[:1].isalnum():
        return True
    left = source_left(unit, cue.first)
    if left is None or left[0] == 0 or unit.norm(left[0] - 1) not in language.subject_stops:
        return False
    return any(word.startswith(language.article) for word in unit.norms(*left))


def _object(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object right behind the cue; where the cue asks for a partner word, only with that word."""
    first = skip_adjuncts(unit, cue.last, end)
    if first >= end or not _begins_phrase(unit, first):
        return None
    clause = next((k for k in range(first, end) if unit.is_comma(k)), end)
    partner = next((k for k in range(first, clause) if unit.norm(k) in cue.entry.pairs), -1)
    own_act = partner == first and cue.entry.modality is Modality.DEMANDED
    if own_act or (cue.entry.pairs and partner < 0):
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
    linked = _at_link(unit, cue, end)
    if not cue.takes("free"):
        return linked
    free = _after_subject(unit, cue, end)
    return min((o for o in (linked, free) if o is not None), key=lambda o: o.at, default=None)


def _at_link(unit: Unit, cue: Cue, end: int) -> Opening | None:
    clitics = [link for link in cue.entry.links if len(link) == 1]
    stop = next((k for k in range(cue.last, end) if unit.norm(k) in STOPS), end)
    for k in range(cue.last, stop):
        if unit.norm(k) in cue.entry.links and k + 1 < stop:
            return Opening("object", k, k + 1)
        if any(_has_clitic(unit, k, clitic) for clitic in clitics):
            return Opening("object", k, k, offset=1)
    loose = (k for k in range(cue.last + (cue.role == "finite"), stop) if _may_have_clitic(unit, k, clitics))
    found = next(loose, -1)
    return Opening("object", found, found, offset=1) if found >= 0 else None


def _may_have_clitic(unit: Unit, k: int, clitics: list[str]) -> bool:
    """Tell whether the word may begin with one of the prepositions, as far as its letters tell."""
    word = unit.norm(k)
    if word in unit.language.clitic_not or len(word) <= _MIN_CLITIC_WORD or not unit.outside(k):
        return False
    return any(word.startswith(clitic) for clitic in clitics)


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
    if cue.entry.pairs:
        return _paired(unit, cue, end)
    found = next((k for k in range(cue.last, end) if _opens_nominal(unit, cue, k)), -1)
    return Opening("object", found, found) if found >= 0 else None


def _opens_nominal(unit: Unit, cue: Cue, k: int) -> bool:
    """Tell whether the word at `k` opens a nominal content of its own after a complete source."""
    language = unit.language
    word = unit.norm(k)
    if cue.role != "finite":
        return k == cue.last
    if k > cue.last and unit.norm(k - 1) in language.heads:
        return False
    return bool(language.nominal_pattern.match(word)) and word not in language.nominal_not


def _paired(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object that stands between the subject and the preposition that the cue asks for."""
    partner = next((k for k in range(cue.last, end) if _is_partner(unit, cue, k)), -1)
    if partner < 0:
        return None
    if cue.role != "finite" or cue.suffixed:
        first = partner if cue.suffixed else cue.last
        return Opening("object", first, first)
    head = next((k for k in range(cue.last + 1, partner) if unit.norm(k) in unit.language.heads), -1)
    if head >= 0 and unit.norm(head - 1) not in unit.language.heads:
        return Opening("object", head, head)
    first = _definite_run(unit, cue, partner)
    if first < partner:
        return Opening("object", first, first)
    apart = unit.norm(partner) in cue.entry.links
    clitic = unit.norm(partner) not in cue.entry.pairs
    return Opening("object", partner, partner + 1 if apart else partner, offset=int(clitic))


def _definite_run(unit: Unit, cue: Cue, partner: int) -> int:
    """Return the first of the definite words just before `partner` that cannot belong to the subject."""
    article = unit.language.article
    first = partner
    while first > cue.last and article and unit.norm(first - 1).startswith(article):
        first -= 1
    closes_subject = first == cue.last or not unit.is_comma(first - 1)
    length = partner - first
    if length >= 2 and closes_subject:
        return first + (length + 1) // 2
    return first


def _is_partner(unit: Unit, cue: Cue, k: int) -> bool:
    word = unit.norm(k)
    article = unit.language.article
    if word in cue.entry.pairs:
        return True
    if article and any(word.startswith(pair + article) for pair in cue.entry.pairs if len(pair) == 1):
        return True
    return any(len(pair) == 1 and _has_clitic(unit, k, pair) for pair in cue.entry.pairs)
