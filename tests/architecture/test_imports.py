"""Who may import whom: the contracts in pyproject.toml hold."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.project import CHECKOUT


def test_the_import_contracts_hold():
    program = Path(sys.executable).parent / "lint-imports"

    run = subprocess.run([program, "--no-cache"], capture_output=True, text=True, check=False, cwd=CHECKOUT)

    assert run.returncode == 0, run.stdout
