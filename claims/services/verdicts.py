"""Recording what people found a claim to be worth, and telling the sources."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, Verdict
from claims.services.errors import ReasoningRequired, UnknownRating
from sources.models import Outcome, Source
from sources.services import NewOutcome, queue_refresh, record_outcome, supersede_outcomes
from workbench.accounts.models import User, actor_label
from workbench.audit.services import record_event
from workbench.jobs.models import Job


@transaction.atomic
def record_verdict(
    *, claim: Claim, user: User, rating: str, reasoning: str, evidence_url: str = ""
) -> tuple[Verdict, list[Job]]:
    """Keep a verdict on `claim`, supersede the one before, and credit or charge each source of its chain.

    Returns the verdict and the jobs that refresh the touched scorecards, whose
    doorbell the caller rings. Raises `ReasoningRequired` or `UnknownRating`.
    """
    if not reasoning.strip():
        raise ReasoningRequired
    if rating not in Outcome.Rating.values:
        raise UnknownRating(rating=rating)
    rows = Claim.objects.select_for_update(of=("self",)).select_related("workspace", "article")
    claim = rows.get(pk=claim.pk)
    touched = _supersede(claim, user)
    verdict = Verdict.objects.create(
        workspace=claim.workspace,
        claim=claim,
        rating=rating,
        reasoning=reasoning.strip(),
        evidence_url=evidence_url,
        author=user,
    )
    record_event(
        workspace=claim.workspace,
        actor=actor_label(user),
        action="verdict.recorded",
        target=("claim", claim.pk),
        payload={"verdict": str(verdict.pk), "rating": rating},
    )
    touched |= _record_outcomes(verdict, claim, user)
    return verdict, [
        queue_refresh(source=source, user=user) for source in sorted(touched, key=lambda source: source.name)
    ]


def repeat_verdict(*, claim: Claim, user: User | None) -> list[Job]:
    """Let the verdict in force count for the chain as it is now; it stays that of its author.

    Outcomes are never edited: the verdict is superseded by one that says the same.
    Returns the jobs that refresh the touched scorecards; none where nobody judged the claim.
    """
    current = claim.verdicts.filter(superseded_at=None).select_related("author").first()
    if current is None:
        return []
    touched = _supersede(claim, user)
    verdict = Verdict.objects.create(
        workspace=claim.workspace,
        claim=claim,
        rating=current.rating,
        reasoning=current.reasoning,
        evidence_url=current.evidence_url,
        author=current.author,
    )
    record_event(
        workspace=claim.workspace,
        actor=actor_label(user),
        action="verdict.repeated",
        target=("claim", claim.pk),
        payload={"verdict": str(verdict.pk), "of": str(current.pk)},
    )
    touched |= _record_outcomes(verdict, claim, user)
    return [
        queue_refresh(source=source, user=user) for source in sorted(touched, key=lambda source: source.name)
    ]


def _supersede(claim: Claim, user: User | None) -> set[Source]:
    current = claim.verdicts.filter(superseded_at=None).first()
    if current is None:
        return set()
    Verdict.objects.filter(pk=current.pk).update(superseded_at=timezone.now())
    return set(supersede_outcomes(verdict_id=current.pk, actor=actor_label(user)))


def _record_outcomes(verdict: Verdict, claim: Claim, user: User | None) -> set[Source]:
    """Charge the originator in full and the others by what they did with the claim.

    An anonymous originator has no record of its own: the outlet that vouched for it
    stands in (docs/decisions/0005-source-model.md).
    """
    sources = chain_roles(claim)
    origin = claim.originator
    for source, role in sources:
        stands_in = role == Outcome.Role.ORIGINATED and origin is not None and source.pk != origin.pk
        record_outcome(
            source=source,
            actor=actor_label(user),
            outcome=NewOutcome(
                verdict_id=verdict.pk,
                claim_id=claim.pk,
                claim_text=claim.text,
                claim_language=claim.language,
                rating=verdict.rating,
                role=role,
                settled_on=timezone.localdate(),
                story_id=claim.story_id,
                author=actor_label(verdict.author),
                unnamed=stands_in,
                descriptor=origin.name if stands_in and origin else "",
                claimed_on=claim.article.published_on,
            ),
        )
    return {source for source, _ in sources}


def chain_roles(claim: Claim) -> Sequence[tuple[Source, str]]:
    """Return each graded source of the claim's chain with its role, the originator first."""
    chain = [hop.source for hop in claim.hops.select_related("source__outlet").order_by("position")]
    origin = chain[-1]
    if origin.kind == Source.Kind.ANONYMOUS and origin.outlet is not None:
        origin = origin.outlet
    roles = {origin.pk: (origin, str(Outcome.Role.ORIGINATED))}
    republished = claim.article.republished_from_id is not None
    for source in reversed(chain[:-1]):
        role = Outcome.Role.REPUBLISHED if republished and source == chain[0] else Outcome.Role.QUOTED
        roles.setdefault(source.pk, (source, str(role)))
    return list(roles.values())
