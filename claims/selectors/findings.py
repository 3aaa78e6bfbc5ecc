"""Everything the engine found in one article: its regions, its claims, and where the components agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Article, Claim, ClaimSpan, Hop, Region
from claims.nlp.types import Voice
from claims.selectors.engine_words import form_word
from claims.selectors.inspection import reading_of_vote
from claims.selectors.segments import QUIET, Block, MarkedClaim, blocks_of


class Agreement(StrEnum):
    """How the components' votes on a claim stand to one another."""

    SAME = "same"
    BOUNDS = "bounds"
    RULES = "rules"
    TAGGER = "tagger"
    UNWEIGHED = "unweighed"
    NARRATED = "narrated"


AGREEMENTS: Mapping[str, str | Promise] = {
    Agreement.SAME: _("Votes agree"),
    Agreement.BOUNDS: _("Agree, with other bounds"),
    Agreement.RULES: _("Only rules"),
    Agreement.TAGGER: _("Only tagger"),
    Agreement.UNWEIGHED: _("Not weighed"),
    Agreement.NARRATED: _("Own narration"),
}


def agreement_of(claim: Claim) -> Agreement:
    """Return how the votes on a claim stand to one another. No query."""
    voices = {vote["voice"] for vote in claim.votes}
    if voices == {Voice.RULES}:
        return Agreement.RULES
    if voices == {Voice.TAGGER}:
        return Agreement.TAGGER
    if not voices:
        return Agreement.NARRATED if claim.narrated else Agreement.UNWEIGHED
    first, *rest = [reading_of_vote(vote) for vote in claim.votes]
    return Agreement.SAME if all(other == first for other in rest) else Agreement.BOUNDS


@dataclass(frozen=True)
class Finding:
    """A claim with how the votes on it stand."""

    claim: Claim
    agreement: Agreement

    @property
    def word(self) -> str:
        """Return the word for the votes."""
        return str(AGREEMENTS[self.agreement])

    @property
    def originator(self) -> Hop:
        """Return where the chain ends."""
        return list(self.claim.hops.all())[-1]

    @property
    def form(self) -> str:
        """Return what the construction is called."""
        return form_word(self.claim.form)


class LabelledBlock(NamedTuple):
    """A paragraph with what it is; no label where the one before is the same."""

    label: str
    block: Block


@dataclass(frozen=True)
class ArticleFindings:
    """An article's text with all that was found in it."""

    blocks: Sequence[LabelledBlock]
    findings: Sequence[Finding]

    @cached_property
    def counts(self) -> list[tuple[str, str, int]]:
        """Return each agreement with its word and how many claims have it."""
        found = [finding.agreement for finding in self.findings]
        return [(str(key), str(word), found.count(Agreement(key))) for key, word in AGREEMENTS.items()]

    def having(self, agreement: str) -> list[Finding]:
        """Return the findings of an agreement; all of them where none is asked for."""
        return [finding for finding in self.findings if agreement in {"", finding.agreement}]


def findings_of(article: Article) -> ArticleFindings:
    """Return all that was found in the article. Four queries, however many claims it makes."""
    claims = list(
        article.claims.defer("embedding", "match_text").prefetch_related("hops", "spans").order_by("ordinal")
    )
    findings = [Finding(claim, agreement_of(claim)) for claim in claims]
    regions = [(region.start, region.end, str(region.kind)) for region in article.regions.all()]
    blocks = blocks_of(article.text, [_marked(claim) for claim in claims], regions)
    return ArticleFindings(_labelled(blocks), findings)


def _marked(claim: Claim) -> MarkedClaim:
    parts = {
        part: tuple((span.start, span.end) for span in claim.spans.all() if span.part == part)
        for part in ClaimSpan.Part.values
    }
    kind = "narrated" if claim.narrated else "unverified"
    return MarkedClaim(
        number=claim.ordinal,
        kind=QUIET if claim.state == Claim.State.REJECTED else kind,
        content=parts[ClaimSpan.Part.CONTENT],
        cue=parts[ClaimSpan.Part.CUE],
        source=parts[ClaimSpan.Part.SOURCE],
    )


def _labelled(blocks: Sequence[Block]) -> list[LabelledBlock]:
    labelled, before = [], ""
    for block in blocks:
        kinds = list(dict.fromkeys(piece.region for piece in block.segments if piece.text.strip()))
        label = " + ".join(str(Region.Kind(kind).label) for kind in kinds if kind)
        labelled.append(LabelledBlock(label if label != before else "", block))
        before = label or before
    return labelled
