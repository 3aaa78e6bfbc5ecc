"""Passives with an agent are attributions."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Any link between the two fires was denied by Lena Borg.",
            [("Any link between the two fires", "Lena Borg")],
            id="denied-by",
        ),
        pytest.param(
            "The closure was later confirmed by the port authority.",
            [("The closure", "the port authority")],
            id="adverb-before-the-participle",
        ),
        pytest.param("The ferry was built by a yard in Tarfa.", [], id="no-verb-of-saying"),
    ],
)
def test_a_passive_gives_its_subject_to_its_agent(told, text, expected):
    assert told(text) == expected
