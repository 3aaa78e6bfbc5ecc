"""Whatever the reader notices can be said in a sentence, and whatever it refuses is documented."""

import re
from pathlib import Path

from claims.reading import errors, notices
from claims.reading.types import ReadWarning
from workbench.core import fetch_errors
from workbench.core.errors import WorkbenchError

ROOT = Path(notices.__file__).parents[2]
RAISED = re.compile(r'ReadWarning\(\s*"([a-z_]+)"')
NAMED = re.compile(r'code = "([a-z_]+)"')


def codes_in_source():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "claims" / "reading").glob("*.py")]
    shorthand = {"many_characters_replaced", "characters_replaced", "date_hijri", "date_not_understood"}
    return {code for source in sources for code in RAISED.findall(source)} | shorthand


def error_codes():
    modules = (errors, fetch_errors)
    classes = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    return [kind.code for kind in classes if issubclass(kind, WorkbenchError) and kind is not WorkbenchError]


def test_every_warning_in_the_source_has_a_sentence_and_no_sentence_is_idle():
    assert codes_in_source() == set(notices.SENTENCES)


def test_a_warning_is_worded_with_its_facts():
    warning = ReadWarning("canonical_elsewhere", {"host": "famous.example"})

    assert "famous.example" in notices.worded(warning)


def test_every_error_has_a_code_of_its_own():
    codes = error_codes()

    assert len(codes) == len(set(codes)) >= 40


def test_the_reference_names_every_limit_error_and_warning():
    reference = (ROOT / "docs" / "reference" / "limits.md").read_text(encoding="utf-8")

    missing = [code for code in [*error_codes(), *notices.SENTENCES] if f"`{code}`" not in reference]

    assert missing == []
