"""The background wiring of claims: which step follows which, and nothing else.

address given -> fetch -> extract (text pasted, uploaded or sent begins here)
extract -> embed -> link -> cluster -> score -> the article is ready
name added or taken back -> reread -> link (of the articles where it made a difference)
verdict recorded, reviewed or withdrawn -> sources.refresh (in sources.tasks)
verdict superseded or withdrawn, report withdrawn -> reconsider
story's topic or region set, articles moved between stories -> restate -> sources.refresh
sources merged or split -> link (of the articles where they stand), sources.refresh
every two minutes -> propose_merges -> propose_sources (each workspace where new names came in)
every night -> recluster_stories -> recluster (each workspace)
every night -> begin_nights -> sources.night; copying -> agreement -> sources.rings; coverage (each workspace)

Each step queues the next one in its own transaction and `perform` rings for it.
"""

from celery import current_app, shared_task
from celery.signals import worker_before_create_process

from claims.engine import load_shared
from claims.services.clustering import cluster_claims
from claims.services.embedding import embed_claims
from claims.services.extraction import extract_claims
from claims.services.ingestion import fetch_article
from claims.services.linking import link_claims
from claims.services.nights import find_copying, measure_coverage, weigh_agreements
from claims.services.progress import mark_article_failed
from claims.services.reconsidering import reconsider_claims
from claims.services.regrouping import queue_regrouping, regroup_stories
from claims.services.rereading import reread_claims
from claims.services.restating import restate_story
from claims.services.scoring import score_claims
from claims.services.source_merges import propose_merges, queue_proposals, workspaces_to_search
from sources.services.night_jobs import queue_night
from workbench.accounts.models import Workspace
from workbench.jobs.doorbell import ring
from workbench.jobs.models import JobQueue
from workbench.jobs.performing import perform

NIGHT_SECONDS = 3600
"""A step over all claims of a big workspace holds its lease by signs of life; longer than this it hangs."""


@worker_before_create_process.connect
def load_what_processes_share(**_: object) -> None:
    """Load once, before a worker divides, what each process that works on articles would load for itself."""
    if JobQueue.INTERACTIVE in current_app.amqp.queues.consume_from:
        load_shared()


@shared_task(name="claims.fetch")
def fetch(job_id: str) -> None:
    """Fetch an address and keep the article there. Safe to run twice."""
    perform(job_id, fetch_article)


@shared_task(name="claims.extract")
def extract(job_id: str) -> None:
    """Find who says what in an article. Safe to run twice."""
    perform(job_id, extract_claims, on_dead=mark_article_failed)


@shared_task(name="claims.embed")
def embed(job_id: str) -> None:
    """Give an article's claims their vectors. Safe to run twice."""
    perform(job_id, embed_claims, on_dead=mark_article_failed)


@shared_task(name="claims.link")
def link(job_id: str) -> None:
    """Compare an article's claims with those of other articles. Safe to run twice."""
    perform(job_id, link_claims, on_dead=mark_article_failed)


@shared_task(name="claims.cluster")
def cluster(job_id: str) -> None:
    """Put an article's claims into a story. Safe to run twice."""
    perform(job_id, cluster_claims, on_dead=mark_article_failed)


@shared_task(name="claims.score")
def score(job_id: str) -> None:
    """Count the independent roots of an article's claims. Safe to run twice."""
    perform(job_id, score_claims, on_dead=mark_article_failed)


@shared_task(name="claims.recluster")
def recluster(job_id: str) -> None:
    """Group a workspace's articles of the last days anew. Safe to run twice."""
    perform(job_id, regroup_stories)


@shared_task(name="claims.recluster_stories")
def recluster_stories() -> None:
    """Queue the nightly grouping of every workspace. Safe to run twice."""
    for workspace in Workspace.objects.all():
        ring(queue_regrouping(workspace=workspace))


@shared_task(name="claims.reread")
def reread(job_id: str) -> None:
    """Read the claims anew that mention a name. Safe to run twice."""
    perform(job_id, reread_claims)


@shared_task(name="claims.propose_sources")
def propose_sources(job_id: str) -> None:
    """Look for sources of a workspace that may be one. Safe to run twice."""
    perform(job_id, propose_merges)


@shared_task(name="claims.propose_merges")
def propose_in_all() -> None:
    """Queue the search in every workspace where names came in. Safe to run twice."""
    for workspace in workspaces_to_search():
        ring(queue_proposals(workspace=workspace))


@shared_task(name="claims.begin_nights")
def begin_nights() -> None:
    """Queue the night of every workspace. Safe to run twice."""
    for workspace in Workspace.objects.all():
        for job in queue_night(workspace=workspace):
            ring(job)


@shared_task(name="claims.copying", soft_time_limit=NIGHT_SECONDS - 60, time_limit=NIGHT_SECONDS)
def copying(job_id: str) -> None:
    """Look for sources that share too many errors. Safe to run twice."""
    perform(job_id, find_copying)


@shared_task(name="claims.agreement", soft_time_limit=NIGHT_SECONDS - 60, time_limit=NIGHT_SECONDS)
def agreement(job_id: str) -> None:
    """Turn agreement between sources into evidence. Safe to run twice."""
    perform(job_id, weigh_agreements)


@shared_task(name="claims.coverage")
def coverage(job_id: str) -> None:
    """Look which outlets fell silent. Safe to run twice."""
    perform(job_id, measure_coverage)


@shared_task(name="claims.reconsider")
def reconsider(job_id: str) -> None:
    """Put what rests on a fallen verdict or a withdrawn report before people. Safe to run twice."""
    perform(job_id, reconsider_claims)


@shared_task(name="claims.restate")
def restate(job_id: str) -> None:
    """Let the outcomes of a story's claims say its story, topic and region. Safe to run twice."""
    perform(job_id, restate_story)
