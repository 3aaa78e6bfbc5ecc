"""Reading which agencies an article says it draws on, also beside its own reporting."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.nlp.components.credits import clean_outlet, is_same_outlet
from claims.nlp.languages.sources import CREDITS
from claims.nlp.types import Span
from workbench.core.text import fold_name

_AT_LARGE = frozenset(fold_name(word) for credit in CREDITS for word in credit.wires)
_KNOWN = frozenset(fold_name(name) for credit in CREDITS for name in credit.agencies) | _AT_LARGE
_PART = re.compile(r"[^,،;؛–—|/()\[\]\n:+&-]+")
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
_LEADING = re.compile(r"^\s*(?:by|from|with|source|via|and|عن|من|المصدر|و(?=ال?وكالات))\s*", re.IGNORECASE)

HEAD = 160
TAIL = 120
"""Characters at the two ends of a text in which a dateline or closing credit stands."""


@lru_cache(maxsize=4096)
def names_agencies_at_large(name: str) -> bool:
    """Tell whether a credit speaks of agencies without naming any ("agencies", وكالات)."""
    return fold_name(name) in _AT_LARGE


def credited_agencies(text: str, notes: Sequence[Span], outlet: str) -> tuple[str, ...]:
    """Return the agencies that bylines, credit lines, a dateline or a closing bracket name, each once.

    `notes` are the article's bylines and credit lines. The outlet itself is no credit.

    >>> credited_agencies("Marsa Nour (Reuters) - The quay is shut.", (), "Harbour Post")
    ('Reuters',)
    >>> credited_agencies("أُغلق الرصيف. (أ ف ب، وكالات)", (), "صدى")
    ('أ ف ب', 'وكالات')
    """
    found: dict[str, str] = {}
    for name in _names(text, notes):
        folded = fold_name(name)
        if folded in _KNOWN and not is_same_outlet(name, outlet):
            found.setdefault(folded, clean_outlet(name))
    return tuple(found.values())


def _names(text: str, notes: Sequence[Span]) -> Iterator[str]:
    for note in notes:
        yield from _parts(text[note.start : note.end])
    for end in (text[:HEAD], text[-TAIL:]):
        for bracket in _BRACKETED.finditer(end):
            yield from _parts(bracket[1])


def _parts(words: str) -> Iterator[str]:
    for part in _PART.findall(words):
        for piece in re.split(r"\s+(?:and|و)\s+|\s+و(?=ال?وكالات)", part):
            yield _LEADING.sub("", piece).strip()
