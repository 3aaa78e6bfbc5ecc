"""A workspace full of invented claims that people looked at: links, verdicts and their outcomes."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from django.utils import timezone

from claims.models import Article, Claim, Hop, Link, Publication, Verdict
from sources.models import Outcome, Source
from workbench.accounts.models import User, Workspace
from workbench.accounts.services import create_workspace

OUTLETS = 300
SPEAKERS = 700
CLAIMS_A_QUESTION = 4
VERDICT_EVERY = 10
"""One question in so many has a verdict on each of its claims: as many as a busy desk gives in some years."""
PEOPLE = 6
DAYS = 700
SIGN = "The two articles share {share} % of their word runs. (dependence 0.{share})"
BATCH = 2_000


def filled_workspace(count: int) -> Workspace:
    """Return a workspace with `count` accepted claims; three of four claims to a question agree."""
    workspace = create_workspace(name="Bench", slug=f"night-{count}")
    chance = random.Random(5)
    outlets = _sources(workspace, OUTLETS, Source.Kind.OUTLET)
    speakers = _sources(workspace, SPEAKERS, Source.Kind.PERSON)
    people = [User.objects.create(username=f"checker-{n}") for n in range(PEOPLE)]
    for start in range(0, count, BATCH * CLAIMS_A_QUESTION):
        size = min(BATCH * CLAIMS_A_QUESTION, count - start)
        claims = _claims(workspace, size, (outlets, speakers), chance)
        _links(workspace, claims, chance)
        _verdicts(workspace, claims, people, chance)
    return workspace


def _sources(workspace: Workspace, count: int, kind: str) -> list[Source]:
    rows = [Source(workspace=workspace, kind=kind, name=f"{kind} {n}") for n in range(count)]
    return Source.objects.bulk_create(rows)


def _claims(
    workspace: Workspace, count: int, sources: tuple[list[Source], list[Source]], chance: random.Random
) -> list[Claim]:
    outlets, speakers = sources
    first = timezone.localdate() - timedelta(days=DAYS)
    days = [first + timedelta(days=chance.randrange(DAYS - 1)) for _ in range(count)]
    publications = [
        Publication(workspace=workspace, outlet=chance.choice(outlets), url_key=uuid4().hex)
        for _ in range(count)
    ]
    Publication.objects.bulk_create(publications, batch_size=BATCH)
    articles = [
        Article(
            workspace=workspace,
            publication=publication,
            outlet=publication.outlet,
            text="The bridge is closed.",
            content_sha256=publication.url_key,
            language="en",
            published_on=day,
            state=Article.State.READY,
        )
        for publication, day in zip(publications, days, strict=True)
    ]
    Article.objects.bulk_create(articles, batch_size=BATCH)
    claims = [_claim(workspace, article, speakers, chance) for article in articles]
    Claim.objects.bulk_create(claims, batch_size=BATCH)
    Hop.objects.bulk_create([hop for claim in claims for hop in _hops(claim)], batch_size=BATCH)
    return claims


def _claim(workspace: Workspace, article: Article, speakers: list[Source], chance: random.Random) -> Claim:
    narrated = chance.random() < 0.5
    return Claim(
        workspace=workspace,
        article=article,
        ordinal=1,
        text=article.text,
        match_text=article.text,
        language="en",
        quote=Claim.Quote.INDIRECT,
        modality=Claim.Modality.ASSERTED,
        narrated=narrated,
        originator=article.outlet if narrated else chance.choice(speakers),
        state=Claim.State.ACCEPTED,
    )


def _hops(claim: Claim) -> Iterator[Hop]:
    chain = [claim.article.outlet] if claim.narrated else [claim.article.outlet, claim.originator]
    for position, source in enumerate(chain):
        yield Hop(claim=claim, position=position, source=source, name=source.name, kind=source.kind)


def _links(workspace: Workspace, claims: list[Claim], chance: random.Random) -> None:
    rows = []
    for start in range(0, len(claims) - CLAIMS_A_QUESTION + 1, CLAIMS_A_QUESTION):
        one, two, three, other = claims[start : start + CLAIMS_A_QUESTION]
        for pair, relation in (
            ((one, two), "corroborates"),
            ((two, three), "corroborates"),
            ((three, other), "conflicts"),
        ):
            a, b = sorted(pair, key=lambda claim: claim.pk)
            rows.append(
                Link(
                    workspace=workspace,
                    a=a,
                    b=b,
                    relation=relation,
                    probability=0.9,
                    independence=0.5,
                    reasons=["same event", SIGN.format(share=chance.randrange(10, 60))],
                    model_version="bench",
                    state=Link.State.CONFIRMED,
                )
            )
    Link.objects.bulk_create(rows, batch_size=BATCH)


def _verdicts(workspace: Workspace, claims: list[Claim], people: list[User], chance: random.Random) -> None:
    verdicts, outcomes = [], []
    for start in range(0, len(claims), CLAIMS_A_QUESTION * VERDICT_EVERY):
        for place, claim in enumerate(claims[start : start + CLAIMS_A_QUESTION]):
            rating = "false" if place == CLAIMS_A_QUESTION - 1 else "true"
            author, reviewer = chance.sample(people, 2)
            verdict = Verdict(
                workspace=workspace, claim=claim, rating=rating, reasoning="Checked.", author=author
            )
            verdicts.append(verdict)
            outcomes.append(_outcome(verdict, reviewer))
    Verdict.objects.bulk_create(verdicts, batch_size=BATCH)
    Outcome.objects.bulk_create(outcomes, batch_size=BATCH)


def _outcome(verdict: Verdict, reviewer: User) -> Outcome:
    claim = verdict.claim
    settled: date = claim.article.published_on
    return Outcome(
        workspace=verdict.workspace,
        source=claim.originator,
        verdict_id=verdict.pk,
        claim_id=claim.pk,
        claim_text=claim.text,
        claim_language="en",
        rating=verdict.rating,
        role=Outcome.Role.ORIGINATED,
        author=f"user:{verdict.author_id}",
        reviewer=f"user:{reviewer.pk}",
        settled_on=settled,
        recorded_at=datetime(settled.year, settled.month, settled.day, 12, tzinfo=UTC),
    )
