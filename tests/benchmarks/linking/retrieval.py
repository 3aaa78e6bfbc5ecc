"""Finding what a text is about: checked claims for tweets, and translations by margin."""

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from claims.linking.encoder import OnnxEncoder
from claims.linking.similarity import centre_languages, score_margins
from tests.benchmarks import encoder
from tests.benchmarks.attribution.corpora import DATA
from tests.benchmarks.figures import Figure
from tests.benchmarks.linking.process import printed_by

AS_IT_STANDS = "MAP@5 as it stands"
RERANKED = "MAP@5 re-ranked by weights of the other half"
PARITY = 0.985
"""Least mean cosine of the shipped encoder's vectors to those of the published one."""


def records(name: str) -> list[dict]:
    """Return a file of the linking data; empty, with a word on how to get it, where it is not there."""
    path = DATA / "linking" / f"{name}.jsonl.gz"
    if not path.is_file():
        print(f"No {path}: set WORKBENCH_DATA_DIR to the folder of the data.", file=sys.stderr)
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measure() -> Iterator[Figure]:
    """Yield encoder, translations, checked claims."""
    yield from _encoder()
    yield from _translations()
    yield from _checked_claims()


def _encoder() -> Iterator[Figure]:
    """Yield the encoder's own figures with the targets that linking sets it."""
    for figure in encoder.measure():
        batches = "batches" in figure.name
        yield replace(figure, name=f"encoder, {figure.name}", target=90.0 if batches else None)
    manifest = json.loads((encoder.FOLDER / "manifest.json").read_text(encoding="utf-8"))
    parity = manifest["metrics"]["cosine_to_published_engine"]["mean"]
    yield Figure("encoder, mean cosine to the published one (of its manifest)", parity, PARITY)


def _translations() -> Iterator[Figure]:
    pairs = records("tatoeba-ar-en")
    if not pairs:
        yield Figure("Tatoeba ar-en by margin, mean of both directions", None, 0.86)
        return
    model = OnnxEncoder(encoder.FOLDER, threads=1)
    texts = [pair["en"] for pair in pairs] + [pair["ar"] for pair in pairs]
    languages = ["en"] * len(pairs) + ["ar"] * len(pairs)
    vectors = centre_languages(model.encode(texts), languages)
    margins = score_margins(vectors[: len(pairs)], vectors[len(pairs) :])
    right = [int((scores.argmax(axis=1) == np.arange(len(pairs))).sum()) for scores in (margins, margins.T)]
    yield Figure("Tatoeba by margin, English to Arabic", right[0] / len(pairs))
    yield Figure("Tatoeba by margin, Arabic to English", right[1] / len(pairs))
    yield Figure("Tatoeba ar-en by margin, mean of both directions", sum(right) / (2 * len(pairs)), 0.86)


def _checked_claims() -> Iterator[Figure]:
    targets = {AS_IT_STANDS: 0.88, RERANKED: 0.92}
    known = bool(records("checkthat2020-claims"))
    found = printed_by("tests.benchmarks.linking.checked_claims") if known else dict.fromkeys(targets)
    for name, value in found.items():
        yield Figure(f"CheckThat 2020, {name}", value, targets.get(name))
