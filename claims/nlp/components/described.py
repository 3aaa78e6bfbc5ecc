"""Telling which organisation or office a bare description means, where the article names one of its kind."""

from collections import defaultdict
from collections.abc import Sequence

from claims.nlp.languages.sources import source_words
from claims.nlp.tokens import Token, fold, tokenize
from claims.nlp.types import Document, Mention, SourceKind, Span
from claims.nlp.wording_words import WordingWords

_GAP = 2
"""Code points between a title and the name behind it."""


class Described:
    """The mentions of one article by the nouns that describe them, and where the text has these nouns."""

    def __init__(self, document: Document, words: WordingWords) -> None:
        self.text, self.words = document.text, words
        self.people = source_words(document.language).person_heads
        known = source_words(document.language)
        self.known = (known.body_heads | known.outlet_heads | known.office_heads) - words.also_things
        self.tokens = [token for token in tokenize(document.text) if token.is_word]
        self.mentions: dict[str, list[Mention]] = defaultdict(list)
        self.places: dict[str, list[int]] = defaultdict(list)
        for mention in document.mentions:
            for noun in self._nouns(mention):
                self.mentions[noun].append(mention)
        for index, token in enumerate(self.tokens):
            for form in self.forms(token.norm) & self.mentions.keys():
                self.places[form].append(index)
        self.others: dict[tuple[str, str], int] = {}

    def _nouns(self, mention: Mention) -> set[str]:
        """Return the heads of which a bare description of somebody can consist, not what follows a head."""
        if mention.kind is SourceKind.ANONYMOUS:
            return set()
        own = [fold(word).removeprefix(self.words.definite_prefix) for word in mention.name.split()]
        nouns = [word for word in own[: self._end_of_head(own)] if word in self.known]
        # Where the article is written with the noun, a name begins with its head (قيادة الجيش).
        head = nouns[:1] if self.words.definite_prefix else nouns[-1:]
        return {*head, *(mention.heads & self.known)}

    def _end_of_head(self, own: Sequence[str]) -> int:
        return next((i for i, word in enumerate(own) if i and word in self.words.narrowing), len(own))

    def forms(self, norm: str) -> set[str]:
        """Return a word as it is, and without what is written with it."""
        free = {norm, norm[1:]} if norm[:1] in self.words.clitics else {norm}
        return free | {form.removeprefix(self.words.definite_prefix) for form in free}

    def meant(self, tokens: Sequence[Token], index: int, piece: Span) -> tuple[Mention, Span] | None:
        """Return whom the description at this word means, and its words; None where it could be two."""
        head = self.bare_head(tokens, index)
        if head is None:
            return None
        noun, span = head
        before = [m for m in self.mentions[noun] if m.span.end <= span.start]
        if len({m.name for m in before}) != 1 or self._first_other(noun, before[0].name) < span.start:
            return None
        told = any(piece.contains(m.span) for m in before)
        return None if told or self.is_joined(before[0].name) else (before[0], span)

    def bare_head(self, tokens: Sequence[Token], index: int) -> tuple[str, Span] | None:
        """Return the noun of a definite description that nothing narrows, and the words to replace."""
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following and (following.norm in self.words.narrowing or self._continues(token, following)):
            return None
        prefix = self.words.definite_prefix
        if prefix:
            clitic = token.norm[:1] in self.words.clitics and token.norm[1:].startswith(prefix)
            noun, start = token.norm[clitic:], token.start + clitic
            definite = noun.startswith(prefix)
        else:
            noun, start = token.norm, tokens[index - 1].start
            definite = index > 0 and tokens[index - 1].norm in self.words.articles
        noun = noun.removeprefix(prefix)
        return (noun, Span(start, token.end)) if definite and noun in self.known else None

    def _continues(self, token: Token, following: Token) -> bool:
        """Tell whether the next word belongs to the description: a name, an adjective, its owner."""
        if self.text[token.end : following.start].strip():
            return False
        definite = bool(self.words.definite_prefix) and following.norm.startswith(self.words.definite_prefix)
        return definite or following.is_capital or following.norm in self.people

    def _first_other(self, noun: str, name: str) -> int:
        """Return where the text first names another one of the kind, its end where it never does."""
        if (noun, name) not in self.others:
            spans = [m.span for m in self.mentions[noun] if m.name == name]
            own = {i for span in spans for i in range(span.start - _GAP, span.end)}
            places = (self.tokens[i].start for i in self.places[noun] if not self._is_own(i, own))
            self.others[noun, name] = next(places, len(self.text))
        return self.others[noun, name]

    def _is_own(self, index: int, own: set[int]) -> bool:
        token = self.tokens[index]
        inside = not own.isdisjoint(range(token.start, token.end + 1))
        return inside or self.bare_head(self.tokens, index) is not None

    def is_joined(self, name: str) -> bool:
        """Tell a name that was read with the conjunction before it (فالشركة)."""
        return name[:1] in self.words.clitics and name[1:].startswith(self.words.definite_prefix or "\n")
