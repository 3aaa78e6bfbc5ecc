"""Keeping what claims are found by: one search entry for each claim that has a vector."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection

from claims.linking.background import centre_on_background
from claims.linking.keys import TERM, stored_keys
from claims.models import Claim, SearchEntry
from claims.selectors.similar import keyed_claim

_INSERT = """
INSERT INTO claims_searchentry
    (claim_id, workspace_id, article_id, language, published_on, length, vector, keys)
VALUES (%s, %s, %s, %s, %s, %s, %s::halfvec, array_to_tsvector(%s::text[]))
"""
"""Written out, because a list of keys is no text that the ORM could make a tsvector of."""


def store_search_entries(*, articles: Sequence[UUID]) -> None:
    """Replace the entries of the articles' claims by what the claims say now. Five queries, one a claim."""
    claims = Claim.objects.filter(article__in=articles, embedding__isnull=False).select_related("article")
    found = list(claims.prefetch_related("slots", "hops").order_by("pk"))
    SearchEntry.objects.filter(article__in=articles).delete()
    if found:
        with connection.cursor() as cursor:
            cursor.executemany(_INSERT, _rows(found))


def _rows(claims: Sequence[Claim]) -> list[tuple[Any, ...]]:
    raw = np.asarray([claim.embedding for claim in claims], dtype=np.float32)
    vectors = centre_on_background(raw, [claim.language for claim in claims])
    return [_row(claim, vector.tolist()) for claim, vector in zip(claims, vectors, strict=True)]


def _row(claim: Claim, vector: list[float]) -> tuple[Any, ...]:
    keys = stored_keys(keyed_claim(claim))
    return (
        claim.pk,
        claim.workspace_id,
        claim.article_id,
        claim.language,
        claim.article.published_on,
        sum(key.startswith(TERM) for key in keys),
        str(vector),
        keys,
    )
