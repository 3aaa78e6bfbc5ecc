"""A claim in words that need no article: which of them were written, and which are proposed instead."""

from dataclasses import dataclass
from typing import NamedTuple

from claims.models import Claim, ClaimSpan
from claims.selectors.reasons import worded_reason


class WordedPiece(NamedTuple):
    """A run of the wording; `fill` is what it stands for, empty where the article says it so."""

    text: str
    fill: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShownFill:
    """A word of the content that needs its article, and what is proposed instead."""

    written: str
    shown: str
    reason: str


def shown_fills(claim: Claim) -> tuple[ShownFill, ...]:
    """Return each proposed word with what the article says there, and why. No query."""
    text = claim.article.text
    return tuple(
        ShownFill(text[row["start"] : row["end"]], row["shown"], worded_reason(row["reason"]))
        for row in claim.fills
    )


def worded_pieces(claim: Claim) -> tuple[WordedPiece, ...]:
    """Return the wording in runs, the fills apart; in one run where they cannot be found in it.

    Empty where the claim has no wording of its own. The spans should be prefetched.
    """
    if not claim.wording:
        return ()
    pieces = _filled(claim)
    if "".join(piece.text for piece in pieces) != claim.wording:
        return (WordedPiece(claim.wording),)
    return tuple(pieces)


def _filled(claim: Claim) -> list[WordedPiece]:
    text, fills = claim.article.text, sorted(claim.fills, key=lambda row: int(row["start"]))
    pieces: list[WordedPiece] = []
    for span in claim.spans.all():
        if span.part != ClaimSpan.Part.CONTENT:
            continue
        if pieces:
            pieces.append(WordedPiece(" … "))
        at = span.start
        for row in fills:
            if at <= row["start"] and row["end"] <= span.end:
                pieces.append(WordedPiece(text[at : row["start"]]))
                written = text[row["start"] : row["end"]]
                pieces.append(WordedPiece(row["shown"], written or "–", worded_reason(row["reason"])))
                at = row["end"]
        pieces.append(WordedPiece(text[at : span.end]))
    return [piece for piece in pieces if piece.text]
