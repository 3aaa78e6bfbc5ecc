"""A text in, attributions out: tokenizer, network and decoding as one call."""

from claims.nlp.tagger.decoding import Tagged, decode
from claims.nlp.tagger.network import BROAD, CLAIMS, TaggerNetwork
from claims.nlp.tagger.pieces import Pieces, read_pieces


class TaggerReader:
    """Reads who says what in whole texts with a trained network; a text always gives the same answer."""

    def __init__(self, network: TaggerNetwork) -> None:
        self.network = network
        self.version = network.version

    def __call__(self, text: str, *, broad: bool = False) -> tuple[Pieces, list[Tagged]]:
        """Return the text's pieces and the attributions over them.

        By the product's definition of a claim, or `broad`: attitudes and intentions too, as PolNeAR has it.
        """
        network = self.network
        pieces = read_pieces(text, network.tokenizer)
        readout = network.read(pieces, BROAD if broad else CLAIMS)
        return pieces, decode(pieces, readout, network.heads, network.settings)
