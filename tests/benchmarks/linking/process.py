"""Benchmarks that need Django and a database of their own, each in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def printed_by(module: str, *arguments: str) -> dict[str, Any]:
    """Run a module and return the object that its last line is."""
    command = [sys.executable, "-m", module, *arguments]
    run = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=dict(os.environ)
    )
    return json.loads(run.stdout.strip().splitlines()[-1])
