"""The speakers of one article: names that are the same, and descriptions that fit a name."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from claims.nlp.components.name_runs import stems
from claims.nlp.components.naming import Naming
from claims.nlp.source_phrases import bare, folded_words
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import fold
from claims.nlp.types import SourceKind, Span

_HEAD_FITS = 3
"""Points for a head noun of the same kind: the one sign without which a description names somebody new."""

_WORD_FITS = 2
"""Points for each further word that speaker and description share."""

_CONTEXT_FITS = 1
"""Points for a word that only stood near the speaker's introduction."""

_WORD_MISSING = 1
"""Points lost for each word of the description that nothing said of the speaker supports."""

_FREE_WORDS = 1
"""Unsupported words that cost nothing: writers vary a description to say something new."""

_SPOKE_LAST = 2
"""Points for the last who spoke: descriptions most often point back to them."""

_ENOUGH = 3
"""Points from which a description is the speaker's: a head that fits, or a general one for the last."""

_ACRONYM = 3
"""Letters from which initials alone tell an organisation."""

_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.ANONYMOUS})


@dataclass(slots=True, eq=False)
class Speaker:
    """Somebody who is named or described in the article, with all that it says of them.

    `mentions` are in text order.
    """

    name: str
    kind: SourceKind
    anonymous: bool = False
    gender: str = ""
    number: str = ""
    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    words: tuple[str, ...] = ()
    proper: bool = False
    given: bool = False
    mentions: list[Span] = field(default_factory=list)
    spoke_at: int = -1
    human: bool = False

    def last_mention_before(self, position: int) -> int:
        """Return where the speaker was mentioned last before a position, -1 where nowhere."""
        before = bisect_left(self.mentions, Span(position, 0))
        return self.mentions[before - 1].start if before else -1

    def mentions_from(self, start: int, end: int) -> list[Span]:
        """Return the mentions that begin between two places."""
        first, last = (bisect_left(self.mentions, Span(place, 0)) for place in (start, end))
        return self.mentions[first:last]

    def fits_gender(self, gender: str) -> bool:
        """Tell whether a pronoun or verb of this gender can be about the speaker; "n" is for things."""
        if gender == "n":
            return self.kind is not SourceKind.PERSON and not self.human
        return not gender or not self.gender or gender == self.gender


