"""Keeping scorecards: made from outcomes and estimates up to a moment, whichever job asks."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from sources.models import Scorecard as CardRow
from sources.models import Source
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.facets import Facet, facets_of, score_facet
from sources.reliability.model import score_source
from sources.reliability.types import Estimate, Outcome, Scorecard
from sources.selectors.families import Families, families_of
from sources.selectors.records import PARAMETERS
from sources.selectors.workspace_records import estimates_by_source, outcomes_by_survivor
from workbench.audit.models import EventChain

FIELDS = (
    *("alpha", "beta", "mean", "q05", "q25", "q75", "q95", "mass", "outcome_count"),
    *("prior_mean", "automatic_mass", "automatic_upheld", "skill"),
)
"""What a row and the model's own scorecard have in common."""
KEY = ("source", "facet", "facet_value", "as_of", "parameters_hash")


class Card(NamedTuple):
    """A scorecard with the source and the facet that it is for."""

    source: UUID
    facet: str
    value: str
    card: Scorecard


def make_cards(
    sources: Sequence[Source], *, as_of: datetime, families: Families | None = None, facets: bool = False
) -> list[Card]:
    """Return the scorecards of sources as of a moment, each of all that is this source by then.

    Always the same for the same log, parameters and moment, in the order of `sources`. An unnamed source has
    none: the outlet that vouched for it answers. Three queries.
    """
    sources = [source for source in sources if source.kind != Source.Kind.ANONYMOUS]
    if not sources:
        return []
    known = families or families_of(sources[0].workspace_id, as_of=as_of)
    members = {member for source in sources for member in known.members(source.pk)}
    outcomes = outcomes_by_survivor(sources[0].workspace, known, sources=members, as_of=as_of)
    estimates = estimates_by_source([source.pk for source in sources])
    return [
        card
        for source in sources
        for card in _cards(
            source.pk, outcomes.get(source.pk, []), estimates.get(source.pk, []), as_of, facets=facets
        )
    ]


def keep_cards(sources: Sequence[Source], *, as_of: datetime) -> list[CardRow]:
    """Make and keep the scorecards of sources of one workspace as of a moment; return them."""
    return store_cards(make_cards(sources, as_of=as_of), sources, nightly=False)


@transaction.atomic
def store_cards(
    cards: Sequence[Card], sources: Sequence[Source], *, nightly: bool, event_number: int | None = None
) -> list[CardRow]:
    """Keep scorecards of some sources; those of the same facet and moment are replaced.

    `event_number` is the last event that they are made from; the last of the log where it is not given.
    """
    if not cards:
        return []
    workspace = sources[0].workspace_id
    if event_number is None:
        chain = EventChain.objects.filter(workspace=workspace)
        event_number = chain.values_list("length", flat=True).first() or 0
    rows = [
        CardRow(
            workspace_id=workspace,
            source_id=card.source,
            facet=card.facet,
            facet_value=card.value,
            as_of=card.card.as_of,
            nightly=nightly,
            event_number=event_number,
            letter=card.card.letter.value,
            parameters_hash=card.card.parameters_hash,
            **{name: getattr(card.card, name) for name in FIELDS},
        )
        for card in cards
    ]
    return CardRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=KEY,
        update_fields=[*FIELDS, "letter", "event_number", "nightly"],
    )


def _cards(
    source: UUID,
    outcomes: Sequence[Outcome],
    estimates: Sequence[Estimate],
    as_of: datetime,
    *,
    facets: bool,
) -> Iterator[Card]:
    whole = score_source(outcomes, parameters=PARAMETERS, as_of=as_of, estimates=estimates)
    yield Card(source, Facet.ALL.value, "", whole)
    if not facets:
        return
    known = [item.outcome for item in weigh_outcomes(outcomes, parameters=PARAMETERS, as_of=as_of).counted]
    for facet, value in facets_of(known):
        found = score_facet(outcomes, facet, value, parameters=PARAMETERS, as_of=as_of, estimates=estimates)
        if found.stands_alone:
            yield Card(source, facet.value, value, found.card)
