"""Small objects for tests: each function makes one thing, and what it needs around it."""

import hashlib
import itertools
from datetime import date

from claims.models import Article, Claim, ClaimSpan, Hop, Link, Publication, Story
from sources.models import Source
from sources.services import NameAs, find_or_create_source
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.services import create_member, create_workspace
from workbench.core.text import fold_text

PASSWORD = "a long enough password"
_numbers = itertools.count(1)


def make_workspace(name: str = "Desk") -> Workspace:
    """Return a fresh workspace."""
    return create_workspace(name=name, slug=f"{name.lower()}-{next(_numbers)}")


def make_member(workspace: Workspace, role: Role = Role.EDITOR) -> User:
    """Return a person with a place in the workspace; the password is `PASSWORD`."""
    return create_member(
        workspace=workspace, username=f"person-{next(_numbers)}", password=PASSWORD, role=role
    )


def make_source(workspace: Workspace, name: str, kind: str = Source.Kind.OUTLET, **more) -> Source:
    """Return the source of that name."""
    return find_or_create_source(workspace=workspace, named=NameAs(name=name, kind=kind, **more))


def make_article(
    workspace: Workspace,
    text: str = "The mayor said the bridge is open.",
    *,
    outlet: str = "Harbour Post",
    language: str = "en",
    title: str = "",
    published_on: date | None = date(2026, 5, 4),
) -> Article:
    """Return a ready article as the first version of a publication of its own."""
    source = make_source(workspace, outlet)
    number = next(_numbers)
    publication = Publication.objects.create(workspace=workspace, outlet=source, url_key=f"key-{number}")
    return Article.objects.create(
        workspace=workspace,
        publication=publication,
        outlet=source,
        title=title,
        text=text,
        content_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        published_on=published_on,
        state=Article.State.READY,
    )


def make_claim(article: Article, content: str, *, chain: tuple[str, ...] = (), **fields) -> Claim:
    """Return a claim with these words as content; `chain` names the hops after the outlet."""
    start = article.text.index(content)
    names = (article.outlet.name, *chain)
    sources = [
        make_source(article.workspace, name, Source.Kind.OUTLET if i == 0 else Source.Kind.ORGANISATION)
        for i, name in enumerate(names)
    ]
    claim = Claim.objects.create(
        workspace=article.workspace,
        article=article,
        ordinal=article.claims.count() + 1,
        text=content,
        match_text=fold_text(content),
        language=article.language,
        originator=sources[-1],
        **{"quote": "indirect", "modality": "asserted", "narrated": not chain} | fields,
    )
    ClaimSpan.objects.create(claim=claim, part="content", start=start, end=start + len(content))
    for position, source in enumerate(sources):
        Hop.objects.create(claim=claim, position=position, source=source, name=source.name, kind=source.kind)
    return claim


def make_link(one: Claim, other: Claim, relation: str = Link.Relation.CORROBORATES, **fields) -> Link:
    """Return a proposed link between two claims, whichever is named first."""
    a, b = sorted((one, other), key=lambda claim: claim.pk)
    defaults = {"probability": 0.8, "independence": 1.0, "model_version": "test", "reasons": ["same event"]}
    return Link.objects.create(workspace=one.workspace, a=a, b=b, relation=relation, **defaults | fields)


def make_story(workspace: Workspace, *claims: Claim, title: str = "A bridge opens") -> Story:
    """Return a story that holds the claims."""
    story = Story.objects.create(workspace=workspace, title=title, language="en")
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(story=story)
    return story
