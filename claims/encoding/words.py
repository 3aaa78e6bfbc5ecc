"""The encoder's word pieces and their vectors, read straight from its file: kept once for every network."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.encoding.artefacts import Artefact
from claims.encoding.errors import ArtefactUnfit

Vectors = NDArray[np.float32]

_LEAST = 8
"""Four-bit numbers run from -8 to 7; those above 7 stand for the negative ones."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """The vectors of all word pieces: four-bit numbers with a scale a block, unpacked when asked for.

    `values` has two numbers a byte, shape (pieces, hidden / 2); `scales` has shape (pieces, hidden / block).
    Both stay in the file's pages of the system's cache: a process pays only for the rows that it reads.
    """

    values: NDArray[np.uint8]
    scales: NDArray[np.float16]

    @classmethod
    def open(cls, path: Path, described: dict[str, Any]) -> "WordTable":
        """Return the table in the encoder file `path`, at the places that a manifest describes."""
        rows, columns, block = (described[name] for name in ("rows", "columns", "block"))
        values = np.memmap(path, np.uint8, "r", described["values_at"], (rows, columns // 2))
        scales = np.memmap(path, np.float16, "r", described["scales_at"], (rows, columns // block))
        return cls(values, scales)

    def vectors(self, pieces: NDArray[np.int64]) -> Vectors:
        """Return the vectors of `pieces`, shape (len(pieces), hidden)."""
        packed = self.values[pieces]
        count, hidden = len(pieces), 2 * packed.shape[1]
        numbers = np.stack([packed & 15, packed >> 4], axis=-1).reshape(count, hidden).astype(np.int8)
        signed = np.where(numbers >= _LEAST, numbers - 2 * _LEAST, numbers).astype(np.float32)
        scales = self.scales[pieces].astype(np.float32)
        blocks = signed.reshape(*scales.shape, hidden // scales.shape[1])
        return (blocks * scales[..., None]).reshape(count, hidden)


def open_words(encoder: Artefact, described: dict[str, Any]) -> WordTable:
    """Return the word table that a network's manifest `described`, in the encoder it was made for.

    Raises `ArtefactUnfit` where the encoder's file is another one.
    """
    file = described["file"]
    found = encoder.facts["files"].get(file, {}).get("sha256", "nothing")
    if found != described["sha256"]:
        raise ArtefactUnfit(
            folder=encoder.folder, field=f"sha256 of {file}", found=found, expected=described["sha256"]
        )
    return WordTable.open(encoder.path(file), described)


def open_tokenizer(encoder: Artefact) -> Tokenizer:
    """Return the encoder's tokenizer for whole texts: it cuts nothing off.

    All networks of a process share one: it takes some 110 MB.
    """
    return _tokenizer_at(encoder.path("tokenizer.json"))


@lru_cache(maxsize=1)
def _tokenizer_at(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    return tokenizer
