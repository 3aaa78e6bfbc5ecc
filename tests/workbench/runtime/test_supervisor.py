"""A program that stops by itself is started again, with growing patience."""

from pathlib import Path

from workbench.runtime.errors import CannotRun
from workbench.runtime.supervisor import LONGEST_PAUSE_SECONDS, STEADY_SECONDS, Watched


class Flaky:
    """A program that is down until it is started, and may refuse to start."""

    name = "flaky"
    log = Path("logs/flaky.log")

    def __init__(self):
        self.up = False
        self.starts = 0
        self.refusal = None

    def start(self):
        self.starts += 1
        if self.refusal:
            raise CannotRun(self.refusal)
        self.up = True

    def is_running(self):
        return self.up

    def stop(self):
        self.up = False


def test_a_stopped_program_is_started_again_after_a_pause():
    program = Flaky()
    watched = Watched(program)
    now = watched.started_at

    assert watched.look(now) == "Stopped by itself: flaky (see logs/flaky.log). Starting it again in 1 s."
    assert watched.look(now + 0.5) is None
    assert watched.look(now + 1) == "Started again: flaky."
    assert watched.look(now + 2) is None


def test_a_program_that_keeps_stopping_is_left_longer_and_longer():
    program = Flaky()
    program.refusal = "no room left"
    watched = Watched(program)
    now = watched.started_at
    pauses = []
    for _ in range(9):
        watched.look(now)
        pauses.append(round(watched.start_again_at - now, 3))
        now = watched.start_again_at
        assert watched.look(now) == "no room left"

    assert pauses == sorted(pauses)
    assert pauses[:3] == [1, 2, 4]
    assert pauses[-1] == LONGEST_PAUSE_SECONDS


def test_a_program_that_was_up_for_long_is_started_again_soon():
    program = Flaky()
    watched = Watched(program)
    watched.pause_seconds = LONGEST_PAUSE_SECONDS
    now = watched.started_at + STEADY_SECONDS + 1

    watched.look(now)

    assert watched.start_again_at == now + 1
