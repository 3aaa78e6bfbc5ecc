"""Small objects for tests: each function makes one thing, and what it needs around it."""

import hashlib
import itertools
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from claims.models import (
    Article,
    Claim,
    ClaimSpan,
    Hop,
    Link,
    Publication,
    Region,
    Sighting,
    Slot,
    Story,
    StoryPlace,
)
from claims.selectors.pairs import pair_key
from sources.models import Reply, Source
from sources.services import NameAs, NewOutcome, find_or_create_source, record_outcome, refresh_scorecard
from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.services import choose_appearance, create_member, create_workspace
from workbench.core.text import fold_text
from workbench.jobs.models import Job, JobState

PASSWORD = "a long enough password"
_numbers = itertools.count(1)


def make_workspace(name: str = "Desk") -> Workspace:
    """Return a fresh workspace."""
    return create_workspace(name=name, slug=f"{name.lower()}-{next(_numbers)}")


def make_member(workspace: Workspace, role: Role = Role.EDITOR, language: str = "") -> User:
    """Return a person with a place in the workspace; the password is `PASSWORD`."""
    person = create_member(
        workspace=workspace, username=f"person-{next(_numbers)}", password=PASSWORD, role=role
    )
    choose_appearance(user=person, language=language)
    return person


def make_source(workspace: Workspace, name: str, kind: str = Source.Kind.OUTLET, **more) -> Source:
    """Return the source of that name."""
    return find_or_create_source(workspace=workspace, named=NameAs(name=name, kind=kind, **more))


def make_article(
    workspace: Workspace,
    text: str = "The mayor said the bridge is open.",
    *,
    outlet: str = "Harbour Post",
    language: str = "en",
    published_on: date | None = date(2026, 5, 4),
    **more,
) -> Article:
    """Return a ready article as the first version of a publication of its own."""
    source = make_source(workspace, outlet)
    publication = more.pop("publication", None) or Publication.objects.create(
        workspace=workspace, outlet=source, url_key=f"key-{next(_numbers)}"
    )
    article = Article.objects.create(
        workspace=workspace,
        publication=publication,
        outlet=source,
        text=text,
        content_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        published_on=published_on,
        **{"title": "", "state": Article.State.READY} | more,
    )
    Sighting.objects.create(workspace=workspace, article=article, way=Sighting.Way.PASTE)
    return article


def make_region(article: Article, words: str, kind: str) -> Region:
    """Return a region that covers these words of the article."""
    start = article.text.index(words)
    return Region.objects.create(article=article, kind=kind, start=start, end=start + len(words))


def make_claim(
    article: Article,
    content: str,
    *,
    chain: Sequence[str | tuple[str, str]] = (),
    slots: Sequence[tuple[str, str]] = (),
    cue: str = "",
    **fields,
) -> Claim:
    """Return a claim with these words as content.

    `chain` names the hops after the outlet, organisations unless a pair says which
    kind; `slots` are pairs of a kind and the article's words.
    """
    start = article.text.index(content)
    sources = [article.outlet, *(_hop_source(article, hop) for hop in chain)]
    known = {"quote": "indirect", "modality": "asserted", "narrated": not chain}
    claim = Claim.objects.create(
        workspace=article.workspace,
        article=article,
        ordinal=article.claims.count() + 1,
        text=content,
        match_text=fold_text(content),
        language=article.language,
        originator=sources[-1],
        **known | {"anonymous": sources[-1].kind == Source.Kind.ANONYMOUS} | fields,
    )
    ClaimSpan.objects.create(claim=claim, part="content", start=start, end=start + len(content))
    if cue:
        at = article.text.index(cue)
        ClaimSpan.objects.create(claim=claim, part="cue", start=at, end=at + len(cue))
    for position, source in enumerate(sources):
        Hop.objects.create(claim=claim, position=position, source=source, name=source.name, kind=source.kind)
    for kind, words in slots:
        at = article.text.index(words, start)
        place = {"start": at, "end": at + len(words)}
        Slot.objects.create(claim=claim, kind=kind, text=words, value=fold_text(words), **place)
    return claim


