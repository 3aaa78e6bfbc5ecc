"""Reads the noun phrases that stand before their verb of saying."""

from typing import Protocol

from claims.nlp.components.phrases import (
    DASHES,
    MAX_SOURCE,
    Range,
    ends_source,
    ends_with,
    has_finite,
    is_reduced_clause,
    looks_past,
)
from claims.nlp.components.units import COMMAS, Unit

# A source without any mark between it and the clause before: a few nouns back from the verb.
_MAX_BARE_SOURCE = 7


class Verb(Protocol):
    """A verb of saying in its unit."""

    @property
    def first(self) -> int:
        """Its first token."""
        ...

    @property
    def joined(self) -> bool:
        """Whether a conjunction is written onto it."""
        ...


def has_subject_before(unit: Unit, cue: Verb) -> bool:
    """Tell whether the verb's own subject stands before it."""
    joined = unit.norm(cue.first) if cue.joined else ""
    return subject_before(unit, cue.first, joined=joined) is not None


def source_left(unit: Unit, end: int) -> Range | None:
    """Return the noun phrase that ends just before token `end`: the subject of the verb there."""
    language = unit.language
    while end > 0 and _between(unit, end - 1) and unit.outside(end - 1):
        end -= 1
    if end == 0 or not unit.outside(end - 1) or unit.norm(end - 1) in language.conjunctions:
        return None
    if not unit.is_comma(end - 1):
        start = _phrase_start(unit, end)
        if start >= end or not (unit.tokens[start].is_word or end - start > 2):
            return _before_adjuncts(unit, end) if language.verb_last else None
        return (start, _clipped(unit, start, end))
    return _subject_before_parenthesis(unit, end - 1)


def _before_adjuncts(unit: Unit, end: int) -> Range | None:
    """Return the subject that a comma parts from the adjuncts of its verb, if these stand alone."""
    start = segment_start(unit, end)
    return _subject_before_parenthesis(unit, start - 1) if start and unit.is_comma(start - 1) else None


def _between(unit: Unit, k: int) -> bool:
    """Tell whether a word may stand between a subject and its verb: an adverb, an object pronoun."""
    word, language = unit.norm(k), unit.language
    return word in language.adverbs or (
        k > 0 and word in language.verb_clitics and unit.tokens[k - 1].is_word
    )


def subject_before(unit: Unit, cue_first: int, *, joined: str = "") -> Range | None:
    """Return the subject that a verb-first language puts before its verb: behind "but", or as a topic.

    >>> # لكن المدير نفى, غير أن مصدرا نفى, أما المدير فنفى
    """
    language = unit.language
    end = cue_first
    while end > 0 and unit.norm(end - 1) in language.adverbs and unit.outside(end - 1):
        end -= 1
    start = segment_start(unit, end)
    lead = unit.norm(start - 1)
    if not language.contrasts or start >= end or lead not in language.contrasts or not unit.outside(end - 1):
        return None
    topic = lead in language.topics
    linked = unit.norm(cue_first).startswith(language.topic_link) or unit.norm(end).startswith(
        language.topic_link
    )
    if (topic and not linked) or (joined and not topic):
        return None
    if lead == language.complement and unit.norm(start - 2) not in language.opener_blocks:
        return None
    return (start, _clipped(unit, start, end))


def _clipped(unit: Unit, start: int, end: int) -> int:
    """Return where a subject ends that stands before its verb: at a relative clause or adjunct."""
    if not unit.language.subject_follows:
        cuts = (k for k in range(start + 1, end) if unit.norm(k) in unit.language.relatives)
        reduced = (k for k in range(start + 2, end) if is_reduced_clause(unit, k))
        # Behind a quantifier the first preposition belongs to the subject (some of the residents).
        first = start + 1 + (unit.norm(start) in unit.language.determiners)
        adjuncts = (k for k in range(first, end) if unit.norm(k) in unit.language.subject_ends)
        return min(next(cuts, end), next(reduced, end), next(adjuncts, end))
    return next((k for k in range(start + 1, end) if ends_source(unit, start, k, end)), end)


