"""Organisations, offices and persons known under names in both languages."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from claims.linking.words import Lexicon, Match, Word
from workbench.core.skeletons import joined_skeleton

DATA = Path(__file__).parent / "data"
TABLE = "actors.tsv"
PERSON = "person"
"""The kind of actor whose unlisted spellings are recognised by their consonants."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor, shown by its first name. `Lexicon` takes a name that ends in `=` to the letter."""

    key: str
    kind: str
    names: tuple[str, ...]


class ActorTable:
    """Names of well-known actors; any of them, in any script, finds the same key."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.listed = listed = tuple(actors)
        self._lexicon = Lexicon({actor.key: " | ".join(actor.names) for actor in listed})
        self._names = {actor.key: actor.names[0] for actor in listed if actor.names}
        persons = ((name, actor.key) for actor in listed if actor.kind == PERSON for name in actor.names)
        self._persons = {spelt: key for name, key in persons if (spelt := joined_skeleton(name))}

    def __len__(self) -> int:
        return len(self._names)

    def extended(self, actors: Iterable[Actor]) -> "ActorTable":
        """Return a table that knows `actors` as well; the names of one that is listed are added to it."""
        by_key = {actor.key: actor for actor in self.listed}
        for actor in actors:
            known = by_key.get(actor.key, replace(actor, names=()))
            by_key[actor.key] = replace(known, names=(*known.names, *actor.names))
        return ActorTable(by_key.values())

    def find_all(self, words: Sequence[Word]) -> list[Match]:
        """Return the known actors that `words` name, left to right."""
        return [match for match in self._lexicon.find_all(words) if _is_meant(words[match.start], match)]

    def person_spelt(self, name: str) -> str | None:
        """Return the key of the person one of whose names has the consonants of `name`, or None."""
        return self._persons.get(joined_skeleton(name)) if self._persons else None

    def name(self, key: str) -> str:
        """Return the main name of an actor."""
        return self._names[key]


def _is_meant(first: Word, match: Match) -> bool:
    """Tell whether a one-word Latin alias is written as a name: "Fatah", not "fatah"."""
    return match.length > 1 or first.is_arabic or first.is_capital


def listed_actor(row: Mapping[str, str]) -> Actor:
    """Return the actor that a line of the table describes."""
    names = (name.strip() for name in row["names"].split("|"))
    return Actor(row["key"], row["kind"], tuple(filter(None, names)))


def read_actors(table: Path = DATA / TABLE) -> list[Actor]:
    """Return the actors of a table, in its order."""
    with table.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [listed_actor(row) for row in rows]


@lru_cache(maxsize=1)
def load_actors() -> ActorTable:
    """Return the actor table that comes with the project, read once."""
    return ActorTable(read_actors())
