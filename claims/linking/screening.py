"""Which pairs are worth reading together: the network takes ten milliseconds a pair, and there are many."""

from collections.abc import Iterable
from functools import lru_cache

from claims.linking.alignment import Pair
from claims.linking.weights import Weights, load_fitted, share, weighed

KIND = "link-screen"

PAIRS_A_CLAIM = 4
"""Pairs read for each claim of an article, the likeliest first: what two seconds of processor allow for 15
claims. Of the gold links of unseen stories told by four or five outlets 80 % are then read, with
8 a claim 90 %; where fewer outlets tell a story nearly all are."""
LEAST = 0.0075
"""Chance of being about one particular under which a pair is not read, however few there are: 97 % of the
gold links of unseen stories lie above, and half of the other pairs below."""


@lru_cache(maxsize=1)
def load_screen() -> Weights:
    """Return the weights of the screen; `data/screen.json` says how they were fitted."""
    weights: Weights = load_fitted("screen.json", KIND).facts["weights"]
    return weights


def screened(pairs: Iterable[Pair], claims: int) -> list[Pair]:
    """Return the pairs that are worth reading, for `claims` claims on the side of the new article."""
    weights = load_screen()
    chances = ((share(weighed(weights, pair.nearness)), pair) for pair in pairs)
    kept = sorted((c for c in chances if c[0] >= LEAST), key=lambda c: (-c[0], c[1].a.record.id))
    return [pair for _, pair in kept[: PAIRS_A_CLAIM * max(1, claims)]]
