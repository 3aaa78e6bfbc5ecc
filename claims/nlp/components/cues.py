"""Finds the words of a unit that may attribute something: lexicon forms, traps left out."""

from dataclasses import dataclass

from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry

_SHORTEST_SUBJECT = 3
_LONGEST_SUBJECT = 12
# Auxiliary, pronoun, and two adverbs before a participle.
_LONGEST_PERFECT = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of the lexicon in a unit, from token `first` to before token `last`.

    `joined` tells that a conjunction is written onto it, `suffixed` that an
    object pronoun is; `subject` is the token of a subject inside it (a-t-il dit), -1 for none.
    """

    entry: CueEntry
    role: str
    first: int
    last: int
    joined: bool = False
    suffixed: bool = False
    subject: int = -1

    def takes(self, complement: str) -> bool:
        """Tell whether the cue takes this kind of complement."""
        return complement in self.entry.takes


def find_cues(unit: Unit, first: int = 0, last: int | None = None) -> list[Cue]:
    """Return the cues among the tokens outside quotations, in order and disjoint."""
    found: list[Cue] = []
    k, end = first, len(unit) if last is None else last
    while k < end:
        skip = unit.longest(k, k + 6, unit.language.no_cues)
        if skip:
            k += skip
            continue
        cue = cue_at(unit, k) if unit.outside(k) else None
        if cue is not None and _stands(unit, cue):
            found.append(cue)
            k = cue.last
        else:
            k += 1
    return found


def cue_at(unit: Unit, k: int) -> Cue | None:
    """Return the cue whose first word stands at `k`, whatever stands around it."""
    word = unit.norm(k)
    plain = _match(unit, k, word)
    if plain is not None:
        return plain
    if word in unit.language.perfect_auxiliaries:
        return _match_perfect(unit, k)
    for clitic in unit.language.proclitics:
        if word.startswith(clitic) and len(word) > len(clitic) + 1:
            rest = word[len(clitic) :]
            joined = _match(unit, k, rest, joined=True) or _match_suffixed(unit, k, rest, joined=True)
            if joined is not None:
                return joined
    return _match_suffixed(unit, k, word)


def _match(unit: Unit, k: int, word: str, *, joined: bool = False) -> Cue | None:
    for phrase, form in unit.language.cue_forms.get(word, ()):
        if tuple(unit.norms(k + 1, k + len(phrase))) == phrase[1:] and not _runs_into_time(unit, k, phrase):
            return Cue(form.entry, form.role, k, k + len(phrase), joined)
    return None


def _match_perfect(unit: Unit, auxiliary: int) -> Cue | None:
    """Return the cue of an auxiliary and a participle, a pronoun tied to the first and adverbs between."""
    language = unit.language
    k, subject = auxiliary + 1, -1
    if k < len(unit) and unit.norm(k) in language.pronouns and unit.text[unit.tokens[k].start - 1] == "-":
        k, subject = k + 1, k
    while k - auxiliary < _LONGEST_PERFECT and (step := _adverbial(unit, k)):
        k += step
    for phrase, form in language.perfect_forms.get(unit.norm(k), ()):
        if tuple(unit.norms(k, k + len(phrase))) == phrase and not _runs_into_time(unit, k, phrase):
            return Cue(form.entry, form.role, auxiliary, k + len(phrase), subject=subject)
    return None


def _adverbial(unit: Unit, k: int) -> int:
    """Return how many tokens the adverb or adverbial phrase at `k` has (de son côté), 0 for none."""
    language = unit.language
    return unit.longest(k, k + 4, language.adverb_phrases) or int(unit.norm(k) in language.adverbs)


def _runs_into_time(unit: Unit, k: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether the preposition of a phrasal cue opens a time instead (insisted on Monday that)."""
    following = unit.norm(k + len(phrase))
    return (
        len(phrase) > 1 and phrase[-1] in unit.language.prepositions and following in unit.language.time_words
    )


def _match_suffixed(unit: Unit, k: int, word: str, *, joined: bool = False) -> Cue | None:
    for suffix in unit.language.object_suffixes:
        stem = word[: -len(suffix)]
        if not word.endswith(suffix) or len(stem) < 3:
            continue
        cue = _match(unit, k, stem, joined=joined)
        if cue is not None and cue.role == "finite" and cue.takes("object"):
            return Cue(cue.entry, cue.role, k, cue.last, joined, suffixed=True)
    return None


def _stands(unit: Unit, cue: Cue) -> bool:
    """Tell whether the form is used as a verb of saying here: neither negated nor a noun."""
    before = unit.norm(cue.first - 1)
    language = unit.language
    if unit.norm(cue.first) in language.plural_forms and cue.role == "finite":
        return before.endswith("s") or before in language.plural_subjects or _plural_before(unit, cue.first)
    if cue.role == "finite" and (before in unit.language.negators or before in unit.language.determiners):
        return before in unit.language.pronouns
    if cue.role == "finite" and before in unit.language.prepositions:
        return unit.language.subject_follows
    return not _modifies_next(unit, cue) and not _modifies_noun(unit, cue)


def _modifies_noun(unit: Unit, cue: Cue) -> bool:
    """Tell whether a participle is the adjective of the indefinite noun before it (إصابة مؤكدة)."""
    language = unit.language
    before, word = unit.norm(cue.first - 1), unit.norm(cue.last - 1)
    if cue.role != "participle" or not language.article or not before.isalpha():
        return False
    agrees = before.endswith(language.agreeing) and word.endswith(language.agreeing)
    plain = not before.startswith(language.article) and unit.norm(cue.last) not in language.openers
    return agrees and before[-1] == word[-1] and plain and unit.outside(cue.first - 1)


def _plural_before(unit: Unit, end: int) -> bool:
    """Tell whether the subject is a plural with a phrase after it (Traders in the market say)."""
    language = unit.language
    if (
        end < _SHORTEST_SUBJECT
        or not unit.tokens[end - 1].is_word
        or unit.norm(end - 1) in language.determiners
    ):
        return False
    for k in range(end - 2, max(end - _LONGEST_SUBJECT, 0) - 1, -1):
        word, following = unit.norm(k), unit.norm(k + 1)
        if not unit.tokens[k].is_word or word in language.subject_stops:
            return False
        plural = (word.endswith("s") and len(word) > _SHORTEST_SUBJECT) or word in language.plural_subjects
        opens = k == 0 or not unit.tokens[k - 1].is_word or unit.norm(k - 1) not in language.prepositions
        if plural and opens and following in language.prepositions | language.post_modifiers:
            return True
    return False


def _modifies_next(unit: Unit, cue: Cue) -> bool:
    """Tell whether a participle opens its sentence and describes its noun (Confirmed cases rose)."""
    language = unit.language
    if language.subject_follows or cue.role != "finite" or not unit.norm(cue.first).endswith(language.past):
        return False
    opens = not cue.first or unit.norm(cue.first - 1) in ".!?"
    following = unit.norm(cue.last)
    noun = following.isalpha() and not unit.tokens[cue.last].is_capital if following else False
    function = language.determiners | language.pronouns.keys() | language.prepositions | language.openers
    return opens and noun and following not in function
