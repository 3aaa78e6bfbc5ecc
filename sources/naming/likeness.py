"""How likely two sources are one under two names, with the reasons for and against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from rapidfuzz.distance import Levenshtein

from sources.naming.keys import romanised
from sources.naming.looks import look_of
from sources.naming.words import NameWords, Part, words_of
from workbench.core.text import fold_name
from workbench.core.vowels import vowels_agree


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each reason counts, on a scale from 0 to 1.

    All reasoned, none measured: no public set says which sources of a newsroom's archive are one. They are
    set so that a name alike in four consonants or more is asked about, a shorter one only with something
    else for it, and that whatever speaks against weighs as much as a name in common speaks for.
    """

    same_words: float = 0.75
    same_sound_in_script: float = 0.65
    same_meaning: float = 0.75
    same_sound: tuple[float, ...] = (0.0, 0.0, 0.5, 0.58, 0.65, 0.7)
    """By the number of consonants and of vowels that Arabic writes; the last for all above."""
    near_sound: float = 0.56
    near_sound_from: int = 4
    """Consonants from which one may be another that romanisers take for it."""
    same_look: float = 0.7
    same_site: float = 0.3
    site_alone: float = 0.35
    """Added for one site where the names have nothing in common: editions are often named otherwise."""
    same_form: float = 0.06
    both_articles: float = 0.05
    same_kind: float = 0.05
    other_kind: float = -0.05
    same_country: float = 0.04
    other_country: float = -0.25
    other_medium: float = -0.35
    one_word_person: float = -0.3
    in_one_chain: float = -0.45
    threshold: float = 0.6
    """Below it nothing is proposed."""


