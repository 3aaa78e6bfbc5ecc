"""By what lists of sources can be narrowed; nothing else is accepted."""

import django_filters

from sources.models import Source


class SourceFilter(django_filters.FilterSet):
    """Sources by kind, language, country and outlet."""

    # Compared as it is: looking it up would tell which outlets another workspace has.
    outlet = django_filters.UUIDFilter(field_name="outlet_id")

    class Meta:
        model = Source
        fields = ["kind", "language", "country"]
