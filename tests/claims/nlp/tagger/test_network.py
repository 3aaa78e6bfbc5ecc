"""The committed network over whole texts, and the folders that it refuses."""

import json
import shutil
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from claims import engine
from claims.encoding.errors import ArtefactMissing, ArtefactTampered, ArtefactUnfit
from claims.nlp.tagger.network import BROAD, LONGEST, OVERLAP, TaggerNetwork
from claims.nlp.tagger.pieces import Pieces, read_pieces, windows
from claims.nlp.tagger.reader import TaggerReader

ARTEFACTS = Path(engine.__file__).parent / "artefacts"
SENTENCE = "The harbour master Nora Field said on Monday that the ferry would stay in port."
LONG = "\n".join([SENTENCE, "Nobody else was asked about the engine, and the crew went home."] * 20)


def cut(pieces: Pieces, begin: int, end: int) -> Pieces:
    """Return the pieces from `begin` to `end` as if they were a text."""
    return Pieces(*(getattr(pieces, field.name)[begin:end] for field in fields(Pieces)))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a tagger's folder whose files can be spoilt."""
    return Path(shutil.copytree(ARTEFACTS / "tagger", tmp_path / "tagger"))


@pytest.mark.parametrize("file", ["tagger.onnx", "heads.npz"])
def test_a_changed_file_is_refused(copied: Path, file: str):
    with (copied / file).open("ab") as stream:
        stream.write(b" ")

    with pytest.raises(ArtefactTampered, match=file):
        TaggerNetwork(copied, ARTEFACTS / "encoder")


def test_a_missing_file_is_refused(copied: Path):
    (copied / "heads.npz").unlink()

    with pytest.raises(ArtefactMissing, match=r"heads\.npz"):
        TaggerNetwork(copied, ARTEFACTS / "encoder")


def test_another_encoder_than_the_one_trained_on_is_refused(copied: Path):
    manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
    manifest["words"]["sha256"] = "0" * 64
    (copied / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    with pytest.raises(ArtefactUnfit, match=r"trunk\.onnx"):
        TaggerNetwork(copied, ARTEFACTS / "encoder")


def test_an_encoder_is_no_tagger():
    with pytest.raises(ArtefactUnfit, match="attribution-tagger"):
        TaggerNetwork(ARTEFACTS / "encoder", ARTEFACTS / "encoder")


def test_a_readout_has_scores_and_a_vector_for_each_piece(tagger: TaggerReader):
    pieces = read_pieces(SENTENCE, tagger.network.tokenizer)

    readout = tagger.network.read(pieces)

    assert readout.scores.shape == (len(pieces), 2, 7)
    assert readout.vectors.shape == (len(pieces), tagger.network.heads.vector_size)
    assert np.isfinite(readout.scores).all()


def test_every_piece_of_a_text_of_many_windows_is_read(tagger: TaggerReader):
    pieces = read_pieces(LONG, tagger.network.tokenizer)
    assert len(pieces) > LONGEST

    readout = tagger.network.read(pieces)

    assert np.abs(readout.scores).sum(axis=(1, 2)).min() > 0
    assert np.abs(readout.vectors).sum(axis=1).min() > 0


def test_each_piece_is_read_in_the_window_that_it_stands_deepest_in(tagger: TaggerReader):
    pieces = read_pieces(LONG, tagger.network.tokenizer)
    first, second, *others = windows(len(pieces), longest=LONGEST, overlap=OVERLAP)
    until = others[0][0] if others else len(pieces)
    middle = (second[0] + first[1]) // 2

    scores = tagger.network.read(pieces).scores

    left, right = (tagger.network.read(cut(pieces, *window)).scores for window in (first, second))
    assert np.array_equal(scores[: middle - 1], left[: middle - 1])
    assert np.array_equal(scores[middle + 1 : until], right[middle + 1 - second[0] : until - second[0]])
    assert not np.array_equal(left[second[0] :], right[: first[1] - second[0]])


def test_quotation_marks_and_headlines_are_told_to_the_network(tagger: TaggerReader):
    pieces = read_pieces("Pier shut\nNora said “we stay in port”.", tagger.network.tokenizer)
    plain = replace(pieces, marks=np.zeros_like(pieces.marks))

    scores = [tagger.network.read(one).scores for one in (pieces, plain)]

    assert not np.allclose(*scores, atol=0.01)


def test_the_same_text_gives_the_same_scores(tagger: TaggerReader):
    pieces = read_pieces(SENTENCE, tagger.network.tokenizer)

    one, other = (tagger.network.read(pieces) for _ in range(2))

    assert np.array_equal(one.scores, other.scores)
    assert np.array_equal(one.vectors, other.vectors)


def test_the_two_definitions_are_two_readings(tagger: TaggerReader):
    pieces = read_pieces(SENTENCE, tagger.network.tokenizer)

    assert not np.allclose(
        tagger.network.read(pieces).scores, tagger.network.read(pieces, BROAD).scores, atol=0.01
    )


def test_a_text_without_pieces_has_an_empty_readout(tagger: TaggerReader):
    readout = tagger.network.read(read_pieces(" \n", tagger.network.tokenizer))

    assert (readout.scores.shape[0], readout.vectors.shape[0]) == (0, 0)
