"""Decides what an originator does with a content: assert, deny, demand, predict or allege it."""

from itertools import islice

from claims.nlp.components.drafts import Draft
from claims.nlp.components.units import Unit
from claims.nlp.lexicon import Language
from claims.nlp.tokens import Token, tokenize
from claims.nlp.types import AttributionForm, Modality, Span

# The main verb of a news sentence stands among its first words; a future deep inside says little of it.
_HEAD_WORDS = 12
_NEAR_WORDS = 8
# Longer contents are not read to their end, which keeps the cost of any text linear.
_MOST_WORDS = 60


def modality_of(unit: Unit, draft: Draft) -> Modality:
    """Return the modality of a draft: its cue's, unless the main verb of an assertion says otherwise."""
    given = draft.entry.modality
    if given is not Modality.ASSERTED or not draft.content:
        return given
    if _foresees(unit, draft):
        return Modality.PREDICTED
    if unit.language.verb_last:
        return _by_last_verb(unit, draft)
    words = _first_words(unit.text, draft.content[0], unit.language)
    if len(draft.content) > 1 and not any(t.norm in unit.language.finite_verbs for t in words):
        words += _first_words(unit.text, draft.content[1], unit.language)
    reported = draft.form is AttributionForm.CLAUSE
    marks = unit.language.future | (unit.language.future_in_past if reported else frozenset())
    return _by_main_verb(words, unit.language, marks)


def _foresees(unit: Unit, draft: Draft) -> bool:
    """Tell whether cue and complement together look ahead: warns of it, thinks it likely to come."""
    language = unit.language
    key, at = draft.entry.key, draft.content[0].start
    first = next((k for k, token in enumerate(unit.tokens) if token.start >= at), len(unit))
    if first >= len(unit) or not draft.cue or draft.cue[0].start > at:
        return False
    before, word = unit.norm(first - 1), unit.norm(first)
    if key in language.warning_keys:
        return before in draft.entry.links
    if key in language.weighing_keys:
        return (
            before in language.openers and word.startswith(language.imperfect) and word not in language.being
        )
    nominal = draft.form is AttributionForm.NOMINAL and key in language.announcing_keys
    words = [token.norm for token in unit.tokens[first:] if token.end <= draft.content[0].end]
    return nominal and any(word in language.coming for word in words)


def _first_words(text: str, span: Span, language: Language, limit: int = _HEAD_WORDS) -> list[Token]:
    tokens = tokenize(text, span, language.joints)
    return list(islice((token for token in tokens if token.is_word), limit))


def _by_main_verb(words: list[Token], language: Language, future: frozenset[str]) -> Modality:
    relative = False
    for position, token in enumerate(words[:_HEAD_WORDS]):
        word = token.norm
        if word in language.relatives and position > 0:
            relative = True
        if position and word in language.plain_cue_verbs and not relative:
            return Modality.ASSERTED
        if is_future(word, language, future) and not relative:
            return Modality.PREDICTED
        if word in language.obligation and not relative and position < _NEAR_WORDS:
            return Modality.DEMANDED
        if word in language.finite_verbs and not language.subject_follows:
            if relative:
                relative = False
                continue
            return _with_infinitive(words[position : position + 4], language)
    return Modality.ASSERTED


def _by_last_verb(unit: Unit, draft: Draft) -> Modality:
    """Return what the verb at the end of a content says, and any word of obligation before it."""
    language = unit.language
    words = [token.norm for token in _first_words(unit.text, draft.content[-1], language, _MOST_WORDS)]
    if any(is_future(word, language, language.future) for word in words[-_NEAR_WORDS:]):
        return Modality.PREDICTED
    return Modality.DEMANDED if language.obligation.intersection(words) else Modality.ASSERTED


def _with_infinitive(words: list[Token], language: Language) -> Modality:
    """Return the forecast of "is to" and "are going to", otherwise an assertion."""
    following = [t.norm for t in words[1:]]
    while following and following[0] in language.future:
        following.pop(0)
    if following and following[0] in language.expected and words[0].norm in language.auxiliaries:
        following.pop(0)
    future = following[:1] == [language.infinitive]
    return Modality.PREDICTED if future and words[0].norm in language.auxiliaries else Modality.ASSERTED


def is_future(word: str, language: Language, marks: frozenset[str]) -> bool:
    """Tell whether a folded word marks the future in this language, by one of the marks."""
    if word in marks:
        return True
    return word not in language.future_not and any(_bears(word, mark) for mark in marks)


def _bears(word: str, mark: str) -> bool:
    """Tell whether a word begins with a mark "x-" or ends with a mark "-x"."""
    prefixed = mark.endswith("-") and word.startswith(mark[:-1])
    suffixed = mark.startswith("-") and word.endswith(mark[1:])
    return (prefixed or suffixed) and len(word) > len(mark)
