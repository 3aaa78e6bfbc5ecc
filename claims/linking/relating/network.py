"""Running the relation network over pairs of claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.encoding.artefacts import load_artefact
from claims.encoding.sessions import open_session
from claims.encoding.words import open_tokenizer, open_words
from claims.linking.relating.labels import INFERENCES, KINSHIPS, SLOTS
from claims.linking.relating.pieces import pair_pieces

KIND = "claim-relations"

_OUTPUTS = ("forward", "backward", "kinship", "slot")


@dataclass(frozen=True, slots=True)
class PairReading:
    """What the network says of two texts: each a share in [0, 1] by name, adding up to 1.

    `forward` says what follows from the first text for the second (`INFERENCES`), `backward` the reverse;
    `kinship` what the two are to each other (`KINSHIPS`); `slot` in which particular they would conflict
    (`SLOTS`). Raw: the kinship model calibrates.
    """

    forward: dict[str, float]
    backward: dict[str, float]
    kinship: dict[str, float]
    slot: dict[str, float]


class PairReader(Protocol):
    """Anything that reads what two texts are to each other; `version` names it in stored results."""

    version: str

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[PairReading]:
        """Return one reading a pair, in the order given."""
        ...


class RelationNetwork:
    """A trained relation network in its model folder, and the encoder whose word pieces it reads.

    A pair's reading depends on the pair alone, and swapping the two swaps `forward` and `backward`.

    Parameters
    ----------
    folder
        A model folder of the kind `claim-relations`; refused if its files are not those of its manifest.
    encoder_folder
        The sentence encoder's folder; refused if it is not the one that the network was trained on.
    threads
        Processor threads for a pair. Workers that run side by side should keep it at 1.

    Notes
    -----
    An instance must not cross a fork: load it in the process that uses it.
    """

    def __init__(self, folder: Path, encoder_folder: Path, *, threads: int = 1) -> None:
        artefact = load_artefact(folder, kind=KIND)
        encoder = load_artefact(encoder_folder, kind="sentence-encoder")
        self.version = artefact.version
        self._tokenizer: Tokenizer = open_tokenizer(encoder)
        self._words = open_words(encoder, artefact.facts["words"])
        self._session = open_session(artefact.path("relations.onnx"), threads)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[PairReading]:
        """Return one reading a pair, in the order given."""
        return [self._read(a, b) for a, b in pairs]

    def _read(self, a: str, b: str) -> PairReading:
        """Read a pair in one order alone: in the other, rounding would change the last digits."""
        if b < a:
            turned = self._read(b, a)
            return PairReading(turned.backward, turned.forward, turned.kinship, turned.slot)
        pieces, places, sides = pair_pieces(a, b, self._tokenizer)
        inputs = {
            "words": self._words.vectors(pieces)[None],
            "places": places[None],
            "sides": sides[None].astype(np.float32),
        }
        forward, backward, kinship, slot = self._session.run(_OUTPUTS, inputs)
        return PairReading(
            _shares(forward, INFERENCES),
            _shares(backward, INFERENCES),
            _shares(kinship, KINSHIPS),
            _shares(slot, SLOTS),
        )


def _shares(logits: NDArray[np.float32], names: Sequence[str]) -> dict[str, float]:
    raised = np.exp(logits[0] - logits[0].max())
    return dict(zip(names, (raised / raised.sum()).tolist(), strict=True))
