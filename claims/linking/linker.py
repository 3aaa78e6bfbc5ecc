"""Proposing links between claims: the linking engine's public face."""

from collections.abc import Iterable, Sequence
from datetime import date

from claims.linking import reader
from claims.linking.alignment import Pair, find_pairs
from claims.linking.drift import drift_reason, find_drift
from claims.linking.independence import estimate_independence
from claims.linking.kinship import KinshipModel, language_pair, load_kinship
from claims.linking.particulars import Particulars
from claims.linking.relating.network import PairReader, PairReading
from claims.linking.relations import CORROBORATES_FROM, Judgement, Read, judge
from claims.linking.screening import screened
from claims.linking.signs import pair_signs
from claims.linking.types import (
    Agreement,
    AlignedParticular,
    ClaimRecord,
    Drift,
    DriftKind,
    LinkProposal,
    Relation,
    Slot,
    SlotKind,
)


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


class Linker:
    """Proposes links by a network that reads pairs of texts, and by the models fitted for it."""

    def __init__(self, network: PairReader) -> None:
        self._network = network
        self._model: KinshipModel = load_kinship()
        self.version = f"{self._model.version}+{network.version}"

    def propose_links(self, claims: Sequence[ClaimRecord]) -> list[LinkProposal]:
        """Return the links between claims of different articles, the surest first.

        Give whole articles: how near two claims are is judged against the other claims of
        the two articles. Claims without a vector are not linked.
        """
        return self._proposals(find_pairs(claims), len(claims))

    def link_article(
        self, claims: Sequence[ClaimRecord], others: Sequence[ClaimRecord]
    ) -> list[LinkProposal]:
        """Return the links of one article's claims with those of other articles, the surest first.

        The same as `propose_links` of all of them, without the time spent on the others among
        themselves. Give `others` as whole articles too.
        """
        if not claims:
            return []
        pairs = find_pairs([*claims, *others], of_article=claims[0].article_id)
        return self._proposals(pairs, len(claims))

    def _proposals(self, pairs: Iterable[Pair], claims: int) -> list[LinkProposal]:
        chosen = screened(pairs, claims)
        readings = self._network.read([(pair.a.record.text, pair.b.record.text) for pair in chosen])
        proposals = [
            proposal
            for pair, reading in zip(chosen, readings, strict=True)
            if (proposal := self._propose(pair, reading))
        ]
        return sorted(proposals, key=lambda link: (-link.probability, link.a, link.b))

    def _propose(self, pair: Pair, reading: PairReading) -> LinkProposal | None:
        signs = pair_signs(pair, reading)
        chances = self._model.chances(signs, language_pair(pair))
        judgement = judge(Read(pair, reading, chances, self._model.slot_chances(pair, reading)))
        return _proposal(pair, judgement, signs, self.version) if judgement else None


def _proposal(pair: Pair, judgement: Judgement, signs: dict[str, float], version: str) -> LinkProposal:
    independence = estimate_independence(pair.a.record, pair.b.record)
    drift = _drift_of(pair, judgement)
    return LinkProposal(
        a=pair.a.record.id,
        b=pair.b.record.id,
        relation=judgement.relation,
        probability=judgement.probability,
        independence=independence.score,
        slot=judgement.slot,
        slot_texts=judgement.texts if judgement.slot else None,
        reasons=(*judgement.reasons, *map(drift_reason, drift), *independence.reasons),
        aligned=tuple(_aligned(pair, judgement)),
        features={name: round(value, 4) for name, value in signs.items()},
        drift=drift,
        model_version=version,
    )


def _drift_of(pair: Pair, judgement: Judgement) -> tuple[Drift, ...]:
    """Return what changed along the relay.

    Claims that are merely related speak of two things, unless they are surely of one and differ in
    kind: then what was foreseen may have become what is so.
    """
    found = find_drift(pair.a, pair.b, pair.comparison)
    if judgement.relation is not Relation.RELATED:
        return found
    surely_one = judgement.probability >= CORROBORATES_FROM
    return tuple(drift for drift in found if surely_one and drift.kind is DriftKind.HARDENED)


def _aligned(pair: Pair, judgement: Judgement) -> Iterable[AlignedParticular]:
    """Yield the particulars that both sides name, with their places in the two articles."""
    for kind, finding in pair.comparison.items():
        agreement, texts = finding.agreement, finding.texts
        if kind is judgement.slot and all(judgement.texts):
            agreement, texts = Agreement.DIFFERENT, judgement.texts
        if agreement is Agreement.INCOMPARABLE:
            continue
        slots = (_slot_worded(pair.a, kind, texts[0]), _slot_worded(pair.b, kind, texts[1]))
        if slots[0] and slots[1]:
            spans = (slots[0].span, slots[1].span)
            yield AlignedParticular(kind=kind, agreement=agreement, spans=spans, texts=texts)


def _slot_worded(claim: Particulars, kind: SlotKind, text: str) -> Slot | None:
    return next((slot for slot in claim.of_kind(kind) if slot.text == text), None)
