"""The signs by which the relation of two claims is judged, each a number with a name.

All of them are about the texts as they stand. Where one side denies its text, the texts' agreement is a
conflict of the claims and the reverse; `relations` turns it round.
"""

import math
from collections.abc import Iterator

from claims.linking.alignment import Pair
from claims.linking.differing import difference_of, is_update
from claims.linking.relating.network import PairReading
from claims.linking.types import Agreement, SlotKind
from claims.nlp.types import Modality

_LIMIT = 6.0
"""Log-odds beyond which the network is no surer: it has not seen enough to tell 400 to 1."""


def pair_signs(pair: Pair, reading: PairReading) -> dict[str, float]:
    """Return the signs of a pair: nearness, particulars, and what the network reads."""
    signs = dict(pair.nearness)
    signs.update(_particular_signs(pair))
    signs.update(_network_signs(reading))
    if pair.a.record.language != pair.b.record.language:
        signs.update({f"{name}_across": value for name, value in _network_signs(reading).items()})
    return signs


def one_denies(pair: Pair) -> bool:
    """Tell whether exactly one of the two claims denies what its text says."""
    return (pair.a.record.modality is Modality.DENIED) != (pair.b.record.modality is Modality.DENIED)


def text_agreement(pair: Pair, kind: SlotKind) -> Agreement:
    """Return how the two texts stand in one particular, whoever denies them."""
    agreement = pair.comparison[kind].agreement
    if kind is SlotKind.POLARITY and one_denies(pair):
        turned = {Agreement.SAME: Agreement.DIFFERENT, Agreement.DIFFERENT: Agreement.SAME}
        return turned.get(agreement, agreement)
    return agreement


def _particular_signs(pair: Pair) -> Iterator[tuple[str, float]]:
    for kind in SlotKind:
        agreement = text_agreement(pair, kind)
        if agreement is not Agreement.INCOMPARABLE:
            yield f"{agreement.value}_{kind.value}", 1.0
    difference = difference_of(pair)
    if difference is not None and not (difference.kind is SlotKind.POLARITY and one_denies(pair)):
        yield f"told_apart_by_{difference.kind.value}", 1.0
        yield "told_apart", 1.0
        if difference.kind is SlotKind.NUMBER and is_update(pair, difference):
            yield "later_figure", 1.0


def _network_signs(reading: PairReading) -> dict[str, float]:
    ways = (reading.forward, reading.backward)
    entails = sorted(_log_odds(way["entails"]) for way in ways)
    kinship = reading.kinship
    return {
        "net_same": _log_ratio(kinship["same"], kinship["other"]),
        "net_conflicts": _log_ratio(kinship["conflicts"], kinship["other"]),
        "net_updates": _log_ratio(kinship["updates"], kinship["other"]),
        "net_same_rather": _log_ratio(kinship["same"], kinship["conflicts"]),
        "net_entails_least": entails[0],
        "net_entails_most": entails[1],
        "net_contradicts": sum(_log_odds(way["contradicts"]) for way in ways) / 2,
    }


def _log_odds(share: float) -> float:
    return _log_ratio(share, 1 - share)


def _log_ratio(one: float, other: float) -> float:
    ratio = math.log(max(one, 1e-9) / max(other, 1e-9))
    return max(-_LIMIT, min(_LIMIT, ratio))
