"""Marked articles as training examples: read, held apart, and turned into labels, pairs and windows."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.nlp.tagger.labels import LEVELS, ROLES, Run, labels_of
from claims.nlp.tagger.nearness import FACTS, Between, places
from claims.nlp.tagger.pieces import Pieces, read_pieces

Record = dict[str, Any]

_NEAREST = {"content": 200, "source": 200}
"""Pieces within which a run looks for its cue in training; what lies farther is no useful contrast."""

_STRAIGHT = str.maketrans("“”«»", '""""')


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs of one role in one text: run and cue ends (n, 4), facts, and whether they belong."""

    ends: NDArray[np.int64]
    facts: NDArray[np.float32]
    belong: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """One marked article as the network sees it.

    `labels` has shape (2, n); the inner level counts only where `nested` says that its marks are complete.
    `modalities` holds content ends, cue ends and the number of the modality, shape (n, 5).
    """

    name: str
    language: str
    pieces: Pieces
    labels: NDArray[np.int64]
    nested: bool
    definition: int
    weight: float
    pairs: dict[str, Pairs]
    modalities: NDArray[np.int64]


def read_records(path: Path) -> list[Record]:
    """Return the records of a JSON-lines file, packed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def with_straight_marks(record: Record) -> Record:
    """Return the record with straight quotation marks, as sites and pasting often leave them."""
    return record | {"text": record["text"].translate(_STRAIGHT)}


def make_example(
    record: Record, tokenizer: Tokenizer, *, definition: int, nested: bool, weight: float = 1.0
) -> Example:
    """Return a marked article as labels, pairs and modalities over its pieces."""
    pieces = read_pieces(record["text"], tokenizer)
    marked = [_runs(pieces, attribution) for attribution in record["attributions"]]
    levels = _levels(record["attributions"])
    runs: list[list[Run]] = [
        sorted({run for own, at in zip(marked, levels, strict=True) if at == level for run in own})
        for level in range(LEVELS)
    ]
    labels = np.stack([labels_of(own, len(pieces)) for own in runs])
    return Example(
        name=record["id"],
        language=record["lang"],
        pieces=pieces,
        labels=labels,
        nested=nested,
        definition=definition,
        weight=weight,
        pairs=_pairs(pieces, marked, levels),
        modalities=_modalities(record["attributions"], marked),
    )


def _runs(pieces: Pieces, attribution: Record) -> list[Run]:
    found = (
        (role, place)
        for role in ROLES
        for start, end in attribution[role]
        if (place := pieces.covering(start, end)) is not None
    )
    return [(role, first, last) for role, (first, last) in found]


def _levels(attributions: Sequence[Record]) -> list[int]:
    """Return 1 for each attribution whose cue stands inside the content of another, 0 for the others."""
    levels = []
    for own in attributions:
        anchor = (own["cue"] or own["content"] or [[0, 0]])[0]
        held = any(
            other is not own and start <= anchor[0] and anchor[1] <= end
            for other in attributions
            for start, end in other["content"]
        )
        levels.append(int(held))
    return levels


def _pairs(pieces: Pieces, marked: list[list[Run]], levels: list[int]) -> dict[str, Pairs]:
    """Return for each role every run with each near cue of its own level."""
    owners: dict[tuple[Run, int], set[int]] = {}
    for number, (own, level) in enumerate(zip(marked, levels, strict=True)):
        for run in own:
            owners.setdefault((run, level), set()).add(number)
    result = {}
    for role in ("content", "source"):
        rows: list[tuple[tuple[int, ...], NDArray[np.float32], float]] = []
        for level in range(LEVELS):
            runs = sorted({run for run, at in owners if at == level})
            cues = [run for run in runs if run[0] == "cue"]
            between = Between(pieces, runs)
            for run in (r for r in runs if r[0] == role):
                near = [cue for cue in cues if abs(cue[1] - run[1]) <= _NEAREST[role]]
                if not near:
                    continue
                facts = between.facts(places([run] * len(near)), places(near))
                for cue, fact in zip(near, facts, strict=True):
                    belongs = owners[run, level] & owners[cue, level]
                    rows.append(((run[1], run[2] - 1, cue[1], cue[2] - 1), fact, float(bool(belongs))))
        result[role] = Pairs(
            np.array([r[0] for r in rows], np.int64).reshape(-1, 4),
            np.array([r[1] for r in rows], np.float32).reshape(-1, FACTS),
            np.array([r[2] for r in rows], np.float32),
        )
    return result


MODALITY_ORDER = ("asserted", "denied", "demanded", "predicted", "alleged")


def _modalities(attributions: Sequence[Record], marked: list[list[Run]]) -> NDArray[np.int64]:
    rows = []
    for attribution, own in zip(attributions, marked, strict=True):
        contents = [run for run in own if run[0] == "content"]
        cues = [run for run in own if run[0] == "cue"]
        if attribution.get("modality") in MODALITY_ORDER and contents and cues:
            (_, first, last), (_, begin, end) = contents[0], cues[0]
            rows.append((first, last - 1, begin, end - 1, MODALITY_ORDER.index(attribution["modality"])))
    return np.array(rows, np.int64).reshape(-1, 5)


def training_windows(pieces: Pieces, first: int, longest: int) -> Iterator[tuple[int, int]]:
    """Yield windows that do not overlap and end at a paragraph if one is near; the first is `first` long."""
    begin, limit, length = 0, first, len(pieces)
    breaks = np.nonzero(pieces.breaks)[0]
    while begin < length:
        end = min(length, begin + limit)
        if end < length:
            near = breaks[(breaks > begin + int(0.4 * limit)) & (breaks <= end)]
            end = int(near[-1]) if len(near) else end
        yield begin, end
        begin, limit = end, longest
