"""What the sentences of a language have in common, taken away before sentences are compared."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from claims.linking.similarity import Matrix

_MEANS = Path(__file__).parent / "data" / "background.npz"
_EPSILON = 1e-9


@lru_cache(maxsize=1)
def load_background() -> dict[str, Matrix]:
    """Return the mean sentence vector of general news by language, and of all languages under "".

    Made by `python -m claims.training.background` from 600 sentences a language, for the encoder
    whose version stands in `data/kinship.json`.
    """
    with np.load(_MEANS) as stored:
        means = {language: stored[language].astype(np.float32) for language in stored.files}
    means[""] = np.asarray(np.mean(list(means.values()), axis=0), dtype=np.float32)
    return means


def centre_on_background(vectors: Matrix, languages: Sequence[str]) -> Matrix:
    """Return unit vectors of the same shape, each without the mean of its language's news.

    The means are fixed, so that a pair scores the same in a workspace of three articles
    and of three thousand; the mean of a small collection would take its topic away.
    """
    means = load_background()
    centred = vectors - np.stack([means.get(language, means[""]) for language in languages])
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(lengths, _EPSILON), dtype=np.float32)
