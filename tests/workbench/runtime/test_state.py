"""One checkout runs once; what it keeps is for its owner's eyes."""

import signal
import subprocess
import sys

from workbench.runtime.state import Running, State

HOLD = """
import sys, time
from pathlib import Path
from workbench.runtime.state import State
with State(Path(sys.argv[1])).held():
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_holder_is_told_and_the_hold_ends_with_its_holder(tmp_path):
    state = State(tmp_path)
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()

        with state.held() as held:
            assert not held
        holder.send_signal(signal.SIGKILL)

    with state.held() as held:
        assert held


def test_what_a_killed_run_announced_is_forgotten_by_the_next(tmp_path):
    state = State(tmp_path)
    state.announce(Running(address="http://127.0.0.1:8000/", environment={}))

    with state.held():
        assert state.announced() is None


def test_the_login_is_readable_by_its_owner_alone(tmp_path):
    state = State(tmp_path)

    state.keep_login({"login": "editor", "password": "moss"})

    assert state.kept_login() == {"login": "editor", "password": "moss"}
    assert (tmp_path / "login.json").stat().st_mode & 0o777 == 0o600
