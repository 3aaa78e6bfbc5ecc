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
"""Each holds the encoder (some 250 MB); two keep an interactive job from waiting behind a bulk one."""

WEB = ("-m", "granian", "--interface", "wsgi", "--no-ws", "--workers", "1", "--respawn-failed-workers")
WORKER = (
    *("-m", "celery", "--app", "workbench", "worker", "--queues", "interactive,bulk", "--loglevel", "INFO"),
    *("--concurrency", str(WORKER_PROCESSES), "--without-gossip", "--without-mingle"),
)
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


def worker(setting: Setting) -> Program:
    """Return the program that does the background work, both queues of it."""
    return Program("worker", WORKER, setting)


def clock(setting: Setting) -> Program:
    """Return the program that rings for what is due at its time."""
    return Program("clock", CLOCK, setting)
