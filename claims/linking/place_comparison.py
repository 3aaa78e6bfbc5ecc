"""Where two claims place what they tell: one town, a town of a province, or two towns."""

from collections.abc import Iterable

from claims.linking.findings import Finding, best_finding
from claims.linking.gazetteer import Gazetteer, Place
from claims.linking.known import names_in_use
from claims.linking.particulars import Particulars
from claims.linking.types import Agreement, SlotKind
from workbench.core.skeletons import name_key, same_word

_LEVELS = {"country": 0, "region": 1, "city": 2, "village": 2, "district": 3, "street": 4, "site": 5}
_TOWN_LEVELS = frozenset({1, 2, 3})
"""Levels that a place of unknown kind ("in Ghannouch") may have."""
_SILENT = Agreement.INCOMPARABLE


def compare_places(a: Particulars, b: Particulars) -> Finding:
    """Compare the finest places of each: that two towns lie in one province does not make them one."""
    gazetteer = names_in_use().gazetteer
    findings = [
        Finding(SlotKind.PLACE, _compare_named(x, y, (s, t), gazetteer), (s, t))
        for x, s in _finest(a, gazetteer)
        for y, t in _finest(b, gazetteer)
    ]
    finest = [f for f in findings if f.agreement is not _SILENT]
    different = [f for f in finest if f.agreement is Agreement.DIFFERENT and not _is_shared(f, finest)]
    return different[0] if different else best_finding(SlotKind.PLACE, finest)


def _compare_named(x: str, y: str, texts: tuple[str, str], gazetteer: Gazetteer) -> Agreement:
    """Compare two places; under one name they are one, though the gazetteer may know several of it."""
    agreement = compare_place_values(x, y, gazetteer)
    if agreement is Agreement.DIFFERENT and name_key(texts[0]) == name_key(texts[1]):
        return Agreement.SAME
    return agreement


def _finest(claim: Particulars, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Return the places of a claim but for those that contain another one of it."""
    known = [place for value, _ in claim.places if (place := _known(value, gazetteer))]
    kept = []
    for value, text in claim.places:
        place = _known(value, gazetteer)
        if not place or not any(gazetteer.contains(place, other) for other in known if other != place):
            kept.append((value, text))
    return kept


def _is_shared(finding: Finding, findings: Iterable[Finding]) -> bool:
    """Tell whether either place of `finding` is on the other side too: then the two differ in role only."""
    x, y = finding.texts
    return any(
        other.agreement in {Agreement.SAME, Agreement.COMPATIBLE}
        and (other.texts[0] == x or other.texts[1] == y)
        for other in findings
    )


def compare_place_values(x: str, y: str, gazetteer: Gazetteer) -> Agreement:
    """Tell how two place values stand to each other.

    Equal ids or names are the same; a place in another is compatible; two of one
    level, of which neither contains the other, are different.
    """
    known_x, known_y = _known(x, gazetteer), _known(y, gazetteer)
    if x == y:
        return Agreement.SAME
    if known_x and known_y:
        return _compare_known(known_x, known_y, gazetteer)
    if _same_spelling(x, y, known_x, known_y):
        return Agreement.SAME
    level_x, level_y = _level(x, known_x), _level(y, known_y)
    if level_x is None or level_y is None:
        other = level_y if level_x is None else level_x
        return Agreement.DIFFERENT if other in _TOWN_LEVELS and known_x is known_y is None else _SILENT
    return Agreement.DIFFERENT if level_x == level_y and level_x < _LEVELS["site"] else _SILENT


def _compare_known(x: Place, y: Place, gazetteer: Gazetteer) -> Agreement:
    if gazetteer.contains(x, y) or gazetteer.contains(y, x):
        return Agreement.COMPATIBLE
    same_level = _LEVELS.get(x.kind) == _LEVELS.get(y.kind)
    return Agreement.DIFFERENT if same_level else _SILENT


def _known(value: str, gazetteer: Gazetteer) -> Place | None:
    return gazetteer.get(value.removeprefix("geo:")) if value.startswith("geo:") else None


def _level(value: str, known: Place | None) -> int | None:
    kind = known.kind if known else value.split(":")[1]
    return _LEVELS.get(kind)


def _same_spelling(x: str, y: str, known_x: Place | None, known_y: Place | None) -> bool:
    """Tell whether an unknown name is the other place, spelt in the other script."""
    if known_x or known_y:
        name = known_x.name if known_x else known_y.name if known_y else ""
        spelt = (y if known_x else x).rpartition(":")[2]
        return _same_skeletons(_skeletons(name), spelt.split("-"))
    return _same_skeletons(x.rpartition(":")[2].split("-"), y.rpartition(":")[2].split("-"))


def _skeletons(name: str) -> list[str]:
    return list(name_key(name))


def _same_skeletons(x: list[str], y: list[str]) -> bool:
    shorter, longer = sorted((x, y), key=len)
    return all(any(same_word(p, q) for q in longer) for p in shorter)
