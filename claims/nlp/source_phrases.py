"""Reading the words that name a source: its segments, its head and what makes it definite."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import Token, fold, tokenize
from claims.nlp.types import Span

_OPENING = frozenset("([")
_CLOSING = frozenset(")]")
_BREAKS = frozenset(",،؛;:–—")
_QUOTE_MARKS = frozenset("\"“”«»„‟''‘’")
_HAMZAS = frozenset("أإآ")
"""Letters that fold to that of the Arabic article, which is never written with them (ألفا)."""

_POSSESSIVE_ENDINGS = ("'s", "s'")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one segment of a source, marks left out, read with a language's words about sources."""

    text: str
    tokens: tuple[Token, ...]
    words: SourceWords

    def __len__(self) -> int:
        return len(self.tokens)

    def cut(self, first: int, last: int | None = None) -> "Phrase":
        """Return the stretch from word `first` to before word `last`."""
        return Phrase(self.text, self.tokens[first:last], self.words)

    @property
    def span(self) -> Span:
        """The characters from the first word to the last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    def key(self, index: int) -> str:
        """Return a word's folded form without a definite prefix or possessive ending."""
        token = self.tokens[index]
        return token.norm if self.text[token.start] in _HAMZAS else bare(token.norm, self.words)

    def keys(self) -> Iterator[str]:
        """Yield the bare form of every word."""
        return (self.key(index) for index in range(len(self)))

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is written as a name: a capital, or a number beside one."""
        token = self.tokens[index]
        prefix, _, name = token.norm.partition("-")
        if token.norm.rpartition("-")[2] in self.words.compound_endings and "-" in token.norm:
            return False
        inner = self.text[token.end - len(name) : token.end] if prefix in self.words.particles else ""
        numbered = index > 0 and token.norm[:1].isdigit() and self.tokens[index - 1].is_capital
        return token.is_capital or inner[:1].isupper() or numbered

    def is_link(self, index: int) -> bool:
        """Tell a preposition or conjunction, also from the given name that it folds to (على, علي)."""
        token, words = self.tokens[index], self.words
        if token.norm not in words.links and token.norm not in words.joiners:
            return False
        return self.text[token.end - 1] == words.link_endings.get(token.norm, self.text[token.end - 1])

    def is_named(self, index: int) -> bool:
        """Tell a given name from the preposition that it folds to (علي, على)."""
        token = self.tokens[index]
        ending = self.words.link_endings.get(token.norm)
        return ending is not None and self.text[token.end - 1] != ending

    def is_definite(self, index: int) -> bool:
        """Tell whether a word carries a definite prefix of its language."""
        token = self.tokens[index]
        if token.norm in self.words.person_heads or self.text[token.start] in _HAMZAS:
            return False
        norm = token.norm
        return any(norm.startswith(p) and len(norm) > len(p) + 1 for p in self.words.definite_prefixes)


@lru_cache(maxsize=8192)
def bare(norm: str, words: SourceWords) -> str:
    """Return a folded word without a definite prefix or possessive ending."""
    for ending in _POSSESSIVE_ENDINGS:
        if norm.endswith(ending):
            return norm[: -len(ending)] if ending == "'s" else norm[:-1]
    if norm in words.person_heads or norm in words.given_names:
        return norm
    for prefix in words.definite_prefixes:
        if norm.startswith(prefix) and len(norm) > len(prefix) + 1:
            return norm[len(prefix) :]
    return norm


def read_segments(text: str, span: Span, words: SourceWords) -> list[Phrase]:
    """Return the segments of a source between commas and dashes, without brackets and relative clauses."""
    segments: list[Phrase] = []
    for tokens in _split(list(tokenize(text, span, words.joints))):
        kept = _before_relative(tokens, words)
        if kept:
            segments.append(Phrase(text, tuple(kept), words))
    return segments


def _split(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    current: list[Token] = []
    depth = 0
    for token in tokens:
        if token.norm in _OPENING:
            depth += 1
        elif token.norm in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and not token.is_word and token.norm in _BREAKS:
            yield current
            current = []
        elif depth == 0:
            current.append(token)
    yield current


def _before_relative(tokens: Sequence[Token], words: SourceWords) -> list[Token]:
    """Return the words before a relative clause; in quotation marks every word is part of a name."""
    kept: list[Token] = []
    quoted = False
    for number, token in enumerate(tokens):
        quoted ^= token.norm in _QUOTE_MARKS
        if not token.is_word or (not quoted and _is_filler(token, words, first=not kept)):
            continue
        one_of = len(kept) == 1 and kept[0].norm in words.quantifiers
        later = kept and token.norm in words.never_later and not one_of
        relative = token.norm in words.relatives and not (kept and _only_determines(kept, words))
        if not quoted and (relative or later):
            break
        if not quoted and kept and (token.norm in words.proclitics or _opens_document(tokens, number, words)):
            break
        kept.append(token)
    return kept


def _opens_document(tokens: Sequence[Token], number: int, words: SourceWords) -> bool:
    """Tell where a source says in what it speaks (الحكومة في بيان, الحكومة ببيان): no part of its name."""
    norm = tokens[number].norm
    if norm in words.venue_links:
        return number + 1 < len(tokens) and tokens[number + 1].norm in words.venue_documents
    return any(norm == link + document for link in words.venue_clitics for document in words.venue_documents)


def _only_determines(kept: Sequence[Token], words: SourceWords) -> bool:
    """Tell whether nothing but articles has been read, so that a participle modifies what follows."""
    return all(token.norm in words.articles | words.possessives for token in kept)


def _is_filler(token: Token, words: SourceWords, *, first: bool) -> bool:
    return token.norm in words.naming_words or (first and token.norm in words.openers)


def bracketed(text: str, span: Span) -> list[Span]:
    """Return what stands in round brackets inside `span`: acronyms, names in another script.

    >>> [s.text("the Lake Board (LB)") for s in bracketed("the Lake Board (LB)", Span(0, 19))]
    ['LB']
    """
    found = []
    start = text.find("(", span.start, span.end)
    while start >= 0:
        end = text.find(")", start, span.end)
        if end < 0:
            break
        found.append(Span(start + 1, end))
        start = text.find("(", end, span.end)
    return found


def quoted_run(text: str, span: Span) -> Span | None:
    """Return the first run in quotation marks inside `span`, marks left out."""
    marks = [
        i
        for i in range(span.start, min(span.end, len(text)))
        if text[i] in _QUOTE_MARKS and _is_outer_mark(text, i)
    ]
    for opening, closing in pairwise(marks):
        if closing - opening > 2:
            return Span(opening + 1, closing)
    return None


def _is_outer_mark(text: str, index: int) -> bool:
    """Tell a quotation mark from an apostrophe inside a word."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return not (before.isalnum() and after.isalnum()) and not (
        before.isalnum() and text[index] in "'’" and after in " s"
    )


def content_keys(phrase: Phrase) -> frozenset[str]:
    """Return the bare words of a phrase that describe: no links, determiners or particles."""
    words = phrase.words
    empty = (
        words.articles
        | words.definite
        | words.possessives
        | words.links
        | words.joiners
        | words.same
        | words.particles
    )
    return frozenset(
        key for token, key in zip(phrase.tokens, phrase.keys(), strict=True) if token.norm not in empty
    )


def folded_words(name: str, words: SourceWords) -> tuple[str, ...]:
    """Return the bare folded words of a name, by which names are compared.

    Hyphens part words, so that an article written with one does not hide a name.
    """
    articles = words.articles | {"al", "el"}
    folded = [
        bare(token.norm, words)
        for token in tokenize(name.replace("-", " "), joints=words.joints)
        if token.is_word
    ]
    return tuple(w for w in (fold(word) for word in folded) if w not in articles)
