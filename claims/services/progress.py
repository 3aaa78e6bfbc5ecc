"""Keeping an article's state true while its jobs come and go."""

from claims.models import Article
from workbench.accounts.models import User
from workbench.jobs.models import Job
from workbench.jobs.services import retry_job


def mark_article_failed(job: Job) -> None:
    """Say on the article that one of its steps ended without success."""
    Article.objects.filter(pk=job.subject_id).update(state=Article.State.FAILED)


def retry_article_job(*, job: Job, user: User | None = None) -> bool:
    """Queue a job that is over afresh, and say so on its article; False where that changed nothing."""
    if not retry_job(job=job, user=user):
        return False
    Article.objects.filter(pk=job.subject_id, state=Article.State.FAILED).update(state=Article.State.WORKING)
    return True
