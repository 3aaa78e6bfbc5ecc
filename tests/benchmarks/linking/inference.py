"""Whether the relation network tells what follows from what, and how fast: public sets and our own pairs."""

import gzip
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.linking.relating.network import PairReading, RelationNetwork
from tests.benchmarks.attribution.corpora import DATA
from tests.benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[3]
ARTEFACTS = ROOT / "claims" / "artefacts"
SETS = (
    ("ANS dev accuracy", "ans-dev", 0.84),
    ("XNLI dev accuracy, en (evaluation only)", "xnli-dev-en-EVALUATION-ONLY", 0.72),
    ("XNLI dev accuracy, ar (evaluation only)", "xnli-dev-ar-EVALUATION-ONLY", 0.66),
    ("FarsTail dev accuracy", "farstail-dev", None),
    ("IndoNLI dev accuracy", "indonli-dev", None),
    ("CAD dev accuracy", "cad-dev", None),
    ("ConjNLI dev accuracy", "conjnli-dev", None),
)
TIMED = 300
PAIRS_A_SECOND = 60.0
LONGEST_SET = 1500
"""Pairs of a set without a target that are read: they are for information."""


def measure() -> Iterator[Figure]:
    """Yield accuracy on each set, and pairs a CPU-second."""
    network = RelationNetwork(ARTEFACTS / "relations", ARTEFACTS / "encoder")
    for name, file, target in SETS:
        records = _records(file)
        records = records if target else records[:LONGEST_SET]
        yield Figure(name, _accuracy(network, records) if records else None, target)
    yield from _speed(network)


def _records(file: str) -> list[dict]:
    path = DATA / "linking" / f"{file}.jsonl.gz"
    if not path.is_file():
        print(f"No {path}: set WORKBENCH_DATA_DIR to the folder of the data.", file=sys.stderr)
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _accuracy(network: RelationNetwork, records: Sequence[dict]) -> float:
    readings = network.read([(record["premise"], record["hypothesis"]) for record in records])
    right = [_likeliest(reading) == r["label"] for reading, r in zip(readings, records, strict=True)]
    return sum(right) / len(right)


def _likeliest(reading: PairReading) -> str:
    return max(reading.forward, key=lambda name: reading.forward[name])


def _speed(network: RelationNetwork) -> Iterator[Figure]:
    """Yield pairs a CPU-second: of news titles as in the design, and of the claims of invented stories."""
    titles = [(record["premise"], record["hypothesis"]) for record in _records("ans-dev")[:TIMED]]
    if titles:
        yield Figure("relation model, pairs of titles a CPU-second", _pace(network, titles), PAIRS_A_SECOND)
    texts = [
        claim["text"]
        for file in sorted((ROOT / "claims" / "training" / "stories").glob("*.story.json"))
        for article in json.loads(file.read_text(encoding="utf-8"))["articles"]
        for claim in article["claims"]
    ]
    pairs = list(zip(texts[:TIMED], texts[TIMED : 2 * TIMED], strict=True))
    yield Figure("relation model, pairs of claims a CPU-second", _pace(network, pairs))


def _pace(network: RelationNetwork, pairs: Sequence[tuple[str, str]]) -> float:
    network.read(pairs[:20])
    began = time.process_time()
    network.read(pairs)
    return len(pairs) / (time.process_time() - began)
