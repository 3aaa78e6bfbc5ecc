"""Regular expressions of the language files, compiled once and matched against folded text."""

import re
from functools import lru_cache

from claims.nlp.claim_words import ClaimWords
from workbench.core.text import fold_letters


@lru_cache(maxsize=256)
def compiled(expressions: tuple[str, ...], numbers: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Return one pattern for `expressions`, in which ``{number}`` stands for digits or one of `numbers`."""
    number = rf"(?:\d[\d.,٫٬]*|(?:{'|'.join(numbers)})\b)" if numbers else r"\d[\d.,٫٬]*"
    written = (f"(?:{fold_letters(e.replace('{number}', number))})" for e in expressions)
    # An empty alternative would match everywhere, so no expressions match nowhere.
    return re.compile("|".join(written) or r"(?!)")


def shows(folded: str, expressions: tuple[str, ...], words: ClaimWords) -> bool:
    """Tell whether folded text shows one of the expressions."""
    return compiled(expressions, words.number_words).search(folded) is not None
