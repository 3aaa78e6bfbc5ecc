"""Numbers that tell the same text, and nearly the same text, apart from others."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

SIGNATURE_LENGTH = 128
"""The estimate of a Jaccard similarity J then has a standard error of sqrt(J(1-J)/128), at most 0.044."""

SHINGLE_WORDS = 5
"""Long enough that unrelated news shares hardly any, short enough to survive the change of a word."""

SHINGLED_WORDS_MAX = 200_000
"""A signature of the first 200,000 words (a long book) takes about a second."""

PERMUTATION_SEED = 20_260_101
"""Fixed for ever: signatures of different seeds cannot be compared."""

SIGNATURE_BITS = 31
"""Each number fits PostgreSQL's signed 32-bit integer."""

CHUNK_SHINGLES = 4_096
QUOTED_CHARACTERS_MAX = 2_000
"""A longer "quotation" is an unclosed mark, and the text after it must count."""

QUOTED = re.compile(
    rf"«[^«»]{{1,{QUOTED_CHARACTERS_MAX}}}»|“[^“”]{{1,{QUOTED_CHARACTERS_MAX}}}”"
    rf"|„[^„“”]{{1,{QUOTED_CHARACTERS_MAX}}}[“”]|\"[^\"\n]{{1,{QUOTED_CHARACTERS_MAX}}}\""
)
WORD = re.compile(r"\w+")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
UNWRITTEN_ARABIC = re.compile("[\u0640\u064b-\u065f\u0670]")
ARABIC_FOLDING = str.maketrans("أإآٱىیکة", "ااااييكه")

Signature = tuple[int, ...]
Hashes = npt.NDArray[np.uint64]


def content_sha256(text: str) -> str:
    r"""Return the hexadecimal SHA-256 of what a reader sees of `text`.

    Unicode composition, runs of white space, and control and direction characters make no difference, so
    that a text pasted twice, or once by way of another program, is one article. Every letter counts.

    >>> content_sha256("Two  words\r\n") == content_sha256("Two words")
    True
    """
    return hashlib.sha256(_seen(text).encode("utf-8", errors="replace")).hexdigest()


def minhash_signature(text: str) -> Signature:
    """Return 128 numbers whose agreement estimates how many five-word runs two texts share.

    Words inside quotation marks are set aside: two reports of one speech share its quotations without
    being copies. A text of quotations only is used whole. A text without words has an empty signature.
    """
    words = WORD.findall(_folded(QUOTED.sub(" ", text)))
    if len(words) < SHINGLE_WORDS:
        words = WORD.findall(_folded(text))
    if not words:
        return ()
    shingles = np.unique(_shingle_hashes(words[:SHINGLED_WORDS_MAX]))
    lowest = np.full(SIGNATURE_LENGTH, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(shingles), CHUNK_SHINGLES):
        permuted = _permuted(shingles[start : start + CHUNK_SHINGLES])
        lowest = np.minimum(lowest, permuted.min(axis=0))
    return tuple(int(value) for value in lowest >> np.uint64(64 - SIGNATURE_BITS))


def estimated_jaccard(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the estimated share of five-word runs in common, in [0, 1]; 0 where a signature is empty."""
    if not one or not other:
        return 0.0
    if len(one) != len(other):
        raise ValueError(f"Signatures of {len(one)} and {len(other)} numbers cannot be compared.")
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _seen(text: str) -> str:
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def _folded(text: str) -> str:
    """Return `text` without the differences that a republisher's desk makes in passing."""
    composed = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    return UNWRITTEN_ARABIC.sub("", composed).translate(ARABIC_FOLDING)


def _shingle_hashes(words: Sequence[str]) -> Hashes:
    """Return one hash per run of words, shape (n_runs,)."""
    size = min(SHINGLE_WORDS, len(words))
    known: dict[str, int] = {}
    hashes = np.fromiter((_word_hash(word, known) for word in words), dtype=np.uint64, count=len(words))
    runs = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for offset in range(size):
        runs = (runs ^ hashes[offset : offset + len(runs)]) * np.uint64(0x9E3779B97F4A7C15)
    return runs ^ (runs >> np.uint64(32))


def _word_hash(word: str, known: dict[str, int]) -> int:
    if word not in known:
        digest = hashlib.blake2b(word.encode("utf-8", errors="replace"), digest_size=8).digest()
        known[word] = int.from_bytes(digest, "big")
    return known[word]


def _permuted(shingles: Hashes) -> Hashes:
    """Return multiply-shift permutations of `shingles`, shape (n_shingles, 128)."""
    multipliers, offsets = _permutations()
    mixed: Hashes = shingles[:, np.newaxis] * multipliers + offsets
    return mixed


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """Return odd multipliers and offsets, derived by SHA-256 so that no library version can change them."""
    numbers = np.array([_derived_number(index) for index in range(2 * SIGNATURE_LENGTH)], dtype=np.uint64)
    return numbers[:SIGNATURE_LENGTH] | np.uint64(1), numbers[SIGNATURE_LENGTH:]


def _derived_number(index: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{PERMUTATION_SEED}/{index}".encode()).digest()[:8], "big")