def _hop_source(article: Article, hop: str | tuple[str, str]) -> Source:
    name, kind = hop if isinstance(hop, tuple) else (hop, Source.Kind.ORGANISATION)
    outlet = {"outlet": article.outlet} if kind == Source.Kind.ANONYMOUS else {}
    return make_source(article.workspace, name, kind, **outlet)


def make_link(one: Claim, other: Claim, relation: str = Link.Relation.CORROBORATES, **fields) -> Link:
    """Return a proposed link between two claims, whichever is named first.

    `texts` are how `one` and `other` word the slot.
    """
    a, b = sorted((one, other), key=lambda claim: claim.pk)
    texts = fields.pop("texts", ("", ""))
    a_text, b_text = texts if a == one else texts[::-1]
    defaults = {"probability": 0.8, "independence": 1.0, "model_version": "test", "reasons": ["same event"]}
    words = {"a_text": a_text, "b_text": b_text, "proposed_texts": [a_text, b_text]}
    proposed = {"proposed_relation": relation, "proposed_slot": fields.get("slot", "")}
    pair = {"pair": pair_key(a, b)}
    return Link.objects.create(
        workspace=one.workspace, a=a, b=b, relation=relation, **defaults | words | proposed | pair | fields
    )


def make_story(workspace: Workspace, *claims: Claim, title: str = "A bridge opens") -> Story:
    """Return a story that holds the claims."""
    story = Story.objects.create(workspace=workspace, title=title, language="en")
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(story=story)
    for article in {claim.article_id for claim in claims}:
        StoryPlace.objects.create(workspace=workspace, story=story, article_id=article)
    return story


def make_job(article: Article, kind: str, state: str = JobState.DONE, **fields) -> Job:
    """Return one step of the work on an article; a finished one took 1.2 seconds."""
    now = timezone.now()
    begun = {"started_at": now - timedelta(seconds=1.2)} if state != JobState.QUEUED else {}
    over = {"finished_at": now} if state in {JobState.DONE, JobState.DEAD} else {}
    leased = {"lease_token": uuid4(), "lease_until": now + timedelta(minutes=5)}
    subject = {"subject_id": article.pk, "subject_label": str(article)}
    return Job.objects.create(
        workspace=article.workspace,
        kind=kind,
        state=state,
        **{"dedupe_key": f"{kind}:{next(_numbers)}"}
        | subject
        | begun
        | over
        | (leased if state == JobState.RUNNING else {})
        | fields,
    )


def make_record(source: Source, *ratings: str, role: str = "originated", reviewed: bool = True) -> None:
    """Give a source one verdict of each rating, ten days apart up to today, and score it."""
    now = timezone.now()
    for place, rating in enumerate(reversed(ratings)):
        moment = now - timedelta(days=10 * place, minutes=1)
        new = NewOutcome(
            verdict_id=uuid4(),
            claim_id=uuid4(),
            claim_text=f"The quay was closed for {place + 2} days.",
            claim_language="en",
            rating=rating,
            role=role,
            settled_on=moment.date(),
            recorded_at=moment,
            author=f"user:{place % 5 + 1}",
            reviewer=f"user:{(place + 1) % 5 + 1}" if reviewed else "",
        )
        record_outcome(source=source, outcome=new, actor="test")
    refresh_scorecard(source=source)


def make_asked(source: Source, days_ago: int) -> Reply:
    """Return that a source was asked for a reply some days ago, recorded on that day."""
    moment = timezone.now() - timedelta(days=days_ago)
    return Reply.objects.create(
        workspace=source.workspace,
        source=source,
        recorded_at=moment,
        recorded_by="user:1",
        step=Reply.Step.ASKED,
        happened_on=timezone.localtime(moment).date(),
        way=Reply.Way.EMAIL,
    )
