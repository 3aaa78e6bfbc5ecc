"""What a source corrected itself."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from sources.models import Erratum, Source
from sources.selectors.families import family_of
from sources.selectors.standing_entries import standing_entries


def corrected_on(source: Source, claim_id: UUID) -> date | None:
    """Return the day of the source's first standing correction of the claim, under any name, or None. Two queries."""
    rows = standing_entries(
        Erratum.objects.filter(source__in=family_of(source), claim_id=claim_id), timezone.now()
    )
    days = rows.order_by("corrected_on").values_list("corrected_on", flat=True)
    return days.first()
