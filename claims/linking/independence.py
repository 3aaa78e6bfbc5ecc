"""How far two claims can be taken to go back to different roots."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.linking.organisations import same_source, speaks_for
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.types import SourceKind

SHARED_ROOT = 0.02
"""Both chains pass through one source: 1 - d_chain of a confirmed edge (design, reliability 4.4)."""
SPOKEN_FOR = 0.1
"""One originator speaks for the other: one source, read from a description rather than a name."""
COPIED_TEXT = 0.05
"""Near-duplicate articles, Jaccard >= 0.8: 1 - d_text (design, reliability 4.4)."""
SAME_DESCRIPTION = 0.3
"""Unnamed sources described alike by two outlets may be one: between d = 0.5 and 0.9 (reliability 4.5)."""
BOTH_UNNAMED = 0.55
"""Unnamed sources of two outlets are not assumed to be independent: d = 0.5 (reliability 4.5)."""
ONE_UNNAMED = 0.75
SEPARATE = 0.9
"""Nothing in chains or texts ties the two; what the texts do not tell remains possible."""


@dataclass(frozen=True, slots=True)
class Independence:
    """An estimate in [0, 1] with its reason. Not calibrated; 0.5 and more means "count both"."""

    score: float
    reason: str


def estimate_independence(a: ClaimRecord, b: ClaimRecord) -> Independence:
    """Return how far the two claims go back to different roots.

    Chains that share a hop, or of which one leads through the other's outlet, do not; nor
    do copies of one text. A spokesperson and the body spoken for are one source.
    """
    shared = _shared_hop(a.chain, b.chain)
    if shared:
        return Independence(SHARED_ROOT, f"Both go back to {shared}.")
    if a.article_text_key and a.article_text_key == b.article_text_key:
        return Independence(COPIED_TEXT, "The two articles are copies of one text.")
    spoken_for = _spoken_for(a, b) or _spoken_for(b, a)
    if spoken_for:
        return Independence(SPOKEN_FOR, f"Both speak for {spoken_for}.")
    return _of_unrelated_chains(a.chain, b.chain)


def _shared_hop(a: Sequence[HopKey], b: Sequence[HopKey]) -> str:
    """Return the name of a hop that both chains pass through; unnamed sources never count here."""
    for x in a:
        for y in b:
            named = SourceKind.ANONYMOUS not in {x.kind, y.kind}
            if named and (x.key == y.key or same_source(x.name, y.name)):
                return x.name
    return ""


def _spoken_for(a: ClaimRecord, b: ClaimRecord) -> str:
    """Return the body that `a`'s source is worded as speaking for, where it is `b`'s originator."""
    if len(b.chain) < 2 or not a.source:
        return ""
    body = b.chain[-1]
    return body.name if body.kind is not SourceKind.ANONYMOUS and speaks_for(a.source, body.name) else ""


def _of_unrelated_chains(a: Sequence[HopKey], b: Sequence[HopKey]) -> Independence:
    unnamed_a, unnamed_b = (chain[-1].kind is SourceKind.ANONYMOUS for chain in (a, b))
    if unnamed_a and unnamed_b:
        if same_source(a[-1].name, b[-1].name):
            return Independence(
                SAME_DESCRIPTION, f"Both quote unnamed sources described alike: {a[-1].name}."
            )
        return Independence(BOTH_UNNAMED, "Both quote unnamed sources, which may be the same.")
    if unnamed_a or unnamed_b:
        return Independence(ONE_UNNAMED, "The chains share no source; one ends in an unnamed one.")
    return Independence(SEPARATE, f"The chains share no source: {a[-1].name} and {b[-1].name}.")
