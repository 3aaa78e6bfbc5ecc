"""Words of a claim with their offsets, and the forms under which a lexicon may list them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.types import Span
from workbench.core.text import fold_text

_MARKS = "\u0300-\u036f\u064b-\u0652\u0670"
_WORD = re.compile(rf"\d+(?:[.,٫٬:]\d+)*|[^\W\d_](?:[^\W\d_]|[{_MARKS}]|[’'](?=\w))*|[%٪$€£]")
_ARABIC = re.compile("[\u0621-\u064a]")
_CLAUSE_END = re.compile(r"[.!?؟;؛…,،:«»“”\"()]")
_DASH = re.compile(r" ?[-–—] ?")
_SENTENCE_END = re.compile(r"[.!?؟…](?:\s|$)")
_PROCLITICS = (
    "وبال",
    "فبال",
    "وال",
    "فال",
    "بال",
    "كال",
    "ولل",
    "لل",
    "ال",
    "وب",
    "ول",
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "س",
)
_ENCLITICS = ("هما", "هم", "هن", "ها", "نا", "كم", "وا", "ته", "ه", "ي", "ا")
_PLURALS = ("يتين", "تين", "تان", "ين", "ون", "ان", "ات", "يه", "ت", "ن")
_ENGLISH_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
SHORTEST_STEM = 3
"""Letters that must remain when an ending is taken off; shorter stems collide."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as written, folded, and where it stands; `clause` and `sentence` count from 0.

    `dashed` tells that nothing but a dash stands between it and the word before.
    """

    text: str
    folded: str
    span: Span
    clause: int
    sentence: int
    dashed: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded word first, then the forms left when clitics and endings are taken off."""
        return forms_of(self.folded)

    @property
    def is_number(self) -> bool:
        """Tell whether the word is written in digits."""
        return self.text[0].isdecimal()

    @property
    def is_capital(self) -> bool:
        """Tell whether the word starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_arabic(self) -> bool:
        """Tell whether the word is written in the Arabic script."""
        return bool(_ARABIC.match(self.folded))


def split_words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """Return the words of `text`; their spans are shifted by `offset`.

    Hyphens separate words, so that "Deir-ez-Zor" and "Deir ez Zor" read the same.
    """
    words: list[Word] = []
    end, clause, sentence = 0, 0, 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        clause += bool(_CLAUSE_END.search(gap)) if words else 0
        sentence += bool(_SENTENCE_END.search(gap)) if words else 0
        end = match.end()
        written = match.group()
        folded = re.sub(r"[’']s$", "", fold_text(written))
        span = Span(match.start() + offset, end + offset)
        words.append(Word(written, folded, span, clause, sentence, bool(_DASH.fullmatch(gap))))
    return tuple(words)


@lru_cache(maxsize=65536)
def forms_of(folded: str) -> tuple[str, ...]:
    """Return `folded` and the shorter forms a lexicon may hold instead, the longest first.

    >>> forms_of("killed")[:2]
    ('killed', 'kill')
    >>> "قتيل" in forms_of("والقتيلين")
    True
    """
    bare = _arabic_forms(folded) if _ARABIC.match(folded) else _latin_forms(folded)
    return tuple(dict.fromkeys((folded, *bare)))


def _latin_forms(word: str) -> Iterable[str]:
    for ending, replacement in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            stem = word[: -len(ending)] + replacement
            yield stem
            if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2]:
                yield stem[:-1]


def _arabic_forms(word: str) -> Iterable[str]:
    starts = [word]
    starts += [
        word[len(c) :] for c in _PROCLITICS if word.startswith(c) and len(word) - len(c) >= SHORTEST_STEM
    ]
    yield from starts
    for start in starts:
        for ending in (*_ENCLITICS, *_PLURALS):
            if start.endswith(ending) and len(start) - len(ending) >= SHORTEST_STEM:
                stem = start[: -len(ending)]
                yield stem
                yield stem + "ه"


_PRESENT = re.compile(r"[وفل]?س?[يت](\w{3,})")
_PRESENT_ENDINGS = ("ون", "وا", "ان", "ه", "ها", "هم")


@lru_cache(maxsize=65536)
def past_forms(folded: str) -> tuple[str, ...]:
    """Return the forms in the past that an Arabic verb in the present may have; none for other words.

    >>> past_forms("يغلق")
    ('غلق', 'اغلق')
    """
    match = _PRESENT.fullmatch(folded) if _ARABIC.match(folded) else None
    if not match:
        return ()
    stems = [match[1]]
    stems += [
        match[1].removesuffix(e)
        for e in _PRESENT_ENDINGS
        if match[1].endswith(e) and len(match[1]) - len(e) >= SHORTEST_STEM
    ]
    return tuple(form for stem in stems for form in (stem, f"ا{stem}"))


@dataclass(frozen=True, slots=True)
class Match:
    """A lexicon entry found at `start`: `length` words long."""

    key: str
    start: int
    length: int

    @property
    def end(self) -> int:
        """Index of the first word after the match."""
        return self.start + self.length


class Lexicon:
    """Phrases in any language, each with a key; the longest phrase at a place wins.

    Built from `{key: "phrase | phrase | ..."}` tables. The first word of a phrase
    may carry clitics and endings; a phrase that ends in `=` is taken to the letter.
    With `verbs`, a phrase in the past is found in the present too (أغلق in يغلق).
    """

    def __init__(self, *tables: Mapping[str, str], verbs: bool = False) -> None:
        self._verbs = verbs
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
        for table in tables:
            for key, phrases in table.items():
                for phrase in phrases.split("|"):
                    self._add(key, phrase.strip())
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, key: str, phrase: str) -> None:
        exact = phrase.endswith("=")
        words = tuple(word.folded for word in split_words(phrase.rstrip("=")))
        if words:
            self._phrases.setdefault(words[0], []).append((words, exact, key))

    def match(self, words: Sequence[Word], start: int) -> Match | None:
        """Return the entry that begins at word `start`, or None."""
        best: Match | None = None
        for form in words[start].forms:
            for phrase, exact, key in self._phrases.get(form, ()):
                if exact and form != words[start].folded:
                    continue
                if _continues(words, start, phrase) and (best is None or len(phrase) > best.length):
                    best = Match(key, start, len(phrase))
            if best and best.length > 1:
                break
        return best or (self._in_the_past(words, start) if self._verbs else None)

    def _in_the_past(self, words: Sequence[Word], start: int) -> Match | None:
        """Return the entry whose past is the present at `start`; the longest wins."""
        found = [
            Match(key, start, len(phrase))
            for form in past_forms(words[start].folded)
            for phrase, _, key in self._phrases.get(form, ())
            if _continues(words, start, phrase)
        ]
        return max(found, key=lambda match: match.length, default=None)

    def find_all(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries of `words`, left to right, none overlapping another."""
        found, index = [], 0
        while index < len(words):
            match = self.match(words, index)
            if match:
                found.append(match)
            index = match.end if match else index + 1
        return found


def _continues(words: Sequence[Word], start: int, phrase: tuple[str, ...]) -> bool:
    following = words[start + 1 : start + len(phrase)]
    if len(following) < len(phrase) - 1:
        return False
    return all(part in word.forms for word, part in zip(following, phrase[1:], strict=True))


def span_of(words: Sequence[Word], start: int, end: int) -> Span:
    """Return the span from word `start` to word `end`, end exclusive."""
    return Span(words[start].span.start, words[end - 1].span.end)
