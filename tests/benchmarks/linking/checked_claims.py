"""Searches the checked claims for each tweet in the database, and prints figures; run by `retrieval`."""

import json
import os
from collections.abc import Iterator, Sequence

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
django.setup()

import numpy as np  # noqa: E402  (Django must be set up first)
from django.db import connection  # noqa: E402

from claims import engine  # noqa: E402
from claims.linking.fusion import Way  # noqa: E402
from claims.linking.terms import terms_of  # noqa: E402
from claims.models import Article, Claim, Publication  # noqa: E402
from claims.selectors.similar import CandidateClaim  # noqa: E402
from claims.selectors.similar_postgres import PostgresSimilarClaims  # noqa: E402
from claims.services.searching import store_search_entries  # noqa: E402
from claims.training.logistic import CONSTANT, fit_logistic  # noqa: E402
from sources.models import Source  # noqa: E402
from sources.services import NameAs, find_or_create_source  # noqa: E402
from tests.benchmarks.linking.retrieval import records  # noqa: E402
from workbench.accounts.services import create_workspace  # noqa: E402
from workbench.core.scratch import scratch_database  # noqa: E402
from workbench.core.text import fold_text  # noqa: E402

AT_ONCE = 500
TWEETS_AT_ONCE = 20
FARTHEST = 30
"""Place given to a candidate that a way did not bring up."""


class Archive:
    """A workspace in which every text is the one claim of an article of its own, without a date."""

    def __init__(self) -> None:
        self.workspace = create_workspace(name="Bench", slug="bench")
        self.outlet = find_or_create_source(
            workspace=self.workspace, named=NameAs(name="Bench", kind=Source.Kind.OUTLET)
        )
        self.vectors: dict[str, np.ndarray] = {}

    def store(self, texts: Sequence[str]) -> list[Claim]:
        """Store the texts as claims with vectors, and return them with what a search reads."""
        vectors = engine.encode(texts)
        here = {"workspace": self.workspace}
        pages = [Publication(outlet=self.outlet, url_key=os.urandom(16).hex(), **here) for _ in texts]
        articles = [
            Article(publication=page, outlet=self.outlet, text=text, content_sha256="", language="en", **here)
            for page, text in zip(pages, texts, strict=True)
        ]
        claims = [self._claim(article, vector) for article, vector in zip(articles, vectors, strict=True)]
        for model, rows in ((Publication, pages), (Article, articles), (Claim, claims)):
            model.objects.bulk_create(rows)
        self.vectors |= {str(claim.pk): vector for claim, vector in zip(claims, vectors, strict=True)}
        found = Claim.objects.filter(pk__in=[claim.pk for claim in claims]).select_related("article")
        by_key = {claim.pk: claim for claim in found.prefetch_related("slots", "hops")}
        return [by_key[claim.pk] for claim in claims]

    def _claim(self, article: Article, vector: np.ndarray) -> Claim:
        return Claim(
            workspace=self.workspace,
            article=article,
            ordinal=1,
            text=article.text,
            match_text=fold_text(article.text),
            language="en",
            quote=Claim.Quote.NONE,
            modality=Claim.Modality.ASSERTED,
            originator=self.outlet,
            embedding=vector.tolist(),
        )


def stored_claims(archive: Archive) -> dict[str, Claim]:
    """Store the checked claims, each with the title of its check, and return them by the data's identifiers.

    The vector index is dropped first: 10,000 rows are searched exactly, and filling it would take a minute.
    """
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX entries_by_vector, claims_by_embedding, claims_by_trigrams")
    listed = records("checkthat2020-claims")
    found: dict[str, Claim] = {}
    for start in range(0, len(listed), AT_ONCE):
        part = listed[start : start + AT_ONCE]
        claims = archive.store([f"{record['claim']} {record['title']}" for record in part])
        store_search_entries(articles=[claim.article_id for claim in claims])
        found |= {record["id"]: claim for record, claim in zip(part, claims, strict=True)}
    return found


