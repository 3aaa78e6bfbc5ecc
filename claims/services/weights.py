"""Setting what is worth a check, and working articles through again by it."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from claims import engine
from claims.models import Article, WorthWeights
from claims.services.errors import UnknownFactor
from claims.services.ingestion import work_through_again
from workbench.accounts.models import User, Workspace, actor_label
from workbench.audit.services import record_event
from workbench.jobs.models import Job, JobQueue


@transaction.atomic
def set_weights(*, workspace: Workspace, user: User, points: Mapping[str, float]) -> dict[str, float]:
    """Keep the workspace's points of the factors of worth; return those that differ from the defaults.

    Factors that are not given count their defaults; no points at all set everything back.
    The articles keep their claims until they are worked through again.

    Raises `UnknownFactor` for a factor that does not exist or points beyond -1 and 1.
    """
    defaults = engine.default_points()
    for name, value in points.items():
        if name not in defaults or not -1.0 <= value <= 1.0:
            raise UnknownFactor(factor=name, points=value)
    own = {name: round(value, 2) for name, value in points.items() if round(value, 2) != defaults[name]}
    changed = {"points": own, "set_by": user, "set_at": timezone.now()}
    row, _ = WorthWeights.objects.update_or_create(workspace=workspace, defaults=changed)
    record_event(
        workspace=workspace,
        actor=actor_label(user),
        action="worth.weights_set",
        target=("worth_weights", row.pk),
        payload={"points": own},
    )
    return own


@transaction.atomic
def work_all_through_again(*, workspace: Workspace, user: User) -> list[Job]:
    """Queue the extraction of every article of the workspace afresh, behind what people wait for.

    What people decided, and claims with verdicts, stay as they are.
    """
    articles = Article.objects.filter(workspace=workspace).select_related("workspace")
    jobs = [
        work_through_again(article=article, user=user, queue=JobQueue.BULK)
        for article in articles.defer("signature").order_by("-created_at", "pk").iterator(chunk_size=200)
    ]
    record_event(
        workspace=workspace,
        actor=actor_label(user),
        action="articles.worked_through_again",
        target=("workspace", workspace.pk),
        payload={"count": len(jobs)},
    )
    return jobs
