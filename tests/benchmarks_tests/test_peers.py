"""Peers read the same texts elsewhere; where they cannot, their rows say so and nothing fails."""

import sys
from types import SimpleNamespace

import pytest

from tests.benchmarks.attribution.peers import SPEED, PeerFailed, answers, measure
from tests.benchmarks.attribution.peers_run import marks_of, paragraphs, with_single_breaks

TEXT = "“The quay is shut,” said Berri.\n\nShe left.\n"


def environment_without_peers(folder):
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    return folder


class Token:
    """As much of a spaCy token as marks are made of."""

    def __init__(self, idx, text):
        self.idx, self.text = idx, text

    def __len__(self):
        return len(self.text)


def token(text, word):
    return Token(text.index(word), word)


def test_paragraphs_leave_out_what_is_empty():
    assert [TEXT[start:end] for start, end in paragraphs(TEXT)] == [
        "“The quay is shut,” said Berri.",
        "She left.",
    ]


def test_single_breaks_keep_the_place_of_every_letter():
    single, places = with_single_breaks(TEXT)

    assert single == "“The quay is shut,” said Berri.\nShe left."
    assert all(TEXT[place] == letter for place, letter in zip(places, single, strict=True))


def test_marks_are_spans_of_the_text_as_it_was_given():
    text = "A\n\n“Shut,” said Huda Berri"
    single, places = with_single_breaks(text)
    triple = SimpleNamespace(
        speaker=[token(single, "Huda"), token(single, "Berri")],
        cue=[token(single, "said")],
        content=[token(single, "“"), token(single, "Shut"), token(single, "”")],
    )

    marks = marks_of(triple, places)

    read = {role: [text[start:end] for start, end in spans] for role, spans in marks.items()}
    assert read == {"source": ["Huda", "Berri"], "cue": ["said"], "content": ["“Shut,”"]}


def test_a_missing_environment_says_what_makes_it(tmp_path):
    with pytest.raises(PeerFailed, match="make bench ONLY=attribution"):
        answers("textacy", {"a": TEXT}, tmp_path / ".venv-peers")


def test_an_incomplete_environment_says_what_it_lacks(tmp_path):
    with pytest.raises(PeerFailed, match="No module named"):
        answers("textacy", {"a": TEXT}, environment_without_peers(tmp_path / ".venv-peers"))


def test_rows_of_peers_that_cannot_run_are_not_measured(tmp_path, capsys):
    figures = list(measure({}, [], lambda found: {"content partial": None}, tmp_path / ".venv-peers"))

    assert [(figure.name, figure.value) for figure in figures] == [
        ("peer textacy: content partial", None),
        (f"peer textacy: {SPEED}", None),
        ("peer sayswho: content partial", None),
        (f"peer sayswho: {SPEED}", None),
    ]
    assert "Peer textacy is not measured: there is no .venv-peers" in capsys.readouterr().err
