"""Two wordings side by side: which words differ."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from workbench.core.text import fold_text

WORD = re.compile(r"\s+|[^\s\w]+|\w+")


class Piece(NamedTuple):
    """A run of words, and whether the other wording lacks it."""

    text: str
    differs: bool


def marked_apart(own: str, other: str) -> list[Piece]:
    """Return `own` in runs, marking the words that `other` does not have at their place."""
    words, others = WORD.findall(own), WORD.findall(other)
    matcher = SequenceMatcher(
        None, [fold_text(w) for w in words], [fold_text(w) for w in others], autojunk=False
    )
    pieces: list[Piece] = []
    for operation, start, end, _, _ in matcher.get_opcodes():
        _append(pieces, "".join(words[start:end]), differs=operation in {"delete", "replace"})
    return pieces


def marked_words(text: str, words: str) -> list[Piece]:
    """Return `text` in runs, marking where it says `words`; all of it is unmarked where it does not."""
    if not words or words not in text:
        return [Piece(text, False)]
    before, _, after = text.partition(words)
    return [piece for piece in (Piece(before, False), Piece(words, True), Piece(after, False)) if piece.text]


def _append(pieces: list[Piece], text: str, *, differs: bool) -> None:
    differs = differs and bool(text.strip())
    if pieces and pieces[-1].differs == differs:
        pieces[-1] = Piece(pieces[-1].text + text, differs)
    elif text:
        pieces.append(Piece(text, differs))
