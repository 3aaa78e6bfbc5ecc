"""What changed where one report passes another on: a hedge, a bound, a number, a source, a place."""

import re
from collections.abc import Iterator, Sequence

from claims.linking.comparison import Comparison, compare_slots
from claims.linking.data import arabic, english
from claims.linking.gazetteer import Place
from claims.linking.independence.chains import is_same_hop, passes_on
from claims.linking.independence.texts import order_of
from claims.linking.known import names_in_use
from claims.linking.particulars import Particulars
from claims.linking.slots.quantities import Quantity, same_item
from claims.linking.types import Agreement, ClaimRecord, Drift, DriftKind, HopKey, SlotKind
from claims.linking.words import Lexicon, split_words
from claims.nlp.components.hedges import find_hedges
from claims.nlp.components.names import name_source
from claims.nlp.languages.sources import has_words, source_words
from claims.nlp.languages.statements import claim_words
from claims.nlp.types import Modality, SourceKind, Span

NOTHING = "–"
"""Stands in a reason where one side has no wording."""

_BOUNDS = Lexicon(
    {"bound": " | ".join(english.BOUNDS.values())}, {"bound": " | ".join(arabic.BOUNDS.values())}
)
_SOFTER = frozenset({Modality.ALLEGED, Modality.PREDICTED})
_KINDS = "|".join(kind.value for kind in DriftKind)
_REASON = re.compile(rf"drift at (?P<by>.+?), (?P<kind>{_KINDS}): (?P<before>.+?) / (?P<after>.+)", re.DOTALL)


def find_drift(a: Particulars, b: Particulars, comparison: Comparison | None = None) -> tuple[Drift, ...]:
    """Return what changed between two claims of which one passes the other on; nothing where neither does.

    The two must speak of one particular. Where both come by way of one outlet and neither
    is known to be nearer to it or earlier, only what makes a claim harder is drift: which
    of two numbers or places was there first cannot be told.
    """
    line = _line(a.record, b.record)
    if line is None:
        return ()
    if line == "unknown":
        return (*_hardened(a, b), *_hardened(b, a))
    found = comparison or compare_slots(a, b)
    before, after = (a, b) if line == "a" else (b, a)
    changes = [*_hardened(before, after), *_number(found, after, swap=line == "b"), *_place(before, after)]
    return tuple(changes)


def drift_reason(drift: Drift) -> str:
    """Return the drift as it is stored among a link's reasons.

    >>> drift_reason(Drift(kind=DriftKind.HEDGE, by="Echo", before="may have", after=""))
    'drift at Echo, hedge dropped: may have / –'
    """
    return f"drift at {drift.by}, {drift.kind.value}: {drift.before or NOTHING} / {drift.after or NOTHING}"


def read_drift(reason: str) -> Drift | None:
    """Return the drift whose stored reason this is, None where it is another kind of reason."""
    match = _REASON.fullmatch(reason)
    if not match:
        return None
    before, after = (text if text != NOTHING else "" for text in match.group("before", "after"))
    return Drift(kind=DriftKind(match["kind"]), by=match["by"], before=before, after=after)


def _line(a: ClaimRecord, b: ClaimRecord) -> str | None:
    """Return whose wording comes first in their relay line ("a", "b", "unknown"); None without one."""
    if not (a.chain and b.chain):
        return None
    if passes_on(b, a) != passes_on(a, b):
        return "a" if passes_on(b, a) else "b"
    steps = _steps_to_carrier(a.chain, b.chain)
    if steps is None:
        return None
    if steps[0] != steps[1]:
        return "a" if steps[0] < steps[1] else "b"
    order = order_of(a, b)
    return "unknown" if order is None else ("a" if order[0] is a else "b")


def _steps_to_carrier(a: Sequence[HopKey], b: Sequence[HopKey]) -> tuple[int, int] | None:
    """Return how many steps each chain takes to the first outlet that both lead through."""
    for i, x in enumerate(a[1:], start=1):
        for j, y in enumerate(b[1:], start=1):
            if SourceKind.OUTLET in {x.kind, y.kind} and is_same_hop(x, y):
                return i, j
    return None


def _hardened(before: Particulars, after: Particulars) -> Iterator[Drift]:
    """Yield the changes that make the claim sound surer than it was."""
    yield from _hedge(before.record, after.record)
    yield from _bound(before, after)
    yield from _source(before.record, after.record)
    yield from _modality(before.record, after.record)


