"""Finds where a content begins after its cue and where it ends."""

from bisect import bisect_right
from dataclasses import dataclass

from claims.nlp.components.cues import Cue
from claims.nlp.components.phrases import has_finite, skip_adjuncts
from claims.nlp.components.subjects import source_left
from claims.nlp.components.units import COMMAS, STOPS, Unit
from claims.nlp.lexicon import longest_phrase
from claims.nlp.types import Quote, Span

_MARKS_AND_WORD = 2
_CLOSE_OPENING = 4
# Tokens from a comma to the verb of the main clause, in a language that puts it last.
_CLOSE_VERB = 9
_LEADING = frozenset(",،:;-–—")
_TRAILING = frozenset(",،.;؛:!-–—")


@dataclass(frozen=True, slots=True)
class Opening:
    """What introduces a content: the token that does (`at`) and the first token of the content."""

    kind: str
    at: int
    first: int
    offset: int = 0


class ContentBounds:
    """The places of a unit where an indirect content must end."""

    def __init__(self, unit: Unit, cues: list[Cue]) -> None:
        self.unit = unit
        self.cue_at = {cue.first: cue for cue in cues}
        self.breaks = sorted(k for k in range(len(unit)) if unit.outside(k) and self._breaks_at(k))
        self.own_words = [k for k in range(len(unit)) if own_words(unit, k)]

    def end_after(self, first: int) -> int:
        """Return where the content that begins at token `first` ends."""
        place = bisect_right(self.breaks, first)
        end = self.breaks[place] if place < len(self.breaks) else len(self.unit)
        return self._without_own_words(first, end)

    def _without_own_words(self, first: int, end: int) -> int:
        for k in self.own_words:
            if first < k < end:
                return k
        return end

    def _breaks_at(self, k: int) -> bool:
        unit = self.unit
        word = unit.norm(k)
        if word in STOPS or (word in ".!?؟" and k + 1 < len(unit)):
            return True
        cue = self.cue_at.get(k)
        if cue is not None and self._cue_breaks(cue):
            return True
        if unit.is_comma(k):
            return self._comma_breaks(k)
        if unit.longest(k, k + 4, unit.language.bare_breaks):
            return True
        return is_according_to(unit, k) > 0 or self._second_opener(k) or self._coordinates(k)

    def _cue_breaks(self, cue: Cue) -> bool:
        unit = self.unit
        after_comma = unit.norm(cue.first - 1) in COMMAS
        if cue.role == "participle":
            close = find_opening(unit, cue, _CLOSE_OPENING) is not None or self._linked(cue, 1)
            return after_comma or (cue.first > 0 and close)
        if cue.role != "finite" or cue.first == 0:
            return False
        if cue.joined:
            linked = cue.takes("object") and (after_comma or self._linked(cue, 4))
            return linked or find_opening(unit, cue) is not None
        return False

    def _coordinates(self, k: int) -> bool:
        """Tell whether the conjunction at `k` joins a verb of saying to the one before."""
        unit = self.unit
        if unit.norm(k) not in unit.language.conjunctions:
            return False
        following = k + 1
        while following < len(unit) and unit.norm(following) in unit.language.adverbs:
            following += 1
        cue = self.cue_at.get(following)
        return cue is not None and cue.role == "finite"

    def _linked(self, cue: Cue, reach: int) -> bool:
        """Tell whether the preposition that the cue governs follows within `reach` tokens."""
        following = list(self.unit.norms(cue.last, cue.last + reach))
        return any(word in cue.entry.links for word in following)

    def _comma_breaks(self, k: int) -> bool:
        unit = self.unit
        if unit.longest(k + 1, k + 5, unit.language.aside_breaks):
            return True
        cue = self.cue_at.get(k + 1)
        if cue is not None and cue.role == "finite" and unit.language.subject_follows and not cue.joined:
            return find_opening(unit, cue) is not None
        if unit.language.verb_last and self._verb_behind(k):
            return True
        step = unit.longest(k + 1, k + 5, unit.language.breaks)
        if not step:
            return self._trailing_cue_after(k)
        return unit.language.subject_follows or any(
            j in self.cue_at for j in range(k + 1, min(k + 9, len(unit)))
        )

    def _verb_behind(self, k: int) -> bool:
        """Tell whether a verb that opens a content follows the comma at `k`, behind adjuncts at most."""
        for j in range(k + 1, min(k + _CLOSE_VERB, len(self.unit))):
            cue = self.cue_at.get(j)
            if cue is not None and cue.role == "finite":
                return find_opening(self.unit, cue) is not None
            if self.unit.is_comma(j) or not self.unit.outside(j):
                return False
        return False

    def _trailing_cue_after(self, k: int) -> bool:
        """Tell whether nothing but a subject and its verb of saying follows the comma at `k`."""
        unit = self.unit
        for j in range(k + 2, min(k + 10, len(unit))):
            cue = self.cue_at.get(j)
            if cue is not None and cue.role == "finite" and cue.takes("trail"):
                source = source_left(unit, cue.first)
                return source is not None and source[0] == k + 1 and self._sentence_ends(cue.last)
            if unit.is_comma(j):
                return False
        return False

    def _sentence_ends(self, k: int) -> bool:
        unit = self.unit
        end = next((j for j in range(k, len(unit)) if unit.norm(j) in ".!?" and unit.outside(j)), len(unit))
        return skip_adjuncts(unit, k, end) >= end

    def _second_opener(self, k: int) -> bool:
        """Tell whether a second "that" opens here, joined to the first by "and"."""
        unit = self.unit
        word, before = unit.norm(k), unit.norm(k - 1)
        openers = unit.language.openers
        if word not in openers and any(
            word.startswith(c) and word[len(c) :] in openers for c in unit.language.proclitics
        ):
            return True
        return before in unit.language.conjunctions and word in openers


