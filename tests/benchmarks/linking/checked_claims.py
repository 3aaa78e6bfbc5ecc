"""Searches the checked claims for each tweet in the database, and prints figures; run by `retrieval`."""

import json
import os
import re
from collections.abc import Iterator, Sequence

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
django.setup()

import numpy as np  # noqa: E402  (Django must be set up first)
from django.db import connection  # noqa: E402

from claims import engine  # noqa: E402
from claims.models import Article, Claim, Publication  # noqa: E402
from claims.selectors.similar import CandidateClaim  # noqa: E402
from claims.selectors.similar_postgres import PostgresSimilarClaims  # noqa: E402
from claims.services.searching import store_search_entries  # noqa: E402
from sources.models import Source  # noqa: E402
from sources.services import NameAs, find_or_create_source  # noqa: E402
from tests.benchmarks.linking.reranking import Checked, reranked, signs_of  # noqa: E402
from tests.benchmarks.linking.retrieval import AS_IT_STANDS, RERANKED, records  # noqa: E402
from workbench.accounts.services import create_workspace  # noqa: E402
from workbench.core.scratch import scratch_database  # noqa: E402
from workbench.core.text import fold_text  # noqa: E402

AT_ONCE = 500
TWEETS_AT_ONCE = 20
_ADDRESS = re.compile(r"https?://\S+|pic\.twitter\.com/\S+")
_TAG = re.compile(r"[@#](\w+)")
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|_")


class Archive:
    """A workspace in which every text is the one claim of an article of its own, without a date."""

    def __init__(self) -> None:
        self.workspace = create_workspace(name="Bench", slug="bench")
        self.outlet = find_or_create_source(
            workspace=self.workspace, named=NameAs(name="Bench", kind=Source.Kind.OUTLET)
        )

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


def plain(tweet: str) -> str:
    """Return a tweet without addresses, the words of tags and handles apart; the author's name stays.

    >>> plain("Look at #FamilyMatters https://t.co/x")
    'Look at Family Matters'
    """
    words = _TAG.sub(lambda tag: _JOINT.sub(" ", tag[1]), _ADDRESS.sub(" ", tweet))
    return " ".join(words.split())


def doubles() -> dict[str, str]:
    """Return each claim's identifier with that of the first claim of the same words.

    The file holds 185 claims twice, with other quotation marks, and tweets are labelled with one of the two.
    """
    first: dict[str, str] = {}
    return {
        record["id"]: first.setdefault(_words(record["claim"]), record["id"])
        for record in records("checkthat2020-claims")
    }


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold_text(text)))


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


def mean_precision(ranked: Sequence[Sequence[str]], relevant: Sequence[set[str]]) -> float:
    """Return the mean over all tweets of the average precision of the first five."""
    return float(np.mean([average_precision(r, right) for r, right in zip(ranked, relevant, strict=True)]))


def as_ones(ranked: Sequence[str], first: dict[str, str]) -> list[str]:
    """Return the identifiers with those of one claim as one, at its best place."""
    return list(dict.fromkeys(first[name] for name in ranked))


def main() -> None:
    """Print MAP@5 and the share found, as they stand and re-ranked, as one line of JSON."""
    asked = records("checkthat2020-queries-train")
    texts = [plain(record["text"]) for record in asked]
    with scratch_database():
        archive = Archive()
        names = {claim.pk: identifier for identifier, claim in stored_claims(archive).items()}
        found = list(candidates_of(archive.store(texts)))
    listed = [[names[candidate.claim_id] for candidate in some] for some in found]
    first = doubles()
    ranked = [as_ones(some, first) for some in listed]
    relevant = [{first[name] for name in record["relevant"]} for record in asked]
    checked = {r["id"]: Checked(r["claim"], r["title"]) for r in records("checkthat2020-claims")}
    better = reranked(signs_of(texts, ranked, checked, engine.encode), ranked, relevant)
    labelled = [set(record["relevant"]) for record in asked]
    reached = [len(right & set(r)) / len(right) for r, right in zip(ranked, relevant, strict=True)]
    figures = {
        AS_IT_STANDS: mean_precision(ranked, relevant),
        RERANKED: mean_precision(better, relevant),
        "share found among 20": float(np.mean(reached)),
        "MAP@5 as it stands, a double of the right claim counted wrong": mean_precision(listed, labelled),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
