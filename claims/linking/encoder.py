"""Sentences as vectors in which nearness is likeness of meaning, across languages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from claims.encoding.artefacts import Artefact, load_artefact
from claims.encoding.sessions import open_session
from claims.encoding.words import open_tokenizer

Vectors = npt.NDArray[np.float32]

DIMENSIONS = 384
KIND = "sentence-encoder"

_MOST_PIECES = 512
"""The places for pieces that the encoder was trained with."""

_PIECES_PER_BATCH = 1024
"""Padded word pieces computed at once: about 30 claims, or two texts of full length.

Larger batches are no faster on a CPU and cost memory: 16 texts of 512 pieces took 200 MB more."""


class SentenceEncoder(Protocol):
    """Anything that turns texts into unit vectors; `version` names it in stored results."""

    version: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, in the order given, shape (len(texts), DIMENSIONS)."""
        ...


class OnnxEncoder:
    """The encoder in a model folder, run on the CPU: a trunk, and the branch that makes sentence vectors.

    A text's vector depends on the text alone, up to the last bits of rounding: neither on what is encoded
    with it nor on `threads`. What exceeds the longest text (512 word pieces, about 300 words) is cut off.

    Parameters
    ----------
    folder
        A model folder of the kind `sentence-encoder`; refused if its files are not those of its manifest.
    threads
        Processor threads for one text or batch. Workers that run side by side should keep it at 1.

    Notes
    -----
    An instance must not cross a fork: load it in the process that uses it (about 150 MB, a second).
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        artefact = load_artefact(folder, kind=KIND)
        self.version = artefact.version
        self._prefix: str = artefact.facts["prefix"]
        self._padding: int = artefact.facts["padding_piece"]
        self._tokenizer = open_tokenizer(artefact)
        self._trunk = _Graph(artefact, artefact.facts["trunk"], threads)
        self._branch = _Graph(artefact, artefact.facts["branches"]["sentence"], threads)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, in the order given, shape (len(texts), DIMENSIONS).

        An empty text gets the vector of "nothing said", a unit vector like any other.
        """
        # One by one: encode_batch would start a thread pool, which does not survive a worker's fork.
        pieces = [_cut(self._tokenizer.encode(self._prefix + text).ids) for text in texts]
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for batch in _batches([len(ids) for ids in pieces]):
            vectors[batch] = self._run([pieces[i] for i in batch])
        return vectors

    def _run(self, pieces: list[list[int]]) -> Vectors:
        shape = (len(pieces), max(map(len, pieces)))
        padded = np.full(shape, self._padding, dtype=np.int64)
        present = np.zeros(shape, dtype=np.int64)
        for row, ids in enumerate(pieces):
            padded[row, : len(ids)] = ids
            present[row, : len(ids)] = 1
        states = self._trunk.run(pieces=padded, present=present)
        return self._branch.run(states=states, present=present)


class _Graph:
    """One of the artefact's ONNX graphs, with the one output that its manifest names."""

    def __init__(self, artefact: Artefact, described: dict[str, str], threads: int) -> None:
        self._output = described["output"]
        self._session = open_session(artefact.path(described["file"]), threads)

    def run(self, **inputs: npt.NDArray[Any]) -> Vectors:
        (result,) = self._session.run([self._output], inputs)
        return np.asarray(result, dtype=np.float32)


def _cut(pieces: list[int]) -> list[int]:
    """Return the pieces that the network has places for; the last one, which ends a text, is kept."""
    return pieces if len(pieces) <= _MOST_PIECES else [*pieces[: _MOST_PIECES - 1], pieces[-1]]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the indices of `lengths` in batches of similar length that stay within the padded limit."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[index] > _PIECES_PER_BATCH:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
