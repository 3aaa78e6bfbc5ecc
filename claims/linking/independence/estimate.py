"""The estimate for one pair: every sign that ties the two, and what independence they leave."""

from dataclasses import dataclass

from claims.linking.independence.chains import chain_signs
from claims.linking.independence.owners import owner_signs
from claims.linking.independence.signs import Sign, SignKind, combine
from claims.linking.independence.texts import text_signs
from claims.linking.independence.unnamed import unnamed_signs
from claims.linking.types import ClaimRecord

UNTOLD = 0.05
"""What the texts do not tell remains possible: no estimate is 1. A reasoned default, not measured."""
UNTOLD_ACROSS_LANGUAGES = 0.1
"""Across languages no wording can be compared, so more may remain untold: a translation is a copy, too."""


@dataclass(frozen=True, slots=True)
class Independence:
    """An estimate in [0, 1] with the signs it rests on, the weightiest first.

    Not calibrated; 0.5 and more means "count both". It is never a proof: it tells what ties were found.
    """

    score: float
    signs: tuple[Sign, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The signs in words, each with its weight."""
        return tuple(sign.reason for sign in self.signs)


def estimate_independence(a: ClaimRecord, b: ClaimRecord) -> Independence:
    """Return how far the two claims go back to different roots: the product of 1 - d over what ties them.

    Chains (a common root, a relay, a body and who speaks for it, credit lines), texts (copies,
    likeness, who followed whom), owners, and sources that nobody names. A further sign of
    dependence never raises the estimate (docs/decisions/0016-independence.md).
    """
    signs = [*chain_signs(a, b), *text_signs(a, b), *owner_signs(a, b), *unnamed_signs(a, b)]
    if not any(sign.weight for sign in signs):
        signs += _untold(a, b)
    ordered = sorted(signs, key=lambda sign: -sign.weight)
    return Independence(combine(ordered), tuple(ordered))


def _untold(a: ClaimRecord, b: ClaimRecord) -> list[Sign]:
    names = tuple(claim.chain[-1].name if claim.chain else "?" for claim in (a, b))
    found = [Sign(SignKind.APART, UNTOLD, names)]
    if a.language != b.language:
        found.append(Sign(SignKind.LANGUAGES, UNTOLD_ACROSS_LANGUAGES))
    return found
