"""What relation two claims stand in, and why: from the chances of their texts to a judgement in words."""

from dataclasses import dataclass

from claims.linking.alignment import Pair, modality_group, same_originator
from claims.linking.differing import difference_of, is_of_another_day, is_update
from claims.linking.findings import Finding
from claims.linking.kinship import Chances
from claims.linking.relating.network import PairReading
from claims.linking.signs import one_denies
from claims.linking.types import Agreement, ClaimRecord, Relation, SlotKind
from claims.nlp.types import Modality

CORROBORATES_FROM = 0.3
CONFLICTS_FROM = 0.5
UPDATES_FROM = 0.3
"""Chances from which a relation is proposed. Corroboration: best F1 of stories left out of the fit. A
contradiction is said of somebody: three of four that are proposed are right there, at the cost of others."""
RELATED_FROM = 0.15
"""Chance that two claims bear on each other at all from which they are worth showing side by side. Between
this and the chances above lies the band in which the engine abstains."""
TELLING = 0.8
"""Share from which what the network reads is given as a reason."""


@dataclass(frozen=True, slots=True)
class Read:
    """A pair with what was read in it: the network's reading, and the chances of each kinship and slot."""

    pair: Pair
    reading: PairReading
    chances: Chances
    slots: dict[SlotKind, float]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The relation of a pair, the particular it lies in, and its reasons."""

    relation: Relation
    probability: float
    slot: SlotKind | None = None
    texts: tuple[str, str] = ("", "")
    reasons: tuple[str, ...] = ()


def judge(read: Read) -> Judgement | None:
    """Return the relation of a pair that was read, or None where its claims do not bear on each other.

    Kinds of statement come first: a demand, denial or forecast corroborates only its own kind, and a denial
    conflicts with what it denies. Then the likeliest relation, if it is likely enough.
    """
    if one_denies(read.pair):
        return _judge_denial(read)
    return _judge_later_figure(read) or _judge_likeliest(read)


def _judge_likeliest(read: Read) -> Judgement | None:
    chances, told_apart = read.chances, _told_apart_by(read.pair)
    if told_apart and chances.same + chances.conflicts >= max(CONFLICTS_FROM, chances.updates):
        return _conflict(read, told_apart, chances.same + chances.conflicts)
    if chances.conflicts >= max(CONFLICTS_FROM, chances.same, chances.updates):
        return _conflict(read, _likeliest(read), chances.conflicts)
    if chances.updates >= max(UPDATES_FROM, chances.same):
        return _update(read, difference_of(read.pair))
    if chances.same >= CORROBORATES_FROM:
        return _agreement(read)
    return _related(read, "not sure enough")


def _told_apart_by(pair: Pair) -> SlotKind | None:
    """Return the particular by which the comparison tells the two apart, if it is a sure one.

    In the stories, texts that are about one thing and differ so are contradictions nine times in ten; a
    negation in one of them, only every other time.
    """
    difference = difference_of(pair)
    return difference.kind if difference and difference.kind is not SlotKind.POLARITY else None


def _judge_later_figure(read: Read) -> Judgement | None:
    """Tell figures that moved on, a rising toll or another day's price, from disputed ones."""
    chances, difference = read.chances, difference_of(read.pair)
    if not difference or difference.kind is not SlotKind.NUMBER:
        return None
    if chances.conflicts + chances.updates <= max(chances.same, chances.other):
        return None
    if is_update(read.pair, difference):
        return _update(read, difference)
    return _related(read, "same event") if is_of_another_day(read.pair, difference) else None


def _judge_denial(read: Read) -> Judgement | None:
    """Hold a denial against what it denies: where the two texts agree, the claims do not."""
    chances, modalities = read.chances, {read.pair.a.record.modality, read.pair.b.record.modality}
    if Modality.DEMANDED in modalities:
        return _related(read, "different kinds of statement")
    if chances.same >= max(CONFLICTS_FROM, chances.conflicts):
        reason = _worded(SlotKind.POLARITY.value, _stances(read.pair))
        return Judgement(
            Relation.CONFLICTS,
            chances.same,
            SlotKind.POLARITY,
            _stances(read.pair),
            _reasons(read, reason),
        )
    if chances.conflicts >= CORROBORATES_FROM and _likeliest(read) is SlotKind.POLARITY:
        return Judgement(
            Relation.CORROBORATES, chances.conflicts, reasons=_reasons(read, "denies the opposite")
        )
    return _related(read, "another particular is denied")


