"""Finding the words that a person gave in the text of an article."""

import re
from collections.abc import Sequence

from claims.selectors.segments import Stretch

HINT = re.compile(r"\s*@(\d{1,9})\s+(.*)", re.DOTALL)
"""A line may begin with where its words are thought to begin: `@142 the words`."""


def place_of(text: str, line: str, *, near: int = 0) -> Stretch | None:
    """Return where the words of `line` stand in `text`, nearest to the line's hint or to `near`.

    White space counts as one blank, whatever it is. None where the words stand nowhere.

    >>> place_of("He said that he saw it.", "he", near=20)
    (13, 15)
    >>> place_of("yes or yes", "@7 yes")
    (7, 10)
    """
    hint = HINT.fullmatch(line)
    at, words = (int(hint[1]), hint[2].split()) if hint else (near, line.split())
    if not words:
        return None
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    whole = [span for span in found if _is_whole(text, span)]
    exact = [span for span in found if hint and span[0] == at]
    return min(exact or whole or found, key=lambda span: abs(span[0] - at), default=None)


def _is_whole(text: str, span: Stretch) -> bool:
    """Tell whether the stretch begins and ends where words do."""
    start, end = span
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def lines_of(text: str, stretches: Sequence[Stretch]) -> str:
    """Return stretches as lines that `place_of` reads: where each begins, and its words."""
    return "\n".join(f"@{start} {' '.join(text[start:end].split())}" for start, end in stretches)
