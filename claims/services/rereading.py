"""Reading claims anew after a name that they mention was added or taken back."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from claims.linking.types import Slot as FoundSlot
from claims.models import Actor, ActorAlias, Article, Claim, ClaimSpan, PlaceName, Slot
from claims.nlp.types import Span
from claims.selectors.names import known_names
from claims.services.particulars import particulars_of, slot_rows
from workbench.accounts.models import Workspace
from workbench.core.skeletons import name_key
from workbench.core.text import fold_name, fold_text
from workbench.jobs.models import Job, JobQueue
from workbench.jobs.services import Subject, finishing, follow_with, queue_job

LINK = "claims.link"
AT_ONCE = 2000
"""Claims that one job reads: some ten seconds, far below a task's limit of 270."""
LONGEST_UNBENT = 3
"""Letters up to which a word is looked for whole; a longer one may lose its last letter to an ending."""


def reread_claims(*, job: Job) -> Sequence[Job]:
    """Read the particulars of the claims that mention the job's name, and compare what changed anew.

    Doing it twice changes nothing. What people decided on claims and links stays.
    """
    name = _name_of(job)
    after = job.payload.get("after")
    claims = list(_claims_with(name, after)[: AT_ONCE + 1]) if name else []
    changed = _changed(job.workspace, claims[:AT_ONCE])
    with finishing(job, result={"count": len(changed)}):
        Slot.objects.filter(claim__in=[claim.pk for claim, _ in changed]).delete()
        Slot.objects.bulk_create(row for claim, found in changed for row in slot_rows(claim, found))
        articles = {claim.article_id: claim.article for claim, _ in changed}
        jobs = [_link(article, job) for article in articles.values()]
        if len(claims) > AT_ONCE:
            jobs.append(follow_with(job, job.kind, payload={"after": str(claims[AT_ONCE - 1].pk)}))
        return jobs


def _name_of(job: Job) -> PlaceName | ActorAlias | None:
    mine = {"workspace": job.workspace, "pk": job.subject_id}
    place_name = PlaceName.objects.filter(**mine).first()
    return place_name or ActorAlias.objects.filter(**mine).select_related("actor").first()


def _claims_with(name: PlaceName | ActorAlias, after: str | None) -> QuerySet[Claim]:
    """Return the claims that may mention a name: with its longest word, whatever is written onto it."""
    word = max(fold_name(name.name).split() or [fold_text(name.name)], key=len)
    stem = word[:-1] if len(word) > LONGEST_UNBENT else word
    later = Q(pk__gt=UUID(after)) if after else Q()
    mentions = Q(match_text__contains=stem)
    if isinstance(name, ActorAlias) and name.actor.kind == Actor.Kind.PERSON:
        mentions |= Q(pk__in=_spelt_otherwise(name).values("claim"))
    rows = Claim.objects.filter(later, mentions, workspace=name.workspace_id)
    return rows.select_related("article").prefetch_related("spans", "slots").order_by("pk")


def _spelt_otherwise(name: ActorAlias) -> QuerySet[Slot]:
    """Return where a person was read in another spelling, before the name was added or since."""
    values = [f"name:{'-'.join(name_key(name.name))}", f"org:{name.actor_id}"]
    return Slot.objects.filter(claim__workspace=name.workspace_id, kind=Slot.Kind.ACTOR, value__in=values)


def _changed(workspace: Workspace, claims: Sequence[Claim]) -> list[tuple[Claim, tuple[FoundSlot, ...]]]:
    """Return the claims whose particulars read otherwise now, with what is read."""
    names = known_names(workspace)
    read = [(claim, particulars_of(claim.article, _content(claim), names)) for claim in claims]
    return [
        (claim, found)
        for claim, found in read
        if _facts(slot_rows(claim, found)) != _facts(claim.slots.all())
    ]


def _content(claim: Claim) -> list[Span]:
    return [Span(s.start, s.end) for s in claim.spans.all() if s.part == ClaimSpan.Part.CONTENT]


def _facts(slots: Sequence[Slot] | QuerySet[Slot]) -> list[tuple[int, int, str, str]]:
    return sorted((slot.start, slot.end, slot.kind, slot.value) for slot in slots)


def _link(article: Article, job: Job) -> Job:
    subject = Subject(article.pk, article.title or article.text[:80])
    return queue_job(
        workspace=job.workspace,
        kind=LINK,
        subject=subject,
        queue=JobQueue.BULK,
        requested_by=job.requested_by,
    )
