"""Child processes: started apart, written down, and ended with all that they started."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workbench.runtime.account import Account
from workbench.runtime.errors import CannotRun

PR_SET_PDEATHSIG = 1
"""From linux/prctl.h: the signal a child gets when the process that started it dies."""

LOG_LIMIT_BYTES = 10 * 1024 * 1024
"""A log longer than this is set aside at the next start, so that two of them bound the disk."""

POLL_SECONDS = 0.02


@dataclass(frozen=True, kw_only=True)
class Command:
    """A program to run, where it writes, and how it is asked to stop."""

    name: str
    arguments: Sequence[str | Path]
    log: Path
    record: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path = Path("/")
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM


class Process:
    """One running program of ours."""

    def __init__(self, command: Command) -> None:
        self.command = command
        _set_long_log_aside(command.log)
        account = command.account
        with command.log.open("ab") as log:
            self._child = subprocess.Popen(  # noqa: S603  (our own programs, no shell)
                [str(argument) for argument in command.arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=command.folder,
                env=dict(command.environment),
                start_new_session=True,
                preexec_fn=_die_with_parent(command.stop_signal),  # noqa: PLW1509  (no thread runs yet)
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
            )
        self.started_at = time.monotonic()
        command.record.write_text(f"{self.pid} {birth(self.pid)}", encoding="ascii")

    @property
    def pid(self) -> int:
        """The process's number, which is its group's as well."""
        return self._child.pid

    def is_running(self) -> bool:
        """Say whether the program is still there."""
        return self._child.poll() is None

    def ask_to_stop(self) -> None:
        """Send the program its stop signal; it may take its time."""
        if self.is_running():
            self._child.send_signal(self.command.stop_signal)

    def kill(self) -> None:
        """End the program and its children at once."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)

    def stop(self, *, timeout_seconds: float) -> None:
        """Ask the program to stop, wait, then end whatever is left of it and its children."""
        self.ask_to_stop()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(timeout_seconds)
        self.kill()
        self._child.wait()
        self.command.record.unlink(missing_ok=True)

    def wait_until(self, is_ready: Callable[[], bool], *, timeout_seconds: float) -> None:
        """Return once `is_ready()`; raise `CannotRun` where the program does not get there."""
        deadline = time.monotonic() + timeout_seconds
        while not is_ready():
            if not self.is_running():
                said = last_lines(self.command.log)
                raise CannotRun(f"{self.command.name} stopped while starting:\n{said}")
            if time.monotonic() > deadline:
                raise CannotRun(
                    f"{self.command.name} was not ready after {timeout_seconds:.0f} seconds; "
                    f"see {self.command.log}."
                )
            time.sleep(POLL_SECONDS)


def birth(pid: int) -> str:
    """Return a mark of when `pid` began, which tells it from a later one of that number; empty if gone."""
    stat = Path(f"/proc/{pid}/stat")
    if Path("/proc/self").exists():
        try:
            state, *fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            return ""
        return "" if state == "Z" else fields[18]
    run = subprocess.run(  # noqa: S603  (a number we read ourselves)
        ["/bin/ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return run.stdout.strip().replace(" ", "-")


def end_recorded(record: Path, *, stop_signal: signal.Signals, timeout_seconds: float) -> bool:
    """End the process that an earlier run wrote down, if it is still that one; say whether it was."""
    try:
        number, _, born = record.read_text(encoding="ascii").partition(" ")
    except FileNotFoundError:
        return False
    record.unlink(missing_ok=True)
    if not number.isdigit() or not born or birth(int(number)) != born:
        return False
    pid = int(number)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, stop_signal)
        deadline = time.monotonic() + timeout_seconds
        while birth(pid) == born and time.monotonic() < deadline:
            time.sleep(POLL_SECONDS)
        os.killpg(pid, signal.SIGKILL)
    return True


def last_lines(log: Path, *, count: int = 15) -> str:
    """Return the end of `log`, for a message."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])


def _die_with_parent(stop_signal: signal.Signals) -> Callable[[], None] | None:
    """Return what a child does first, so that it never outlives a parent that was killed outright."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def prepare() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(stop_signal), 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)

    return prepare


def _set_long_log_aside(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT_BYTES:
        log.replace(log.with_suffix(".log.1"))
