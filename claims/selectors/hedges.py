"""The words by which a claim's author holds back."""

from claims.models import Claim, ClaimSpan


def hedge_words(claim: Claim) -> list[str]:
    """Return the claim's hedges as the article writes them. No query where article and spans are at hand."""
    text = claim.article.text
    return [text[s.start : s.end].strip() for s in claim.spans.all() if s.part == ClaimSpan.Part.HEDGE]
