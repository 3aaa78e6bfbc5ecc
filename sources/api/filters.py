"""By what lists of sources can be narrowed; nothing else is accepted."""

import django_filters

from sources.models import Source


class SourceFilter(django_filters.FilterSet):
    """Sources by kind, language, country and outlet, and those that are second names of others or not."""

    # Compared as it is: looking it up would tell which outlets another workspace has.
    outlet = django_filters.UUIDFilter(field_name="outlet_id")

    merged = django_filters.BooleanFilter(field_name="merged_into", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Source
        fields = ["kind", "language", "country"]
