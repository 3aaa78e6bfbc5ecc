"""The state folder: what one checkout keeps between starts, and who is using it now."""

import fcntl
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Running:
    """A workbench that is up: where it is, and the variables that lead to its services."""

    address: str
    environment: Mapping[str, str]


class State:
    """One checkout's state folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def logs(self) -> Path:
        """The folder of the programs' logs, private because logs name people."""
        return self._folder("logs")

    @property
    def records(self) -> Path:
        """The folder that says which processes are ours."""
        return self._folder("processes")

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold the folder for this process; yield False where another process has it.

        The system lets go of the hold when its holder dies, however it dies.
        """
        with (self.path / "lock").open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            self._running.unlink(missing_ok=True)
            try:
                yield True
            finally:
                self._running.unlink(missing_ok=True)

    def announce(self, running: Running) -> None:
        """Write down that the workbench is up, for a second start and for commands."""
        self._write_private(self._running, asdict(running))

    def announced(self) -> Running | None:
        """Return the workbench that is up, or None while it is still starting."""
        found = self._read(self._running)
        return Running(address=found["address"], environment=found["environment"]) if found else None

    def keep_login(self, login: Mapping[str, str]) -> None:
        """Keep the first login, readable by its owner alone."""
        self._write_private(self._login, login)

    def kept_login(self) -> Mapping[str, str] | None:
        """Return the first login, if this folder saw it made."""
        return self._read(self._login)

    @property
    def _running(self) -> Path:
        return self.path / "running.json"

    @property
    def _login(self) -> Path:
        return self.path / "login.json"

    def _folder(self, name: str) -> Path:
        folder = self.path / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    @staticmethod
    def _write_private(path: Path, content: Mapping[str, object]) -> None:
        unfinished = path.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        unfinished.write_text(json.dumps(content), encoding="utf-8")
        unfinished.replace(path)

    @staticmethod
    def _read(path: Path) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return found
