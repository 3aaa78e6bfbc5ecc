"""A pair of texts as the word pieces of one sequence, each text with places of its own."""

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

START, PADDING, END = 0, 1, 2

LONGEST = 96
"""Pieces of one text: about 60 words. Claims are shorter; what is longer is cut at its end."""

Numbers = NDArray[np.int64]


def pair_pieces(a: str, b: str, tokenizer: Tokenizer) -> tuple[Numbers, Numbers, Numbers]:
    """Return pieces, places and sides of a pair: both texts between marks of start and end.

    A side is 0 for the pieces of `a` and 1 for those of `b`; places count from 0 in each.
    """
    first, second = text_pieces(a, tokenizer), text_pieces(b, tokenizer)
    pieces = np.concatenate([first, second])
    places = np.concatenate([np.arange(len(first)), np.arange(len(second))])
    sides = np.repeat([0, 1], [len(first), len(second)])
    return pieces, places, sides


def text_pieces(text: str, tokenizer: Tokenizer) -> Numbers:
    """Return the pieces of one text with its start and end."""
    ids = tokenizer.encode(text, add_special_tokens=False).ids[: LONGEST - 2]
    return np.array([START, *ids, END], np.int64)
