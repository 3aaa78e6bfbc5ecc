"""Running the tagger's network over a text: window by window, each piece taken from its best one."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.encoding.artefacts import load_artefact
from claims.encoding.sessions import open_session
from claims.encoding.words import open_tokenizer, open_words
from claims.nlp.tagger.decoding import Readout, Settings
from claims.nlp.tagger.heads import Heads
from claims.nlp.tagger.labels import LABELS, LEVELS
from claims.nlp.tagger.pieces import END, START, Pieces, depths, windows

KIND = "attribution-tagger"

LONGEST = 254
"""Pieces of a window, its start and end not counted. The encoder has positions for twice as many, but
attention grows with the square: a piece costs 246 microseconds in windows of 256, 353 in windows of 512."""

OVERLAP = 48
"""Pieces that two windows share; each is taken from where it stands more in the middle."""

BROAD, CLAIMS = 0, 1
"""What counts as an attribution: attitudes and intentions too (PolNeAR), or the product's claims."""


class TaggerNetwork:
    """A trained tagger in its model folder, and the encoder whose word pieces it reads.

    A text's readout depends on the text alone: windows are read one at a time.

    Parameters
    ----------
    folder
        A model folder of the kind `attribution-tagger`; refused if its files are not those of its manifest.
    encoder_folder
        The sentence encoder's folder; refused if it is not the one that the tagger was trained on.
    threads
        Processor threads for a window. Workers that run side by side should keep it at 1.

    Notes
    -----
    An instance must not cross a fork: load it in the process that uses it.
    """

    def __init__(self, folder: Path, encoder_folder: Path, *, threads: int = 1) -> None:
        artefact = load_artefact(folder, kind=KIND)
        encoder = load_artefact(encoder_folder, kind="sentence-encoder")
        self.version = artefact.version
        self.settings = Settings(**artefact.facts["decoding"])
        self.heads = Heads.load(artefact.path("heads.npz"))
        self.tokenizer: Tokenizer = open_tokenizer(encoder)
        self._words = open_words(encoder, artefact.facts["words"])
        self._session = open_session(artefact.path("tagger.onnx"), threads)

    def read(self, pieces: Pieces, definition: int = CLAIMS) -> Readout:
        """Return the label scores, shape (n, 2, 7), and link vectors, shape (n, 96), of a text's pieces."""
        size = len(pieces)
        scores = np.zeros((size, LEVELS, len(LABELS)), np.float32)
        vectors = np.zeros((size, self.heads.vector_size), np.float32)
        best = np.full(size, -1)
        for begin, end in windows(size, longest=LONGEST, overlap=OVERLAP):
            depth = depths(begin, end, size)
            better = np.nonzero(depth > best[begin:end])[0]
            best[begin + better] = depth[better]
            found = self._run(pieces.ids[begin:end], pieces.marks[begin:end], definition)
            scores[begin + better] = found[0].reshape(-1, LEVELS, len(LABELS))[better]
            vectors[begin + better] = found[1][better]
        return Readout(scores, vectors)

    def _run(
        self, ids: NDArray[np.int64], marks: NDArray[np.int64], definition: int
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        framed = np.concatenate([[START], ids, [END]])
        inputs = {
            "words": self._words.vectors(framed)[None],
            "marks": np.concatenate([[0], marks, [0]])[None],
            "definition": np.array([[definition]], np.int64),
        }
        scores, vectors = self._session.run(["scores", "vectors"], inputs)
        return scores[0, 1:-1], vectors[0, 1:-1]
