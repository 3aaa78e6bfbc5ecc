"""A workspace filled with made-up claims by bulk loading: rows first, indexes after."""

import json
from collections.abc import Iterator

from django.db import connection

from claims.linking.background import load_background
from sources.models import Source
from sources.services import NameAs, find_or_create_source
from tests.benchmarks.linking.invented_news import (
    CLAIMS_AN_EVENT,
    InventedClaim,
    directions,
    invented_claims,
)
from workbench.accounts.models import Workspace
from workbench.accounts.services import create_workspace

_UNUSED = "DROP INDEX IF EXISTS claims_by_embedding, claims_by_trigrams"
"""Indexes of the claims that the search for candidates does not use: filling them would double the time."""

TOLD = "told (article, ordinal, event, language, day, text, modality, quote, slots, keys, length)"

_STAGING = """
SET session_replication_role = replica;
CREATE TEMP TABLE told (article int, ordinal int, event int, language text, day date, text text,
    modality text, quote text, slots jsonb, keys text[], length int, id uuid DEFAULT gen_random_uuid());
CREATE TEMP TABLE event_vector (number int, vector halfvec(384));
CREATE TEMP TABLE noise (number int, vector halfvec(384));
CREATE TEMP TABLE background (language text, vector halfvec(384));
"""

_FILL = """
CREATE INDEX ON told (article); ANALYZE told;
CREATE TEMP TABLE page AS
    SELECT article, min(language) AS language, min(day) AS day, gen_random_uuid() AS id,
        string_agg(text, '. ') AS text
    FROM told GROUP BY article;
INSERT INTO claims_publication (id, workspace_id, outlet_id, canonical_url, url_key)
    SELECT id, '{workspace}', '{outlet}', '', id::text FROM page;
INSERT INTO claims_article (id, workspace_id, publication_id, outlet_id, version, title, text, content_sha256,
        signature, language, language_confidence, published_on, warnings, state, extractor_version)
    SELECT id, '{workspace}', id, '{outlet}', 1, left(text, 60), text, id::text, '', language, 1, day, '[]',
        'ready', '' FROM page;
INSERT INTO claims_claim (id, workspace_id, article_id, ordinal, text, match_text, language, quote, modality,
        anonymous, anonymity, narrated, form, originator_id, worth, factors, votes, wording, fills, reasons,
        state, roots, embedding)
    SELECT told.id, '{workspace}', page.id, ordinal, told.text, told.text, told.language, quote, modality,
        false, '', true, '', '{outlet}', 0, '[]', '[]', '', '[]', jsonb_build_array(event),
        'proposed', 1, l2_normalize(event_vector.vector + noise.vector) + background.vector
    FROM told JOIN page USING (article) JOIN event_vector ON event_vector.number = event
    JOIN noise ON noise.number = (told.article * 31 + ordinal * 977) % 5000
    JOIN background ON background.language = told.language;
INSERT INTO claims_claimspan (claim_id, part, start, "end") SELECT id, 'content', 0, length(text) FROM told;
INSERT INTO claims_hop (claim_id, position, source_id, name, kind, cue, stance, inferred, reason)
    SELECT id, 0, '{outlet}', 'Bench', 'outlet', '', '', false, '' FROM told;
INSERT INTO claims_slot (claim_id, kind, start, "end", text, value)
    SELECT id, s->>0, 0, 3, 'x', s->>1 FROM told CROSS JOIN jsonb_array_elements(slots) AS s;
INSERT INTO claims_searchentry (claim_id, workspace_id, article_id, language, published_on, length, vector,
        keys)
    SELECT claim.id, '{workspace}', claim.article_id, told.language, day, told.length,
        l2_normalize(claim.embedding - background.vector), array_to_tsvector(keys)
    FROM told JOIN claims_claim AS claim USING (id) JOIN background ON background.language = told.language;
SET session_replication_role = origin;
"""

_VECTOR_INDEX = """
SET maintenance_work_mem = '1GB';
CREATE INDEX entries_by_vector ON claims_searchentry USING hnsw (vector halfvec_ip_ops)
    WITH (m = 16, ef_construction = 64);
"""
_KEY_INDEX = "CREATE INDEX entries_by_key ON claims_searchentry USING gin (keys) WITH (fastupdate = off)"


def filled_workspace(count: int, *, vector_index: bool) -> Workspace:
    """Return a workspace with `count` claims, with the search's indexes, analysed."""
    workspace = create_workspace(name="Bench", slug=f"bench-{count}")
    outlet = find_or_create_source(workspace=workspace, named=NameAs(name="Bench", kind=Source.Kind.OUTLET))
    with connection.cursor() as cursor:
        cursor.execute(f"{_UNUSED}; DROP INDEX IF EXISTS entries_by_vector, entries_by_key; {_STAGING}")
        _copy(cursor, TOLD, (_row(claim) for claim in invented_claims(count)))
        events, noise = directions(count // CLAIMS_AN_EVENT + 1)
        for table, vectors in (("event_vector", enumerate(events)), ("noise", enumerate(noise))):
            _copy(cursor, table, ((key, str(vector.round(4).tolist())) for key, vector in vectors))
        _copy(
            cursor, "background", ((key, str(vector.tolist())) for key, vector in load_background().items())
        )
        cursor.execute(_FILL.format(workspace=workspace.pk, outlet=outlet.pk))
        cursor.execute(_KEY_INDEX)
        if vector_index:
            cursor.execute(_VECTOR_INDEX)
        cursor.execute("ANALYZE; DROP TABLE told, page, event_vector, noise, background")
    return workspace


def _copy(cursor, table: str, rows: Iterator[tuple]) -> None:
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _row(claim: InventedClaim) -> tuple:
    keys = claim.keys
    return (
        *(claim.article, claim.ordinal, claim.event, claim.language, claim.published_on, claim.text),
        *(claim.modality.value, claim.quote.value),
        json.dumps([[slot.kind.value, slot.value] for slot in claim.slots]),
        keys,
        sum(key.startswith("term:") for key in keys),
    )
