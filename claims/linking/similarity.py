"""Likeness of sentence vectors within and across languages.

A raw cosine favours sentences of the same language, and some sentences are near to everything. Two
remedies, which add up: take each language's mean away (`centre_languages`), and compare with how near the two
sentences' other neighbours are (`score_margins`). On Tatoeba English-Arabic the right translation comes first
for 79 % of the sentences by cosine, 85 % by margin and 86 % by both (claims/artefacts/encoder/manifest.json).
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]

_BORROWED = 20
"""Weight, in sentences, of the mean over all languages in each language's own.

With the few sentences of a young story, one language's mean is mostly its topic, which has to stay."""

_NEIGHBOURS = 4
"""Neighbours that the margin looks at, as in Artetxe and Schwenk (2019), "Margin-based Parallel Corpus Mining
with Multilingual Sentence Embeddings"."""

_EPSILON = 1e-9


def score_cosines(left: Matrix, right: Matrix) -> Matrix:
    """Return the cosine in [-1, 1] of every pair of unit vectors, shape (len(left), len(right)).

    >>> score_cosines(np.eye(2, dtype=np.float32), np.eye(2, dtype=np.float32)).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    return left @ right.T


def score_margins(left: Matrix, right: Matrix) -> Matrix:
    """Return how much nearer each pair is than its members are to their other neighbours, 0 on average.

    It is the cosine less the mean cosine of both sides' nearest neighbours on the other side: the margin's
    "distance" form, which, unlike its ratio, also works on centred vectors, whose cosines can be near zero.
    Not calibrated; only good for ranking within one pair of collections. Shape (len(left), len(right)).
    """
    cosines = score_cosines(left, right)
    if not cosines.size:
        return cosines
    of_left = _nearest_mean(cosines)
    of_right = _nearest_mean(cosines.T)
    return np.asarray(cosines - (of_left[:, None] + of_right[None, :]) / 2, dtype=np.float32)


def centre_languages(vectors: Matrix, languages: Sequence[str]) -> Matrix:
    """Return unit vectors of the same shape with each language's mean taken away.

    Means are those of the collection itself, so results depend on it: use them to rank, never to store.
    """
    if not len(vectors):
        return vectors
    centred = np.array(vectors, dtype=np.float32)
    overall = centred.mean(axis=0)
    labels = np.asarray(languages)
    for language in set(languages):
        chosen = labels == language
        total = vectors[chosen].sum(axis=0) + _BORROWED * overall
        centred[chosen] -= total / (chosen.sum() + _BORROWED)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(lengths, _EPSILON), dtype=np.float32)


def _nearest_mean(cosines: Matrix) -> Matrix:
    count = min(_NEIGHBOURS, cosines.shape[1])
    nearest = np.partition(cosines, -count, axis=1)[:, -count:]
    return np.asarray(nearest.mean(axis=1), dtype=np.float32)
