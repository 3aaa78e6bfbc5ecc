"""Organisations and offices known under names in both languages."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from claims.linking.words import Lexicon, Match, Word

_TABLE = Path(__file__).parent / "data" / "actors.tsv"


class ActorTable:
    """Aliases of well-known actors; any alias, in any script, finds the same key."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        listed = list(rows)
        self._lexicon = Lexicon({row["key"]: row["names"] for row in listed})
        self._names = {row["key"]: row["names"].split("|")[0].strip() for row in listed}

    def __len__(self) -> int:
        return len(self._names)

    def find_all(self, words: Sequence[Word]) -> list[Match]:
        """Return the known actors that `words` name, left to right."""
        return [match for match in self._lexicon.find_all(words) if _is_meant(words[match.start], match)]

    def name(self, key: str) -> str:
        """Return the main name of an actor."""
        return self._names[key]


def _is_meant(first: Word, match: Match) -> bool:
    """Tell whether a one-word Latin alias is written as a name: "Fatah", not "fatah"."""
    return match.length > 1 or first.is_arabic or first.is_capital


@lru_cache(maxsize=1)
def load_actors() -> ActorTable:
    """Return the actor table that comes with the project, read once."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return ActorTable(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
