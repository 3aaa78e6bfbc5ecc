"""No algorithm names a language, and the guide to adding one names all that a language needs."""

import ast
import re

import pytest

from claims.nlp.languages.sources import REQUIRED, known_languages
from tests.architecture.project import CHECKOUT, modules

BLIND = ("claims/nlp", "claims/linking/slots", "claims/services")
"""Code that reads whatever language it is given; facts about one are in the data beside it."""

DATA = "claims/nlp/languages"


def reading_modules():
    """Return the modules that must not know which language they read."""
    paths = [path for path in modules() if str(path).startswith(BLIND)]
    return [path for path in paths if not str(path).startswith(DATA)]


def named_languages(source):
    """Return the language codes among the strings of a module."""
    strings = [n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant)]
    return sorted(set(known_languages()).intersection(s for s in strings if isinstance(s, str)))


def test_the_rule_sees_a_language():
    assert named_languages('if code == "ar": pass') == ["ar"]


@pytest.mark.parametrize("path", reading_modules(), ids=str)
def test_an_algorithm_names_no_language(path):
    found = named_languages((CHECKOUT / path).read_text(encoding="utf-8"))

    assert not found, f"{path} names {found}: make what differs a field of the language's data"


@pytest.mark.parametrize(("name", "field"), [(name, field) for name in REQUIRED for field in REQUIRED[name]])
def test_the_guide_names_every_required_field(name, field):
    guide = (CHECKOUT / "docs/adding-a-language.md").read_text(encoding="utf-8")
    [section] = re.findall(rf"^### `{name}`.*?(?=^##|\Z)", guide, re.DOTALL | re.MULTILINE)

    assert f"`{field}`" in section
