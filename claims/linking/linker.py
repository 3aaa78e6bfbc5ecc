"""Proposing links between claims: the linking engine's public face."""

from collections.abc import Iterable, Sequence
from datetime import date

from claims.linking import reader
from claims.linking.alignment import Pair, find_pairs
from claims.linking.combiner import load_combiner
from claims.linking.drift import drift_reason, find_drift
from claims.linking.independence import estimate_independence
from claims.linking.relations import SAME_PARTICULAR, Judgement, judge_pair
from claims.linking.types import ClaimRecord, Drift, DriftKind, LinkProposal, Relation, Slot


def read_slots(
    text: str, language: str, *, published_on: date | None = None, offset: int = 0
) -> tuple[Slot, ...]:
    """Return the typed particulars of a claim's words, in text order.

    Spans are shifted by `offset`, the place of `text` in its article. `published_on` anchors
    "yesterday" and weekdays. The lexicons of all languages are read together, because
    news mixes them: `language` is not needed to tell an Arabic word from an English one.
    """
    del language
    return reader.read_slots(text, published_on, offset)


def propose_links(claims: Sequence[ClaimRecord]) -> list[LinkProposal]:
    """Return the links between claims of different articles, the surest first.

    Give whole articles: how near two claims are is judged against the other claims of
    the two articles. Claims without a vector are not linked.
    """
    return _proposals(find_pairs(claims))


def link_article(claims: Sequence[ClaimRecord], others: Sequence[ClaimRecord]) -> list[LinkProposal]:
    """Return the links of one article's claims with those of other articles, the surest first.

    The same as `propose_links` of all of them, without the time spent on the others among
    themselves. Give `others` as whole articles too.
    """
    return _proposals(find_pairs([*claims, *others], of_article=claims[0].article_id)) if claims else []


def _proposals(pairs: Iterable[Pair]) -> list[LinkProposal]:
    combiner = load_combiner()
    proposals = [
        proposal
        for pair in pairs
        if (proposal := _propose(pair, combiner.probability(pair.features), combiner.version))
    ]
    return sorted(proposals, key=lambda link: (-link.probability, link.a, link.b))


def _propose(pair: Pair, probability: float, version: str) -> LinkProposal | None:
    judgement = judge_pair(pair, probability)
    if not judgement:
        return None
    independence = estimate_independence(pair.a.record, pair.b.record)
    finding = judgement.finding
    drift = _drift_of(pair, judgement)
    return LinkProposal(
        a=pair.a.record.id,
        b=pair.b.record.id,
        relation=judgement.relation,
        probability=judgement.probability,
        independence=independence.score,
        slot=finding.kind if finding else None,
        slot_texts=finding.texts if finding else None,
        reasons=(*judgement.reasons, *map(drift_reason, drift), *independence.reasons),
        model_version=version,
        drift=drift,
    )


def _drift_of(pair: Pair, judgement: Judgement) -> tuple[Drift, ...]:
    """Return what changed along the relay.

    Claims that are merely related speak of two things, unless they are surely of one and differ in
    kind: then what was foreseen may have become what is so.
    """
    found = find_drift(pair.a, pair.b, pair.comparison)
    if judgement.relation is not Relation.RELATED:
        return found
    surely_one = judgement.probability >= SAME_PARTICULAR
    return tuple(drift for drift in found if surely_one and drift.kind is DriftKind.HARDENED)
