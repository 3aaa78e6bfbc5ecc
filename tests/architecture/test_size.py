"""Modules and functions stay small enough to read in one sitting, and say what they are for."""

import ast

import pytest

from tests.architecture.project import CHECKOUT, modules

MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 50
TABLES = (("claims", "nlp", "languages"), ("claims", "linking", "data"))
"""Folders of language facts: data as long as it needs to be."""

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler"}


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_module_is_readable_in_one_sitting(path):
    source = (CHECKOUT / path).read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: node.end_lineno - node.lineno + 1 for node in functions}
    too_long = {name: length for name, length in lengths.items() if length > MAX_FUNCTION_LINES}

    if path.parts[:3] not in TABLES:
        assert source.count("\n") <= MAX_MODULE_LINES, f"{path}: split it by concept, not by line count"
    assert not too_long, f"{path}: {too_long} are longer than {MAX_FUNCTION_LINES} lines: name a step"


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_module_says_in_one_line_what_it_is_about(path):
    tree = ast.parse((CHECKOUT / path).read_text(encoding="utf-8"))
    summary = (ast.get_docstring(tree) or "").split("\n", 1)[0]

    if path.name == "__init__.py" and not tree.body:
        return
    assert summary.endswith("."), f"{path}: begin it with one sentence that defines its subject"


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_module_is_named_after_a_thing(path):
    vague = VAGUE_NAMES.intersection(part.removesuffix(".py") for part in path.parts)

    assert not vague, f"{path}: {vague} says nothing; name the thing that is in it"
