"""What people add to a source: more spellings of its name, its kind, country and site; all logged."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.db import transaction

from sources.models import Source, SourceAlias
from sources.selectors.countries import is_country
from sources.selectors.families import family_of
from sources.services.errors import (
    KindsDiffer,
    NameOfAnother,
    NotAnAddedName,
    NotASite,
    NotASourceName,
    UnknownCountry,
    UnknownKind,
)
from sources.services.merging import can_be_one
from sources.services.registry import alias_keys, clean_name, hidden_marks
from workbench.audit.services import hold_log, record_event

LEAST_LETTERS = 2
"""Letters of the shortest name that may be added; a single one is everywhere."""


@transaction.atomic
def add_alias(*, source: Source, name: str, actor: str) -> SourceAlias:
    """Let a source be found by one more spelling, in any script. Adding it twice changes nothing.

    Raises `NotASourceName`, and `NameOfAnother` where the spelling means another source already.
    """
    hold_log(source.workspace_id)
    clean = clean_name(name)
    if sum(letter.isalnum() for letter in clean) < LEAST_LETTERS:
        raise NotASourceName(name=clean)
    keys = alias_keys(clean)
    scope = str(source.outlet_id) if source.outlet_id else ""
    row, is_new = SourceAlias.objects.select_related("source").get_or_create(
        workspace=source.workspace,
        scope=scope,
        key=keys.pop("key"),
        defaults={
            "source": source,
            "name": clean,
            "hidden": hidden_marks(name),
            "added_by": actor,
            **keys,
        },
    )
    if not is_new and row.source_id != source.pk:
        raise NameOfAnother(name=clean, other=row.source.name)
    if is_new:
        _log(source, actor, "source.alias_added", {"alias": str(row.pk), "name": clean, "key": row.key})
    return row


@transaction.atomic
def withdraw_alias(*, alias: SourceAlias, actor: str) -> None:
    """Take back a spelling that people added; what was read under it stays where it is.

    Raises `NotAnAddedName` for one that articles brought.
    """
    hold_log(alias.workspace_id)
    if not alias.added_by:
        raise NotAnAddedName(name=alias.name)
    facts = {"alias": str(alias.pk), "name": alias.name, "key": alias.key, "added_by": alias.added_by}
    _log(alias.source, actor, "source.alias_withdrawn", facts)
    alias.delete()


def set_country(*, source: Source, country: str, actor: str) -> bool:
    """Keep where a source sits (ISO 3166-1, two letters; "" where nobody knows). Raises `UnknownCountry`."""
    code = country.strip().upper()
    if code and not is_country(code):
        raise UnknownCountry(country=country)
    return _set(source, "country", code, actor)


def set_kind(*, source: Source, kind: str, actor: str) -> bool:
    """Keep what a source is; tell whether that changed it.

    An unnamed source stays one, and no other becomes one: it stands at its outlet. Raises
    `UnknownKind`, and `KindsDiffer` where it is merged with something that cannot be of that kind.
    """
    fixed = Source.Kind.ANONYMOUS
    if kind not in Source.Kind.values or (kind != source.kind and fixed in {kind, source.kind}):
        raise UnknownKind(kind=kind)
    row = Source.objects.get(pk=source.pk)
    wanted = Source(kind=kind, outlet_id=row.outlet_id)
    for other in Source.objects.filter(pk__in=family_of(row)).exclude(pk=row.pk):
        if not can_be_one(wanted, other):
            raise KindsDiffer(one=source.name, other=other.name)
    return _set(source, "kind", kind, actor)


def set_website(*, source: Source, website: str, actor: str) -> bool:
    """Keep a source's own site, "" where it has none; tell whether that changed it. Raises `NotASite`."""
    address = website.strip()
    if address and "://" not in address:
        address = f"https://{address}"
    parts = urlsplit(address)
    if address and (parts.scheme not in {"http", "https"} or "." not in (parts.hostname or "")):
        raise NotASite(website=website)
    return _set(source, "website", address, actor)


@transaction.atomic
def _set(source: Source, field: str, value: str, actor: str) -> bool:
    hold_log(source.workspace_id)
    row = Source.objects.select_for_update(of=("self",)).select_related("workspace").get(pk=source.pk)
    before = getattr(row, field)
    if before == value:
        return False
    Source.objects.filter(pk=row.pk).update(**{field: value})
    _log(row, actor, f"source.{field}_set", {field: value, "before": before})
    return True


def _log(source: Source, actor: str, action: str, payload: Mapping[str, str]) -> None:
    record_event(
        workspace=source.workspace,
        actor=actor,
        action=action,
        target=("source", source.pk),
        payload=payload,
    )