def own_words(unit: Unit, k: int) -> int:
    """Return how many tokens a reference back to the source has at `k` (in his words), else 0."""
    language = unit.language
    step = unit.longest(k, k + 6, language.own_words)
    if step or not language.possessives:
        return step
    lead = unit.longest(k, k + 3, language.according_to)
    word = unit.norm(k + lead)
    refers = word.endswith(language.possessives) and len(word) > 4 and not word.startswith(language.article)
    return lead + 1 if lead and refers and word not in language.report_verbs else 0


def is_according_to(unit: Unit, k: int) -> int:
    """Return how many tokens the prepositional cue at `k` has, 0 where there is none."""
    language = unit.language
    step = unit.longest(k, k + 6, language.according_to)
    if not step:
        step = _joined_according_to(unit, k)
    if not step or own_words(unit, k):
        return 0
    following = unit.norm(k + step)
    if unit.norm(k + step - 1) == language.what and step > 1 and following not in language.report_verbs:
        return 0
    if following in language.not_sources or not following or following in COMMAS:
        return 0
    return step


def _joined_according_to(unit: Unit, k: int) -> int:
    head = unit.norm(k)
    for clitic in unit.language.proclitics:
        if head.startswith(clitic):
            rest = [head[len(clitic) :], *unit.norms(k + 1, k + 5)]
            step = longest_phrase(rest, unit.language.according_to)
            if step:
                return step
    return 0


def find_opening(unit: Unit, cue: Cue, reach: int | None = None) -> Opening | None:
    """Return what opens the content within `reach` tokens of `cue`: an opener, a colon or a quotation."""
    language = unit.language
    most = language.opener_reach
    reach = most if reach is None else min(reach, most)
    for k in range(cue.last, min(cue.last + reach, len(unit))):
        if not unit.outside(k):
            return Opening("quote", k, k)
        word = unit.norm(k)
        if word == ":":
            return Opening("colon", k, k + 1) if k + 1 < len(unit) else None
        if word in STOPS or word in ".!?؟":
            return None
        if word in language.openers and unit.norm(k - 1) not in language.opener_blocks:
            return None if _is_relative(unit, cue, k) else Opening("clause", k, k + 1)
        if _search_ends(unit, k, cue):
            return None
    return None


