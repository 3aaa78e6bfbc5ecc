"""The shape of what a language file says about statements: hedges, signs of worth, and where one ends."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """What a language's words say about a statement.

    Each entry is a regular expression in ordinary spelling, folded (`workbench.core.text.fold_letters`)
    like the text that it is matched against. In `hedges` and `signs`, ``{number}`` stands for a number in
    digits or words.

    Attributes
    ----------
    has_capitals : whether capitals mark names.
    number_words : numbers in words.
    hedges : expressions that weaken a statement.
    not_hedges : expressions that look like hedges and are none; what overlaps one is left out.
    capital_hedges : hedges that are another word with a capital (may, May).
    signs : factor of worth (`claims.nlp.worth`) -> expressions that show it.
    clause_joints : expressions between two coordinated statements of one sentence.
    introductions : formulas before a statement that are no part of it.
    prefixes : articles and prepositions written with a word, the longest first.
    empty : words that say nothing of what a statement is about, left out when two are compared.
    """

    has_capitals: bool = True
    number_words: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    not_hedges: tuple[str, ...] = ()
    capital_hedges: frozenset[str] = frozenset()
    signs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    clause_joints: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    empty: frozenset[str] = frozenset()
