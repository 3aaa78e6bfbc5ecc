"""The shape of what a language file says about pages and sources."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    r"""Patterns that tell an article's body from what surrounds it.

    Each entry is a regular expression, matched against a line or sentence that
    `fold_text` has folded (the expression is folded too, so it may be written in
    ordinary spelling, but must not use upper-case classes such as ``\S``).

    Attributes
    ----------
    list_headers : whole lines that open a list of other articles or a form.
    boilerplate : beginnings of single lines that are no part of the article.
    byline : beginnings of lines that name writers, desks or dates.
    byline_anywhere : expressions that make a line a byline wherever they stand in it.
    credit : expressions that say whose text this is.
    disclaimer : expressions by which the outlet declines responsibility.
    """

    list_headers: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    byline_anywhere: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    disclaimer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditMarks:
    """Patterns that say that an article as a whole comes from elsewhere.

    Attributes
    ----------
    republished : expressions after which the name of the first publisher follows.
    translated : expressions that say that the text is a translation.
    unverified : expressions by which the outlet says that it has not verified the text.
    lead : expressions that attribute a lead to an outlet, whose name stands for ``@``.
    outlet_heads : common nouns for outlets, which may stand before a name.
    outlet_words : words inside a name that make it an outlet's.
    agencies : known agencies and their short forms, as they stand in bylines.
    not_agencies : folded words of a bracketed byline that name no publisher.
    """

    republished: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    outlet_heads: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    not_agencies: tuple[str, ...] = ()
