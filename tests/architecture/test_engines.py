"""The engines import in a Python that has neither the web, the queue nor the database."""

import subprocess
import sys

import pytest

from tests.architecture.project import CHECKOUT, modules

FORBIDDEN = ("django", "rest_framework", "celery", "redis", "psycopg")
ENGINES = (
    "claims.nlp",
    "claims.linking",
    "claims.reading",
    "claims.encoding",
    "sources.reliability",
    "workbench.runtime",
)
GROUND = ("workbench.core.text", "workbench.core.languages")


def modules_of(engine):
    names = (".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in modules())
    return [name for name in names if name == engine or name.startswith(f"{engine}.")]


@pytest.mark.parametrize("engine", [*ENGINES, *GROUND])
def test_an_engine_imports_alone(engine):
    imports = [name for name in modules_of(engine) if not name.endswith("__main__")]
    block = f"import sys; sys.modules.update(dict.fromkeys({FORBIDDEN!r}))"
    command = [sys.executable, "-c", f"{block}; import {', '.join(imports)}"]

    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)

    assert run.returncode == 0, f"{engine} pulled in the web, the queue or the database:\n{run.stderr}"
