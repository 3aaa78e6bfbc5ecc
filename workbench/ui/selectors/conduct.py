"""What the page beside a source's record shows: its entries with who made them, and what can be corrected."""

from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from sources.models import Outcome, Source
from sources.selectors.conduct import Conduct
from sources.selectors.families import family_of
from workbench.ui.selectors.actors import names_of
from workbench.ui.selectors.sources import claims_through

MOST_CLAIMS = 50
"""The latest claims of the source to choose from, beside those that were judged."""
MOST_JUDGED = 200
"""Those that were judged last: a list to choose from, and what a source corrects is mostly new."""
JUDGED_KINDS = frozenset({Source.Kind.OUTLET, Source.Kind.ORGANISATION, Source.Kind.ACCOUNT})
"""Kinds of sources that publish, and so can be held to criteria of process."""


def people_of(conduct: Conduct) -> Mapping[str, str]:
    """Return what those are called who made the entries. Two queries."""
    panel = conduct.panel
    labels = {entry.recorded_by for entry in [*conduct.replies, *conduct.errata]}
    for row in [*panel.weighed, *panel.identity, *panel.profession]:
        labels |= {entry.recorded_by for entry in [row.latest, *row.earlier] if entry is not None}
    return names_of(conduct.source.workspace, labels)


def correctable_claims(source: Source) -> list[tuple[UUID, str]]:
    """Return claims that the source may have corrected: the last judged, then its latest. Four queries."""
    family = family_of(source)
    judged = Outcome.objects.filter(source__in=family, superseded_at=None).order_by("-recorded_at", "-pk")
    found: dict[UUID, str] = {}
    for claim_id, text in judged.values_list("claim_id", "claim_text")[:MOST_JUDGED]:
        found.setdefault(claim_id, text)
    for claim in claims_through(family, as_of=timezone.now())[:MOST_CLAIMS]:
        found.setdefault(claim.pk, claim.text)
    return list(found.items())
