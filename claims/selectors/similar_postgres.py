"""The search for candidates in PostgreSQL: by meaning, by wording, and by shared particulars."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection, transaction

from claims.linking.background import centre_on_background
from claims.linking.fusion import Ranking, Way, fuse_rankings
from claims.linking.keys import TERM, asked_keys
from claims.models import Article, Claim
from claims.nlp.languages.terms import term_words
from claims.selectors import similar_sql as sql
from claims.selectors.similar import CandidateClaim, Candidates, keyed_claim

EVENT_WINDOW = timedelta(days=10)
"""Reports of one event appear within days of each other (a week either way, and some slack)."""
EXACT_BELOW = 20_000
"""Rows of one language up to which a window is searched exactly; see docs/decisions/0014-candidates.md."""
NEAREST = 24
"""Neighbours taken by meaning for each claim in each language."""
SAMPLED = 96
"""Neighbours that the vector index is asked for, four times as many as are wanted (design, platform 4)."""
ALIKE = 16
"""Claims taken for each claim by wording, and by shared particulars."""
COMMON = 500
"""Rows from which a term or particular says nothing: a fortieth of the largest window searched exactly."""
MEANING_WEIGHT = 2.0
BLOCK_WEIGHT = 1.0
"""Half of meaning: who and where bring up what words and vectors miss, but tell little alone."""
MOST_CLAIMS = 20
"""Candidates returned for each claim: what the relation network can compare (design, linking 5: some 15)."""
MOST_ARTICLES = 14
"""Articles returned, those with most and nearest candidates: they are compared whole."""

Found = tuple[UUID, UUID]
"""A candidate: its claim and that one's article."""


@dataclass(frozen=True, slots=True)
class PostgresSimilarClaims:
    """Candidates from the search entries. Six statements, and one more for each further language.

    Windows of up to `exact_below` rows of a language are searched exactly, larger ones by the vector index.
    """

    exact_below: int = EXACT_BELOW

    def candidates(self, article: Article, claims: Sequence[Claim]) -> Candidates:
        """Return the candidates for `claims`, which are the article's and have vectors."""
        if not claims:
            return Candidates()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.SETTINGS)
            search = _Search(cursor, article, claims, self.exact_below)
            rankings: dict[int, list[Ranking[Found]]] = defaultdict(list)
            for place, ranking in (*search.by_meaning(), *search.by_keys()):
                rankings[place].append(ranking)
            found = {found for lists in rankings.values() for ranking in lists for found in ranking.found}
            rejected = search.rejected({claim for claim, _ in found})
        kept = {
            place: [_without(ranking, rejected) for ranking in lists] for place, lists in rankings.items()
        }
        return Candidates(
            {claim.pk: _claims(kept.get(place, [])) for place, claim in enumerate(claims)},
            _articles([ranking for lists in kept.values() for ranking in lists]),
        )


def _without(ranking: Ranking[Found], rejected: set[UUID]) -> Ranking[Found]:
    kept = [found for found in ranking.found if found[0] not in rejected]
    return Ranking(ranking.way, ranking.weight, kept)


def _claims(rankings: Sequence[Ranking[Found]]) -> list[CandidateClaim]:
    fused = list(fuse_rankings(rankings).items())[:MOST_CLAIMS]
    return [CandidateClaim(claim, article, made.score, made.ways) for (claim, article), made in fused]


def _articles(rankings: Sequence[Ranking[Found]]) -> dict[UUID, float]:
    """Return the articles by how often and how near their claims came up, each once a ranking."""
    of_articles = [Ranking(r.way, r.weight, [article for _, article in r.found]) for r in rankings]
    fused = fuse_rankings(of_articles)
    best = sorted(fused, key=lambda article: (-fused[article].score, str(article)))[:MOST_ARTICLES]
    return {article: fused[article].score for article in best}


