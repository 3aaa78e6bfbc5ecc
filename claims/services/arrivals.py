"""Storing a text that came in: a new publication, a new version, or one more sighting."""

import hashlib
import struct
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from django.db import connection, transaction

from claims.models import Article, Publication, Sighting
from claims.reading.types import ReadArticle
from sources.models import Source
from sources.services import NameAs, find_or_create_source
from workbench.accounts.models import User, Workspace
from workbench.audit.services import record_event
from workbench.core.text import fold_name
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, queue_job

EXTRACT = "claims.extract"
UNNAMED_OUTLET = "Unnamed outlet"


class ArrivalKind(StrEnum):
    """What a text that came in turned out to be."""

    NEW = "new"
    SAME_TEXT = "same_text"
    NEW_VERSION = "new_version"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that came in, and the jobs whose doorbell the caller rings after the commit."""

    article: Article
    kind: ArrivalKind
    warnings: tuple[dict[str, object], ...] = ()
    jobs: tuple[Job, ...] = ()

    @property
    def is_new(self) -> bool:
        """Tell whether there is a text to work on that was not there before."""
        return self.kind is not ArrivalKind.SAME_TEXT


class Way(NamedTuple):
    """By which way a text came, and who brought it."""

    way: str
    user: User | None = None
    actor: str = "machine"
    url: str = ""
    file_name: str = ""
    queue: JobQueue = JobQueue.INTERACTIVE


def store_arrival(*, workspace: Workspace, read: ReadArticle, way: Way) -> Arrival:
    """Keep the text and queue its first job, in one transaction.

    The same text of the same outlet is one article with one more sighting; another
    text at the same address is a new version. Two requests with the same text at
    the same moment wait for each other.
    """
    with transaction.atomic():
        _lock(f"text:{workspace.pk}:{read.sha256}")
        outlet = _outlet(workspace, read)
        known = _known_text(workspace, read, outlet)
        if known is not None:
            _see(known, way)
            return Arrival(known, ArrivalKind.SAME_TEXT)
        url_key = _url_key(read, outlet)
        _lock(f"address:{workspace.pk}:{url_key}")
        publication, is_new = Publication.objects.get_or_create(
            workspace=workspace,
            url_key=url_key,
            defaults={"outlet": outlet, "canonical_url": read.canonical_url or ""},
        )
        article = _create_article(publication, read)
        _see(article, way)
        job = queue_job(
            workspace=workspace,
            kind=EXTRACT,
            subject=Subject(article.pk, article.title or article.text[:80]),
            queue=way.queue,
            requested_by=way.user,
        )
        record_event(
            workspace=workspace,
            actor=way.actor,
            action="article.added",
            target=("article", article.pk),
            payload={"way": way.way, "version": article.version, "sha256": article.content_sha256},
        )
    kind = ArrivalKind.NEW if is_new else ArrivalKind.NEW_VERSION
    return Arrival(article, kind, tuple(article.warnings), (job,))


def _lock(key: str) -> None:
    """Hold the advisory lock of `key` until the transaction ends."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _outlet(workspace: Workspace, read: ReadArticle) -> Source:
    named = NameAs(name=read.outlet or UNNAMED_OUTLET, kind=Source.Kind.OUTLET, language=read.language)
    return find_or_create_source(workspace=workspace, named=named)


def _known_text(workspace: Workspace, read: ReadArticle, outlet: Source) -> Article | None:
    """Return the article with this very text; an outlet that nobody named matches any."""
    same = Article.objects.filter(workspace=workspace, content_sha256=read.sha256)
    if read.outlet:
        same = same.filter(outlet=outlet)
    return same.order_by("created_at").first()


def _url_key(read: ReadArticle, outlet: Source) -> str:
    """Return what tells publications apart: the address, else outlet, date and headline, else the text."""
    if read.url_key:
        basis = f"url:{read.url_key}"
    elif read.title and read.outlet:
        day: date | None = read.published_on
        basis = f"headline:{outlet.pk}:{day or ''}:{fold_name(read.title)}"
    else:
        basis = f"text:{outlet.pk}:{read.sha256}"
    return hashlib.sha256(basis.encode()).hexdigest()


def _create_article(publication: Publication, read: ReadArticle) -> Article:
    last = publication.articles.order_by("-version").values_list("version", flat=True).first()
    return Article.objects.create(
        workspace=publication.workspace,
        publication=publication,
        outlet=publication.outlet,
        version=(last or 0) + 1,
        title=read.title[:500],
        text=read.text,
        content_sha256=read.sha256,
        signature=struct.pack(f">{len(read.signature)}Q", *read.signature),
        language=read.language,
        language_confidence=read.language_confidence,
        published_on=read.published_on,
        warnings=[{"code": warning.code, "facts": dict(warning.facts)} for warning in read.warnings],
    )


def _see(article: Article, way: Way) -> None:
    Sighting.objects.create(
        workspace=article.workspace,
        article=article,
        way=way.way,
        url=way.url,
        file_name=way.file_name[:300],
        seen_by=way.user,
    )
