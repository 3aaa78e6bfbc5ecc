"""By what lists of articles, claims and links can be narrowed; nothing else is accepted.

Identifiers are compared as they are: looking them up would tell which ones another workspace has.
"""

import django_filters
from django.db.models import Q, QuerySet

from claims.models import Article, Claim, Correction, Link, Story, StoryChange
from sources.models import SourcePair


class ArticleFilter(django_filters.FilterSet):
    """Articles by language, outlet, state and date."""

    outlet = django_filters.UUIDFilter(method="by_outlet")
    published_from = django_filters.DateFilter(field_name="published_on", lookup_expr="gte")
    published_to = django_filters.DateFilter(field_name="published_on", lookup_expr="lte")

    class Meta:
        model = Article
        fields = ["language", "state"]

    def by_outlet(self, articles: QuerySet[Article], name: str, value: object) -> QuerySet[Article]:
        """Keep the articles of this outlet under any of its names."""
        return articles.filter(Q(outlet=value) | Q(outlet__merged_into=value))


class ClaimFilter(django_filters.FilterSet):
    """Claims by article, story, originator, language, modality, and whether the source is anonymous."""

    article = django_filters.UUIDFilter(field_name="article_id")
    story = django_filters.UUIDFilter(field_name="story_id")
    originator = django_filters.UUIDFilter(method="by_originator")

    class Meta:
        model = Claim
        fields = ["language", "modality", "quote", "anonymous", "narrated", "state"]

    def by_originator(self, claims: QuerySet[Claim], name: str, value: object) -> QuerySet[Claim]:
        """Keep the claims that go back to this source under any of its names."""
        return claims.filter(Q(originator=value) | Q(originator__merged_into=value))


class LinkFilter(django_filters.FilterSet):
    """Links by relation, slot, state, probability, and by a claim or story at either end."""

    claim = django_filters.UUIDFilter(method="by_claim")
    story = django_filters.UUIDFilter(method="by_story")
    probability_min = django_filters.NumberFilter(field_name="probability", lookup_expr="gte")
    probability_max = django_filters.NumberFilter(field_name="probability", lookup_expr="lte")

    class Meta:
        model = Link
        fields = ["relation", "slot", "state"]

    def by_claim(self, links: QuerySet[Link], name: str, value: object) -> QuerySet[Link]:
        """Keep the links with this claim at either end."""
        return links.filter(Q(a=value) | Q(b=value))

    def by_story(self, links: QuerySet[Link], name: str, value: object) -> QuerySet[Link]:
        """Keep the links with a claim of this story at either end."""
        return links.filter(Q(a__story=value) | Q(b__story=value))


class CorrectionFilter(django_filters.FilterSet):
    """Corrections by claim, article and kind, and whether they were taken back."""

    claim = django_filters.UUIDFilter(field_name="claim_id")
    article = django_filters.UUIDFilter(field_name="article_id")
    undone = django_filters.BooleanFilter(field_name="undone_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Correction
        fields = ["kind"]


class StoryFilter(django_filters.FilterSet):
    """Stories by topic, region and language."""

    class Meta:
        model = Story
        fields = ["topic", "region", "language"]


class StoryChangeFilter(django_filters.FilterSet):
    """Changes by story at either end and kind, and whether they were taken back."""

    story = django_filters.UUIDFilter(method="by_story")
    undone = django_filters.BooleanFilter(field_name="undone_at", lookup_expr="isnull", exclude=True)

    class Meta:
        model = StoryChange
        fields = ["kind"]

    def by_story(self, changes: QuerySet[StoryChange], name: str, value: object) -> QuerySet[StoryChange]:
        """Keep the changes of this story, and those that brought articles here or took them away."""
        return changes.filter(Q(story=value) | Q(other=value))


class SourcePairFilter(django_filters.FilterSet):
    """Pairs of sources by state, by a source at either end, and those whose names look the same."""

    source = django_filters.UUIDFilter(method="by_source")

    class Meta:
        model = SourcePair
        fields = ["state", "looks_alike"]

    def by_source(self, pairs: QuerySet[SourcePair], name: str, value: object) -> QuerySet[SourcePair]:
        """Keep the pairs with this source at either end."""
        return pairs.filter(Q(one=value) | Q(other=value))
