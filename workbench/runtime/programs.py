"""The workbench's own programs: the page, the worker and the clock."""

import signal
import sys
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from workbench.runtime.environment import CHECKOUT, Setting
from workbench.runtime.processes import Command, Process, end_recorded

STOP_SECONDS = 15.0
"""How long a program may take to stop; work cut off after it is taken up again by the next worker."""

WEB_READY_SECONDS = 90.0
WEB_THREADS = 2
WORKER_PROCESSES = 2
"""Each holds the networks (some 300 MB); two keep an interactive job from waiting behind a bulk one."""

WEB = ("-m", "granian", "--interface", "wsgi", "--no-ws", "--workers", "1", "--respawn-failed-workers")
WORKERS = {
    "worker": ("interactive,bulk", WORKER_PROCESSES),
    "records-worker": ("sources", 1),
    "night-worker": ("nightly", 1),
}
"""The programs that do the background work: the queues of each, and how many jobs it does at a time.

Articles, records of sources and the night have workers of their own, so that none waits behind another
(docs/decisions/0023-the-night.md).
"""
CLOCK = ("-m", "celery", "--app", "workbench", "beat", "--loglevel", "INFO", "--pidfile", "")


class Program:
    """A Python program of the workbench that is to stay up."""

    def __init__(self, name: str, arguments: tuple[str, ...], setting: Setting) -> None:
        self.name = name
        self.command = Command(
            name=f"The {name}",
            arguments=[sys.executable, *arguments],
            log=setting.state.logs / f"{name}.log",
            record=setting.state.records / name,
            environment=setting.environment,
            folder=CHECKOUT,
        )
        self.process: Process | None = None

    @property
    def log(self) -> Path:
        """Where the program writes."""
        return self.command.log

    def start(self) -> None:
        """Start the program, ending first what an earlier start may have left of it."""
        self.kill()
        end_recorded(self.command.record, stop_signal=signal.SIGTERM, timeout_seconds=STOP_SECONDS)
        self.process = Process(self.command)

    def is_running(self) -> bool:
        """Say whether the program is there."""
        return self.process is not None and self.process.is_running()

    def ask_to_stop(self) -> None:
        """Ask the program to finish what it is doing and stop."""
        if self.process:
            self.process.ask_to_stop()

    def kill(self) -> None:
        """End the program at once."""
        if self.process:
            self.process.kill()

    def stop(self) -> None:
        """Return once the program and its children are gone."""
        if self.process:
            self.process.stop(timeout_seconds=STOP_SECONDS)
            self.process = None


class WebServer(Program):
    """The program that serves the pages and the API."""

    def __init__(self, port: int, setting: Setting) -> None:
        host = setting.options.host
        places = ("--host", host, "--port", str(port), "--blocking-threads", str(WEB_THREADS))
        super().__init__("web", (*WEB, *places, "workbench.wsgi:application"), setting)
        self.port = port
        self.host = "127.0.0.1" if host in {"0.0.0.0", ""} else "::1" if host == "::" else host  # noqa: S104

    @property
    def address(self) -> str:
        """The page's address on this machine."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"

    def wait_until_ready(self) -> None:
        """Return once a page is served without a fault."""
        if self.process:
            self.process.wait_until(self._answers, timeout_seconds=WEB_READY_SECONDS)

    def _answers(self) -> bool:
        connection = HTTPConnection(self.host, self.port, timeout=30)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status < 500
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


def workers(setting: Setting) -> list[Program]:
    """Return the programs that do the background work, all queues of it."""
    return [Program(name, _worker(name), setting) for name in WORKERS]


def _worker(name: str) -> tuple[str, ...]:
    """Return the arguments of a worker; its name keeps it apart from the others on this machine."""
    queues, processes = WORKERS[name]
    celery = ("-m", "celery", "--app", "workbench", "worker", "--hostname", f"{name}@%h")
    work = ("--queues", queues, "--concurrency", str(processes), "--loglevel", "INFO")
    return (*celery, *work, "--without-gossip", "--without-mingle")


def clock(setting: Setting) -> Program:
    """Return the program that rings for what is due at its time."""
    return Program("clock", CLOCK, setting)
