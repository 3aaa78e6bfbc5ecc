"""How large the inputs of a tagger's products get, so that they can be evened out before they are rounded."""

from collections.abc import Sequence

from claims.nlp.tagger.pieces import Pieces
from claims.training.encoder.eight_bit import Factors, evening_factors, linears, watched
from claims.training.tagger.fitting import read_texts
from claims.training.tagger.network import Tagger


def find_factors(tagger: Tagger, texts: Sequence[Pieces], definition: int) -> Factors:
    """Return the factors of every product of the layers, from what `texts` send through them."""
    products = linears(tagger.trunk, "trunk") | linears(tagger.branch, "branch")
    with watched(products) as largest:
        read_texts(tagger, texts, definition, windows_at_once=4)
    return evening_factors(products, largest)
