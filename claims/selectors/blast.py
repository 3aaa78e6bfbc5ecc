"""The blast radius: what would change if a verdict fell, or a source withdrew a report. It only looks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from claims.models import Claim, Link, Story, Verdict
from claims.selectors.bearings import Bearing, bearings_of
from claims.selectors.credibility import Number, WhatIf, numbers_of
from claims.selectors.origins import Origin, origins_of
from claims.selectors.standings import live_links
from sources.selectors.what_if import CardChange, Instead, cards_without

MOST_NUMBERS = 200
"""Claims whose number is computed twice for one page; a statement that more claims repeat is cut there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is supposed to happen, seen from one claim.

    `verdicts` fall; `instead` takes the place of the claim's own. `report` are the claims that rest on a
    report which its source withdrew.
    """

    claim: Claim
    verdicts: tuple[Verdict, ...] = ()
    instead: Instead | None = None
    report: frozenset[UUID] = frozenset()

    @property
    def claims(self) -> set[UUID]:
        """Return the claims that it begins at."""
        return {self.claim.pk, *self.report, *(verdict.claim_id for verdict in self.verdicts)}


@dataclass(frozen=True, slots=True)
class NumberChange:
    """A claim whose credibility number would be another."""

    claim: Claim
    now: Number
    then: Number


@dataclass(frozen=True)
class Blast:
    """All that would change, and all that people would have to look at again."""

    scenario: Scenario
    sources: Sequence[CardChange]
    numbers: Sequence[NumberChange]
    bearings: Sequence[Bearing]
    stories: Sequence[Story]

    @property
    def outcome_count(self) -> int:
        """Return how many outcomes would go."""
        return sum(len(change.going) for change in self.sources)

    @cached_property
    def verdicts(self) -> list[Bearing]:
        """Return the verdicts elsewhere that would be looked at again."""
        return [bearing for bearing in self.bearings if bearing.verdict]

    @cached_property
    def claims(self) -> list[Bearing]:
        """Return the claims without a verdict that would be looked at again."""
        return [bearing for bearing in self.bearings if not bearing.verdict]


def fall_of(claim: Claim, *, rating: str = "", author: str = "") -> Scenario:
    """Return that the verdict in force on the claim falls, or says `rating` by `author`. One query."""
    current = Verdict.objects.filter(claim=claim, superseded_at=None).select_related("author")
    instead = Instead(rating, author) if rating else None
    return Scenario(claim=claim, verdicts=tuple(current), instead=instead)


def withdrawal_of(claim: Claim, *, with_verdicts: bool = False) -> Scenario:
    """Return that the source of the claim's root withdraws its report, and with it the verdicts on it."""
    report = frozenset(member.pk for member in claims_of_root(claim))
    current = Verdict.objects.filter(claim__in=report, superseded_at=None).select_related("author")
    verdicts = tuple(current.order_by("claim")) if with_verdicts else ()
    return Scenario(claim=claim, report=report, verdicts=verdicts)


def claims_of_root(claim: Claim) -> list[Claim]:
    """Return the claims that rest on the same root as this one, itself the first. Some ten queries."""
    for origin in origins_of(claim).groups:
        members = _members(origin)
        if any(member.pk == claim.pk for member in members):
            return [claim, *(member for member in members if member.pk != claim.pk)]
    return [claim]


def _members(origin: Origin) -> list[Claim]:
    return [origin.representative, *(follower.claim for follower in origin.followers)]


def blast_of(scenario: Scenario, *, as_of: datetime | None = None) -> Blast:
    """Return what the scenario would change. Some thirty queries, however much it touches."""
    moment = as_of or timezone.now()
    begins = list(_claims(scenario.claims))
    falling = [verdict.pk for verdict in scenario.verdicts]
    bearings = bearings_of(
        begins,
        report=scenario.report,
        own=() if scenario.instead else [verdict.claim_id for verdict in scenario.verdicts],
        falling=scenario.verdicts,
    )
    numbers = _numbers(scenario)
    touched = [*begins, *(bearing.claim for bearing in bearings), *(change.claim for change in numbers)]
    stories = {claim.story_id for claim in touched if claim.story_id}
    return Blast(
        scenario,
        sources=cards_without(falling, as_of=moment, instead=scenario.instead),
        numbers=numbers,
        bearings=bearings,
        stories=list(Story.objects.filter(pk__in=stories).order_by("title", "pk")),
    )


def _claims(identifiers: Collection[UUID]) -> Sequence[Claim]:
    rows = Claim.objects.filter(pk__in=identifiers).select_related("article__outlet", "originator", "story")
    return list(rows.defer("embedding", "match_text", "article__text").order_by("pk"))


def _numbers(scenario: Scenario) -> list[NumberChange]:
    """Return the claims whose number would change: those that it begins at, and those linked with them."""
    near = _near(scenario.claims)
    now = numbers_of(near)
    then = numbers_of(near, what_if=_what_if(scenario))
    changed = [pk for pk in near if now[pk].number != then[pk].number]
    return [NumberChange(claim, now[claim.pk], then[claim.pk]) for claim in _claims(changed)]


def _near(begins: set[UUID]) -> list[UUID]:
    links = live_links(Q(a__in=begins) | Q(b__in=begins)).exclude(relation=Link.Relation.RELATED)
    others = {pk for ends in links.values_list("a_id", "b_id") for pk in ends} - begins
    return [*sorted(begins), *sorted(others)][:MOST_NUMBERS]


def _what_if(scenario: Scenario) -> WhatIf:
    rating = scenario.instead.rating if scenario.instead else ""
    said: Mapping[UUID, str] = {
        verdict.pk: rating if verdict.claim_id == scenario.claim.pk else "" for verdict in scenario.verdicts
    }
    return WhatIf(ratings=said, withdrawn=scenario.report)
