"""What can be set is written down where people look for it."""

import re

from tests.architecture.project import CHECKOUT, files

READ = re.compile(
    r"""environment\.(?:text|flag|whole_number|words|folder)\(\s*"([A-Z_]+)"|environment\.get\("([A-Z_]+)\""""
)
SETTING_CODE = ("workbench/settings", "workbench/runtime")


def variables():
    """Return every environment variable that the settings and the launcher read."""
    sources = [path for path in files("*.py") if str(path.parent) in SETTING_CODE]
    texts = [(CHECKOUT / path).read_text(encoding="utf-8") for path in sources]
    return {name for text in texts for pair in READ.findall(text) for name in pair if name}


def missing_from(path):
    text = (CHECKOUT / path).read_text(encoding="utf-8")
    return sorted(name for name in variables() if not re.search(rf"\b{name}\b", text))


def test_the_rule_sees_the_variables():
    assert {"DATABASE_URL", "REDIS_URL", "WORKBENCH_PORT", "SECRET_KEY"} <= variables()


def test_every_variable_is_in_the_reference():
    assert not missing_from("docs/reference/settings.md")


def test_every_variable_is_in_the_example_file():
    assert not missing_from(".env.example")
