"""Make the relation network's folder of a finished run: `python -m claims.training.relating.export RUN`."""

import argparse
import dataclasses
import hashlib
import json
import random
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

from claims.encoding.artefacts import MANIFEST, load_artefact
from claims.encoding.words import open_tokenizer
from claims.linking.relating.network import KIND
from claims.training.encoder.artefact import load_committed_encoder
from claims.training.encoder.eight_bit import Factors, evening_factors, linears, watched
from claims.training.encoder.words import describe_words
from claims.training.linking.stories import ENCODER, RELATIONS, STORIES
from claims.training.relating.__main__ import LAYERS, RECIPES, RENDERINGS
from claims.training.relating.batches import make_examples
from claims.training.relating.corpora import read_renderings
from claims.training.relating.fitting import read_pairs
from claims.training.relating.graph import write_relater
from claims.training.relating.network import Relater
from claims.training.relating.splitting import taught_the_network

GRAPH = "relations.onnx"

_CALIBRATED_ON = 400
"""Pairs of renderings that show how large inputs get."""


def main() -> None:
    """Write graph and manifest."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.relating.export", description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--out", type=Path, default=RELATIONS)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    relater = Relater(load_committed_encoder(ENCODER), LAYERS)
    weights = torch.load(arguments.run / f"{list(RECIPES)[-1]}.pt", map_location="cpu", weights_only=True)
    relater.load_state_dict(weights, strict=False)
    write_relater(relater, find_factors(relater.eval()), arguments.out / GRAPH)
    text = json.dumps(describe(arguments.out), indent=2, ensure_ascii=False)
    (arguments.out / MANIFEST).write_text(text + "\n", encoding="utf-8")


def find_factors(relater: Relater) -> Factors:
    """Return what the inputs of the layers' products are evened out by."""
    tokenizer = open_tokenizer(load_artefact(ENCODER, kind="sentence-encoder"))
    pairs = [pair for file in sorted(RENDERINGS.glob("*.jsonl")) for pair in read_renderings(file)]
    chosen = random.Random(0).sample(pairs, min(_CALIBRATED_ON, len(pairs)))  # noqa: S311 - a sample
    products = linears(relater.layers, "layers")
    with watched(products) as largest:
        read_pairs(relater, make_examples(chosen, tokenizer), pairs_at_once=4)
    return evening_factors(products, largest)


def describe(folder: Path) -> dict[str, Any]:
    """Return the manifest of the model in `folder`."""
    stories = [file for file in _files(STORIES) if taught_the_network(file.name.partition(".")[0])]
    return {
        "name": "what two claims are to each other, on multilingual-e5-small, Arabic and English",
        "kind": KIND,
        "version": "relations-1",
        "files": {GRAPH: {"sha256": _digest(folder / GRAPH)}},
        "layers": LAYERS,
        "words": describe_words(ENCODER / "trunk.onnx"),
        "licence": "Apache-2.0 (the encoder below it: MIT)",
        "made": {
            "commands": [
                "python -m claims.training.relating",
                "python -m claims.training.relating.export RUN",
            ],
            "code_sha256": _code_digest(),
            "with": {name: version(name) for name in ("onnx", "numpy", "torch")},
            "seed": 0,
            "stages": {name: dataclasses.asdict(recipe) for name, recipe in RECIPES.items()},
            "training_data": {
                "ANS, train": "Apache-2.0",
                "counterfactually revised SNLI, train": "Apache-2.0 (over CC BY-SA SNLI)",
                "ConjNLI, train": "MIT",
                "FarsTail, train": "Apache-2.0",
                "FoolMeTwice, train": "Apache-2.0 (texts CC BY-SA)",
                "IndoNLI, train": "CC BY-SA",
                "sentences of ANT and FA-KES with one particular changed": "Apache-2.0; CC BY 4.0",
                "invented renderings (CC0)": {file.name: _digest(file) for file in _files(RENDERINGS)},
                "invented stories, two thirds (CC0)": {file.name: _digest(file) for file in stories},
            },
        },
    }


def _files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.jsonl"), *folder.glob("*.json")])


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _code_digest() -> str:
    digest = hashlib.sha256()
    for module in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(module.name.encode() + module.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