def candidates_of(tweets: Sequence[Claim]) -> Iterator[Sequence[CandidateClaim]]:
    """Yield the candidates of each tweet."""
    for start in range(0, len(tweets), TWEETS_AT_ONCE):
        part = tweets[start : start + TWEETS_AT_ONCE]
        found = PostgresSimilarClaims().candidates(part[0].article, part).of_claims
        yield from (found[tweet.pk] for tweet in part)


def average_precision(ranked: Sequence[str], relevant: set[str]) -> float:
    """Return the average precision of the first five."""
    hits, total = 0, 0.0
    for place, identifier in enumerate(ranked[:5], start=1):
        if identifier in relevant:
            hits += 1
            total += hits / place
    return total / min(len(relevant), 5)


def signs(tweet: Claim, found: CandidateClaim, claim: Claim, cosine: float) -> dict[str, float]:
    """Return what speaks for a candidate, for the re-ranker."""
    ours, theirs = set(terms_of(tweet.text, "en")), set(terms_of(claim.text, "en"))
    shared = ours & theirs
    return {
        "cosine": cosine,
        "fused": 100 * found.score,
        "meaning": 1 / (1 + found.ways.get(Way.MEANING, FARTHEST)),
        "wording": 1 / (1 + found.ways.get(Way.WORDING, FARTHEST)),
        "of_ours": len(shared) / max(1, len(ours)),
        "of_theirs": len(shared) / max(1, len(theirs)),
        "names": len({w for w in tweet.text.split() if w[:1].isupper()} & set(claim.text.split())),
    }


def main() -> None:
    """Print MAP@5 and the share found, as they stand and re-ranked, as one line of JSON."""
    with scratch_database():
        archive = Archive()
        claims = stored_claims(archive)
        names = {claim.pk: identifier for identifier, claim in claims.items()}
        asked = records("checkthat2020-queries-train")
        tweets = archive.store([record["text"] for record in asked])
        found = list(candidates_of(tweets))
        relevant = [set(record["relevant"]) for record in asked]
        ranked = [[names[candidate.claim_id] for candidate in some] for some in found]
        rows = [
            [
                signs(
                    tweet,
                    candidate,
                    claims[names[candidate.claim_id]],
                    float(archive.vectors[str(tweet.pk)] @ archive.vectors[str(candidate.claim_id)]),
                )
                for candidate in some
            ]
            for tweet, some in zip(tweets, found, strict=True)
        ]
    print(json.dumps(_figures(ranked, relevant, rows)))


def _figures(
    ranked: Sequence[list[str]], relevant: Sequence[set[str]], rows: Sequence[list[dict[str, float]]]
) -> dict[str, float]:
    as_it_stands = [average_precision(r, right) for r, right in zip(ranked, relevant, strict=True)]
    reached = [len(right & set(r)) / len(right) for r, right in zip(ranked, relevant, strict=True)]
    return {
        "MAP@5 as it stands": float(np.mean(as_it_stands)),
        "share among 20 candidates": float(np.mean(reached)),
        "MAP@5 as it stands, second half": float(np.mean(as_it_stands[1::2])),
        "MAP@5 re-ranked (weights of one half, figure of the other)": _reranked(ranked, relevant, rows),
    }


def _reranked(
    ranked: Sequence[list[str]], relevant: Sequence[set[str]], rows: Sequence[list[dict[str, float]]]
) -> float:
    """Fit on every other tweet, rank the rest; and the other way round; return the mean."""
    reached = []
    for half in (0, 1):
        fitting = range(half, len(rows), 2)
        flat = [row for tweet in fitting for row in rows[tweet]]
        right = [name in relevant[tweet] for tweet in fitting for name in ranked[tweet]]
        weights = fit_logistic(flat, right)
        for tweet in range(1 - half, len(rows), 2):
            scores = [
                weights[CONSTANT] + sum(weights.get(name, 0.0) * value for name, value in row.items())
                for row in rows[tweet]
            ]
            order = np.argsort(-np.array(scores), kind="stable")
            reached.append(average_precision([ranked[tweet][i] for i in order], relevant[tweet]))
    return float(np.mean(reached))


if __name__ == "__main__":
    main()
