"""Adding names of places and actors, and taking them back: logged, and applied to stored claims."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from claims.linking.gazetteer import place_key
from claims.models import Actor, ActorAlias, NamesVersion, Place, PlaceName
from claims.models.names import NAME_LENGTH
from claims.selectors.meanings import label_of, meaning_of
from claims.services.errors import NamedSoAlready, NameTaken, NoNames, NotAName, WrongContainer
from workbench.accounts.models import User, Workspace, actor_label
from workbench.audit.services import record_event
from workbench.core.identifiers import new_id
from workbench.core.skeletons import consonants
from workbench.core.text import strip_controls
from workbench.jobs.models import Job
from workbench.jobs.services import Subject, queue_job

REREAD = "claims.reread"
LEAST_LETTERS = 2
"""Letters of the shortest name: FT, EU. A single letter is everywhere."""

Row = PlaceName | ActorAlias


class Named(NamedTuple):
    """A name that was added, changed, withdrawn or restored, and the jobs whose doorbell the caller rings."""

    row: Row
    jobs: Sequence[Job]


class Added(NamedTuple):
    """A place or an actor that was added, and the jobs whose doorbell the caller rings."""

    subject: Place | Actor
    jobs: Sequence[Job]


@transaction.atomic
def add_name(*, workspace: Workspace, user: User, subject: Place | Actor, name: str) -> Named:
    """Let a place or an actor be known under one more name in the workspace.

    Raises `NotAName`, `NameTaken` where it means something else, `NamedSoAlready`.
    """
    _hold_names(workspace)
    row = _named(workspace, user, subject, name)
    _log(row, user, "name.added")
    return Named(row, [_reread(row, user)])


@transaction.atomic
def change_name(*, row: Row, user: User, name: str) -> Named:
    """Put another name in the place of one that was added; the old one stays on record, withdrawn.

    Raises what `add_name` raises.
    """
    _hold_names(row.workspace)
    _withdraw(row, user)
    changed = _named(row.workspace, user, row.subject, name)
    _log(changed, user, "name.changed", before=row.name)
    return Named(changed, [_reread(row, user), _reread(changed, user)])


@transaction.atomic
def withdraw_name(*, row: Row, user: User) -> Named:
    """Take back a name that was added; it stays on record. Doing it twice changes nothing."""
    _hold_names(row.workspace)
    if row.withdrawn_at is not None:
        return Named(row, [])
    _withdraw(row, user)
    _log(row, user, "name.withdrawn")
    return Named(row, [_reread(row, user)])


@transaction.atomic
def restore_name(*, row: Row, user: User) -> Named:
    """Undo the withdrawal of a name. Raises `NameTaken` where it has come to mean something else."""
    _hold_names(row.workspace)
    if row.withdrawn_at is None:
        return Named(row, [])
    _refuse_taken(row.workspace, row.subject, row.name)
    row.withdrawn_at, row.withdrawn_by = None, None
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    _log(row, user, "name.restored")
    return Named(row, [_reread(row, user)])


@transaction.atomic
def add_place(*, workspace: Workspace, user: User, kind: str, parent: Place, names: Sequence[str]) -> Added:
    """Add a place that lies in `parent`, known under `names` in the workspace.

    Raises `WrongContainer` where `parent` is no wider than a place of this kind, and what `add_name` raises.
    """
    widest_first = list(Place.Kind.values)
    if kind not in widest_first or widest_first.index(kind) <= widest_first.index(parent.kind):
        raise WrongContainer(parent=label_of(parent))
    place = Place(
        identifier=_own_identifier(),
        workspace=workspace,
        kind=kind,
        country=parent.country,
        region_id="" if parent.kind == Place.Kind.COUNTRY else parent.pk,
    )
    return _add(workspace, user, place, names)


@transaction.atomic
def add_actor(*, workspace: Workspace, user: User, kind: str, names: Sequence[str]) -> Added:
    """Add an actor that is known under `names` in the workspace. Raises what `add_name` raises."""
    return _add(workspace, user, Actor(key=_own_identifier(), workspace=workspace, kind=kind), names)


def _add(workspace: Workspace, user: User, subject: Place | Actor, names: Sequence[str]) -> Added:
    given = list({place_key(name): name for name in reversed(names) if name.strip()}.values())[::-1]
    if not given:
        raise NoNames
    _hold_names(workspace)
    subject.names = [_clean(name) for name in given]
    subject.save(force_insert=True)
    rows = [_named(workspace, user, subject, name) for name in given]
    for row in rows:
        _log(row, user, "name.added")
    return Added(subject, [_reread(row, user) for row in rows])


def _own_identifier() -> str:
    return f"own-{uuid4().hex}"


def _hold_names(workspace: Workspace) -> None:
    """Let changes of a workspace's names follow each other, and let every process notice this one."""
    NamesVersion.objects.get_or_create(workspace=workspace)
    row = NamesVersion.objects.select_for_update().get(workspace=workspace)
    row.version = new_id()
    row.save(update_fields=["version"])


def _named(workspace: Workspace, user: User, subject: Place | Actor, given: str) -> Row:
    name = _clean(given)
    _refuse_taken(workspace, subject, name)
    facts = {
        "workspace": workspace,
        "name": name,
        "key": place_key(name),
        "skeleton": consonants(name)[:NAME_LENGTH],
        "added_by": user,
    }
    if isinstance(subject, Place):
        return PlaceName.objects.create(place=subject, **facts)
    return ActorAlias.objects.create(actor=subject, **facts)


def _clean(given: str) -> str:
    """Return a name as it is kept. Raises `NotAName` where nothing can be found by it."""
    name = " ".join(strip_controls(given).split())
    letters = sum(character.isalpha() for character in place_key(name))
    if letters < LEAST_LETTERS or len(name) > NAME_LENGTH or set(name) & set("|="):
        raise NotAName(name=name[:80])
    return name


def _refuse_taken(workspace: Workspace, subject: Place | Actor, name: str) -> None:
    meaning = meaning_of(workspace, name)
    if meaning == subject:
        raise NamedSoAlready(name=name, meaning=label_of(subject))
    if meaning is not None:
        raise NameTaken(name=name, meaning=label_of(meaning))


def _withdraw(row: Row, user: User) -> None:
    row.withdrawn_at, row.withdrawn_by = timezone.now(), user
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _log(row: Row, user: User, action: str, **more: str) -> None:
    record_event(
        workspace=row.workspace,
        actor=actor_label(user),
        action=action,
        target=(row._meta.model_name or "", row.pk),
        payload={"name": row.name, "means": row.subject.pk, **more},
    )


def _reread(row: Row, user: User) -> Job:
    """Queue the reading anew of the claims that mention the name."""
    subject = Subject(row.pk, row.name)
    return queue_job(workspace=row.workspace, kind=REREAD, subject=subject, requested_by=user)
