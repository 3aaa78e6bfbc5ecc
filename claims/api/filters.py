"""By what lists of articles, claims and links can be narrowed; nothing else is accepted."""

import django_filters
from django.db.models import Q, QuerySet

from claims.models import Article, Claim, Link


class ArticleFilter(django_filters.FilterSet):
    """Articles by language, outlet, state, date and story."""

    published_from = django_filters.DateFilter(field_name="published_on", lookup_expr="gte")
    published_to = django_filters.DateFilter(field_name="published_on", lookup_expr="lte")

    class Meta:
        model = Article
        fields = ["language", "outlet", "state"]


class ClaimFilter(django_filters.FilterSet):
    """Claims by article, story, originator, language, modality, and whether the source is anonymous."""

    class Meta:
        model = Claim
        fields = [
            "article",
            "story",
            "originator",
            "language",
            "modality",
            "quote",
            "anonymous",
            "narrated",
            "state",
        ]


class LinkFilter(django_filters.FilterSet):
    """Links by relation, slot, state, and by a claim or story at either end."""

    claim = django_filters.UUIDFilter(method="by_claim")
    story = django_filters.UUIDFilter(method="by_story")

    class Meta:
        model = Link
        fields = ["relation", "slot", "state"]

    def by_claim(self, links: QuerySet[Link], name: str, value: object) -> QuerySet[Link]:
        """Keep the links with this claim at either end."""
        return links.filter(Q(a=value) | Q(b=value))

    def by_story(self, links: QuerySet[Link], name: str, value: object) -> QuerySet[Link]:
        """Keep the links with a claim of this story at either end."""
        return links.filter(Q(a__story=value) | Q(b__story=value))