def _is_relative(unit: Unit, cue: Cue, k: int) -> bool:
    """Tell whether an opener that is a relative pronoun too stands behind an object (a plan that he has)."""
    language = unit.language
    behind_object = k > cue.last and unit.norm(cue.last) in language.determiners
    return language.relative_opener and behind_object and not cue.takes("addressee")


def _search_ends(unit: Unit, k: int, cue: Cue) -> bool:
    language = unit.language
    word = unit.norm(k)
    if word in language.finite_verbs and not language.subject_follows:
        return True
    if unit.norm(k - 1) in language.negators or unit.longest(k, k + 3, language.no_cues):
        return False
    after_comma = unit.is_comma(k - 1)
    for form in _plain_forms(unit, word):
        for phrase, found in language.cue_forms.get(form, ()):
            speaks = found.role == "participle" and after_comma
            speaks = speaks or (found.role == "finite" and "clause" in found.entry.takes)
            if len(phrase) == 1 and k > cue.last and speaks:
                return True
    return False


def _plain_forms(unit: Unit, word: str) -> list[str]:
    return [word, *(word[len(c) :] for c in unit.language.proclitics if word.startswith(c))]


def bare_opening(unit: Unit, cue: Cue, end: int) -> Opening | None:
    """Return the opening of a clause without "that", where one begins behind the adjuncts of the cue."""
    first = skip_adjuncts(unit, cue.last, end)
    if cue.takes("addressee"):
        first = _behind_addressee(unit, first, end)
    if first < end and has_finite(unit, first, end):
        return Opening("bare", first, first)
    return None


def _behind_addressee(unit: Unit, first: int, end: int) -> int:
    """Return where the clause begins behind the few words that name whom one speaks to."""
    language = unit.language
    opens = language.determiners | language.pronouns.keys() | language.indefinites
    for k in range(first + 1, min(first + 6, end)):
        if has_finite(unit, k, k + 1):
            break
        if unit.norm(k) in opens:
            return k
    return first


def trim(unit: Unit, first: int, last: int) -> tuple[int, int]:
    """Return the stretch without the marks at its ends that belong to no content."""
    while first < last and unit.norm(first) in _LEADING:
        first += 1
    while first < last and (
        unit.norm(last - 1) in _TRAILING or unit.norm(last - 1) in unit.language.conjunctions
    ):
        last -= 1
    return first, last


def content_span(unit: Unit, first: int, last: int, offset: int = 0) -> Span | None:
    """Return the characters of a content, quotation marks around all of it left out."""
    first, last = trim(unit, first, last)
    if first >= last:
        return None
    if _is_one_quotation(unit, first, last):
        first, last, offset = first + 1, last - 1, 0
    span = Span(unit.tokens[first].start + offset, unit.tokens[last - 1].end)
    for speech in unit.speeches:
        if speech.first == first and speech.last >= last - 1:
            return _inner(unit, speech.quote) if speech.last >= last else span
    return span


def _is_one_quotation(unit: Unit, first: int, last: int) -> bool:
    """Tell whether the stretch is a few words in quotation marks that were too few to be speech."""
    opening, closing = unit.norm(first), unit.norm(last - 1)
    paired = unit.language.quote_pairs.get(opening, opening) == closing and not unit.tokens[first].is_word
    quoted = paired and last - first > _MARKS_AND_WORD and unit.outside(first)
    return quoted and not any(word in (opening, closing) for word in unit.norms(first + 1, last - 1))


def _inner(unit: Unit, quote: Quote) -> Span:
    """Return the words of a quotation without the comma or full stop before its closing mark."""
    inner = quote.inner
    piece = inner.text(unit.text)
    kept = piece.strip().rstrip(",،.")
    start = inner.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(kept)) if kept else inner
