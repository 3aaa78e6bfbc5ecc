"""Builds the mean sentence vectors of general news.

python -m claims.training.background ar=ant-jawhara.jsonl.gz en=fa-kes-syria.jsonl.gz ...
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claims.linking.encoder import OnnxEncoder

ROOT = Path(__file__).parents[2]
ENCODER = ROOT / "claims" / "artefacts" / "encoder"
OUTPUT = ROOT / "claims" / "linking" / "data" / "background.npz"
SENTENCES_A_LANGUAGE = 600
SENTENCES_AN_ARTICLE = 2
SEED = 7
_ENDS = re.compile(r"(?<=[.!?؟])\s+|\n")
_LENGTHS = range(41, 260)
"""Characters of a sentence that could be a claim."""


def sampled_sentences(path: Path, count: int, chance: random.Random) -> Iterator[str]:
    """Yield about `count` sentences of the articles in `path`, few from each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines]
    chance.shuffle(articles)
    found = 0
    for text in articles:
        sentences = [part.strip() for part in _ENDS.split(text) if len(part) in _LENGTHS]
        for sentence in chance.sample(sentences, min(SENTENCES_AN_ARTICLE, len(sentences))):
            yield sentence
            found += 1
        if found >= count:
            return


def main() -> None:
    """Encode the samples and store one mean a language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="+", help="LANGUAGE=FILE of articles, one JSON object a line")
    by_language: dict[str, list[Path]] = {}
    for source in parser.parse_args().sources:
        language, _, path = source.partition("=")
        by_language.setdefault(language, []).append(Path(path))
    encoder, chance = OnnxEncoder(ENCODER), random.Random(SEED)  # noqa: S311
    means = {}
    for language, paths in by_language.items():
        share = SENTENCES_A_LANGUAGE // len(paths)
        sentences = [sentence for path in paths for sentence in sampled_sentences(path, share, chance)]
        means[language] = encoder.encode(sentences).mean(axis=0)
    np.savez(OUTPUT, **means)


if __name__ == "__main__":
    main()
