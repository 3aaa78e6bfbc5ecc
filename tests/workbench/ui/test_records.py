"""A record is drawn inside its box, and said in words."""

import pytest
from django.utils import timezone
from django.utils.translation import override

from sources.reliability.evidence import Exclusion
from sources.reliability.types import Letter
from sources.selectors.pages import record_of
from tests.factories import make_record, make_source
from workbench.ui.records import (
    EXCLUSION_WORDS,
    HEIGHT,
    LETTER_WORDS,
    WIDTH,
    draw_curve,
    grade_sentence,
    weight_parts,
)


@pytest.fixture
def record(workspace):
    outlet = make_source(workspace, "Harbour Post")
    make_record(outlet, *["true"] * 9, "mixed", "false", reviewed=False)
    make_record(outlet, "true")
    return record_of(outlet, as_of=timezone.now())


def drawn(record):
    return draw_curve(record.history, record.moved, prior=0.6)


def points(shape):
    return [tuple(map(float, pair.split(","))) for pair in shape.split()]


def test_every_shape_lies_in_the_box(record):
    curve = drawn(record)

    for shape in (curve.outer, curve.inner, curve.line):
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points(shape))
    assert all(0 <= tick.x <= WIDTH for tick in curve.ticks)


def test_the_line_runs_inside_the_inner_band_and_that_in_the_outer_one(record):
    curve = drawn(record)

    steps = len(points(curve.line))
    highs = {name: points(getattr(curve, name))[:steps] for name in ("outer", "inner")}
    for outer, inner, (_x, y) in zip(highs["outer"], highs["inner"], points(curve.line), strict=True):
        assert outer[1] <= inner[1] <= y


def test_each_verdict_has_its_tick(record):
    held = [tick.held for tick in drawn(record).ticks]

    assert (held.count("upheld"), held.count("partly"), held.count("refuted")) == (10, 1, 1)


def test_a_source_without_a_past_has_no_curve(workspace):
    record = record_of(make_source(workspace, "Coast Daily"), as_of=timezone.now())

    assert drawn(record) is None


def test_only_what_lightens_a_verdict_is_named(record):
    with override("en"):
        parts = weight_parts(record.moved[-1].item)

    assert [word for word, _factor in parts] == ["one reviewer", "age"]


def test_every_letter_and_every_exclusion_has_its_words():
    assert set(LETTER_WORDS) == set(Letter)
    assert set(EXCLUSION_WORDS) == set(Exclusion)


def test_the_reason_of_a_letter_is_said_in_the_readers_language(workspace):
    card = record_of(make_source(workspace, "Coast Daily"), as_of=timezone.now()).card

    with override("en"):
        assert grade_sentence(card) == "Not enough checked claims: 0 of 8."
    with override("ar"):
        assert grade_sentence(card).startswith("الادعاءات")
