"""Templates and style sheets fit every direction of writing and the strict content policy."""

import re

import pytest

from tests.architecture.project import CHECKOUT, files

UNESCAPED = re.compile(r"\|\s*safe\b|\bautoescape\s+off\b|\bsafeseq\b")
INLINE = re.compile(r"""<script(?![^>]*\bsrc=)[^>]*>|\sstyle\s*=|\son[a-z]+\s*=|javascript:""", re.IGNORECASE)
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right)(?:-[a-z]+)?\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def lines_matching(path, pattern):
    lines = (CHECKOUT / path).read_text(encoding="utf-8").splitlines()
    return [
        f"{path}:{number}: {line.strip()}" for number, line in enumerate(lines, 1) if pattern.search(line)
    ]


@pytest.mark.parametrize("path", files("*.html"), ids=str)
def test_a_template_escapes_whatever_it_shows(path):
    assert not lines_matching(path, UNESCAPED), "articles are hostile text: let Django escape them"


@pytest.mark.parametrize("path", files("*.html"), ids=str)
def test_a_template_holds_neither_scripts_nor_styles(path):
    assert not lines_matching(path, INLINE), "the content policy refuses them: use a file below static/"


@pytest.mark.parametrize("path", files("*.css"), ids=str)
def test_a_style_sheet_knows_start_and_end_not_left_and_right(path):
    assert not lines_matching(path, PHYSICAL), (
        "use the logical property (margin-inline-start, inset-inline, start)"
    )
