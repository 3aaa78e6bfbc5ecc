"""Which cue a run belongs to: all pairs near enough are weighed, and the likeliest is taken."""

import math

import numpy as np
import pytest

from claims.nlp.tagger.heads import Heads, activated
from claims.nlp.tagger.links import Linker
from claims.nlp.tagger.nearness import FACTS, Between, places
from claims.nlp.tagger.pieces import Pieces

SIZE, HIDDEN = 3, 8


def random_heads(random: np.random.Generator) -> Heads:
    def layers(name, inputs, outputs):
        return {
            f"{name}.0.weight": random.normal(size=(HIDDEN, inputs)).astype(np.float32),
            f"{name}.0.bias": random.normal(size=HIDDEN).astype(np.float32),
            f"{name}.3.weight": random.normal(size=(outputs, HIDDEN)).astype(np.float32),
            f"{name}.3.bias": random.normal(size=outputs).astype(np.float32),
        }

    pairs = [layers(f"pairs.{role}", 4 * SIZE + FACTS, 1) for role in ("content", "source")]
    arrays = pairs[0] | pairs[1] | layers("modality", 4 * SIZE, 5)
    return Heads.of(arrays | {"steps": np.zeros((2, 7, 7), np.float32)})


def scene(length: int, seed: int = 0):
    """Return a linker over a text of `length` pieces with a run and a cue every few pieces."""
    random = np.random.default_rng(seed)
    starts = sorted(random.choice(length - 3, length // 6, replace=False).tolist())
    runs = [("content", start, start + 2) for start in starts[::2]]
    cues = [("cue", start, start + 1) for start in starts[1::2]]
    none = np.zeros(length, np.int64)
    pieces = Pieces(none, none, none, none, random.random(length) < 0.05, random.random(length) < 0.1)
    vectors = random.normal(size=(length, SIZE)).astype(np.float32)
    return Linker(random_heads(random), vectors, Between(pieces, [*runs, *cues])), runs, cues


def alone(linker: Linker, run, cue) -> float:
    """Return the logit of one pair, by the network as it was trained: over all its inputs in one row."""
    where, at = places([run]), places([cue])
    ends = [linker.vectors[k] for k in (run[1], run[2] - 1, cue[1], cue[2] - 1)]
    row = np.concatenate([*ends, linker.between.facts(where, at)[0]])[None]
    return float(linker.heads.pairs["content"](row)[0, 0])


def test_every_pair_within_reach_is_weighed_as_it_would_be_alone():
    linker, runs, cues = scene(400)

    links = linker.links(runs, cues, 60)

    near = [(r, c) for r in range(len(runs)) for c in range(len(cues)) if abs(runs[r][1] - cues[c][1]) <= 60]
    assert list(zip(links.runs.tolist(), links.cues.tolist(), strict=True)) == near
    assert links.logits == pytest.approx([alone(linker, runs[r], cues[c]) for r, c in near], abs=1e-4)


def test_the_likeliest_is_taken_from_both_sides():
    linker, runs, cues = scene(300, seed=4)
    links = linker.links(runs, cues, 80)
    table = dict(zip(zip(links.runs.tolist(), links.cues.tolist(), strict=True), links.logits, strict=True))

    for run, (cue, logit) in links.of_runs().items():
        assert logit == max(found for (row, _), found in table.items() if row == run) == table[run, cue]
    for cue, (run, logit) in links.of_cues().items():
        assert logit == max(found for (_, column), found in table.items() if column == cue) == table[run, cue]
    assert set(links.of_cues()) == set(links.cues.tolist())


def test_what_is_too_far_from_every_cue_has_no_link():
    linker, runs, cues = scene(300)

    links = linker.links(runs[:1], cues[-1:], 5)

    assert (links.of_runs(), links.of_cues()) == ({}, {})


def test_no_runs_or_no_cues_make_no_links():
    linker, runs, cues = scene(100)

    assert linker.links([], cues, 50).of_cues() == linker.links(runs, [], 50).of_runs() == {}


def test_the_pairs_of_a_long_text_grow_with_its_length_and_no_faster():
    def pairs(length: int) -> int:
        linker, runs, cues = scene(length)
        return len(linker.links(runs, cues, 60).logits)

    short, long = pairs(2_000), pairs(8_000)

    assert long < 5 * short


def test_the_activation_is_the_gaussian_error_linear_unit():
    numbers = np.linspace(-9, 9, 1001, dtype=np.float32)

    expected = [x * (1 + math.erf(x / math.sqrt(2))) / 2 for x in numbers.tolist()]

    assert activated(numbers) == pytest.approx(expected, abs=1e-6)
