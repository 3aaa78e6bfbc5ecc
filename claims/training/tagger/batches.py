"""Windows of examples gathered into tensors of similar length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from claims.nlp.tagger.labels import LABELS, LEVELS, mended
from claims.nlp.tagger.nearness import FACTS
from claims.nlp.tagger.pieces import END, PADDING, START
from claims.training.tagger.corpora import Example, Pairs, training_windows

LONGEST = 510
"""Pieces of a window, its start and end not counted: what the encoder has positions for."""

Window = tuple[Example, int, int, "np.ndarray | None"]
"""An example, the first piece and the one after the last, and a teacher's scores for the whole example."""


@dataclass(slots=True)
class Batch:
    """Tensors of some windows: pieces, presence, marks (batch, length) and what is to be learnt."""

    pieces: Tensor
    present: Tensor
    marks: Tensor
    definitions: Tensor
    labels: Tensor
    nested: Tensor
    weights: Tensor
    taught: Tensor | None
    taught_rows: Tensor
    pairs: dict[str, tuple[Tensor, Tensor, Tensor]]
    modalities: Tensor

    def to(self, device: torch.device) -> "Batch":
        """Return the batch on `device`."""
        moved = {name: _moved(getattr(self, name), device) for name in self.__slots__}
        return Batch(**moved)


def _moved(value: object, device: torch.device) -> object:
    if isinstance(value, Tensor):
        return value.to(device, non_blocking=True)
    if isinstance(value, dict):
        return {key: tuple(part.to(device) for part in parts) for key, parts in value.items()}
    return value


def cut_windows(
    examples: Sequence[Example], chance: random.Random, taught: dict[str, np.ndarray], longest: int
) -> list[Window]:
    """Return every example's windows, the first of each of a random length so that cuts differ by epoch."""
    return [
        (example, begin, end, taught.get(example.name))
        for example in examples
        for begin, end in training_windows(example.pieces, chance.randint(longest // 3, longest), longest)
    ]


def batched(windows: list[Window], pieces_per_batch: int, chance: random.Random) -> Iterator[Batch]:
    """Yield the windows as batches of about `pieces_per_batch` padded pieces, in random order."""
    ordered = sorted(windows, key=lambda w: (w[2] - w[1], chance.random()))
    groups: list[list[Window]] = [[]]
    for window in ordered:
        length = window[2] - window[1] + 2
        if groups[-1] and (len(groups[-1]) + 1) * length > pieces_per_batch:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    for group in groups:
        if group:
            yield make_batch(group)


def make_batch(windows: Sequence[Window]) -> Batch:
    """Return `windows` as tensors, a start before and an end behind each."""
    rows, length = len(windows), max(end - begin for _, begin, end, _ in windows) + 2
    numbers = {name: np.zeros((rows, length), np.int64) for name in ("present", "marks")}
    pieces = np.full((rows, length), PADDING, np.int64)
    labels = np.zeros((rows, LEVELS, length), np.int64)
    for row, (example, begin, end, _) in enumerate(windows):
        size = end - begin
        pieces[row, 0], pieces[row, size + 1] = START, END
        pieces[row, 1 : size + 1] = example.pieces.ids[begin:end]
        numbers["present"][row, : size + 2] = 1
        numbers["marks"][row, 1 : size + 1] = example.pieces.marks[begin:end]
        for level in range(LEVELS):
            labels[row, level, 1 : size + 1] = mended(example.labels[level, begin:end])
    taught, taught_rows = _taught(windows, length)
    return Batch(
        pieces=torch.from_numpy(pieces),
        present=torch.from_numpy(numbers["present"]),
        marks=torch.from_numpy(numbers["marks"]),
        definitions=torch.tensor([w[0].definition for w in windows]),
        labels=torch.from_numpy(labels),
        nested=torch.tensor([float(w[0].nested) for w in windows]),
        weights=torch.tensor([w[0].weight for w in windows]),
        taught=taught,
        taught_rows=taught_rows,
        pairs={role: _pairs(windows, role) for role in ("content", "source")},
        modalities=_modalities(windows),
    )


def _taught(windows: Sequence[Window], length: int) -> tuple[Tensor | None, Tensor]:
    rows = [row for row, window in enumerate(windows) if window[3] is not None]
    if not rows:
        return None, torch.zeros(0, dtype=torch.int64)
    scores = np.zeros((len(rows), length, LEVELS, len(LABELS)), np.float32)
    for place, row in enumerate(rows):
        _, begin, end, teacher = windows[row]
        if teacher is not None:
            scores[place, 1 : end - begin + 1] = teacher[begin:end]
    return torch.from_numpy(scores), torch.tensor(rows)


def _pairs(windows: Sequence[Window], role: str) -> tuple[Tensor, Tensor, Tensor]:
    ends, facts, belong = [], [], []
    for row, (example, begin, end, _) in enumerate(windows):
        pairs: Pairs = example.pairs[role]
        if not len(pairs.ends):
            continue
        inside = (pairs.ends.min(1) >= begin) & (pairs.ends.max(1) < end)
        placed = pairs.ends[inside] - begin + 1
        ends.append(np.concatenate([np.full((len(placed), 1), row), placed], axis=1))
        facts.append(pairs.facts[inside])
        belong.append(pairs.belong[inside])
    if not ends:
        return torch.zeros((0, 5), dtype=torch.int64), torch.zeros((0, FACTS)), torch.zeros(0)
    joined = (np.concatenate(parts) for parts in (ends, facts, belong))
    return tuple(torch.from_numpy(part) for part in joined)


def _modalities(windows: Sequence[Window]) -> Tensor:
    rows = []
    for row, (example, begin, end, _) in enumerate(windows):
        marked = example.modalities
        inside = (marked[:, :4].min(1) >= begin) & (marked[:, :4].max(1) < end) if len(marked) else []
        rows += [[row, *(ends[:4] - begin + 1), ends[4]] for ends in (marked[inside] if len(marked) else [])]
    return torch.tensor(rows, dtype=torch.int64).reshape(-1, 6)
