"""Finds nominal contents: what is denied, demanded, announced, or said of somebody."""

from claims.nlp.components.clitics import carries, has_clitic, may_have_clitic
from claims.nlp.components.contents import Opening
from claims.nlp.components.cues import Cue
from claims.nlp.components.drafts import Reading, governing_verb
from claims.nlp.components.paired import paired_object
from claims.nlp.components.phrases import skip_adjuncts
from claims.nlp.components.subjects import has_subject_before, source_left, subject_before
from claims.nlp.components.units import STOPS, Unit
from claims.nlp.types import Modality

_REACH = 24
_GERUND = 4


def nominal_opening(reading: Reading, cue: Cue) -> Opening | None:
    """Return where the nominal content of `cue` begins, None where it has none."""
    unit = reading.unit
    if cue.role == "noun" and cue.entry.pairs and governing_verb(reading, cue) is None:
        return None
    if unit.language.verb_last and not cue.entry.closes:
        return None
    if unit.language.subject_follows and cue.role == "finite" and not _in_verb_position(unit, cue):
        return None
    end = min(reading.bounds.end_after(cue.last), cue.last + _REACH)
    if cue.takes("infinitive"):
        return _infinitive(unit, cue, end) or (_object(unit, cue, end) if cue.takes("object") else None)
    if cue.entry.links and not cue.entry.pairs:
        return _linked(unit, cue, end)
    return (_after_subject if unit.language.subject_follows else _object)(unit, cue, end)


def _infinitive(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the infinitive behind the cue, or behind a preposition that it governs (promet de partir)."""
    first = skip_adjuncts(unit, cue.last, end)
    if _is_infinitive(unit, first, end):
        return Opening("object", first, first)
    clause = next((k for k in range(first, end) if unit.is_comma(k) or unit.norm(k) in STOPS), end)
    links = (k for k in range(cue.last, clause) if unit.norm(k) in cue.entry.links)
    found = next((k + 1 for k in links if _is_infinitive(unit, k + 1, clause)), -1)
    return Opening("object", found, found) if found >= 0 else None


def _is_infinitive(unit: Unit, k: int, end: int) -> bool:
    """Tell whether an infinitive stands here, pronouns and negations before it left aside."""
    language = unit.language
    while k < end and unit.norm(k) in language.verb_clitics | language.negators:
        k += 1
    if k >= end or unit.tokens[k].is_capital or unit.norm(k) in language.time_words:
        return False
    return len(unit.norm(k)) >= _GERUND and unit.norm(k).endswith(language.infinitive_endings or ("\0",))


def _in_verb_position(unit: Unit, cue: Cue) -> bool:
    """Tell whether a verb may stand here: opening its clause, or behind a subject that opens it."""
    language = unit.language
    start = unit.sentence_start(cue.first)
    before = unit.norm(cue.first - 1)
    opens = language.openers | language.relatives | language.adverbs | language.subject_stops
    if cue.joined or cue.first == start or before in opens or not before[:1].isalnum():
        return True
    if subject_before(unit, cue.first) is not None:
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
    if own_act or (cue.entry.pairs and not _complete(unit, partner)):
        return _result(unit, cue, first, clause, own_act=own_act)
    if partner >= 0 and unit.norm(partner + 1) in unit.language.openers:
        return Opening("object", partner + 1, partner + 2)
    return Opening("object", first, first)


def _complete(unit: Unit, partner: int) -> bool:
    """Tell whether the partner word is there, with a figure behind it where it asks for one (put it at)."""
    figures = unit.language.figures
    if partner < 0 or unit.norm(partner) != unit.language.figure_link or not figures:
        return partner >= 0
    following = unit.norm(partner + 1)
    return following in figures or not following[:1].isalpha()


def _result(unit: Unit, cue: Cue, first: int, clause: int, *, own_act: bool) -> Opening | None:
    """Return what somebody wants done (wants the wells tested, wants to see it changed, advises closing)."""
    language = unit.language
    if cue.takes("gerund") and unit.norm(first).endswith(language.gerund) and len(unit.norm(first)) > _GERUND:
        return Opening("object", first, first)
    if not cue.takes("result"):
        return None
    if own_act:
        if unit.norm(first + 1) not in language.causing:
            return None
        first += 2
    done = any(_is_done(unit, k) for k in range(first + 1, clause))
    return Opening("object", first, first) if done else None


def _is_done(unit: Unit, k: int) -> bool:
    """Tell whether a passive participle stands here behind its noun."""
    language = unit.language
    word, before = unit.norm(k), unit.norm(k - 1)
    passive = word in language.participles or (word.endswith(language.past) and len(word) >= _GERUND)
    behind_noun = before not in language.determiners | language.prepositions | language.auxiliaries
    return passive and behind_noun and not unit.tokens[k].is_capital


def _begins_phrase(unit: Unit, k: int) -> bool:
    token = unit.tokens[k]
    language = unit.language
    barred = (language.prepositions | language.conjunctions | language.relatives) - {language.infinitive}
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
        if any(has_clitic(unit, k, clitic) for clitic in clitics):
            return Opening("object", k, k, offset=1)
    bare = cue.role == "finite" and not has_subject_before(unit, cue)
    if not bare and any(carries(unit, cue.last, clitic) for clitic in clitics):
        return Opening("object", cue.last, cue.last, offset=1)
    loose = (k for k in range(cue.last + bare, stop) if may_have_clitic(unit, k, clitics))
    found = next(loose, -1)
    return Opening("object", found, found, offset=1) if found >= 0 else None


def _after_subject(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object behind the subject of a verb-first clause."""
    if cue.entry.pairs:
        return paired_object(unit, cue, end)
    if cue.role == "finite" and has_subject_before(unit, cue):
        return _behind_cognates(unit, cue, end)
    found = next((k for k in range(cue.last, end) if _opens_nominal(unit, cue, k)), -1)
    return Opening("object", found, found) if found >= 0 else None


def _behind_cognates(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the object right behind a verb whose subject stands before it (denied flatly his meeting)."""
    language = unit.language
    first = cue.last
    while first < end and _is_cognate(unit, first):
        first += 1
    word = unit.norm(first)
    if first >= end or not unit.tokens[first].is_word or word in language.prepositions | language.openers:
        return None
    return Opening("object", first, first)


def _is_cognate(unit: Unit, k: int) -> bool:
    """Tell an adverbial accusative, as all that stand together before an object are (نفيا قاطعا)."""
    word, language = unit.norm(k), unit.language
    ending = language.cognates
    return bool(ending) and word.endswith(ending) and not word.startswith(language.article)


def _opens_nominal(unit: Unit, cue: Cue, k: int) -> bool:
    """Tell whether the word at `k` opens a nominal content of its own after a complete source."""
    language = unit.language
    word = unit.norm(k)
    if cue.role != "finite":
        return k == cue.last
    if k > cue.last + 1 and _addressed(unit, k - 1):
        return unit.tokens[k].is_word and word not in language.prepositions | language.same
    if k > cue.last and unit.norm(k - 1) in language.heads:
        return False
    return bool(language.nominal_pattern.match(word)) and word not in language.nominal_not


def _addressed(unit: Unit, k: int) -> bool:
    """Tell whether the phrase of the person spoken to ends at `k` (للوكالة, للوكالة ذاتها)."""
    language = unit.language
    at = k - 1 if unit.norm(k) in language.same else k
    return unit.norm(at) in language.addressees
