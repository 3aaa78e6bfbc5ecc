"""Recording what people found a claim to be worth, and telling the sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Claim, Review, Verdict
from claims.selectors.audits import is_drawn
from claims.selectors.roles import chain_roles, vouched_for
from claims.services.errors import NotDrawn, ReasoningRequired, UnknownChoice, UnknownRating
from claims.services.reconsidering import Fallen, queue_reconsidering, settle_by_verdict
from sources.models import Outcome, Source
from sources.services import NewOutcome, queue_refresh, record_outcome, repeat_outcome, supersede_outcomes
from workbench.accounts.models import User, actor_label
from workbench.audit.models import Event
from workbench.audit.services import hold_log, record_event
from workbench.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Checking:
    """How a claim came to be checked, and who answers for it where people know better than the chain.

    `roles` holds a role by a source's identifier.
    """

    selection: str = Outcome.Selection.SUSPICION
    roles: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def record_verdict(
    *,
    claim: Claim,
    user: User,
    rating: str,
    reasoning: str,
    evidence_url: str = "",
    checking: Checking | None = None,
) -> tuple[Verdict, list[Job]]:
    """Keep a verdict on `claim`, supersede the one before, and credit or charge each source of its chain.

    Returns the verdict and the jobs that refresh the touched scorecards and list what has to be looked at
    again, whose doorbell the caller rings. Raises `ReasoningRequired`, `UnknownRating`, `UnknownChoice` or
    `NotDrawn`.
    """
    hold_log(claim.workspace_id)
    checking = checking or Checking()
    if not reasoning.strip():
        raise ReasoningRequired
    if rating not in Outcome.Rating.values:
        raise UnknownRating(rating=rating)
    claim = locked(claim)
    roles = _checked(checking, claim)
    before, touched = supersede_verdict(claim, user)
    verdict = Verdict.objects.create(
        workspace=claim.workspace,
        claim=claim,
        rating=rating,
        reasoning=reasoning.strip(),
        evidence_url=evidence_url,
        selection=checking.selection,
        roles=roles,
        author=user,
    )
    facts = {"rating": rating, "selection": checking.selection, "roles": roles}
    if before:
        facts["supersedes"] = str(before.pk)
    event = _log(verdict, "verdict.recorded", user, facts)
    settle_by_verdict(claim=claim, user=user)
    touched |= _record_outcomes(verdict, claim, user, recorded_at=before.superseded_at if before else None)
    jobs = refresh_jobs(touched, user)
    if before and before.rating != rating:
        jobs.append(queue_reconsidering(event, Fallen(before), user))
    return verdict, jobs


def _checked(checking: Checking, claim: Claim) -> dict[str, str]:
    """Return the roles that differ from the chain's; refuse what is no choice."""
    if checking.selection not in Outcome.Selection.values:
        known = ", ".join(Outcome.Selection.values)
        raise UnknownChoice(field="selection", value=checking.selection, known=known)
    if checking.selection == Outcome.Selection.RANDOM and not is_drawn(claim):
        raise NotDrawn
    chain = {str(source.pk): role for source, role in chain_roles(claim)}
    for value in checking.roles.values():
        if value not in Outcome.Role.values:
            raise UnknownChoice(field="role", value=value, known=", ".join(Outcome.Role.values))
    return {pk: role for pk, role in checking.roles.items() if pk in chain and role != chain[pk]}


def locked(claim: Claim) -> Claim:
    """Return the claim as it is now, its verdicts held until the transaction ends."""
    rows = Claim.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("workspace", "article", "story", "originator__outlet").get(pk=claim.pk)


@transaction.atomic
def repeat_verdict(*, claim: Claim, user: User | None) -> list[Job]:
    """Let the verdict in force count for the chain as it is now; it stays that of its author.

    Outcomes are never edited: the verdict is superseded by one that says the same, which a second person
    has to confirm anew, for they saw another chain. Returns the jobs that refresh the touched scorecards
    and list what has to be looked at again; none where nobody judged the claim.
    """
    hold_log(claim.workspace_id)
    before, touched = supersede_verdict(claim, user)
    if before is None:
        return []
    verdict, event, told = say_again(before, locked(claim), user, recorded_at=before.superseded_at)
    return [
        *refresh_jobs(touched | told, user),
        queue_reconsidering(event, Fallen(verdict, evidence=False), user),
    ]


