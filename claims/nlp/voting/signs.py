"""What can be seen of a candidate without knowing whether it is right."""

import math

from claims.nlp.types import Attribution, Origin, SourceKind
from claims.nlp.voting.pairing import Candidate, dice, share, size

_MOST = 6.0
"""Logits of the tagger's chances are cut off here: beyond, they tell certainty and no more."""

_TAGGER_CHANCES = ("content", "cue", "link", "source", "modality")
_CLEAR = 0.1
"""Share by which one content must be longer than the other to be called so."""

_LONG = 160.0
"""Characters of a usual content: lengths are told in units of it."""


def signs_of(candidate: Candidate) -> dict[str, float]:
    """Return the signs of a candidate before its source is resolved; every value is within about [-6, 6]."""
    signs = {"both": float(len(candidate.readings) == 2)}
    signs |= _tagger_signs(candidate.tagged) if candidate.tagged else {"no tagger": 1.0}
    signs |= _rules_signs(candidate.rules) if candidate.rules else {"no rules": 1.0}
    if candidate.rules and candidate.tagged:
        signs |= _agreement(candidate.rules, candidate.tagged)
    signs["inside rules"] = float(min(candidate.inside_rules, 2))
    signs["inside tagged"] = float(min(candidate.inside_tagged, 2))
    return signs


def _tagger_signs(tagged: Attribution) -> dict[str, float]:
    chances = tagged.votes[0].chances
    signs = {f"tagger {name}": logit(chances.get(name, 0.5)) for name in _TAGGER_CHANCES}
    signs["tagger inner"] = float(chances.get("level", 0))
    signs["tagger no source"] = float(not tagged.source)
    signs["tagger length"] = min(4.0, size(tagged.content) / _LONG)
    signs[f"tagger form {tagged.form.value}"] = 1.0
    signs[f"tagger quote {tagged.quote.value}"] = 1.0
    return signs


def _rules_signs(rules: Attribution) -> dict[str, float]:
    signs = {
        "rules nested": float(rules.parent is not None),
        "rules no source": float(not rules.source),
        "rules length": min(4.0, size(rules.content) / _LONG),
        "rules pieces": float(len(rules.content) > 1),
    }
    signs[f"rules form {rules.form.value}"] = 1.0
    signs[f"rules quote {rules.quote.value}"] = 1.0
    signs[f"rules {rules.cue_class}"] = 1.0
    return signs


def _agreement(rules: Attribution, tagged: Attribution) -> dict[str, float]:
    lengths = _lengths(rules, tagged)
    return {
        f"{rules.form.value}, tagger {lengths}": 1.0,
        f"{rules.quote.value}, tagger {lengths}": 1.0,
        "same content": dice(rules.content, tagged.content),
        "equal content": float(rules.content == tagged.content),
        "same source": dice(rules.source, tagged.source),
        "same cue": float(share(rules.cue, tagged.cue) > 0),
        "same modality": float(rules.modality is tagged.modality),
        "rules longer": max(-2.0, min(2.0, math.log((size(rules.content) + 1) / (size(tagged.content) + 1)))),
        "rules begin earlier": float(rules.content[0].start < tagged.content[0].start),
        "rules end later": float(rules.content[-1].end > tagged.content[-1].end),
    }


def _lengths(rules: Attribution, tagged: Attribution) -> str:
    """Return whether the tagger's content is clearly shorter or longer than the rules'."""
    ratio = size(tagged.content) / max(1, size(rules.content))
    if 1 - _CLEAR <= ratio <= 1 + _CLEAR:
        return "alike"
    return "shorter" if ratio < 1 else "longer"


def resolved_signs(attribution: Attribution, origin: Origin) -> dict[str, float]:
    """Return what the resolution of the source adds."""
    speaker = origin.speaker
    if speaker is None:
        return {"nobody named": 1.0, "nobody named in words": float(bool(attribution.source))}
    return {
        "inferred": float(speaker.inferred),
        "no source, resolved": float(not attribution.source),
        f"speaker {speaker.kind.value}": 1.0,
        "speaker words": min(6.0, float(len(speaker.name.split()))),
        "relayed": float(bool(origin.relays)),
        "nested": float(attribution.parent is not None),
        "anonymous": float(speaker.kind is SourceKind.ANONYMOUS),
    }


def logit(chance: float) -> float:
    """Return the log odds of a chance, within [-6, 6]."""
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_MOST, min(_MOST, math.log(bounded / (1 - bounded))))
