"""Keeps programs up: what stops by itself is started again, with patience."""

import time
from collections.abc import Callable, Sequence

from workbench.runtime.errors import CannotRun
from workbench.runtime.services import Service

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
STEADY_SECONDS = 60.0
"""A program that stayed up so long is healthy: its next stop counts as the first."""

WATCH_SECONDS = 0.5


class Watched:
    """One program, and how patient to be with it."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.pause_seconds = FIRST_PAUSE_SECONDS
        self.started_at = time.monotonic()
        self.start_again_at: float | None = None

    def look(self, now: float) -> str | None:
        """Start the program again where that is due; return what happened, if anything did."""
        if self.service.is_running():
            return None
        if self.start_again_at is None:
            return self._plan(now)
        if now < self.start_again_at:
            return None
        self.start_again_at = None
        self.started_at = now
        try:
            self.service.start()
        except CannotRun as problem:
            return str(problem)
        return f"Started again: {self.service.name}."

    def _plan(self, now: float) -> str:
        if now - self.started_at > STEADY_SECONDS:
            self.pause_seconds = FIRST_PAUSE_SECONDS
        pause, self.pause_seconds = self.pause_seconds, min(2 * self.pause_seconds, LONGEST_PAUSE_SECONDS)
        self.start_again_at = now + pause
        return (
            f"Stopped by itself: {self.service.name} (see {self.service.log}). "
            f"Starting it again in {pause:.0f} s."
        )


def watch(services: Sequence[Service], *, say: Callable[[str], None]) -> None:
    """Keep `services` up for ever; a stop signal ends this with `SystemExit`."""
    watched = [Watched(service) for service in services]
    while True:
        for one in watched:
            if happened := one.look(time.monotonic()):
                say(happened)
        time.sleep(WATCH_SECONDS)
