"""Finds the objects of verbs that ask for a partner word, where the verb comes first: accused X of Y."""

from claims.nlp.components.clitics import has_clitic, may_have_clitic
from claims.nlp.components.contents import Opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.subjects import has_subject_before
from claims.nlp.components.units import Unit


def paired_object(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object that stands between the subject and the preposition that the cue asks for."""
    partner = _partner(unit, cue, end)
    if partner < 0:
        return None
    if cue.takes("at_pair"):
        return Opening("object", partner, partner)
    if cue.suffixed and unit.norm(partner) in unit.language.openers:
        return Opening("clause", partner, partner + 1)
    if cue.role != "finite" or cue.suffixed or has_subject_before(unit, cue):
        first = partner if cue.suffixed else cue.last
        return Opening("object", first, first)
    return _behind_subject(unit, cue, partner)


def _partner(unit: Unit, cue: Cue, end: int) -> int:
    """Return the partner word, else the first that may be one by its letters, -1 for none."""
    found = next((k for k in range(cue.last, end) if _is_partner(unit, cue, k)), -1)
    if found >= 0:
        return found
    clitics = [pair for pair in cue.entry.pairs if len(pair) == 1]
    return next((k for k in range(cue.last + 2, end) if may_have_clitic(unit, k, clitics)), -1)


def _behind_subject(unit: Unit, cue: Cue, partner: int) -> Opening:
    """Return the object where a complete subject ends, the partner word where none is told."""
    head = next((k for k in range(cue.last + 1, partner) if unit.norm(k) in unit.language.heads), -1)
    if head >= 0 and unit.norm(head - 1) not in unit.language.heads:
        return Opening("object", head, head)
    behind = _subject_end(unit, cue.last, partner)
    first = behind if cue.last < behind < partner else _definite_run(unit, cue, partner)
    if first < partner:
        return Opening("object", first, first)
    apart = unit.norm(partner) in cue.entry.links
    clitic = unit.norm(partner) not in cue.entry.pairs
    return Opening("object", partner, partner + 1 if apart else partner, offset=int(clitic))


def _subject_end(unit: Unit, start: int, limit: int) -> int:
    """Return where a subject of head, definite word and adjectives ends, `start` where none is told."""
    language, article = unit.language, unit.language.article
    k = start
    if not unit.norm(k).startswith(article):
        k += 1
    if k >= limit or not unit.norm(k).startswith(article):
        return start
    k += 1
    while k < limit and _is_adjective(unit, k):
        k += 1
    while k + 1 < limit and unit.norm(k) in language.inner_links:
        k += 2
    barred = language.prepositions | language.stops | language.conjunctions
    return k if k < limit and unit.tokens[k].is_word and unit.norm(k) not in barred else start


def _is_adjective(unit: Unit, k: int) -> bool:
    language, word = unit.language, unit.norm(k)
    relation = word.startswith(language.article) and word.endswith(language.relation)
    return relation or word in language.subject_adjectives


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
    return any(len(pair) == 1 and has_clitic(unit, k, pair) for pair in cue.entry.pairs)
