"""Bringing articles in: pasted, as files, or by their address."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict, Unpack

from claims.models import Article, Sighting
from claims.reading.article import read_file, read_page, read_pasted
from claims.reading.urls import canonical_url
from claims.services.arrivals import EXTRACT, Arrival, Way, store_arrival
from claims.services.errors import NotAnAddress
from workbench.accounts.models import User, Workspace, actor_label
from workbench.core.fetch_types import DEFAULT_POLICY, FetchPolicy
from workbench.core.safe_fetch import fetch_page
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, queue_job

FETCH = "claims.fetch"
ADDRESSES = uuid.UUID("6b3c1f0e-52a4-4d0b-9b3a-8d2f6a1c7e55")
"""Namespace of the identifiers that fetch jobs give addresses before there is an article."""


class Pasted(TypedDict):
    """What a person or a newsroom system hands in: the text, and what it states about it."""

    text: str
    title: NotRequired[str]
    outlet: NotRequired[str]
    url: NotRequired[str]
    published_on: NotRequired[date | str | None]


def add_pasted(
    *, workspace: Workspace, user: User | None, way: Way | None = None, **given: Unpack[Pasted]
) -> Arrival:
    """Keep a pasted article. Raises `ReadingError` where there is nothing to read."""
    url = given.get("url", "")
    read = read_pasted(
        text=given["text"],
        title=given.get("title", ""),
        outlet=given.get("outlet", ""),
        url=url,
        published=given.get("published_on") or "",
    )
    route = way or Way(Sighting.Way.PASTE, user, actor_label(user), url=url)
    return store_arrival(workspace=workspace, read=read, way=route)


def add_files(
    *, workspace: Workspace, user: User | None, files: Sequence[tuple[str, bytes]], outlet: str = ""
) -> list[Arrival]:
    """Keep the articles of some files. Raises `ReadingError` for the first that cannot be read."""
    texts = [(name, read) for name, data in files for read in read_file(name=name, data=data, outlet=outlet)]
    return [
        store_arrival(
            workspace=workspace,
            read=read,
            way=Way(Sighting.Way.FILE, user, actor_label(user), url=read.url, file_name=name),
        )
        for name, read in texts
    ]


def add_address(*, workspace: Workspace, user: User | None, url: str) -> Job:
    """Queue the fetching of an address. Raises `NotAnAddress` where it is no web address."""
    address = canonical_url(url)
    if not address:
        raise NotAnAddress(url=url[:200])
    return queue_job(
        workspace=workspace,
        kind=FETCH,
        subject=Subject(uuid.uuid5(ADDRESSES, f"{workspace.pk}:{address}"), address),
        payload={"url": url},
        requested_by=user,
    )


def fetch_article(*, job: Job, policy: FetchPolicy = DEFAULT_POLICY) -> Sequence[Job]:
    """Fetch the job's address, read the page, and keep what it says."""
    url = str(job.payload["url"])
    read = read_page(fetch_page(url, policy))
    user = job.requested_by
    way = Way(Sighting.Way.URL, user, actor_label(user), url=url, queue=JobQueue(job.queue))
    with finishing(job):
        arrival = store_arrival(workspace=job.workspace, read=read, way=way)
        Job.objects.filter(pk=job.pk).update(
            result={"article": str(arrival.article.pk), "kind": arrival.kind}
        )
    return arrival.jobs


def work_through_again(*, article: Article, user: User | None, queue: JobQueue = JobQueue.INTERACTIVE) -> Job:
    """Queue the article's steps afresh, after an engine changed or a step failed."""
    return queue_job(
        workspace=article.workspace,
        kind=EXTRACT,
        subject=Subject(article.pk, article.title or article.text[:80]),
        queue=queue,
        requested_by=user,
    )
