"""From a bare Python to an installed workbench, and what is said where that is not possible."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.architecture.project import CHECKOUT

LOCK = "nothing-of-this-name==1.0 --hash=sha256:" + "0" * 64 + "\n"


def bare_checkout(folder):
    """Lay out a checkout of nothing but the script and two locks that name no package."""
    (folder / "scripts").mkdir()
    (folder / "requirements").mkdir()
    shutil.copy(CHECKOUT / "scripts" / "bootstrap.py", folder / "scripts")
    for name in ("runtime.lock", "test.lock"):
        (folder / "requirements" / name).write_text("# nothing\n")
    return folder


@pytest.fixture
def checkout(tmp_path):
    return bare_checkout(tmp_path)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Give a checkout that was set up once; making an environment takes seconds."""
    folder = bare_checkout(tmp_path_factory.mktemp("installed"))
    run = bootstrap(folder, "setup")
    assert run.returncode == 0, run.stderr
    assert "Installing" in run.stdout
    return folder


def bootstrap(checkout, *arguments, **environment):
    return subprocess.run(
        [sys.executable, checkout / "scripts" / "bootstrap.py", *arguments],
        env={**os.environ, "PIP_NO_INDEX": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_set_up_finds_everything_done(installed):
    (installed / "requirements" / "runtime.lock").write_text("# nothing\n")

    second = bootstrap(installed, "setup")

    assert (second.returncode, second.stdout) == (0, "Ready. `make run` starts the workbench.\n")


def test_a_changed_lock_is_installed_and_a_failure_says_what_can_be_done(installed):
    (installed / "requirements" / "runtime.lock").write_text(LOCK)

    run = bootstrap(installed, "setup")

    assert run.returncode == 1
    assert "pip could not install the packages of requirements/runtime.lock" in run.stderr
    assert "PIP_FIND_LINKS" in run.stderr


def test_an_environment_without_pip_gets_one(checkout):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", checkout / ".venv"], check=True)

    assert bootstrap(checkout, "setup").returncode == 0


def test_an_environment_whose_python_is_gone_is_made_anew(checkout):
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to("/nowhere/python3.11")

    assert bootstrap(checkout, "setup").returncode == 0


def bench_of(checkout):
    """Lay out a benchmark that only says that it ran, and peers that cannot be installed."""
    package = checkout / "tests" / "benchmarks"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text("print('measured')\n")
    (checkout / "requirements" / "peers.lock").write_text(LOCK)
    return checkout


@pytest.mark.parametrize("benchmark", ["attribution", "sources"])
def test_peers_that_cannot_be_installed_do_not_keep_their_benchmark_from_running(checkout, benchmark):
    run = bootstrap(bench_of(checkout), "bench", benchmark)

    assert (run.returncode, run.stdout.splitlines()[-1]) == (0, "measured")
    assert "pip could not install the packages of requirements/peers.lock" in run.stderr
    assert "the peers are not measured" in run.stderr


def test_other_benchmarks_leave_the_peers_alone(checkout):
    run = bootstrap(bench_of(checkout), "bench", "speed")

    assert (run.returncode, run.stderr) == (0, "")
    assert not (checkout / ".venv-peers").exists()


def test_an_unknown_command_is_answered_with_the_known_ones(checkout):
    run = bootstrap(checkout, "fly")

    assert run.returncode == 2
    assert "python3 scripts/bootstrap.py COMMAND" in run.stderr
