"""The names that the engine knows while it works: those that come with the project, or a newsroom's."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from claims.linking.actors import Actor, ActorTable, load_actors
from claims.linking.gazetteer import Gazetteer, Listed, load_gazetteer


@dataclass(frozen=True, slots=True, eq=False)
class KnownNames:
    """The places and the actors that are known by name."""

    gazetteer: Gazetteer
    actors: ActorTable


@dataclass(frozen=True, slots=True)
class NameRows:
    """Names as they are stored: places, more names of places (key, id of the place), and actors."""

    places: Iterable[Listed] = ()
    place_names: Iterable[tuple[str, str]] = ()
    actors: Iterable[Actor] = ()


_IN_USE: ContextVar[KnownNames | None] = ContextVar("known_names", default=None)


def known_from(rows: NameRows, *, base: KnownNames | None = None) -> KnownNames:
    """Return what `rows` name, on top of `base`. The rows are read once."""
    gazetteer = Gazetteer(rows.places, further=rows.place_names, base=base.gazetteer if base else None)
    actors = base.actors.extended(rows.actors) if base else ActorTable(rows.actors)
    return KnownNames(gazetteer, actors)


def names_in_files() -> KnownNames:
    """Return the names that come with the project."""
    return KnownNames(load_gazetteer(), load_actors())


def names_in_use() -> KnownNames:
    """Return the names of the `knowing` block that runs, or those of the project's files."""
    return _IN_USE.get() or names_in_files()


@contextmanager
def knowing(names: KnownNames) -> Iterator[None]:
    """Let everything inside the block read and compare by `names`. Other threads do not notice."""
    token = _IN_USE.set(names)
    try:
        yield
    finally:
        _IN_USE.reset(token)
