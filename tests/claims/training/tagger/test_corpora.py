"""Marked articles as what the network learns from: labels, pairs, modalities and windows."""

import gzip
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.tagger.labels import runs_of
from claims.nlp.tagger.pieces import Pieces
from claims.nlp.types import Modality
from claims.training.holding import HELD_OUT_SHARE, is_held_out
from claims.training.tagger.corpora import (
    MODALITY_ORDER,
    make_example,
    read_records,
    training_windows,
    with_straight_marks,
)
from tests.tagged_texts import word_pieces

NESTED = "Nora Field said that Bob denied the bridge is shut. Nobody spoke."
"""One statement inside another."""


def mark(
    content: str, cue: str = "", source: str = "", modality: str = "asserted", text: str = NESTED
) -> dict:
    """Return an attribution of a marked file, its parts the places of these words."""

    def spans(words: str) -> list[list[int]]:
        return [[NESTED.index(words), NESTED.index(words) + len(words)]] if words else []

    return {"content": spans(content), "cue": spans(cue), "source": spans(source), "modality": modality}


OUTER = mark("Bob denied the bridge is shut", "said", "Nora Field")
INNER = mark("the bridge is shut", "denied", "Bob", "denied")


def example(*marks: dict, tokenizer):
    record = {"id": "invented 1", "lang": "en", "text": NESTED, "attributions": list(marks)}
    return make_example(record, tokenizer, definition=1, nested=True)


def words(pieces: Pieces, labels: np.ndarray) -> list[tuple[str, str]]:
    """Return the role and the words of each labelled run."""
    return [
        (role, NESTED[pieces.starts[first] : pieces.ends[last - 1]]) for role, first, last in runs_of(labels)
    ]


def test_what_is_said_inside_a_content_is_labelled_on_the_second_level(tokenizer):
    found = example(OUTER, INNER, tokenizer=tokenizer)

    outer, inner = (words(found.pieces, labels) for labels in found.labels)
    assert outer == [("source", "Nora Field"), ("cue", "said"), ("content", "Bob denied the bridge is shut")]
    assert inner == [("source", "Bob"), ("cue", "denied"), ("content", "the bridge is shut")]


def test_a_statement_alone_is_on_the_first_level(tokenizer):
    found = example(INNER, tokenizer=tokenizer)

    assert words(found.pieces, found.labels[0])
    assert not found.labels[1].any()


def test_a_run_belongs_to_the_cue_of_its_own_attribution(tokenizer):
    second = mark("Nobody spoke", "is shut")

    pairs = example(mark("the bridge", "said"), second, tokenizer=tokenizer).pairs["content"]

    assert pairs.belong.tolist() == [1, 0, 0, 1]
    assert len(pairs.ends) == len(pairs.facts) == 4


def test_pairs_are_made_within_one_level(tokenizer):
    found = example(OUTER, INNER, tokenizer=tokenizer)

    assert found.pairs["content"].belong.tolist() == [1, 1]
    assert found.pairs["source"].belong.tolist() == [1, 1]


def test_the_modality_is_told_for_each_attribution_with_content_and_cue(tokenizer):
    found = example(
        OUTER, INNER, mark("Nobody spoke"), mark("Nobody", "spoke", modality=""), tokenizer=tokenizer
    )

    assert [MODALITY_ORDER[row[-1]] for row in found.modalities] == ["asserted", "denied"]


def test_the_order_of_modalities_is_that_of_the_running_network():
    assert [m.value for m in Modality] == list(MODALITY_ORDER)


def test_an_article_without_marks_is_an_example_of_nothing(tokenizer):
    found = example(tokenizer=tokenizer)

    assert not found.labels.any()
    assert found.pairs["content"].ends.shape == (0, 4)
    assert found.modalities.shape == (0, 5)


@pytest.mark.parametrize("name", ["marked.jsonl", "marked.jsonl.gz"])
def test_records_are_read_packed_or_not(name, tmp_path):
    lines = "\n".join(json.dumps({"id": k, "text": "جسر"}, ensure_ascii=False) for k in (1, 2)) + "\n\n"
    data = lines.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)

    assert [record["id"] for record in read_records(tmp_path / name)] == [1, 2]


def test_about_one_article_in_three_is_held_out_always_the_same():
    names = [f"invented {number}" for number in range(900)]

    held = [name for name in names if is_held_out(name)]

    assert len(held) == pytest.approx(len(names) / HELD_OUT_SHARE, rel=0.15)
    assert held == [name for name in names if is_held_out(name)]


def test_straight_marks_keep_every_place():
    record = {"text": "“a” «b»", "attributions": [{"content": [[1, 2]]}]}

    straight = with_straight_marks(record)

    assert straight["text"] == '"a" "b"'
    assert straight["attributions"] == record["attributions"]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(5, 40), st.integers(5, 40))
def test_training_windows_cut_a_text_without_gap_or_overlap(paragraphs, first, longest):
    pieces = word_pieces("\n".join("word " * count for count in paragraphs))

    found = list(training_windows(pieces, first, longest))

    assert [end for _, end in found[:-1]] == [begin for begin, _ in found[1:]]
    assert (found[0][0], found[-1][1]) == (0, len(pieces))
    assert all(0 < end - begin <= (longest if begin else first) for begin, end in found)


def test_a_training_window_ends_at_a_paragraph_that_is_near():
    pieces = word_pieces("word " * 8 + "\n" + "word " * 8)

    assert next(training_windows(pieces, 10, 10)) == (0, 8)
