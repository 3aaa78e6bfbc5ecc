"""The reader's pieces cover the text exactly, and nothing begins or ends inside one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.selectors.segments import LANES, QUIET, MarkedClaim, blocks_of

ALPHABET = "ab .,«»\nسلامُ\u200c7"
KINDS = ["corroborated", "conflict", "circular", "unverified", "refuted", QUIET]


def spans_in(text):
    point = st.integers(0, len(text))
    return st.tuples(point, point).map(sorted).map(tuple).filter(lambda span: span[0] < span[1])


@st.composite
def marked_texts(draw):
    text = draw(st.text(ALPHABET, min_size=1, max_size=80))
    count = draw(st.integers(0, 6))
    claims = [
        MarkedClaim(
            number=number,
            kind=draw(st.sampled_from(KINDS)),
            content=tuple(sorted(draw(st.lists(spans_in(text), min_size=1, max_size=2)))),
            cue=tuple(draw(st.lists(spans_in(text), max_size=1))),
        )
        for number in range(1, count + 1)
    ]
    return text, claims, draw(regions_in(text))


@st.composite
def regions_in(draw, text):
    cuts = sorted(set(draw(st.lists(st.integers(0, len(text)), max_size=4))))
    return [(start, end, "credit") for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


def segments(text, claims, regions=()):
    return [segment for block in blocks_of(text, claims, regions) for segment in block.segments]


@given(marked_texts())
def test_the_pieces_are_the_text(case):
    text, claims, regions = case

    pieces = segments(text, claims, regions)

    assert "".join(piece.text for piece in pieces) == text
    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]


@given(marked_texts())
def test_each_character_belongs_to_the_claims_that_cover_it(case):
    text, claims, regions = case

    for piece in segments(text, claims, regions):
        for position in range(piece.start, piece.end):
            here = [c.number for c in claims if any(a <= position < b for a, b in c.content)]
            assert list(piece.claims) == here
            assert bool(piece.region) == any(a <= position < b for a, b, _ in regions)


@given(marked_texts())
def test_no_two_lines_share_a_lane_and_quiet_claims_draw_none(case):
    text, claims, regions = case

    for piece in segments(text, claims, regions):
        lanes = [line.lane for line in piece.lines]
        assert len(lanes) == len(set(lanes))
        assert all(1 <= lane <= LANES for lane in lanes)
        assert QUIET not in {line.kind for line in piece.lines}


@given(marked_texts())
def test_each_claim_has_one_marker_at_or_after_its_end(case):
    text, claims, regions = case

    marked = [(m.number, piece.end) for piece in segments(text, claims, regions) for m in piece.markers]

    assert sorted(number for number, _ in marked) == [claim.number for claim in claims]
    ends = {claim.number: claim.extent[1] for claim in claims}
    assert all(place >= ends[number] for number, place in marked)


MARKERS = [
    pytest.param("The silo burned, he said.", "The silo burn", "The silo burned,", id="end-of-the-word"),
    pytest.param(
        "قال: «سيطرنا على النيران». ونفى", "سيطرنا على النيران", "قال: «سيطرنا على النيران».", id="guillemets"
    ),
    pytest.param("أُصِيبَ العمالُ أمس", "أُصِيبَ العما", "أُصِيبَ العمالُ", id="vowel-signs"),
    pytest.param("It burned\nall night", "It burned", "It burned", id="never-past-the-paragraph"),
]


@pytest.mark.parametrize(("text", "content", "before"), MARKERS)
def test_a_marker_stands_behind_the_word_in_which_the_claim_ends(text, content, before):
    start = text.index(content)
    claim = MarkedClaim(number=1, kind="unverified", content=((start, start + len(content)),))

    [place] = [piece.end for piece in segments(text, [claim]) if piece.markers]

    assert text[:place] == before


def test_a_paragraph_that_is_one_thing_says_so():
    text = "Fire\n\nA silo burned.\nRead also: quays"

    blocks = blocks_of(text, [], [(0, 4, "title"), (21, 37, "boilerplate")])

    assert [block.region for block in blocks] == ["title", "", "boilerplate"]


def test_a_region_of_several_paragraphs_is_named_once():
    text = "Body.\n\nRead also\n\nAnother headline\n\nBody again."
    regions = [(7, 16, "boilerplate"), (18, 34, "boilerplate")]

    blocks = blocks_of(text, [], regions)

    assert [(block.region, block.continues) for block in blocks] == [
        ("", False),
        ("boilerplate", False),
        ("boilerplate", True),
        ("", False),
    ]