def _drift(kind: DriftKind, after: ClaimRecord, texts: tuple[str, str]) -> Drift:
    return Drift(kind=kind, by=after.chain[0].name, before=texts[0], after=texts[1])


def _hedge(before: ClaimRecord, after: ClaimRecord) -> Iterator[Drift]:
    dropped = _doubts(before)
    knows = after.hedges is not None or bool(claim_words(after.language).hedges)
    if dropped and knows and not _doubts(after) and after.modality not in _SOFTER:
        yield _drift(DriftKind.HEDGE, after, (dropped[0], ""))


def _doubts(claim: ClaimRecord) -> list[str]:
    """Return the hedges that are no bound of a quantity."""
    hedges = claim.hedges
    if hedges is None:
        spans = find_hedges(claim.text, [Span(0, len(claim.text))], claim_words(claim.language))
        hedges = tuple(span.text(claim.text) for span in spans)
    return [hedge.strip() for hedge in hedges if not _BOUNDS.find_all(split_words(hedge))]


def _bound(before: Particulars, after: Particulars) -> Iterator[Drift]:
    """Yield a figure that stands without the "at least" or "nearly" that it had."""
    for x, x_text in before.quantities:
        for y, y_text in after.quantities:
            if x.bound and not y.bound and _is_one_figure(x, y):
                yield _drift(DriftKind.BOUND, after.record, (x_text, y_text))
                return


def _is_one_figure(x: Quantity, y: Quantity) -> bool:
    """Tell whether two figures are one number of one thing, "displaced families" and "families" included."""
    alike = same_item(x.item, y.item) or not set(x.item.split("-")).isdisjoint(y.item.split("-"))
    return alike and (x.value, x.kind) == (y.value, y.kind)


def _source(before: ClaimRecord, after: ClaimRecord) -> Iterator[Drift]:
    """Yield an unnamed originator who became an official, or got a name."""
    one, two = before.chain[-1], after.chain[-1]
    if one.kind is not SourceKind.ANONYMOUS or len(after.chain) < 2:
        return
    if two.kind is SourceKind.ANONYMOUS:
        if _is_official(two.name, after.language) and not _is_official(one.name, before.language):
            yield _drift(DriftKind.OFFICIAL, after, (one.name, two.name))
    elif two.kind is not SourceKind.OUTLET:
        yield _drift(DriftKind.NAMED, after, (one.name, two.name))


def _is_official(descriptor: str, language: str) -> bool:
    if not has_words(language):
        return False
    words = source_words(language)
    naming = name_source(descriptor, Span(0, len(descriptor)), words)
    return bool(naming and (naming.modifiers | {naming.head}) & words.official_words)


def _modality(before: ClaimRecord, after: ClaimRecord) -> Iterator[Drift]:
    if before.modality in _SOFTER and after.modality is Modality.ASSERTED:
        texts = tuple(claim.cue.strip() or claim.modality.value for claim in (before, after))
        yield _drift(DriftKind.HARDENED, after, (texts[0], texts[1]))


def _number(comparison: Comparison, after: Particulars, *, swap: bool) -> Iterator[Drift]:
    found = comparison[SlotKind.NUMBER]
    if found.agreement is Agreement.DIFFERENT:
        yield _drift(DriftKind.NUMBER, after.record, found.texts[::-1] if swap else found.texts)


def _place(before: Particulars, after: Particulars) -> Iterator[Drift]:
    """Yield a place that became a larger one around it, or a smaller one within it."""
    gazetteer = names_in_use().gazetteer
    for x, x_text in _finest(before):
        for y, y_text in _finest(after):
            if gazetteer.contains(y, x):
                yield _drift(DriftKind.COARSER, after.record, (x_text, y_text))
                return
            if gazetteer.contains(x, y):
                yield _drift(DriftKind.FINER, after.record, (x_text, y_text))
                return


def _finest(claim: Particulars) -> list[tuple[Place, str]]:
    """Return the known places of the claim within which it names no other."""
    gazetteer = names_in_use().gazetteer
    known = [
        (place, text)
        for value, text in claim.places
        if value.startswith("geo:") and (place := gazetteer.get(value.removeprefix("geo:")))
    ]
    return [
        (place, text)
        for place, text in known
        if not any(gazetteer.contains(place, other) for other, _ in known if other.id != place.id)
    ]
