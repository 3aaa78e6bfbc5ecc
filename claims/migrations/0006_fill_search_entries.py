"""Gives the claims that are there already their search entries.

Keys and vectors come from the engine as it is installed, not from a copy of today's: entries are looked up by
keys that the installed engine makes, and a later one would not find those of an earlier.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from claims.linking.background import centre_on_background
from claims.linking.keys import TERM, KeyedClaim, stored_keys
from claims.linking.types import Slot, SlotKind
from claims.nlp.types import Modality, QuoteKind, Span

BATCH = 500
"""Claims of one transaction: some 2 MB of rows."""


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    claims = apps.get_model("claims", "Claim").objects.using(schema_editor.connection.alias)
    waiting = claims.filter(embedding__isnull=False, search_entry=None).order_by("pk")
    keys = list(waiting.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        found = (
            claims.filter(pk__in=keys[start : start + BATCH])
            .select_related("article")
            .prefetch_related("slots", "hops")
        )
        store(schema_editor, list(found))


def store(schema_editor: BaseDatabaseSchemaEditor, claims: Sequence[Any]) -> None:
    raw = np.asarray([claim.embedding for claim in claims], dtype=np.float32)
    vectors = centre_on_background(raw, [claim.language for claim in claims])
    rows = [
        (
            claim.pk,
            claim.workspace_id,
            claim.article_id,
            claim.language,
            claim.article.published_on,
            sum(key.startswith(TERM) for key in keys),
            str(vector.tolist()),
            keys,
        )
        for claim, vector in zip(claims, vectors, strict=True)
        for keys in [stored_keys(keyed(claim))]
    ]
    with schema_editor.connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO claims_searchentry"
            " (claim_id, workspace_id, article_id, language, published_on, length, vector, keys)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s::halfvec, array_to_tsvector(%s::text[]))"
            " ON CONFLICT DO NOTHING",
            rows,
        )


def keyed(claim: Any) -> KeyedClaim:
    return KeyedClaim(
        text=claim.text,
        language=claim.language,
        modality=Modality(claim.modality),
        quote=QuoteKind(claim.quote),
        published_on=claim.article.published_on,
        slots=[
            Slot(kind=SlotKind(s.kind), span=Span(s.start, s.end), text=s.text, value=s.value)
            for s in claim.slots.all()
        ],
        speakers=[str(hop.source_id) for hop in claim.hops.all() if hop.position],
    )


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("claims", "0005_search_entries")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
