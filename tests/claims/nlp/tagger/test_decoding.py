"""Scores become attributions: runs, each content with its cue, each cue with its source."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.nlp.tagger.decoding import Readout, Settings, Tagged, decode
from claims.nlp.tagger.labels import LABELS, LEVELS
from claims.nlp.types import Modality
from tests.tagged_texts import FORCE, NEAR_LOGIT, PER_STEP, forced, heads, word_pieces

SAID = "The mayor said that bridges fell"
BOTH_SIDES = "It fell , Nora said , and nobody knew"


def read(text: str, outer: str, inner: str = "", *, numbers=(), choices=None) -> list[Tagged]:
    return decode(word_pieces(text), forced(outer, inner, numbers), heads(), choices or Settings())


def content_chance(readout: Readout) -> float:
    (found,) = decode(word_pieces(SAID), readout, heads(), Settings())
    return found.content_chance


def step(logit: float) -> float:
    """Return how far two numbers stand apart whose runs are linked with this logit."""
    return (NEAR_LOGIT - logit) / PER_STEP


def test_a_content_a_cue_and_a_source_are_one_attribution():
    (found,) = read(SAID, "SsQCcc")

    assert (found.source, found.cue) == (("source", 0, 2), ("cue", 2, 3))
    assert found.contents == (("content", 3, 6),)
    assert found.level == 0


def test_contents_on_both_sides_of_their_cue_are_one_split_content():
    (found,) = read(BOTH_SIDES, "Cc.SQ.Ccc")

    assert found.contents == (("content", 0, 2), ("content", 6, 9))


def test_runs_go_to_the_cue_that_they_are_linked_to_and_not_to_the_nearer_one():
    found = read("Ann said A Bob said B", "SQCSQC", numbers=[2, 1, 2, 1, 2, 1])

    assert [(one.contents[0][1], one.cue[1], one.source[1]) for one in found] == [(2, 4, 0), (5, 1, 3)]


def test_attributions_stand_in_the_order_of_their_contents():
    found = read("A said Ann B said Bob", "CQSCQS", numbers=[1, 1, 1, 2, 2, 2])

    assert [one.contents[0][1] for one in found] == [0, 3]


def test_a_cue_without_a_content_is_no_attribution():
    assert read("The mayor spoke", "SsQ") == []


def test_a_content_without_a_cue_is_an_attribution_only_in_loose_decoding():
    assert read("Bridges fell", "Cc") == []

    (found,) = read("Bridges fell", "Cc", choices=Settings(loose=True))

    assert (found.contents, found.cue, found.source, found.modality) == ((("content", 0, 2),), None, None, {})


def test_loose_decoding_leaves_a_content_that_has_its_cue_as_it_is():
    assert len(read(SAID, "SsQCcc", choices=Settings(loose=True))) == 1


@pytest.mark.parametrize(("above", "taken"), [(0.5, True), (-0.5, False)])
def test_a_source_is_taken_from_its_floor_on(above, taken):
    choices = Settings(source_floor=-1)
    apart = step(choices.source_floor + above)

    (found,) = read("Ann said A", "SQC", numbers=[1 + apart, 1, 1], choices=choices)

    assert (found.source is not None) is taken
    assert found.source_chance == pytest.approx(1 / (1 + np.exp(1 - above if taken else above - 1)), abs=0.03)


@pytest.mark.parametrize(("above", "taken"), [(0.5, True), (-0.5, False)])
def test_a_cue_left_without_a_content_shares_one_from_its_floor_on(above, taken):
    choices = Settings(second_floor=1)
    apart = step(choices.second_floor + above)

    found = read("Ann said adding A", "SQQC", numbers=[1, 1, 1 + apart, 1], choices=choices)

    assert [one.cue[1] for one in found] == ([1, 2] if taken else [1])
    assert {one.contents for one in found} == {(("content", 3, 4),)}


def test_what_stands_inside_a_content_is_read_as_the_second_level():
    text = "Ann said that Bob says bridges fell"

    found = read(text, "SQCcccc", "...SQCc", numbers=[1, 1, 1, 1, 1, 1, 1])

    assert [(one.level, one.cue[1]) for one in found] == [(0, 1), (1, 4)]
    assert found[1].source == ("source", 3, 4)


def test_the_second_level_counts_nothing_outside_a_content():
    assert len(read("Ann said A Bob says B", "SQC...", "...SQC")) == 1


def test_the_second_level_drops_a_run_that_reaches_out_of_its_content():
    found = read("Ann said A says B C", "SQCcc.", "...QCc")

    assert [one.level for one in found] == [0]


def test_an_inner_cue_may_have_a_source_of_the_first_level():
    (_, inner) = read("Ann said A adding B", "SQCcc", "...QC")

    assert inner.source == ("source", 0, 1)


@pytest.mark.parametrize("modality", list(Modality))
def test_the_modality_is_the_cues(modality):
    (found,) = decode(word_pieces(SAID), forced("SsQCcc", modality=modality), heads(), Settings())

    assert max(found.modality, key=lambda m: found.modality[m]) is modality
    assert sum(found.modality.values()) == pytest.approx(1, abs=1e-5)


def test_a_run_too_far_from_every_cue_belongs_to_none():
    text = "Ann said " + "x " * 450 + "A"

    assert read(text, "SQ" + "." * 450 + "C") == []


def test_a_source_too_far_from_the_cue_is_left_out():
    text = "Ann " + "x " * 250 + "said A"

    (found,) = read(text, "S" + "." * 250 + "QC")

    assert found.source is None


def test_the_bias_begins_runs_that_the_scores_leave_open():
    readout = forced("SsQ...")
    readout.scores[3, 0, 1] = FORCE - 0.3

    texts = word_pieces(SAID)
    assert decode(texts, readout, heads(), Settings(begin_bias=0)) == []
    assert len(decode(texts, readout, heads(), Settings(begin_bias=0.5))) == 1


def test_doubtful_labels_make_a_smaller_chance():
    sure, unsure = forced("SsQCcc"), forced("SsQCcc")
    unsure.scores[4, 0, 0] = FORCE - 1

    chances = [
        decode(word_pieces(SAID), one, heads(), Settings())[0].content_chance for one in (sure, unsure)
    ]

    assert chances[1] < chances[0] <= 1


def test_an_end_that_may_go_on_makes_a_smaller_chance():
    sure, unsure = forced("SsQCc."), forced("SsQCc.")
    unsure.scores[5, 0, 2] = FORCE - 1

    chances = [
        decode(word_pieces(SAID), one, heads(), Settings())[0].content_chance for one in (sure, unsure)
    ]

    assert chances[1] < chances[0] - 0.05


def test_a_text_without_pieces_has_no_attributions():
    assert decode(word_pieces(""), forced(""), heads(), Settings()) == []


@given(st.integers(1, 60), st.integers(0, 10_000), st.sampled_from([1, 6, 60]), st.booleans())
@settings(deadline=None, max_examples=150)
def test_any_scores_are_decoded_into_runs_inside_the_text(length, seed, spread, loose):
    random = np.random.default_rng(seed)
    scores = random.normal(0, spread, (length, LEVELS, len(LABELS))).astype(np.float32)
    vectors = random.normal(0, spread, (length, heads().vector_size)).astype(np.float32)

    found = decode(word_pieces("word " * length), Readout(scores, vectors), heads(), Settings(loose=loose))

    for one in found:
        assert (one.contents and one.cue) or loose
        runs = [*one.contents, *(run for run in (one.cue, one.source) if run)]
        assert all(0 <= first < last <= length for _, first, last in runs)
        chances = [one.content_chance, one.cue_chance, one.link_chance, one.source_chance]
        assert all(0 <= chance <= 1 for chance in [*chances, *one.modality.values()])
    starts = [one.contents[0][1] for one in found]
    assert starts == sorted(starts)