WEIGHTS = Weights()
PERSON = "person"


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source as far as its identity is concerned: its spellings, and what is known of it."""

    id: str
    kind: str
    names: tuple[str, ...]
    country: str = ""
    sites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two are taken to be one, or not: a code that pages word, what it names, and what it counts."""

    code: str
    weight: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two sources being one and against. The score orders; it is no probability."""

    reasons: tuple[Reason, ...] = field(default=())

    @property
    def score(self) -> float:
        """Return the sum of the reasons, kept within [0, 1]."""
        return round(min(1.0, max(0.0, sum(reason.weight for reason in self.reasons))), 4)


def compare_sources(one: NamedSource, other: NamedSource, *, weights: Weights = WEIGHTS) -> Likeness:
    """Return how alike two sources are, by their best pair of spellings and by what is known of them.

    Nothing is said of whether they were met together; `met_in_one_chain` adds that.
    """
    named = max(
        (_compare_names(a, b, weights) for a, b in product(one.names, other.names)),
        key=lambda reasons: sum(reason.weight for reason in reasons),
        default=(),
    )
    shared = sorted(one.sites & other.sites)
    site = [Reason("same_site", weights.same_site, tuple(shared))] if shared else []
    if shared and not named:
        site.append(Reason("site_alone", weights.site_alone))
    if not named and not site:
        return Likeness()
    return Likeness((*named, *site, *_circumstances(one, other, named, weights)))


def met_in_one_chain(likeness: Likeness, claims: int, *, weights: Weights = WEIGHTS) -> Likeness:
    """Return the likeness of two sources that `claims` claims name side by side, as one quoting the other."""
    return Likeness((*likeness.reasons, Reason("in_one_chain", weights.in_one_chain, (str(claims),))))


def _compare_names(a: str, b: str, weights: Weights) -> tuple[Reason, ...]:
    """Return what two spellings have in common, with what their lesser words say; nothing for nothing."""
    one, other = words_of(a), words_of(b)
    main = _same_name((a, one), (b, other), weights)
    if main is None:
        return ()
    reasons = [main]
    if shared := sorted((one.forms | one.media) & (other.forms | other.media)):
        reasons.append(Reason("same_form", weights.same_form, tuple(shared)))
    if one.has_article and other.has_article:
        reasons.append(Reason("both_articles", weights.both_articles))
    if one.media and other.media and not one.media & other.media:
        media = (*sorted(one.media), *sorted(other.media))
        reasons.append(Reason("other_medium", weights.other_medium, media))
    return tuple(reasons)


def _same_name(a: tuple[str, NameWords], b: tuple[str, NameWords], weights: Weights) -> Reason | None:
    """Return the strongest sense in which two names are one."""
    found = [reason for rule in _RULES if (reason := rule(a, b, weights))]
    return max(found, key=lambda reason: reason.weight, default=None)


def _same_words(a: tuple[str, NameWords], b: tuple[str, NameWords], weights: Weights) -> Reason | None:
    if a[1].folded != b[1].folded:
        return None
    return Reason("same_words", weights.same_words, (a[0], b[0]))


def _same_meaning(a: tuple[str, NameWords], b: tuple[str, NameWords], weights: Weights) -> Reason | None:
    one, other = a[1], b[1]
    if one.is_arabic == other.is_arabic or len(one.core) < 2 or one.meanings != other.meanings:
        return None
    return Reason("same_meaning", weights.same_meaning, (a[0], b[0])) if one.meanings else None


def _same_look(a: tuple[str, NameWords], b: tuple[str, NameWords], weights: Weights) -> Reason | None:
    if look_of(a[0]) != look_of(b[0]) or fold_name(a[0]) == fold_name(b[0]):
        return None
    return Reason("same_look", weights.same_look, (a[0], b[0]))


def _same_sound(a: tuple[str, NameWords], b: tuple[str, NameWords], weights: Weights) -> Reason | None:
    one, other = a[1], b[1]
    if not _vowels_fit(one, other):
        return None
    if "".join(one.sounds) == "".join(other.sounds):
        place = min(_sounds_in_common(one, other), len(weights.same_sound) - 1)
        return Reason("same_sound", weights.same_sound[place], (a[0], b[0]))
    long = sum(map(len, one.sounds)) >= weights.near_sound_from
    near = len(one.sounds) == len(other.sounds) and all(map(_near, one.core, other.core))
    return Reason("near_sound", weights.near_sound, (a[0], b[0])) if long and near else None


def _same_spelling(a: tuple[str, NameWords], b: tuple[str, NameWords], weights: Weights) -> Reason | None:
    """Compare within one script: as romanisers write one sound, or one letter apart inside a long name."""
    one, other = a[1], b[1]
    if one.is_arabic != other.is_arabic or one.sounds != other.sounds:
        return None
    written = [words.folded if words.is_arabic else romanised(words.folded) for words in (one, other)]
    if written[0] == written[1] or _slip(*written):
        return Reason("same_spelling", weights.same_sound_in_script, (a[0], b[0]))
    return None


def _slip(one: str, other: str) -> bool:
    """Tell whether two names of one script differ in one letter inside a long word, as by a slip."""
    words = list(zip(one.split(), other.split(), strict=False))
    ends = all(x[0] == y[0] and x[-1] == y[-1] for x, y in words)
    long = all(x == y or min(len(x), len(y)) >= _LONG_WORD for x, y in words)
    return ends and long and Levenshtein.distance(one, other, score_cutoff=1) <= 1


_LONG_WORD = 6
"""Letters from which one may differ within one script; in shorter words another letter is another word."""
_LONG_VOWELS, _LATIN_VOWELS = frozenset("اوي"), frozenset("aeiou")
_AIN = "ع"
"""A letter that romanisers leave out or write as h: Nehme for نعمة."""
_TAKEN_FOR = tuple(map(frozenset, ("sz", "s$", "dz", "td", "kg", "gj", "kx", "hx", "bf")))
"""Consonants of the skeleton that are written for each other across scripts: Reuters is رويترز."""
_RULES = (_same_words, _same_meaning, _same_look, _same_sound, _same_spelling)


def _vowels_fit(one: NameWords, other: NameWords) -> bool:
    """Tell whether an Arabic and a Latin name may have the same vowels; two of one script: no."""
    if one.is_arabic == other.is_arabic:
        return False
    arabic, latin = (one, other) if one.is_arabic else (other, one)
    pairs = zip(arabic.folded.split(), latin.folded.split(), strict=False)
    return all(vowels_agree(x, y) for x, y in pairs)


def _sounds_in_common(one: NameWords, other: NameWords) -> int:
    """Return how many consonants two names of equal consonants have, and vowels that Arabic writes as well.

    One consonant is no name, and an abbreviation (PUK, أوبك) has too few vowels to be read as a word.
    """
    arabic, latin = (one, other) if one.is_arabic else (other, one)
    consonants = sum(map(len, one.sounds))
    written = sum(letter in _LONG_VOWELS for letter in arabic.folded)
    spoken = sum(letter in _LATIN_VOWELS for letter in romanised(latin.folded))
    return consonants + written if consonants > 1 and written <= spoken else min(consonants, 2)


def _near(one: Part, other: Part) -> bool:
    """Tell whether one consonant of a word at most is another that romanisers take for it, or ع left out."""
    a, b = one.sound, other.sound
    if _AIN in one.text + other.text:
        a, b = (sound[:1] + sound[1:].replace("h", "") for sound in (a, b))
    if len(a) != len(b):
        return False
    apart = [{x, y} for x, y in zip(a, b, strict=True) if x != y]
    return not apart or (len(apart) == 1 and frozenset(apart[0]) in _TAKEN_FOR)


def _circumstances(
    one: NamedSource, other: NamedSource, named: Sequence[Reason], weights: Weights
) -> Iterator[Reason]:
    if one.kind == other.kind:
        yield Reason("same_kind", weights.same_kind, (one.kind,))
    else:
        yield Reason("other_kind", weights.other_kind, (one.kind, other.kind))
    if one.country and other.country:
        same = one.country == other.country
        weight = weights.same_country if same else weights.other_country
        yield Reason("same_country" if same else "other_country", weight, (one.country, other.country))
    if PERSON in {one.kind, other.kind} and named and _is_one_word(named[0]):
        yield Reason("one_word_person", weights.one_word_person)


def _is_one_word(reason: Reason) -> bool:
    return any(len(words_of(name).core) == 1 for name in reason.words)