def _agreement(read: Read) -> Judgement | None:
    a, b = read.pair.a.record, read.pair.b.record
    if modality_group(a.modality) != modality_group(b.modality):
        return _related(read, "different kinds of statement")
    return Judgement(Relation.CORROBORATES, read.chances.same, reasons=_reasons(read, "same particulars"))


def _conflict(read: Read, slot: SlotKind, probability: float) -> Judgement | None:
    a, b = read.pair.a.record, read.pair.b.record
    kinds = {modality_group(a.modality), modality_group(b.modality)}
    if len(kinds) > 1 and Modality.DEMANDED.value in kinds:
        return _related(read, "different kinds of statement")
    texts = _texts_of(read.pair, slot)
    return Judgement(Relation.CONFLICTS, probability, slot, texts, _reasons(read, _worded(slot.value, texts)))


def _update(read: Read, difference: Finding | None) -> Judgement:
    texts = difference.texts if difference else ("", "")
    return Judgement(
        Relation.UPDATES,
        read.chances.updates + read.chances.conflicts,
        difference.kind if difference else None,
        texts,
        _reasons(read, _worded("later figure" if difference else "later report", texts)),
    )


def _related(read: Read, reason: str) -> Judgement | None:
    bearing = 1 - read.chances.other
    if bearing < RELATED_FROM:
        return None
    return Judgement(Relation.RELATED, bearing, reasons=_reasons(read, reason))


def _likeliest(read: Read) -> SlotKind:
    return max(read.slots, key=lambda kind: read.slots[kind])


def _texts_of(pair: Pair, slot: SlotKind) -> tuple[str, str]:
    """Return how each side words the particular, "" where a side's words were not found."""
    difference = difference_of(pair)
    if difference and difference.kind is slot:
        return difference.texts
    finding = pair.comparison[slot]
    if finding.agreement is Agreement.DIFFERENT:
        return finding.texts
    sides = [[found.text for found in side.of_kind(slot)] for side in (pair.a, pair.b)]
    return (sides[0][0] if len(sides[0]) == 1 else "", sides[1][0] if len(sides[1]) == 1 else "")


def _stances(pair: Pair) -> tuple[str, str]:
    a, b = pair.comparison[SlotKind.POLARITY].texts
    return (_stance(pair.a.record, a), _stance(pair.b.record, b))


def _stance(claim: ClaimRecord, negation: str) -> str:
    """Return the words by which a side says no, "denied" where a denial has none, "" where it says yes."""
    return claim.cue or claim.modality.value if claim.modality is Modality.DENIED else negation


def _worded(label: str, texts: tuple[str, str]) -> str:
    known = [text for text in texts if text]
    return f"{label}: {' / '.join(known)}" if known else label


def _reasons(read: Read, first: str) -> tuple[str, ...]:
    """Return the reasons in words, the decisive one first."""
    pair, reasons = read.pair, [first]
    for kind, finding in pair.comparison.items():
        if finding.agreement is Agreement.SAME and finding.texts[0]:
            reasons.append(_worded(f"same {kind.value}", finding.texts))
    if same_originator(pair.a.record, pair.b.record):
        reasons.append(f"same originator: {pair.a.record.chain[-1].name}")
    reasons += _read_reasons(read.reading)
    if pair.rank_a == 0 and pair.rank_b == 0:
        reasons.append("each is the other article's nearest in meaning")
    return tuple(reasons)


def _read_reasons(reading: PairReading) -> list[str]:
    """Return what the network reads surely: whether one text follows from the other, or excludes it."""
    follows = [way["entails"] >= TELLING for way in (reading.forward, reading.backward)]
    if all(follows):
        return ["each text follows from the other"]
    if any(follows):
        return ["one text follows from the other"]
    if min(reading.forward["contradicts"], reading.backward["contradicts"]) >= TELLING:
        return ["the two texts exclude each other"]
    return []
