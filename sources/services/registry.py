"""Finding a source by any spelling of its name, and making it where it is new."""

from dataclasses import asdict, dataclass

from django.db import transaction

from sources.models import Source, SourceAlias
from sources.naming.keys import keys_of
from sources.naming.looks import hidden_characters
from workbench.accounts.models import Workspace
from workbench.audit.services import hold_log, record_event
from workbench.core.text import strip_controls

MAX_NAME, MAX_HIDDEN = 300, 80


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAs:
    """A source as a text names it. `outlet` is where an anonymous one stands."""

    name: str
    kind: str
    language: str = ""
    outlet: Source | None = None


def find_or_create_source(*, workspace: Workspace, named: NameAs) -> Source:
    """Return the source that goes by this name, made on first sight.

    Names meet by their folded key. An anonymous descriptor is looked up at its
    outlet alone: "a security source" at two outlets is two sources. A source that was
    merged is returned itself: what texts say is kept as they say it.
    """
    name = clean_name(named.name) or "?"
    keys = alias_keys(name)
    anonymous = named.kind == Source.Kind.ANONYMOUS and named.outlet is not None
    scope = str(named.outlet.pk) if anonymous and named.outlet else ""
    found = (
        SourceAlias.objects.filter(workspace=workspace, scope=scope, key=keys["key"])
        .select_related("source")
        .first()
    )
    hidden = hidden_marks(named.name)
    if found is not None:
        _keep_hidden(found, hidden)
        return found.source
    kind = named.kind if anonymous or named.kind != Source.Kind.ANONYMOUS else Source.Kind.ORGANISATION
    with transaction.atomic():
        source = Source.objects.create(
            workspace=workspace,
            kind=kind,
            name=name,
            language=named.language,
            outlet=named.outlet if anonymous else None,
        )
        alias, is_new = SourceAlias.objects.get_or_create(
            workspace=workspace,
            scope=scope,
            key=keys.pop("key"),
            defaults={"source": source, "name": name, "hidden": hidden, **keys},
        )
        if not is_new:
            source.delete()
    return alias.source


def clean_name(name: str) -> str:
    """Return a name as it is kept: in one line, without invisible characters, no longer than it may be."""
    return " ".join(strip_controls(name).split())[:MAX_NAME]


def alias_keys(name: str) -> dict[str, str]:
    """Return the keys of a spelling under the names of the columns that hold them."""
    keys = asdict(keys_of(name))
    return {"key": keys.pop("folded"), **keys}


def hidden_marks(name: str) -> str:
    """Return the code points of the invisible characters of a name, as they are kept with a spelling."""
    return " ".join(hidden_characters(name))[:MAX_HIDDEN]


def _keep_hidden(alias: SourceAlias, hidden: str) -> None:
    """Remember that a known name was met with invisible characters in it."""
    if hidden and not alias.hidden:
        SourceAlias.objects.filter(pk=alias.pk, hidden="").update(hidden=hidden)


@transaction.atomic
def set_owner(*, source: Source, owner: str, actor: str) -> bool:
    """Keep to whom an outlet belongs, "" where nobody knows, and log it; tell whether that changed it."""
    hold_log(source.workspace_id)
    name = clean_name(owner)
    row = Source.objects.select_for_update(of=("self",)).select_related("workspace").get(pk=source.pk)
    if row.owner == name:
        return False
    before, row.owner = row.owner, name
    row.save(update_fields=["owner"])
    record_event(
        workspace=row.workspace,
        actor=actor,
        action="source.owner_set",
        target=("source", row.pk),
        payload={"owner": name, "before": before},
    )
    return True
