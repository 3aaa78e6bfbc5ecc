#!/usr/bin/env python3
"""From a bare Python to a running workbench: makes `.venv`, installs what is locked, runs what is asked.

Uses the standard library alone, because nothing else is there when it starts.
"""

from __future__ import annotations

import dataclasses
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
CHECKOUT = Path(__file__).resolve().parent.parent
LOCKS = {name: CHECKOUT / "requirements" / f"{name}.lock" for name in ("runtime", "test", "peers")}
CONTAINS = {"runtime": ("runtime",), "test": ("test", "runtime"), "peers": ("peers",)}
"""Which locks an installed lock satisfies: the test lock holds the runtime's packages too."""

MOST_TEST_PROCESSES = 8
"""Each has a database of its own on one server of a hundred connections."""

TEST = f"python -m pytest -n logical --maxprocesses {MOST_TEST_PROCESSES}"
BENCH = "python -m tests.benchmarks"
TYPES = "mypy"
MIGRATIONS = "manage.py makemigrations --check --dry-run --settings workbench.settings.testing"
LINT = (
    "ruff check .",
    "ruff format --check .",
    "djlint . --lint --quiet",
    "lint-imports",
    f"python -W ignore::RuntimeWarning {MIGRATIONS}",
)

USAGE = """\
python3 scripts/bootstrap.py COMMAND

  setup           Make .venv and install what the workbench runs on.
  run             Run the workbench.
  manage COMMAND  Run a manage.py command on the workbench's database.
  test [ARGS]     Run the tests; further arguments go to pytest.
  lint            Check style, templates, import contracts and migrations.
  types           Check the types.
  bench [NAME]    Measure quality and speed, all of it or the benchmark NAME.
"""


class CannotSetUp(Exception):
    """A reason the person at the keyboard can act on."""


@dataclasses.dataclass(frozen=True)
class Environment:
    """A folder of installed packages, with a Python of its own."""

    folder: Path

    @property
    def programs(self) -> Path:
        """Where its programs lie."""
        return self.folder / "bin"

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.programs / "python"

    @property
    def stamps(self) -> Path:
        """Where is written which locks it was last brought to."""
        return self.folder / "installed.json"


OWN = Environment(CHECKOUT / ".venv")
PEERS = Environment(CHECKOUT / ".venv-peers")
"""Other tools that ours are measured against: nothing of theirs is to enter our own environment."""

WITH_PEERS = (["attribution"], ["sources"])
"""The benchmarks that measure other tools, too."""


def main(arguments: list[str]) -> int:
    """Do what `arguments` ask for and return the exit status."""
    command, rest = (arguments[0] if arguments else ""), arguments[1:]
    os.chdir(CHECKOUT)
    try:
        if command in ("setup", "run", "manage"):
            install("runtime")
        elif command in ("test", "lint", "types", "bench"):
            install("test")
        else:
            sys.stderr.write(USAGE)
            return 2
    except CannotSetUp as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    if command == "bench" and rest in WITH_PEERS:
        install_peers()
    return perform(command, rest)


def install_peers() -> None:
    """Bring `.venv-peers` to its lock, or say why the peers go unmeasured: the benchmark goes on without."""
    try:
        install("peers", PEERS)
    except CannotSetUp as problem:
        sys.stderr.write(f"{problem}\nWithout it the peers are not measured.\n")


def perform(command: str, rest: list[str]) -> int:
    """Carry out `command` with the installed packages."""
    if command == "setup":
        print("Ready. `make run` starts the workbench.")
        return 0
    if command == "lint":
        return max([check(line) for line in LINT])
    lines = {
        "run": "python -m workbench.runtime run",
        "manage": "python -m workbench.runtime manage",
        "test": TEST,
        "types": TYPES,
        "bench": BENCH,
    }
    words = words_of(lines[command])
    os.execv(words[0], [*words, *rest])
    return 0


def check(line: str) -> int:
    """Run one check and say which it is; return 1 if it failed."""
    print(f"\n> {line}", flush=True)
    return int(subprocess.run(words_of(line), check=False).returncode != 0)


def words_of(line: str) -> list[str]:
    """Return a command line's words, its program being the one in `.venv`."""
    program, *words = line.split()
    return [str(OWN.programs / program), *words]


def install(lock: str, environment: Environment = OWN) -> None:
    """Bring `environment` to what `lock` names; at once where it is there already."""
    require_python()
    with LOCKS["runtime"].open() as turn:
        # Two starts in a fresh checkout: the second waits here and then finds everything done.
        fcntl.flock(turn, fcntl.LOCK_EX)
        version = python_version(environment)
        if version and stamps(environment).get(lock) == mark_of(lock, version):
            return
        if not version:
            make_venv(environment)
        require_pip(environment)
        into = environment.folder.name
        print(f"Installing the locked packages into {into}; the first time takes a minute or so.", flush=True)
        install_locked(lock, environment)
        marks = {name: mark_of(name, python_version(environment)) for name in CONTAINS[lock]}
        environment.stamps.write_text(json.dumps({**stamps(environment), **marks}), encoding="ascii")


def install_locked(lock: str, environment: Environment) -> None:
    """Install the packages of `lock`, each checked against its hash."""
    command = [str(environment.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    quiet = [] if sys.stdout.isatty() else ["--quiet", "--quiet"]
    locked = ["--no-deps", "--require-hashes", "--requirement", str(LOCKS[lock])]
    if subprocess.run([*command, *quiet, *locked], check=False).returncode != 0:
        raise CannotSetUp(
            f"pip could not install the packages of {LOCKS[lock].relative_to(CHECKOUT)}: see above.\n"
            "Without a network, point it at a folder of wheels: PIP_NO_INDEX=1 PIP_FIND_LINKS=/path/to/wheels"
        )


def require_python() -> None:
    """Go on with a Python that is new enough, or say which one is needed."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(OLDEST_PYTHON[1], OLDEST_PYTHON[1] + 5):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])
    raise CannotSetUp(
        f"The workbench needs Python 3.11 or newer; this is {sys.version.split()[0]}.\n"
        "Name another one: make run PYTHON=/path/to/python3.11"
    )


def python_version(environment: Environment) -> str:
    """Return the version of its Python; empty where there is none that runs and is new enough."""
    code = f"import sys; sys.version_info >= {OLDEST_PYTHON} or sys.exit(1); print(sys.version)"
    try:
        found = subprocess.run([str(environment.python), "-c", code], stdout=subprocess.PIPE, check=False)
    except OSError:
        return ""
    return found.stdout.decode().strip()


def make_venv(environment: Environment) -> None:
    """Make `environment` afresh."""
    command = [sys.executable, "-m", "venv", "--clear", str(environment.folder)]
    made = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if made.returncode != 0:
        raise CannotSetUp(
            f"Python could not make {environment.folder}.\n{made.stdout.decode().strip()}\n"
            "On Debian and Ubuntu its venv module is a package of its own: apt install python3-venv"
        )


def require_pip(environment: Environment) -> None:
    """Make sure that `environment` has pip; one that uv made has none."""
    for attempt in (["-m", "pip", "--version"], ["-m", "ensurepip", "--default-pip"]):
        command = [str(environment.python), *attempt]
        if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0:
            return
    make_venv(environment)


def stamps(environment: Environment) -> dict[str, str]:
    """Return which locks `environment` was last brought to."""
    try:
        found: dict[str, str] = json.loads(environment.stamps.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return {}
    return found


def mark_of(lock: str, version: str) -> str:
    """Return the fingerprint of `lock` installed for a Python of `version`."""
    return hashlib.sha256(version.encode() + LOCKS[lock].read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
