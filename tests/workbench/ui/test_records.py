"""A record is drawn inside its box, and said in words."""

import math

import pytest
from django.utils import timezone
from django.utils.translation import override

from sources.reliability.evidence import Exclusion
from sources.reliability.types import Letter
from sources.selectors.explained import record_of
from tests.factories import make_record, make_source
from workbench.ui.curves import HEIGHT, WIDTH, draw_curve
from workbench.ui.records import (
    EXCLUSION_WORDS,
    LETTER_WORDS,
    grade_sentence,
    letter_word_otherwise,
    weight_parts,
)


@pytest.fixture
def record(workspace):
    outlet = make_source(workspace, "Harbour Post")
    make_record(outlet, *["true"] * 9, "mixed", "false", reviewed=False)
    make_record(outlet, "true")
    return record_of(outlet, as_of=timezone.now())


def points(shape):
    return [tuple(map(float, pair.split(","))) for pair in shape.split()]


def test_every_shape_lies_in_the_box(record):
    curve = draw_curve(record)

    for shape in (curve.outer, curve.inner, curve.line):
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points(shape))
    assert all(0 <= tick.x <= WIDTH for tick in curve.ticks)


def test_the_line_runs_inside_the_inner_band_and_that_in_the_outer_one(record):
    curve = draw_curve(record)

    steps = len(points(curve.line))
    highs = {name: points(getattr(curve, name))[:steps] for name in ("outer", "inner")}
    for outer, inner, (_x, y) in zip(highs["outer"], highs["inner"], points(curve.line), strict=True):
        assert outer[1] <= inner[1] <= y


def test_each_verdict_has_its_tick(record):
    held = [tick.held for tick in draw_curve(record).ticks]

    assert (held.count("upheld"), held.count("partly"), held.count("refuted")) == (10, 1, 1)


def test_a_source_without_a_past_has_no_curve(workspace):
    record = record_of(make_source(workspace, "Coast Daily"), as_of=timezone.now())

    assert draw_curve(record) is None


def test_the_weight_of_a_verdict_is_the_product_of_its_named_parts(record):
    item = record.moved[-1].item

    with override("en"):
        parts = weight_parts(item)

    assert [part.word for part in parts] == ["Originated", "one person", "age", "share of its story"]
    assert math.prod(part.factor for part in parts) == pytest.approx(item.weight)
    assert [part.lightens for part in parts] == [False, True, True, False]


def test_a_letter_is_said_in_the_desks_other_language_too():
    with override("en"):
        assert letter_word_otherwise("B") == "موثوق عادة"
    with override("ar"):
        assert letter_word_otherwise("B") == "Usually reliable"


def test_every_letter_and_every_exclusion_has_its_words():
    assert set(LETTER_WORDS) == set(Letter)
    assert set(EXCLUSION_WORDS) == set(Exclusion)


def test_the_reason_of_a_letter_is_said_in_the_readers_language(workspace):
    card = record_of(make_source(workspace, "Coast Daily"), as_of=timezone.now()).card

    with override("en"):
        assert grade_sentence(card) == "Not enough checked claims: 0 of 8."
    with override("ar"):
        assert grade_sentence(card).startswith("الادعاءات")
