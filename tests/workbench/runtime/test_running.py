"""The whole workbench, started as a newsroom starts it."""

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection

import psutil
import pytest

from tests.architecture.project import CHECKOUT
from workbench.runtime.folders import throwaway_folder
from workbench.runtime.processes import birth

LAUNCH = [sys.executable, "-m", "workbench.runtime"]


@dataclass
class Started:
    """A workbench that is up: its process, what it printed, and the variables it was given."""

    process: subprocess.Popen
    printed: str
    environment: dict[str, str]

    @property
    def address(self):
        return re.search(r"runs: (http://\S+)", self.printed).group(1)

    def beside(self, *arguments):
        """Run another command of the launcher's, as in a second window."""
        command = [*LAUNCH, *arguments]
        settings = {"cwd": CHECKOUT, "env": self.environment}
        return subprocess.run(command, **settings, capture_output=True, text=True, check=False)


def read_greeting(process):
    printed = ""
    while "Stop it with" not in printed:
        line = process.stdout.readline()
        assert line, f"it ended after printing:\n{printed}"
        printed += line
    return printed


@contextmanager
def started():
    """Start a workbench with nothing set but its state folder."""
    folder = throwaway_folder()
    unset = {"DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    environment["WORKBENCH_STATE_DIR"] = str(folder.path)
    settings = {"cwd": CHECKOUT, "env": environment, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([*LAUNCH, "run"], **settings) as process:
        try:
            yield Started(process, read_greeting(process), environment)
        finally:
            process.terminate()
            process.wait(60)
            folder.remove()


@pytest.fixture(scope="module")
def workbench():
    with started() as given:
        yield given


def test_the_first_start_ends_at_a_page_and_a_login(workbench):
    host, port = re.search(r"//([\d.]+):(\d+)/", workbench.address).groups()

    connection = HTTPConnection(host, int(port), timeout=30)
    connection.request("GET", "/")

    assert connection.getresponse().status in {200, 302}
    assert re.search(r"Log in as \S+ with the password \S+", workbench.printed)
    connection.close()


def test_a_second_start_says_where_the_first_one_runs(workbench):
    second = workbench.beside("run")

    assert second.returncode == 0
    assert second.stdout == f"The workbench already runs: {workbench.address}\n"


def test_a_command_works_on_the_database_of_the_running_workbench(workbench):
    run = workbench.beside("manage", "first_start")

    assert (run.returncode, run.stdout.strip()) == (0, "{}"), run.stderr


def all_gone(pids, *, within_seconds):
    deadline = time.monotonic() + within_seconds
    while any(birth(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not any(birth(pid) for pid in pids)


def test_a_stop_signal_leaves_no_process_even_if_the_window_is_closed():
    with started() as run:
        family = {child.pid for child in psutil.Process(run.process.pid).children(recursive=True)}
        run.process.stdout.close()

        run.process.terminate()

        assert run.process.wait(60) == 0
        assert len(family) >= 4
        # An ended process stays listed until the system has collected it.
        assert all_gone(family, within_seconds=10)
