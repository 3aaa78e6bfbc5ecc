"""Loading the project's tables of places and actors into the database, for all workspaces."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.db import connection, transaction
from psycopg import sql

from claims.linking import actors, gazetteer
from claims.models import Actor, ActorAlias, NamesVersion, Place, PlaceName
from claims.models.names import AddedName
from workbench.core.identifiers import new_id
from workbench.core.skeletons import consonants

FORMAT = b"1"
"""Raised when the same tables are to be stored otherwise, so that they are loaded anew."""
SHORTEST_SKELETON = 3
"""Consonants of the shortest skeleton by which anything is found; shorter ones are everybody's."""


@transaction.atomic
def load_name_tables(*, folder: Path = gazetteer.DATA) -> int:
    """Bring the shared places and actors up to the tables in `folder`; return how many rows were written.

    Nothing is written where those tables were loaded before. A row that the tables no longer
    hold goes, unless a workspace has added a name to it. What workspaces added stays.
    """
    row, _ = NamesVersion.objects.select_for_update().get_or_create(workspace=None)
    mark = tables_mark(folder)
    if row.table == mark:
        return 0
    places = [_place(line) for line in gazetteer.read_places(folder)]
    known = [_actor(actor) for actor in actors.read_actors(folder / actors.TABLE)]
    _replace(places, PlaceName)
    _replace(known, ActorAlias)
    NamesVersion.objects.filter(pk=row.pk).update(table=mark, version=new_id())
    return len(places) + len(known)


def tables_mark(folder: Path) -> str:
    """Return a fingerprint of the tables in `folder`."""
    mark = hashlib.sha256(FORMAT)
    for name in (*gazetteer.TABLES, actors.TABLE):
        mark.update((folder / name).read_bytes())
    return mark.hexdigest()


def skeletons_of(names: Iterable[str]) -> list[str]:
    """Return the consonants by which names are found across scripts, each once."""
    found = dict.fromkeys(consonants(name) for name in names)
    return [skeleton for skeleton in found if len(skeleton) >= SHORTEST_SKELETON]


def _place(line: dict[str, str]) -> Place:
    place, keys = gazetteer.listed_place(line)
    names = line["names"].split("|")
    return Place(
        identifier=place.id,
        kind=place.kind,
        country=place.country,
        region_id=place.region_id,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population,
        names=names,
        keys=list(keys),
        skeletons=skeletons_of(names),
    )


def _actor(actor: actors.Actor) -> Actor:
    names = [name.removesuffix("=") for name in actor.names]
    return Actor(
        key=actor.key,
        kind=actor.kind,
        names=list(actor.names),
        keys=list(gazetteer.keys_of(names)),
        skeletons=skeletons_of(names),
    )


def _replace(rows: Sequence[Place] | Sequence[Actor], added: type[AddedName]) -> None:
    """Let the shared rows of a table be `rows`; one that is gone stays where somebody `added` a name to it.

    Copied in and then merged by the server: a tenth of the time that single inserts take.
    """
    model = type(rows[0])
    columns = [field.attname for field in model._meta.concrete_fields]
    key = model._meta.pk.attname
    names = [sql.Identifier(column) for column in columns]
    part = {
        "table": sql.Identifier(model._meta.db_table),
        "key": sql.Identifier(key),
        "added": sql.Identifier(added._meta.db_table),
        "subject": sql.Identifier(f"{model.__name__.lower()}_id"),
        "columns": sql.SQL(", ").join(names),
        "changes": sql.SQL(", ").join(_EXCLUDED.format(name) for name in names),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE TEMPORARY TABLE incoming (LIKE {table})").format(**part))
        with cursor.copy(sql.SQL("COPY incoming ({columns}) FROM STDIN").format(**part)) as copy:
            for row in rows:
                copy.write_row([getattr(row, column) for column in columns])
        for statement in (_GONE, _MERGED, "DROP TABLE incoming"):
            cursor.execute(sql.SQL(statement).format(**part))


_EXCLUDED = sql.SQL("{0} = EXCLUDED.{0}")
_GONE = """
    DELETE FROM {table} AS listed WHERE workspace_id IS NULL
    AND NOT EXISTS (SELECT FROM incoming WHERE incoming.{key} = listed.{key})
    AND NOT EXISTS (SELECT FROM {added} AS added WHERE added.{subject} = listed.{key})
"""
_MERGED = """
    INSERT INTO {table} ({columns}) SELECT {columns} FROM incoming ON CONFLICT ({key}) DO UPDATE SET {changes}
"""
