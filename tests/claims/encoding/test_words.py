"""The encoder's word vectors, read straight from its file."""

import json
from pathlib import Path

import numpy as np
import pytest

from claims import engine
from claims.encoding.artefacts import Artefact
from claims.encoding.errors import ArtefactUnfit
from claims.encoding.words import WordTable, open_words

TAGGER = Path(engine.__file__).parent / "artefacts" / "tagger"


@pytest.fixture(scope="module")
def described() -> dict:
    return json.loads((TAGGER / "manifest.json").read_text(encoding="utf-8"))["words"]


@pytest.fixture(scope="module")
def table(encoder_files: Artefact, described: dict) -> WordTable:
    return open_words(encoder_files, described)


def four_bit_row(data: bytes, described: dict, row: int) -> list[float]:
    """Return a row as the file format says it: a nibble a number, the low one first, two's complement."""
    columns, block = described["columns"], described["block"]
    scales_at = described["scales_at"] + row * columns // block * 2
    scales = np.frombuffer(data, "<f2", columns // block, scales_at)
    numbers = []
    for byte in data[described["values_at"] + row * columns // 2 :][: columns // 2]:
        numbers += [byte & 15, byte >> 4]
    signed = [number - 16 if number > 7 else number for number in numbers]
    return [value * float(scales[place // block]) for place, value in enumerate(signed)]


def likeness(table: WordTable, tokenizer, *words: str) -> float:
    one, other = table.vectors(np.array([tokenizer.token_to_id(word) for word in words]))
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_a_byte_holds_two_signed_numbers_the_low_half_first():
    table = WordTable(np.array([[0x71, 0x8F]], np.uint8), np.array([[0.5]], np.float16))

    assert table.vectors(np.array([0])).tolist() == [[0.5, 3.5, -0.5, -4.0]]


def test_each_block_has_its_own_scale():
    table = WordTable(np.array([[0x11, 0x11]], np.uint8), np.array([[1, 2]], np.float16))

    assert table.vectors(np.array([0])).tolist() == [[1, 1, 2, 2]]


def test_vectors_come_in_the_order_of_the_pieces_asked_for(table: WordTable):
    pair = table.vectors(np.array([700, 70_000]))

    assert np.array_equal(pair[::-1], table.vectors(np.array([70_000, 700])))
    assert not np.array_equal(pair[0], pair[1])


def test_no_pieces_have_no_vectors(table: WordTable):
    assert table.vectors(np.zeros(0, np.int64)).shape == (0, 384)


def test_the_rows_are_those_of_the_encoders_file(table: WordTable, described: dict, encoder_files: Artefact):
    data = encoder_files.path(described["file"]).read_bytes()
    rows = [0, 2, 6000, described["rows"] - 1]

    found = table.vectors(np.array(rows))

    assert np.allclose(found, [four_bit_row(data, described, row) for row in rows])


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        pytest.param("▁Monday", "▁Tuesday", "▁bread", id="english-days"),
        pytest.param("▁قال", "▁وقال", "▁كتاب", id="arabic-saying"),
    ],
)
def test_words_of_one_meaning_have_vectors_alike(table: WordTable, tokenizer, word, near, far):
    assert likeness(table, tokenizer, word, near) > likeness(table, tokenizer, word, far) + 0.1


def test_another_encoder_than_the_one_trained_on_is_refused(encoder_files: Artefact, described: dict):
    with pytest.raises(ArtefactUnfit, match="sha256 of trunk"):
        open_words(encoder_files, described | {"sha256": "0" * 64})


def test_an_encoder_without_the_file_is_refused(encoder_files: Artefact, described: dict):
    with pytest.raises(ArtefactUnfit, match=r"sha256 of other\.onnx as nothing;"):
        open_words(encoder_files, described | {"file": "other.onnx"})


def test_the_tokenizer_cuts_nothing_off(tokenizer):
    assert len(tokenizer.encode("ferry " * 2000).ids) > 2000
