"""Telling which place "here" and "the city" are, where the article leaves one choice."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claims.nlp.languages.sources import source_words
from claims.nlp.tokens import Token, fold
from claims.nlp.types import Document, Fill, RegionKind, Span
from claims.nlp.wording_words import WordingWords

_DATELINE_REACH = 120
"""Code points of the body's first line in which a dateline can stand."""


class Places:
    """The places that one article names with their kind, and its dateline."""

    def __init__(self, document: Document, words: WordingWords) -> None:
        self.text, self.words = document.text, words
        words_of = [fold(word) for word in re.findall(r"\w+", document.text)]
        self.counts = Counter(words_of) + Counter(map(" ".join, pairwise(words_of)))
        self.adjectives = source_words(document.language).adjective_endings
        self.named = self._named()
        self.dateline = self._dateline(document)

    def _named(self) -> list[tuple[int, str, str]]:
        """Return where each named place ends, its kind and its name."""
        found = (m for expression in self.words.place_names for m in re.finditer(expression, self.text))
        named = ((m.end("name"), fold(m["head"]), self._name(m)) for m in found)
        return sorted((end, head, name) for end, head, name in named if name)

    def _name(self, match: re.Match[str]) -> str:
        """Return the place's name as capitals show it, or as the text repeats it; "" where neither does.

        Without capitals one word or two make the name (عين سبيلة), and an adjective looks like one.
        """
        name: str = match["name"].strip()
        if not self.words.definite_prefix:
            return name
        following = match.groupdict().get("more")
        longer = f"{name} {following}"
        if following and fold(following) not in self.words.narrowing and self._count(longer) > 1:
            return longer
        if name.startswith(self.words.definite_prefix):
            return name
        return name if self._count(name) > 1 and not name.endswith(self.adjectives) else ""

    def _count(self, name: str) -> int:
        return self.counts[" ".join(fold(word) for word in name.split())]

    def _dateline(self, document: Document) -> str:
        body = next((r.span for r in document.regions if r.kind is RegionKind.BODY), None)
        starts = [0] if body is None else [body.start]
        starts += [r.span.start for r in document.regions if r.kind is RegionKind.BYLINE]
        for start in starts:
            line = self.text[start : start + _DATELINE_REACH]
            for expression in self.words.datelines:
                if match := re.match(expression, line):
                    name: str = match["name"]
                    return name.title() if name.isupper() else name
        return ""

    def fill(self, tokens: Sequence[Token], index: int, piece: Span) -> Fill | None:
        """Return what replaces the place that the word with this index points to."""
        token = tokens[index]
        if token.norm in self.words.here and self.dateline:
            shown = self.words.there.format(name=self.dateline)
            return Fill(span=token.span, shown=shown, reason="the place of the dateline")
        kind, start = self._kind(tokens, index)
        if not kind or self._is_narrowed(tokens, index):
            return None
        noun = kind.removeprefix(self.words.definite_prefix)
        before = [(end, name) for end, head, name in self.named if end <= token.start and head == noun]
        names = {fold(name): name for _, name in before}
        if len(names) != 1 or any(piece.start <= end for end, _ in before):
            return None
        shown = self.words.place_heads[kind].format(name=next(iter(names.values())))
        return Fill(span=Span(start, token.end), shown=shown, reason="named earlier in the article")

    def _kind(self, tokens: Sequence[Token], index: int) -> tuple[str, int]:
        """Return the noun of a definite place, and where the words that it replaces begin."""
        token = tokens[index]
        before = tokens[index - 1] if index else None
        if self.words.articles:
            definite = before is not None and before.norm in self.words.articles
            known = definite and token.norm in self.words.place_heads
            return (token.norm, before.start) if known and before else ("", 0)
        if before and before.norm in self.words.not_places:
            return "", 0
        bare = token.norm[1:] if token.norm[:1] in self.words.clitics else token.norm
        for norm in (token.norm, bare):
            if norm in self.words.place_heads:
                return norm, token.start + len(token.norm) - len(norm)
        return "", 0

    def _is_narrowed(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether the next word makes it another place (the city council, the city of ...)."""
        token, following = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None or self.text[token.end : following.start].strip():
            return False
        if self.words.definite_prefix:
            return following.norm.startswith(self.words.definite_prefix)
        return following.norm not in self.words.after_places
