"""What a language says about finding texts by their words: endings taken off, words left out."""

from dataclasses import dataclass

Endings = tuple[tuple[str, str], ...]
"""Endings with what stands in their place; the first that fits a word is taken."""


@dataclass(frozen=True, slots=True)
class TermWords:
    """How words of one language become terms: light stemming by data. All words are folded.

    `prefixes` are taken off first, one at most, the longest that fits; then each tuple of `endings` once, in
    order. At least `shortest` letters stay. `empty` words are no terms: they stand in every text.
    `weight` is how much the ranking by words counts where the one by meaning counts 2.
    """

    prefixes: tuple[str, ...] = ()
    endings: tuple[Endings, ...] = ()
    shortest: int = 3
    empty: frozenset[str] = frozenset()
    weight: float = 1.0
