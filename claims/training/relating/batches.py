"""Pairs of texts gathered into tensors of similar length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from claims.linking.relating.pieces import PADDING, pair_pieces
from claims.training.relating.corpora import TextPair

_SHUFFLED_IN = 64
"""Batches whose pairs are sorted by length together: enough for little padding, and still in random order."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair as word pieces: `pieces`, `places` and `sides` have one number a piece."""

    pair: TextPair
    pieces: np.ndarray
    places: np.ndarray
    sides: np.ndarray


@dataclass(slots=True)
class Batch:
    """Tensors of some pairs, shape (batch, length), and what is to be learnt, shape (batch,)."""

    pieces: Tensor
    places: Tensor
    sides: Tensor
    forward: Tensor
    backward: Tensor
    kinship: Tensor
    slot: Tensor
    weights: Tensor


def make_examples(pairs: Sequence[TextPair], tokenizer: Tokenizer) -> list[Example]:
    """Return the pairs as word pieces; what is too long is cut as the runtime cuts it."""
    return [Example(pair, *pair_pieces(pair.a, pair.b, tokenizer)) for pair in pairs]


def batched(examples: Sequence[Example], pieces_per_batch: int, chance: random.Random) -> Iterator[Batch]:
    """Yield all examples once in random order, in batches of pairs of similar length."""
    order = list(examples)
    chance.shuffle(order)
    mean = sum(len(e.pieces) for e in order) / max(1, len(order))
    stretch = max(1, int(_SHUFFLED_IN * pieces_per_batch / max(1.0, mean)))
    for start in range(0, len(order), stretch):
        groups = list(_groups(order[start : start + stretch], pieces_per_batch))
        chance.shuffle(groups)
        yield from map(collate, groups)


def _groups(examples: list[Example], pieces_per_batch: int) -> Iterator[list[Example]]:
    group: list[Example] = []
    for example in sorted(examples, key=lambda e: len(e.pieces)):
        if group and (len(group) + 1) * len(example.pieces) > pieces_per_batch:
            yield group
            group = []
        group.append(example)
    if group:
        yield group


def collate(group: Sequence[Example]) -> Batch:
    """Return the tensors of some examples, padded to the longest."""
    shape = (len(group), max(len(e.pieces) for e in group))
    pieces, places, sides = (np.full(shape, fill, np.int64) for fill in (PADDING, 0, -1))
    for row, example in enumerate(group):
        size = len(example.pieces)
        pieces[row, :size], places[row, :size] = example.pieces, example.places
        sides[row, :size] = example.sides
    labels = {
        name: torch.tensor([getattr(e.pair, name) for e in group])
        for name in ("forward", "backward", "kinship", "slot")
    }
    weights = torch.tensor([e.pair.weight for e in group])
    return Batch(*(torch.from_numpy(a) for a in (pieces, places, sides)), **labels, weights=weights)
