"""Finding a source by any spelling of its name, and making it where it is new."""

from dataclasses import dataclass

from django.db import transaction

from sources.models import Source, SourceAlias
from workbench.accounts.models import Workspace
from workbench.audit.services import record_event
from workbench.core.text import fold_name, strip_controls

MAX_NAME = 300


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
    outlet alone: "a security source" at two outlets is two sources.
    """
    name = " ".join(strip_controls(named.name).split())[:MAX_NAME] or "?"
    key = (fold_name(name) or name)[:MAX_NAME]
    anonymous = named.kind == Source.Kind.ANONYMOUS and named.outlet is not None
    scope = str(named.outlet.pk) if anonymous and named.outlet else ""
    found = (
        SourceAlias.objects.filter(workspace=workspace, scope=scope, key=key).select_related("source").first()
    )
    if found is not None:
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
            workspace=workspace, scope=scope, key=key, defaults={"source": source, "name": name}
        )
        if not is_new:
            source.delete()
    return alias.source


@transaction.atomic
def set_owner(*, source: Source, owner: str, actor: str) -> bool:
    """Keep to whom an outlet belongs, "" where nobody knows, and log it; tell whether that changed it."""
    name = " ".join(strip_controls(owner).split())[:MAX_NAME]
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
