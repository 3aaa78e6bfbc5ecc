"""What was done: the sense of a claim's predicates, the same in every language."""

import csv
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from claims.linking.words import Lexicon, Match, Word

_TABLE = Path(__file__).parent.parent / "data" / "actions.tsv"


class ActionTable:
    """Predicates by sense, and which senses cannot both be true of one thing."""

    def __init__(self, rows: Sequence[Mapping[str, str]]) -> None:
        self._lexicon = Lexicon(
            {row["sense"]: f"{row['english']} | {row['arabic']}" for row in rows}, verbs=True
        )
        self._opposites = {row["sense"]: frozenset(row["opposites"].split()) for row in rows}

    def find_all(self, words: Sequence[Word]) -> list[Match]:
        """Return the predicates of `words` with their senses, left to right."""
        return self._lexicon.find_all(words)

    def tells(self, word: Word) -> bool:
        """Tell whether the word, without an article, is a predicate: it then names no place or person."""
        return not word.folded.startswith("ال") and self._lexicon.match([word], 0) is not None

    def are_opposites(self, a: str, b: str) -> bool:
        """Tell whether the two senses exclude each other, such as open and close."""
        return b in self._opposites.get(a, frozenset()) or a in self._opposites.get(b, frozenset())


@lru_cache(maxsize=1)
def load_actions() -> ActionTable:
    """Return the table of predicates that comes with the project, read once."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return ActionTable(list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)))
