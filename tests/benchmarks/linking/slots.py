"""Whether the particular in which two reports differ is found, and none where they agree."""

from collections import Counter
from collections.abc import Iterable, Iterator

from claims.linking.differing import differing_particular
from claims.linking.particulars import Particulars
from claims.linking.types import ClaimRecord, SlotKind
from claims.nlp.types import Modality
from tests.benchmarks.figures import Figure
from tests.benchmarks.perturbations.generator import HALVES, Example, Side, make_examples

SEED = 2026
EACH = 36
"""Pairs for each kind of particular and pair of languages, in each half: 1,728 changed and 864 unchanged."""
TARGETS = {
    SlotKind.NUMBER: 0.90,
    SlotKind.TIME: 0.90,
    SlotKind.PLACE: 0.85,
    SlotKind.POLARITY: 0.80,
    SlotKind.ACTOR: None,
    SlotKind.ACTION: None,
}
WRONG_DIFFERENCES = 0.05


def difference_found(example: Example) -> SlotKind | None:
    """Return the kind of particular in which the engine sees the two reports differ."""
    finding = differing_particular(_particulars(example.a, "a"), _particulars(example.b, "b"))
    return finding.kind if finding else None


def _particulars(side: Side, name: str) -> Particulars:
    record = ClaimRecord(
        id=name,
        article_id=name,
        language=side.language,
        text=side.text,
        modality=Modality.ASSERTED,
        attributed=False,
        chain=(),
        published_on=side.published_on,
    )
    return Particulars(record)


def measure() -> Iterator[Figure]:
    """Yield the shares of right particulars and of wrong differences, then by half and pair of languages."""
    outcomes = [
        (example, difference_found(example))
        for half in HALVES
        for example in make_examples(half, SEED, each=EACH)
    ]
    yield Figure("perturbed pairs", float(sum(example.slot is not None for example, _ in outcomes)), 1000)
    held = [outcome for outcome in outcomes if outcome[0].half == "held"]
    yield from _rows(outcomes, "", with_targets=True)
    yield from _rows(held, " (held-out patterns)", with_targets=True)
    yield from _rows([o for o in outcomes if o[0].half == "open"], " (open patterns)", with_targets=False)
    for label in ("ar-ar", "en-en", "mixed"):
        yield from _rows(
            [o for o in outcomes if _languages(o[0]) == label], f" ({label})", with_targets=False
        )
    for way in ("reworded", "coarser", "another fact"):
        yield _wrong([o for o in outcomes if o[0].way == way], f" ({way})", None)


def _rows(
    outcomes: Iterable[tuple[Example, SlotKind | None]], label: str, *, with_targets: bool
) -> Iterator[Figure]:
    listed = list(outcomes)
    right, total = Counter[SlotKind](), Counter[SlotKind]()
    for example, found in listed:
        if example.slot is not None:
            total[example.slot] += 1
            right[example.slot] += found is example.slot
    for kind, target in TARGETS.items():
        share = right[kind] / total[kind] if total[kind] else None
        yield Figure(f"right slot: {kind}{label}", share, target if with_targets else None)
    yield _wrong(listed, label, WRONG_DIFFERENCES if with_targets else None)


def _wrong(outcomes: Iterable[tuple[Example, SlotKind | None]], label: str, target: float | None) -> Figure:
    found = [found for example, found in outcomes if example.slot is None]
    share = sum(kind is not None for kind in found) / len(found) if found else None
    return Figure(f"wrong difference in unchanged pairs{label}", share, target, at_least=False)


def _languages(example: Example) -> str:
    languages = {example.a.language, example.b.language}
    return "mixed" if len(languages) == 2 else "-".join([example.a.language] * 2)
