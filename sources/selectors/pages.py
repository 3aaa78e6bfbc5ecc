"""Sources as the pages list them."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from sources.models import Scorecard as ScorecardRow
from sources.models import Source
from sources.reliability.types import Letter
from sources.selectors.disclosure import ADVERSE
from sources.selectors.families import family_of
from sources.selectors.finding import sources_named
from sources.selectors.replies import sources_showing_adverse
from workbench.accounts.models import Workspace
from workbench.core.text import fold_name

GRADE_ORDER = (Letter.A, Letter.B, Letter.C, Letter.D, Letter.E)
"""The letters that judge, from the best on. F is none of them: it says that there is nothing to judge by."""


def sources_of(workspace: Workspace, *, kind: str = "", words: str = "") -> QuerySet[Source]:
    """Return the workspace's sources of a kind that go by these words in any script. Three queries.

    What is merged into another is found by its name as that one, and listed once.
    """
    rows = Source.objects.filter(workspace=workspace, merged_into=None).select_related("outlet")
    if kind:
        rows = rows.filter(kind=kind)
    if not fold_name(words):
        return rows
    named = sources_named(workspace, words)
    return rows.filter(Q(pk__in=named) | Q(pk__in=Source.objects.filter(pk__in=named).values("merged_into")))


def outlets_of_owner(source: Source) -> QuerySet[Source]:
    """Return the other outlets of the same owner; none where it is not known. Two queries."""
    others = Source.objects.filter(workspace_id=source.workspace_id, kind=Source.Kind.OUTLET)
    others = others.filter(merged_into=None, owner__iexact=source.owner).exclude(owner="")
    return others.exclude(pk__in=family_of(source))


def source_counts(workspace: Workspace) -> Mapping[str, int]:
    """Return how many sources of each kind the workspace knows, second names apart. One query."""
    rows = Source.objects.filter(workspace=workspace, merged_into=None).order_by().values("kind")
    return {row["kind"]: row["number"] for row in rows.annotate(number=Count("pk"))}


def ranked_by_grade(sources: QuerySet[Source], *, as_of: datetime) -> QuerySet[Source]:
    """Return the sources with their place by the letter stored last by `as_of`; the unjudged have none.

    Adds `grade_place`, 0 for A to 4 for E, and null for F, for no record, for the unnamed and for a letter
    that is withheld: not judged is apart from the scale, not below it. Up to four queries beforehand.
    """
    cards = ScorecardRow.objects.filter(source=OuterRef("pk"), facet="", as_of__lte=as_of).order_by("-as_of")
    lettered = sources.annotate(last_letter=Subquery(cards.values("letter")[:1]))
    adverse = list(lettered.filter(last_letter__in=ADVERSE))
    withheld = {source.pk for source in adverse} - sources_showing_adverse(adverse, as_of)
    places = [When(last_letter=letter.value, then=Value(place)) for place, letter in enumerate(GRADE_ORDER)]
    unjudged = When(Q(kind=Source.Kind.ANONYMOUS) | Q(pk__in=withheld), then=Value(None))
    return lettered.annotate(grade_place=Case(unjudged, *places, output_field=IntegerField(null=True)))
