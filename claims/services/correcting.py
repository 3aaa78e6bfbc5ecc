"""What all corrections have in common: who corrects, lock, row, log, and the work that follows."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from claims.models import Article, Claim, ClaimSpan, Correction
from claims.services.claim_states import State, number_claims
from claims.services.scoring import lock_with_corroborators
from claims.services.verdicts import repeat_verdict
from workbench.accounts.models import ApiKey, User, actor_label
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job
from workbench.jobs.services import Subject, queue_job

EMBED = "claims.embed"
COMPARED_BY = frozenset({"content", "cue", "source", "chain", "modality"})
"""What links are proposed from: after a change of it the article's claims are compared anew."""


class Corrector(NamedTuple):
    """Who corrects: a person, or a newsroom system by its key."""

    user: User | None
    key: ApiKey | None = None

    @property
    def label(self) -> str:
        """Return how the log names who acted."""
        return actor_label(self.user, self.key)


class Corrected(NamedTuple):
    """A correction that was made or undone, and the jobs whose doorbell the caller rings."""

    correction: Correction
    jobs: Sequence[Job]


def locked_claim(claim: Claim) -> Claim:
    """Return the claim as it is now, held with its article's others until the transaction ends."""
    lock_claims_of(claim.article_id, claim.workspace_id)
    rows = Claim.objects.select_related("workspace", "article__outlet", "article__workspace")
    return rows.get(pk=claim.pk)


def lock_claims_of(article_id: UUID, workspace_id: UUID) -> None:
    """Hold the log, then all claims of an article, in the order in which everybody locks them."""
    hold_log(workspace_id)
    lock_with_corroborators(list(Claim.objects.filter(article=article_id).values_list("pk", flat=True)))


def keep_correction(
    claim: Claim, by: Corrector, *, kind: Correction.Kind, change: tuple[State, State], note: str
) -> Correction:
    """Keep what changed in a claim, and log it."""
    correction = Correction.objects.create(
        workspace=claim.workspace,
        article=claim.article,
        claim=claim,
        kind=kind,
        before=change[0],
        after=change[1],
        note=note.strip(),
        by=by.user,
    )
    log_correction(correction, by, "claim.corrected")
    return correction


def log_correction(correction: Correction, by: Corrector, action: str) -> None:
    """Write into the log that a correction was made or taken back."""
    record_event(
        workspace=correction.workspace,
        actor=by.label,
        action=action,
        target=("claim", correction.claim_id),
        payload={
            "correction": str(correction.pk),
            "article": str(correction.article_id),
            "kind": str(correction.kind),
        },
    )


def follow_up(claim: Claim, by: Corrector, changed: Mapping[str, Any]) -> list[Job]:
    """Do what a change of the claim brings with it: numbers, the verdict's outcomes, the links."""
    jobs: list[Job] = []
    if ClaimSpan.Part.CONTENT in changed:
        number_claims(claim.article)
    if "chain" in changed:
        jobs += repeat_verdict(claim=claim, user=by.user)
    if COMPARED_BY & set(changed):
        jobs.append(compare_again(claim.article, by.user))
    return jobs


def compare_again(article: Article, user: User | None) -> Job:
    """Queue the steps that compare an article's claims with others, from their vectors on."""
    subject = Subject(article.pk, str(article))
    return queue_job(workspace=article.workspace, kind=EMBED, subject=subject, requested_by=user)
