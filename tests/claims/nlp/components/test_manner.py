"""Quotations are given to their speakers by verbs that no list knows."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“Paper is patient,” the mayor deadpanned.",
            [("Paper is patient", "the mayor")],
            id="subject-first",
        ),
        pytest.param(
            "“Never on a Friday,” harrumphed Sam Reed.", [("Never on a Friday", "Sam Reed")], id="verb-first"
        ),
        pytest.param("“Salt of the Sea,” a film, opened on Monday.", [], id="a-title-is-not-speech"),
    ],
)
def test_an_open_quotation_belongs_to_the_subject_behind_it(told, text, expected):
    assert told(text) == expected
