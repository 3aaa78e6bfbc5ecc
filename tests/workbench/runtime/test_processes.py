"""Programs are started apart, written down, and never outlive the one who started them."""

import os
import signal
import subprocess
import sys
import time

import pytest

from workbench.runtime.errors import CannotRun
from workbench.runtime.processes import Command, Process, birth, end_recorded

SLEEP = "import time; time.sleep(60)"
SPAWN = f"""
import subprocess, sys
print(subprocess.Popen([sys.executable, "-c", {SLEEP!r}]).pid, flush=True)
{SLEEP}
"""
DEAF = f"import signal; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); {SLEEP}"


@pytest.fixture
def command(tmp_path):
    def make(code):
        return Command(
            name="The sleeper",
            arguments=[sys.executable, "-c", code],
            log=tmp_path / "sleeper.log",
            record=tmp_path / "sleeper",
            environment=os.environ,
        )

    return make


def wait_until(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def test_stopping_ends_the_program_and_what_it_started(command):
    process = Process(command(SPAWN))
    wait_until(lambda: process.command.log.read_text().strip())
    grandchild = int(process.command.log.read_text())

    process.stop(timeout_seconds=5)

    wait_until(lambda: not birth(grandchild))
    assert not process.is_running()
    assert not process.command.record.exists()


def test_a_program_that_will_not_stop_is_ended(command):
    process = Process(command(DEAF))
    wait_until(lambda: process.command.log.read_text().strip())

    process.stop(timeout_seconds=0.1)

    assert not process.is_running()


def test_a_process_of_an_earlier_run_is_ended_by_its_record(command):
    process = Process(command(SLEEP))

    assert end_recorded(process.command.record, stop_signal=signal.SIGTERM, timeout_seconds=5)

    wait_until(lambda: not process.is_running())


def test_a_stranger_that_got_the_number_of_a_recorded_process_is_left_alone(tmp_path):
    with subprocess.Popen([sys.executable, "-c", SLEEP]) as stranger:
        record = tmp_path / "record"
        record.write_text(f"{stranger.pid} 1")

        assert not end_recorded(record, stop_signal=signal.SIGTERM, timeout_seconds=5)

        assert stranger.poll() is None
        assert not record.exists()
        stranger.kill()


def test_a_program_that_stops_while_starting_is_reported_with_its_last_words(command):
    process = Process(command("raise SystemExit('no room left')"))

    with pytest.raises(CannotRun, match="The sleeper stopped while starting:\nno room left"):
        process.wait_until(lambda: False, timeout_seconds=10)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux ends children with their parent")
def test_a_program_dies_with_a_launcher_that_was_killed_outright(tmp_path):
    launch = f"""
import os, sys, time
from pathlib import Path
from workbench.runtime.processes import Command, Process
folder = Path({str(tmp_path)!r})
process = Process(Command(name="x", arguments=[sys.executable, "-c", {SLEEP!r}], log=folder / "log",
                          record=folder / "record", environment=os.environ))
print(process.pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", launch], stdout=subprocess.PIPE, text=True) as launcher:
        child = int(launcher.stdout.readline())
        launcher.kill()

    wait_until(lambda: not birth(child))
