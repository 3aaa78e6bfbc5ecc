#!/usr/bin/env python
"""Django's command line for the workbench."""

import importlib.util
import os
import sys
from pathlib import Path

OWN_PYTHON = Path(__file__).resolve().parent / ".venv" / "bin" / "python"


def _use_own_python() -> None:
    """Go on in the project's own environment where this Python has no Django."""
    if importlib.util.find_spec("django") is not None:
        return
    if not OWN_PYTHON.exists():
        sys.exit("The workbench is not installed yet. Run: make setup")
    os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])  # noqa: S606  (our own interpreter, no shell)


def _main() -> None:
    _use_own_python()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings.development")
    management = importlib.import_module("django.core.management")
    management.execute_from_command_line(sys.argv)


if __name__ == "__main__":
    _main()
