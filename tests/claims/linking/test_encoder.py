"""Sentences as vectors: the committed model, and what it refuses."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from claims.encoding.errors import ArtefactMissing, ArtefactTampered, ArtefactUnfit
from claims.linking.encoder import DIMENSIONS, OnnxEncoder

COMMITTED = Path(__file__).resolve().parents[3] / "claims" / "artefacts" / "encoder"

FERRY = "The ferry to Qasr Island sank with forty people on board."
FERRY_IN_ARABIC = "غرقت العبّارة المتجهة إلى جزيرة القصر وعلى متنها أربعون شخصا."
BUDGET = "وافق المجلس البلدي على موازنة العام المقبل."
LONG = "The harbour master repeated his statement about the missing ferry. " * 120


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder(COMMITTED)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a model folder whose files can be spoilt."""
    return Path(shutil.copytree(COMMITTED, tmp_path / "encoder"))


@pytest.mark.parametrize("file", ["trunk.onnx", "sentence.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(copied: Path, file: str):
    with (copied / file).open("ab") as stream:
        stream.write(b" ")

    with pytest.raises(ArtefactTampered, match=file):
        OnnxEncoder(copied)


def test_a_missing_file_is_refused(copied: Path):
    (copied / "trunk.onnx").unlink()

    with pytest.raises(ArtefactMissing, match=r"trunk\.onnx"):
        OnnxEncoder(copied)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path):
    with pytest.raises(ArtefactMissing, match=r"manifest\.json"):
        OnnxEncoder(tmp_path)


def test_another_kind_of_model_is_refused(copied: Path):
    manifest = json.loads((copied / "manifest.json").read_text())
    (copied / "manifest.json").write_text(json.dumps(manifest | {"kind": "speech-recogniser"}))

    with pytest.raises(ArtefactUnfit, match="speech-recogniser"):
        OnnxEncoder(copied)


def test_a_manifest_without_a_version_is_refused(copied: Path):
    manifest = json.loads((copied / "manifest.json").read_text())
    del manifest["version"]
    (copied / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(ArtefactUnfit, match="version"):
        OnnxEncoder(copied)


def test_a_file_outside_the_folder_is_refused(copied: Path):
    manifest = json.loads((copied / "manifest.json").read_text())
    manifest["files"]["../elsewhere.onnx"] = {"sha256": "0" * 64}
    (copied / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(ArtefactUnfit, match="elsewhere"):
        OnnxEncoder(copied)


def test_every_vector_has_unit_length(encoder: OnnxEncoder):
    vectors = encoder.encode([FERRY, BUDGET, "", "١٢٣ !", "한국어", LONG])

    assert vectors.shape == (6, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(6), abs=1e-5)


def test_no_text_gives_no_vector(encoder: OnnxEncoder):
    assert encoder.encode([]).shape == (0, DIMENSIONS)


def test_a_translation_is_nearer_than_another_subject(encoder: OnnxEncoder):
    english, arabic, other = encoder.encode([FERRY, FERRY_IN_ARABIC, BUDGET])

    assert english @ arabic > english @ other + 0.05
    assert english @ arabic > other @ arabic + 0.05


def test_vectors_come_in_the_order_of_the_texts(encoder: OnnxEncoder):
    texts = [LONG, "Yes.", FERRY, BUDGET, FERRY_IN_ARABIC]

    together = encoder.encode(texts)
    apart = np.concatenate([encoder.encode([text]) for text in texts])

    assert np.abs(together - apart).max() < 1e-5


def test_the_same_text_always_has_the_same_vector(encoder: OnnxEncoder):
    first = encoder.encode([FERRY])
    again = OnnxEncoder(COMMITTED, threads=2).encode([FERRY, FERRY])

    assert np.abs(first - again).max() < 1e-5


def test_what_exceeds_the_longest_text_is_cut_off(encoder: OnnxEncoder):
    vectors = encoder.encode([LONG, LONG + FERRY_IN_ARABIC])

    assert np.abs(vectors[0] - vectors[1]).max() < 1e-5


def test_the_version_is_the_manifests(encoder: OnnxEncoder):
    manifest = json.loads((COMMITTED / "manifest.json").read_text())

    assert encoder.version == manifest["version"]


def test_the_manifest_says_what_a_reader_of_a_model_must_know():
    manifest = json.loads((COMMITTED / "manifest.json").read_text())

    assert manifest["base"]["licence"] == "MIT"
    assert manifest["metrics"]["cosine_to_single_precision"]["mean"] >= 0.985
    assert {"command", "code_sha256", "seed", "training_data", "how"} <= set(manifest["made"])
