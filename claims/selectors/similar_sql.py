"""The statements by which PostgreSQL finds candidates: each answers for all claims of an article at once."""

SETTINGS = """
SELECT set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
       set_config('max_parallel_workers_per_gather', '0', true),
       set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true),
       set_config('hnsw.ef_search', '100', true), set_config('hnsw.iterative_scan', 'relaxed_order', true)
"""
"""For the transaction alone. Compiling costs more than these statements take; the rows of an exact search
(20,000 of 830 bytes) stay in memory; keys are looked up in their index even where nothing has been analysed
yet, and an order that the vector index gives is not made by sorting instead. For the vector index see
docs/decisions/0014-candidates.md."""

COUNTS = """
WITH RECURSIVE known AS (
    (SELECT language FROM claims_searchentry WHERE workspace_id = %(workspace)s ORDER BY language LIMIT 1)
    UNION ALL
    SELECT (SELECT language FROM claims_searchentry
            WHERE workspace_id = %(workspace)s AND language > known.language ORDER BY language LIMIT 1)
    FROM known WHERE known.language IS NOT NULL
)
SELECT language,
    (SELECT count(*) FROM (
        SELECT 1 FROM claims_searchentry AS dated
        WHERE workspace_id = %(workspace)s AND dated.language = known.language
          AND published_on BETWEEN %(first)s AND %(last)s LIMIT %(most)s) AS rows)
  + (SELECT count(*) FROM (
        SELECT 1 FROM claims_searchentry AS undated
        WHERE workspace_id = %(workspace)s AND undated.language = known.language
          AND published_on IS NULL LIMIT %(most)s) AS rows)
FROM known WHERE language IS NOT NULL
"""
"""How many rows of each language the window leaves, counted no further than `most`; the languages are skipped
through in the index."""

EXACT = """
WITH near AS MATERIALIZED (
    SELECT claim_id, article_id, vector FROM claims_searchentry
    WHERE workspace_id = %(workspace)s AND article_id <> ALL(%(versions)s)
        AND language = %(language)s
        AND (published_on IS NULL OR published_on BETWEEN %(first)s AND %(last)s)
)
SELECT asked.place, found.claim_id, found.article_id
FROM unnest(%(places)s::int[], %(vectors)s::text[]::halfvec[]) AS asked(place, vector)
CROSS JOIN LATERAL (
    SELECT claim_id, article_id, near.vector <#> asked.vector AS distance
    FROM near ORDER BY distance, claim_id LIMIT %(most)s
) AS found
ORDER BY asked.place, found.distance, found.claim_id
"""
"""Every vector of the window against every vector asked for: the rows are read once for all of them."""

INDEXED = """
SELECT asked.place, found.claim_id, found.article_id
FROM unnest(%(places)s::int[], %(vectors)s::text[]::halfvec[]) AS asked(place, vector)
CROSS JOIN LATERAL (
    WITH rough AS MATERIALIZED (
        SELECT claim_id, article_id, vector <#> asked.vector AS distance FROM claims_searchentry
        WHERE workspace_id = %(workspace)s AND article_id <> ALL(%(versions)s)
        AND language = %(language)s
        AND (published_on IS NULL OR published_on BETWEEN %(first)s AND %(last)s)
        ORDER BY vector <#> asked.vector LIMIT %(sampled)s
    )
    SELECT * FROM rough ORDER BY distance, claim_id LIMIT %(most)s
) AS found
ORDER BY asked.place, found.distance, found.claim_id
"""
"""The vector index, asked for more than is wanted, put into exact order after it."""

KEYS = """
WITH asked AS (
    SELECT value, query::tsquery, language, lasting, total
    FROM unnest(%(values)s::text[], %(queries)s::text[], %(languages)s::text[], %(lasting)s::bool[],
        %(totals)s::int[]) AS a(value, query, language, lasting, total)
), postings AS MATERIALIZED (
    SELECT asked.value, asked.total, entry.*
    FROM asked CROSS JOIN LATERAL (
        SELECT claim_id, article_id, length FROM claims_searchentry
        WHERE keys @@ asked.query AND workspace_id = %(workspace)s AND article_id <> ALL(%(versions)s)
          AND (asked.language = '' OR claims_searchentry.language = asked.language)
          AND (asked.lasting OR published_on IS NULL OR published_on BETWEEN %(first)s AND %(last)s)
        LIMIT %(common)s
    ) AS entry
), rarity AS (
    SELECT value, ln(1 + (greatest(min(total), count(*)) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM postings GROUP BY value HAVING count(*) < %(common)s
), scored AS (
    SELECT wanted.place, wanted.is_term, claim_id, article_id,
        sum(rarity.weight * CASE WHEN wanted.is_term THEN 2.2
        / (1 + 1.2 * (0.25 + 0.75 * length / (SELECT avg(length) + 1 FROM postings))) ELSE 1 END) AS score
    FROM unnest(%(places)s::int[], %(wanted)s::text[], %(are_terms)s::bool[]) AS wanted(place, value, is_term)
    JOIN postings USING (value) JOIN rarity USING (value)
    GROUP BY wanted.place, wanted.is_term, claim_id, article_id
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY place, is_term ORDER BY score DESC, claim_id) AS rank
    FROM scored
)
SELECT place, is_term, claim_id, article_id FROM ranked WHERE rank <= %(most)s ORDER BY place, is_term, rank
"""
"""Terms and blocks, weighed by how rare they are among the rows that could have come (BM25, Robertson and
Zaragoza 2009, k1 1.2, b 0.75, each term counted once a claim; blocks without regard to length). What `common`
rows have says nothing: it is dropped."""