def _subject_before_parenthesis(unit: Unit, comma: int) -> Range | None:
    """Return the subject that a parenthesis between commas separates from its verb."""
    end = comma
    while True:
        opening = next((k for k in range(end - 1, -1, -1) if unit.is_comma(k) or _sentence_end(unit, k)), -1)
        if opening < 0 or _sentence_end(unit, opening):
            return _before_relative(unit, opening + 1, end) if unit.language.verb_last else None
        inner = list(unit.norms(opening + 1, end))
        aside = _is_aside(unit, opening + 1) or all(word in unit.language.adverbs for word in inner)
        raw = segment_start(unit, opening)
        if not _is_aside(unit, raw) and not unit.language.subject_follows and has_finite(unit, raw, opening):
            return None
        start = _phrase_start(unit, opening)
        if start >= opening:
            return None
        if _is_aside(unit, start):
            end = opening
            if start == 0 or not unit.is_comma(start - 1):
                return None
            continue
        if has_finite(unit, start, opening):
            return None
        return (start, opening if aside or end != comma else comma)


def _before_relative(unit: Unit, start: int, end: int) -> Range | None:
    """Return the words before a relative clause that a comma closes but none opens."""
    relative = next((k for k in range(start + 1, end) if unit.norm(k) in unit.language.relatives), -1)
    return (start, relative) if relative > 0 and not has_finite(unit, start, relative) else None


def _is_aside(unit: Unit, k: int) -> bool:
    word = unit.norm(k)
    language = unit.language
    return word in language.relatives or word in language.prepositions or ends_with(word, language.gerund)


def _sentence_end(unit: Unit, k: int) -> bool:
    return unit.norm(k) in ".!?؟:;" or not unit.outside(k)


def _phrase_start(unit: Unit, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins."""
    language = unit.language
    start = _after_adverbials(unit, segment_start(unit, end), end)
    who = language.relatives if language.verb_last else language.relatives - language.openers
    head_end = next((k for k in range(start + 1, end) if unit.norm(k) in who), end)
    if not language.subject_follows and has_finite(unit, start, head_end):
        return _bare_phrase_start(unit, end)
    return start


def segment_start(unit: Unit, end: int) -> int:
    """Return where the stretch before `end` without comma, stop or subordinator begins."""
    k = end
    while k > 0 and end - k < MAX_SOURCE:
        before = unit.norm(k - 1)
        if unit.is_comma(k - 1) or before in unit.language.subject_stops or _sentence_end(unit, k - 1):
            break
        if before in DASHES and before != "-":
            break
        k -= 1
    return k


def _after_adverbials(unit: Unit, start: int, end: int) -> int:
    """Return `start` moved behind the conjunctions, adverbs and adverbial phrases that open the clause."""
    language = unit.language
    k = start
    while k < end - 1:
        word = unit.norm(k)
        if word in language.conjunctions or word in language.adverbs or word in language.time_words:
            k += 1
        elif word in language.prepositions and not language.subject_follows:
            k = _after_prepositional(unit, k, end)
        else:
            break
    return k


def _after_prepositional(unit: Unit, k: int, end: int) -> int:
    """Return the start of the phrase that follows the prepositional phrase at `k`."""
    language = unit.language
    if unit.norm(end - 1) in language.pronouns:
        return end - 1
    for j in range(k + 2, end):
        opens = unit.norm(j) in language.determiners and unit.norm(j - 1) not in language.prepositions
        follows = unit.norm(j - 1) in language.time_words and unit.norm(j) not in language.time_words
        named = language.verb_last and unit.norm(j) in language.titles | language.pronouns.keys()
        if opens or follows or named:
            return j
    return end if language.verb_last else k + 1


def _bare_phrase_start(unit: Unit, end: int) -> int:
    """Return the start of the last few nouns before `end`, where nothing marks off the clause before them."""
    language = unit.language
    k = end
    while k > 0 and end - k < _MAX_BARE_SOURCE:
        word = unit.norm(k - 1)
        if not unit.tokens[k - 1].is_word or word in language.prepositions - language.inner_links:
            break
        if word in language.finite_verbs or looks_past(unit, k - 1) or word in COMMAS:
            break
        if language.verb_last and (word in language.relatives or has_finite(unit, k - 1, k)):
            break
        if word in language.pronouns and end - k > 0:
            break
        k -= 1
        if word in language.determiners or word in language.pronouns:
            break
    while k < end - 1 and unit.norm(k) in language.inner_links | language.conjunctions | language.time_words:
        k += 1
    return k
