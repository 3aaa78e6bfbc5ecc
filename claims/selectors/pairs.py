"""How a pair of claims is known again when its articles are read anew, and what people decided on it."""

from collections.abc import Collection
from hashlib import sha256

from claims.models import Claim, LinkDecision
from workbench.accounts.models import Workspace
from workbench.core.text import fold_text

SAME_STANCE = {str(Claim.Modality.ALLEGED): str(Claim.Modality.ASSERTED)}
"""What one reading takes for alleged, the next may take for asserted: it is the same statement.

A denial, a demand and a forecast of the same words are others.
"""


def claim_key(claim: Claim) -> str:
    """Return what stays of a claim when it is extracted anew, or when its publication gets a new text.

    That is where it was published, its content as folded text, and whether it is said,
    denied, demanded or expected. Identifiers, offsets and the chain may all change.
    """
    stance = SAME_STANCE.get(claim.modality, claim.modality)
    parts = (str(claim.article.publication_id), stance, fold_text(claim.text))
    return sha256("\0".join(parts).encode()).hexdigest()


def pair_key(one: Claim, other: Claim) -> str:
    """Return the key of two claims, whichever is named first."""
    return sha256("".join(sorted((claim_key(one), claim_key(other)))).encode()).hexdigest()


def decisions_in_force(workspace: Workspace, pairs: Collection[str]) -> dict[str, LinkDecision]:
    """Return the latest decision on each of the pairs that nobody took back. One query."""
    rows = LinkDecision.objects.filter(workspace=workspace, pair__in=pairs, undone_at=None)
    return {row.pair: row for row in rows.order_by("created_at", "id")}