class Speakers:
    """All speakers of one article, looked up by name and by description."""

    def __init__(self, words: SourceWords) -> None:
        self.words = words
        self.all: list[Speaker] = []
        self.full_names: dict[str, str] = {}
        self.acronyms: dict[str, frozenset[str]] = {}
        self.aliases: dict[str, str] = {}
        self.given_names: dict[str, set[str]] = {}
        self._countries = frozenset(bare(word, words) for word in words.tail_adjectives)
        self._classes: dict[str, str] = {}

    def __iter__(self) -> Iterator[Speaker]:
        return iter(self.all)

    def named(self, naming: Naming, context: Iterable[str] = ()) -> Speaker:
        """Return the speaker of a proper name, a new one where nobody has a name like it."""
        naming = self._in_full(naming)
        words = folded_words(naming.name, self.words)
        found = self.by_words(words, naming)
        if found is None:
            found = self.add(naming)
        elif len(words) > len(found.words) and naming.proper:
            found.name, found.words, found.kind = naming.name, words, naming.kind
        found.heads |= ({naming.head} - {""}) | naming.further_heads
        found.modifiers |= naming.modifiers
        found.context |= set(context)
        found.gender = found.gender or naming.gender
        insort(found.mentions, naming.span)
        return found

    def _in_full(self, naming: Naming) -> Naming:
        """Return the naming under the full name that the text gives elsewhere to a family name.

        A definite word after the family name is the verb's object, not part of the name.
        """
        alias = self.aliases.get(" ".join(folded_words(naming.name, self.words)))
        if alias:
            return replace(naming, name=alias, kind=SourceKind.ORGANISATION)
        if naming.kind is not SourceKind.PERSON:
            return naming
        first, *rest = naming.name.split()
        if naming.given:
            full = self.given_names.get(fold(first), set())
            return replace(naming, name=next(iter(full))) if not rest and len(full) == 1 else naming
        known = self.full_names.get(bare(fold(first), self.words))
        alone = not rest or (len(rest) == 1 and bare(fold(rest[0]), self.words) != fold(rest[0]))
        return replace(naming, name=known, given=True) if known and alone else naming

    def add(self, naming: Naming) -> Speaker:
        """Return a new speaker as the words name them."""
        speaker = Speaker(
            name=naming.name,
            kind=SourceKind.ANONYMOUS if naming.anonymous else naming.kind,
            anonymous=naming.anonymous,
            gender=naming.gender,
            number=naming.number,
            heads=({naming.head} - {""}) | naming.further_heads,
            modifiers=set(naming.modifiers),
            words=folded_words(naming.name, self.words),
            proper=naming.proper,
            given=naming.given,
            mentions=[naming.span],
            human=naming.kind is SourceKind.PERSON and not naming.proper,
        )
        self.all.append(speaker)
        return speaker

    def by_words(self, words: tuple[str, ...], naming: Naming) -> Speaker | None:
        """Return the speaker whose name is these words, in full or in part, the likeliest first."""
        endings = self.words.adjective_endings if self.words.has_capitals else ()
        wanted = frozenset(words)
        sharing = (s for s in self.all if not wanted.isdisjoint(s.words))
        alike = [s for s in sharing if _same_name(s, words, naming, endings)]
        if not alike and _may_be_acronym(naming.name):
            alike = [s for s in self.all if s.proper and naming.name == _initials(s.name)]
        return max(alike, key=lambda s: (s.words == words, s.spoke_at, len(s.words)), default=None)

    def described(self, naming: Naming, fits: Callable[[Speaker], bool] = lambda _: True) -> Speaker | None:
        """Return the speaker whom a description fits best, None where it fits nobody well.

        Among equals, whoever has been mentioned before comes first, and the later mention.
        """
        last = max((s.spoke_at for s in self.all), default=-1)
        scored = [(self._fit(s, naming, last), self._head_fit(s, naming), s) for s in self.all if fits(s)]
        best = max(
            scored,
            key=lambda e: (*e[:2], e[2].spoke_at, e[2].last_mention_before(naming.span.start)),
            default=None,
        )
        return best[2] if best and best[0] >= _ENOUGH else None

    def _fit(self, speaker: Speaker, naming: Naming, last: int) -> int:
        if not speaker.fits_gender(naming.gender if naming.gender != "n" else ""):
            return 0
        head = self._head_fit(speaker, naming)
        if not head or self._differs(speaker, naming):
            return 0
        known = speaker.modifiers | set(speaker.words) | self._expanded(speaker.modifiers)
        wanted = self._expanded(naming.modifiers)
        shared = wanted & known
        near = (wanted & speaker.context) - shared
        office = naming.head in self.words.office_heads or naming.head in self.words.named_by_place
        governs = office and not naming.determined
        if governs and wanted and speaker.modifiers and not shared | near:
            return 0
        missing = naming.modifiers - shared - near - _expanded_from(naming.modifiers, self.acronyms, shared)
        lost = _WORD_MISSING * max(0, len(missing) - _FREE_WORDS)
        points = head + _WORD_FITS * len(shared) + _CONTEXT_FITS * len(near) - lost
        return points + (_SPOKE_LAST if speaker.spoke_at == last >= 0 else 0)

    def _differs(self, speaker: Speaker, naming: Naming) -> bool:
        """Tell whether speaker and description are of one kind but not one: two ministries, two countries."""
        known = speaker.modifiers | set(speaker.words)
        countries = self._countries
        ours, theirs = naming.modifiers & countries, known & countries
        if ours and theirs and not ours & theirs:
            return True
        if naming.kind in _PEOPLE and not naming.anonymous:
            return False
        own_head = naming.head in speaker.heads or naming.head in speaker.words
        others = known - {naming.head}
        if speaker.heads and naming.head not in speaker.heads and naming.kind is SourceKind.OUTLET:
            return bool(naming.modifiers - countries and not (naming.modifiers - countries) & known)
        return bool(
            own_head and naming.modifiers and others and not self._expanded(naming.modifiers) & others
        )

    def _head_fit(self, speaker: Speaker, naming: Naming) -> int:
        # A body in the description of somebody without a name is not the speaker (a ministry source).
        own = speaker.heads | (set(speaker.words) if speaker.proper or speaker.kind not in _PEOPLE else set())
        classes = {self._class(word) for word in own}
        if self._class(naming.head) in classes:
            return _HEAD_FITS
        people = speaker.kind in _PEOPLE and naming.kind in _PEOPLE
        general = (
            naming.head in self.words.generic_heads and naming.determined and people and speaker.spoke_at >= 0
        )
        if speaker.heads and naming.head in self.words.exclusive_heads:
            return 0
        several = speaker.number == "p" and not set(speaker.words[:1]) & self.words.quantifiers
        if several and naming.kind is SourceKind.PERSON and naming.number == "s":
            return 0
        return 1 if general and (not speaker.heads or not naming.modifiers or speaker.proper) else 0

    def is_of_kind(self, speaker: Speaker, naming: Naming) -> bool:
        """Tell whether a speaker is known to be what a description's head says."""
        return self._head_fit(speaker, naming) == _HEAD_FITS

    def _class(self, head: str) -> str:
        if head not in self._classes:
            classes = self.words.head_classes
            forms = (head, *stems(head, self.words))
            self._classes[head] = next((classes[form] for form in forms if form in classes), head)
        return self._classes[head]

    def _expanded(self, words: Iterable[str]) -> set[str]:
        """Return words with those that acronyms among them stand for."""
        found = set(words)
        return found.union(*(self.acronyms[w] for w in found if w in self.acronyms))


def _may_be_acronym(name: str) -> bool:
    """Tell whether a name in capitals can be made of the first letters of another's capitalised words."""
    return len(name) >= _ACRONYM and name.isupper() and name.isascii()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())


def _expanded_from(words: Iterable[str], acronyms: dict[str, frozenset[str]], shared: set[str]) -> set[str]:
    """Return the acronyms of which an expansion is shared, so that they do not count as missing."""
    return {w for w in words if acronyms.get(w, frozenset()) & shared}


def _same_name(
    speaker: Speaker, words: tuple[str, ...], naming: Naming, adjective_endings: tuple[str, ...]
) -> bool:
    if not words or not (naming.proper or speaker.words == words):
        return False
    if speaker.words == words:
        return speaker.anonymous == naming.anonymous
    if not speaker.proper:
        return False
    short, long = sorted((words, speaker.words), key=len)
    if not set(short) <= set(long) or len(short) == len(long):
        return False
    # An adjective alone (Ruritanian troops) is not short for whatever name has it.
    if len(short) == 1 and long[-1] != short[0] and short[0].endswith(adjective_endings or ("\0",)):
        return False
    people = speaker.kind is SourceKind.PERSON and naming.kind is SourceKind.PERSON
    # A person is called by the last name, an organisation by any word of its own.
    return short[-1] == long[-1] if people and len(long) > 1 and short[-1] != long[0] else True
