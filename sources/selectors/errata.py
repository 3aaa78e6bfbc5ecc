"""What a source corrected itself."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from sources.models import Erratum, Source
from sources.selectors.families import family_of
from sources.selectors.standing_entries import standing_entries


def corrected_on(source: Source, claim_id: UUID) -> date | None:
    """Return the day of the first correction of the claim that stands, or None. Two queries.

    It counts under whichever of its names the source published it.
    """
    rows = Erratum.objects.filter(source__in=family_of(source), claim_id=claim_id)
    standing = standing_entries(rows, timezone.now())
    return standing.order_by("corrected_on").values_list("corrected_on", flat=True).first()