def say_again(
    before: Verdict,
    claim: Claim,
    user: User | None,
    *,
    reviews: Iterable[Review] = (),
    recorded_at: datetime | None = None,
) -> tuple[Verdict, Event, set[Source]]:
    """Record a verdict that says what a superseded one said, of its day, with the reviews that still hold.

    Returns it with its event and the sources that were told.
    """
    verdict = Verdict.objects.create(
        workspace=claim.workspace,
        claim=claim,
        rating=before.rating,
        reasoning=before.reasoning,
        evidence_url=before.evidence_url,
        selection=before.selection,
        roles=before.roles,
        author=before.author,
        settled_on=before.settled_on,
    )
    event = _log(verdict, "verdict.repeated", user, {"of": str(before.pk), "rating": verdict.rating})
    for review in reviews:
        kept = Review.objects.create(
            workspace=claim.workspace,
            verdict=verdict,
            reviewer=review.reviewer,
            agrees=review.agrees,
            note=review.note,
        )
        _log(verdict, "review.repeated", user, {"review": str(kept.pk), "of": str(review.pk)})
    return verdict, event, _record_outcomes(verdict, claim, user, recorded_at=recorded_at, again=before)


def supersede_verdict(claim: Claim, user: User | None) -> tuple[Verdict | None, set[Source]]:
    """Take the verdict in force out of it, with its outcomes; return it and the sources it touched."""
    current = claim.verdicts.filter(superseded_at=None).select_related("author").first()
    if current is None:
        return None, set()
    current.superseded_at = timezone.now()
    current.save(update_fields=["superseded_at"])
    gone = supersede_outcomes(
        workspace=claim.workspace_id,
        verdict_id=current.pk,
        actor=actor_label(user),
        moment=current.superseded_at,
    )
    return current, set(gone)


def _log(verdict: Verdict, action: str, user: User | None, facts: Mapping[str, object]) -> Event:
    return record_event(
        workspace=verdict.workspace,
        actor=actor_label(user),
        action=action,
        target=("claim", verdict.claim_id),
        payload={"verdict": str(verdict.pk), **facts},
    )


def _record_outcomes(
    verdict: Verdict,
    claim: Claim,
    user: User | None,
    *,
    recorded_at: datetime | None = None,
    again: Verdict | None = None,
) -> set[Source]:
    """Charge each source of the chain by what it did with the claim, from `recorded_at` (now) on.

    An anonymous originator has no record of its own: the outlet that vouched for it stands in
    (docs/decisions/0005-source-model.md). `again` is the verdict that this one repeats.
    """
    told = set()
    for source, outcome in _outcomes(verdict, claim, recorded_at):
        actor = actor_label(user)
        if again is None or again.superseded_at is None:
            record_outcome(source=source, outcome=outcome, actor=actor)
        else:
            repeat_outcome(
                source=source, outcome=outcome, of=again.pk, ended_at=again.superseded_at, actor=actor
            )
        told.add(source)
    return told


def _outcomes(
    verdict: Verdict, claim: Claim, recorded_at: datetime | None
) -> Iterator[tuple[Source, NewOutcome]]:
    unnamed = vouched_for(claim)
    reviewer = standing_reviewer(verdict)
    for source, role in chain_roles(claim):
        stands_in = unnamed is not None and source.pk == unnamed.outlet_id
        yield (
            source,
            NewOutcome(
                verdict_id=verdict.pk,
                claim_id=claim.pk,
                claim_text=claim.text,
                claim_language=claim.language,
                rating=verdict.rating,
                role=verdict.roles.get(str(source.pk), role),
                settled_on=verdict.settled_on,
                story_id=claim.story_id,
                topic=claim.story.topic if claim.story else "",
                region=claim.story.region if claim.story else "",
                author=actor_label(verdict.author),
                reviewer=reviewer,
                selection=verdict.selection,
                unnamed=stands_in,
                descriptor=unnamed.name if stands_in and unnamed else "",
                claimed_on=claim.article.published_on,
                recorded_at=recorded_at,
            ),
        )


def standing_reviewer(verdict: Verdict) -> str:
    """Return who confirmed a verdict first and still does, as the log names people; "" for nobody."""
    review = verdict.reviews.filter(agrees=True, superseded_at=None).select_related("reviewer").first()
    return actor_label(review.reviewer) if review else ""


def refresh_jobs(sources: Iterable[Source], user: User | None) -> list[Job]:
    """Queue a fresh scorecard for each of the sources."""
    ordered = sorted(set(sources), key=lambda source: (source.name, str(source.pk)))
    return [queue_refresh(source=source, user=user) for source in ordered]
