"""What a claim is found by when others are compared with it: a slim row beside the claim's own."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from pgvector.django import HalfVectorField, HnswIndex

from claims.models.articles import Article
from claims.models.claims import VECTOR_DIMENSIONS, Claim
from workbench.accounts.models import Workspace


class SearchEntry(models.Model):
    """One claim as the search for candidates reads it, copied and derived from the claim and its article.

    Apart from the claim, because a search reads thousands of rows and a claim's own is long, and because its
    indexes would have to be written anew with every decision, score or story that a claim gets.
    `vector` is the claim's embedding without the mean of its language's news; `keys` are those of
    `claims.linking.keys`; `length` counts the terms among them.
    """

    claim = models.OneToOneField(
        Claim, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+", db_index=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)
    published_on = models.DateField(null=True)
    length = models.PositiveSmallIntegerField()
    vector = HalfVectorField(dimensions=VECTOR_DIMENSIONS)
    keys = SearchVectorField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "language", "published_on"], name="entries_by_time"),
            # Without the list of pending rows, which every look-up of a key would read from end to end.
            GinIndex(fields=["keys"], name="entries_by_key", fastupdate=False),
            HnswIndex(
                fields=["vector"],
                name="entries_by_vector",
                m=16,
                ef_construction=64,
                opclasses=["halfvec_ip_ops"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.published_on} {self.claim_id}"
