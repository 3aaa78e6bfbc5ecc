"""`python -m workbench.runtime`: run the workbench, or a command on its services."""

import os
import sys

from workbench.runtime.environment import current_setting
from workbench.runtime.errors import CannotRun
from workbench.runtime.running import run_command, run_workbench

USAGE = """\
python -m workbench.runtime run             Run the workbench until Ctrl-C.
python -m workbench.runtime manage COMMAND  Run a manage.py command on the workbench's database.
"""


def say(sentence: str) -> None:
    """Tell the person at the keyboard, at once; a closed window must not keep programs from stopping."""
    try:
        sys.stdout.write(f"{sentence}\n")
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: list[str]) -> int:
    """Do what `arguments` ask for and return the exit status."""
    try:
        match arguments:
            case ["run"]:
                return run_workbench(current_setting(), say=say)
            case ["manage", *command] if command:
                return run_command(current_setting(), command)
            case _:
                sys.stderr.write(USAGE)
                return 2
    except CannotRun as problem:
        sys.stderr.write(f"{problem}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
