"""Which marked articles are held out: one rule for training, fitting and benchmarks."""

import hashlib

HELD_OUT_SHARE = 3
"""One marked article in three trains, fits and tunes nothing; the benchmark measures on those."""


def is_held_out(name: str) -> bool:
    """Tell whether the article with this id belongs to the part that nothing is trained or tuned on.

    >>> [is_held_out(name) for name in ("quay-1", "quay-2", "quay-3")]
    [False, False, True]
    """
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % HELD_OUT_SHARE == 0
