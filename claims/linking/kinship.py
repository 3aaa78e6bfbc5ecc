"""How likely two claims say the same, exclude each other, or one updates the other: weights over signs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from claims.linking.alignment import Pair
from claims.linking.differing import difference_of
from claims.linking.relating.labels import KINSHIPS, SLOTS
from claims.linking.relating.network import PairReading
from claims.linking.signs import text_agreement
from claims.linking.types import SlotKind
from claims.linking.weights import Signs, Weights, load_fitted, weighed

KIND = "link-kinship"


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely two texts are each of `KINSHIPS`, in [0, 1] and together 1; calibrated by language pair."""

    same: float
    conflicts: float
    updates: float
    other: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the scores of one pair of languages are stretched by, and each kinship's moved by (Platt 1999)."""

    stretch: float
    moves: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class KinshipModel:
    """Softmax regressions over named signs: one for the kinship, one for the particular of a conflict."""

    version: str
    kinships: Mapping[str, Weights]
    slots: Weights
    calibrations: Mapping[str, Calibration]

    def chances(self, signs: Signs, languages: str) -> Chances:
        """Return how likely each kinship is; `languages` is `language_pair` of the two claims."""
        known = self.calibrations.get(languages) or self.calibrations["other"]
        scores = [
            known.stretch * weighed(self.kinships[name], signs) + known.moves.get(name, 0.0)
            for name in KINSHIPS
        ]
        return Chances(*_softmax(scores))

    def slot_chances(self, pair: Pair, reading: PairReading) -> dict[SlotKind, float]:
        """Return how likely a conflict of the two texts lies in each particular, together 1."""
        difference = difference_of(pair)
        told_apart_by = difference.kind if difference else None
        scores = [
            weighed(self.slots, slot_signs(pair, reading, told_apart_by, SlotKind(name))) for name in SLOTS
        ]
        return dict(zip(map(SlotKind, SLOTS), _softmax(scores), strict=True))


def slot_signs(
    pair: Pair, reading: PairReading, told_apart_by: SlotKind | None, kind: SlotKind
) -> dict[str, float]:
    """Return the signs for a conflict in one particular: what the network and the comparison say of it."""
    return {
        "net": math.log(max(reading.slot[kind.value], 1e-6)),
        text_agreement(pair, kind).value: 1.0,
        "told_apart": float(told_apart_by is kind),
        f"is_{kind.value}": 1.0,
    }


def language_pair(pair: Pair) -> str:
    """Return the two claims' languages in order: ar-ar, ar-en, en-en ..."""
    return "-".join(sorted([pair.a.record.language, pair.b.record.language]))


@lru_cache(maxsize=1)
def load_kinship() -> KinshipModel:
    """Return the model that comes with the project; `data/kinship.json` says how it was fitted."""
    fitted = load_fitted("kinship.json", KIND)
    calibrations = {
        languages: Calibration(stored["stretch"], stored["moves"])
        for languages, stored in fitted.facts["calibration"].items()
    }
    return KinshipModel(fitted.version, fitted.facts["kinships"], fitted.facts["slots"], calibrations)


def _softmax(scores: list[float]) -> list[float]:
    highest = max(scores)
    raised = [math.exp(score - highest) for score in scores]
    return [value / sum(raised) for value in raised]
