"""By what lists of sources can be narrowed; nothing else is accepted."""

import django_filters

from sources.models import Source


class SourceFilter(django_filters.FilterSet):
    """Sources by kind, language, country and outlet."""

    class Meta:
        model = Source
        fields = ["kind", "language", "country", "outlet"]
