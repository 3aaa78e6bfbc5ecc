"""Finds the words of a unit that may attribute something: lexicon forms, traps left out."""

from dataclasses import dataclass

from claims.nlp.components.units import Unit
from claims.nlp.lexicon import CueEntry, longest_phrase


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of the lexicon in a unit, from token `first` to before token `last`.

    `joined` tells that a conjunction is written onto it, `suffixed` that an
    object pronoun is.
    """

    entry: CueEntry
    role: str
    first: int
    last: int
    joined: bool = False
    suffixed: bool = False

    def takes(self, complement: str) -> bool:
        """Tell whether the cue takes this kind of complement."""
        return complement in self.entry.takes


def find_cues(unit: Unit, first: int = 0, last: int | None = None) -> list[Cue]:
    """Return the cues among the tokens outside quotations, in order and disjoint."""
    found: list[Cue] = []
    k, end = first, len(unit) if last is None else last
    while k < end:
        skip = longest_phrase(unit.norms(k, k + 6), unit.language.no_cues)
        if skip:
            k += skip
            continue
        cue = _cue_at(unit, k) if unit.outside(k) else None
        if cue is not None and _stands(unit, cue):
            found.append(cue)
            k = cue.last
        else:
            k += 1
    return found


def _cue_at(unit: Unit, k: int) -> Cue | None:
    word = unit.norm(k)
    plain = _match(unit, k, word)
    if plain is not None:
        return plain
    for clitic in unit.language.proclitics:
        if word.startswith(clitic) and len(word) > len(clitic) + 1:
            rest = word[len(clitic) :]
            joined = _match(unit, k, rest, joined=True) or _match_suffixed(unit, k, rest, joined=True)
            if joined is not None:
                return joined
    return _match_suffixed(unit, k, word)


def _match(unit: Unit, k: int, word: str, *, joined: bool = False) -> Cue | None:
    for phrase, form in unit.language.cue_forms.get(word, ()):
        if tuple(unit.norms(k + 1, k + len(phrase))) == phrase[1:]:
            return Cue(form.entry, form.role, k, k + len(phrase), joined)
    return None


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
        return before.endswith("s") or before in language.plural_subjects
    if cue.role == "finite" and (before in unit.language.negators or before in unit.language.determiners):
        return before in unit.language.pronouns
    if cue.role == "finite" and before in unit.language.prepositions:
        return unit.language.subject_follows
    return True