@dataclass
class _Search:
    """One search: what its statements have in common."""

    cursor: Any
    article: Article
    claims: Sequence[Claim]
    exact_below: int

    @cached_property
    def common(self) -> dict[str, object]:
        day = self.article.published_on
        first, last = (day - EVENT_WINDOW, day + EVENT_WINDOW) if day else (date.min, date.max)
        versions = Article.objects.filter(publication=self.article.publication_id).values_list(
            "pk", flat=True
        )
        return {
            "workspace": self.article.workspace_id,
            "versions": list(versions),
            "first": first,
            "last": last,
        }

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """How many entries of each language the window leaves, counted to where the search changes."""
        self.cursor.execute(sql.COUNTS, {**self.common, "most": self.exact_below + 1})
        return dict(self.cursor.fetchall())

    def by_meaning(self) -> Iterator[tuple[int, Ranking[Found]]]:
        """Yield the nearest in each language by centred vectors: so none crowds out another."""
        raw = np.asarray([claim.embedding for claim in self.claims], dtype=np.float32)
        centred = centre_on_background(raw, [claim.language for claim in self.claims])
        asked = {"places": list(range(len(centred))), "vectors": [str(vector.tolist()) for vector in centred]}
        for language, rows in self.rows.items():
            statement = sql.EXACT if rows <= self.exact_below else sql.INDEXED
            limits = {"language": language, "most": NEAREST, "sampled": SAMPLED}
            self.cursor.execute(statement, {**self.common, **asked, **limits})
            for place, found in _by_place(self.cursor.fetchall()).items():
                yield place, Ranking(Way.MEANING, MEANING_WEIGHT, found)

    def by_keys(self) -> Iterator[tuple[int, Ranking[Found]]]:
        """Yield what shares rare terms in the claim's language, and what shares particulars in any."""
        day = self.article.published_on or self.article.created_at.date()
        wanted = [
            (place, claim.language, asked_keys(keyed_claim(claim), day, EVENT_WINDOW.days))
            for place, claim in enumerate(self.claims)
        ]
        self.cursor.execute(sql.KEYS, {**self.common, **self._keys(wanted), "common": COMMON, "most": ALIKE})
        found = self.cursor.fetchall()
        for way, is_term in ((Way.WORDING, True), (Way.BLOCK, False)):
            for place, ranked in _by_place([(p, c, a) for p, term, c, a in found if term is is_term]).items():
                weight = term_words(self.claims[place].language).weight if is_term else BLOCK_WEIGHT
                yield place, Ranking(way, weight, ranked)

    def _keys(
        self, wanted: Sequence[tuple[int, str, Mapping[str, Sequence[str]]]]
    ) -> dict[str, list[object]]:
        total = sum(self.rows.values())
        distinct = {
            value: (_query(keys), language if value.startswith(TERM) else "", len(keys) == 1)
            for _, language, asked in wanted
            for value, keys in asked.items()
        }
        pairs = [(place, value) for place, _, asked in wanted for value in asked]
        return {
            "values": list(distinct),
            "queries": [query for query, _, _ in distinct.values()],
            "languages": [language for _, language, _ in distinct.values()],
            "lasting": [lasting for _, _, lasting in distinct.values()],
            "totals": [self.rows.get(language, total) for _, language, _ in distinct.values()],
            "places": [place for place, _ in pairs],
            "wanted": [value for _, value in pairs],
            "are_terms": [value.startswith(TERM) for _, value in pairs],
        }

    def rejected(self, claims: set[UUID]) -> set[UUID]:
        """Return which of the claims people have rejected."""
        rows = Claim.objects.filter(pk__in=claims, state=Claim.State.REJECTED)
        return set(rows.values_list("pk", flat=True))


def _query(keys: Sequence[str]) -> str:
    """Return the keys as a tsquery that any of them answers.

    >>> _query(["term:it's@1", "a"])
    "'term:it''s@1' | 'a'"
    """
    return " | ".join("'" + key.replace("\\", "\\\\").replace("'", "''") + "'" for key in keys)


def _by_place(rows: Sequence[tuple[int, UUID, UUID]]) -> dict[int, list[Found]]:
    found: dict[int, list[Found]] = defaultdict(list)
    for place, claim, article in rows:
        found[place].append((claim, article))
    return found
