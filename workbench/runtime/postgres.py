"""The embedded PostgreSQL: made on first use, reached by socket only."""

import contextlib
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

from workbench.runtime import binaries
from workbench.runtime.errors import CannotRun
from workbench.runtime.folders import ServicesFolder
from workbench.runtime.processes import Command, Process, end_recorded

DATABASE = "workbench"
OWNER = "postgres"
PORT = 5432
"""Part of the socket's name only: nothing listens on the network."""

START_SECONDS = 60.0
STOP_SECONDS = 20.0
RETRY_SECONDS = 1.0

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "timezone": "UTC",
}
THROWAWAY_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_wal_size": "2GB",
}


class Postgres:
    """One PostgreSQL server in `folder`, owned by the folder's account."""

    name = "PostgreSQL"

    def __init__(self, folder: ServicesFolder) -> None:
        self.folder = folder
        self.programs = folder.within_reach(binaries.postgres_package()) / "bin"
        self.data = folder.path / "pg"
        self.sockets = folder.sockets()
        self.process: Process | None = None

    @property
    def url(self) -> str:
        """The address Django connects to."""
        return f"postgresql://{OWNER}@/{DATABASE}?host={self.sockets}&port={PORT}"

    def start(self) -> None:
        """Bring the server up, making its data folder first if there is none."""
        self.stop()
        end_recorded(self._record, stop_signal=signal.SIGINT, timeout_seconds=STOP_SECONDS)
        self._refuse_other_version()
        if not self.data.exists():
            self._make_data()
        try:
            self._start_once()
        except CannotRun:
            # A server killed a moment ago may have children that hold its memory for another moment.
            self.stop()
            time.sleep(RETRY_SECONDS)
            self._start_once()

    def is_running(self) -> bool:
        """Say whether the server is there."""
        return self.process is not None and self.process.is_running()

    def stop(self) -> None:
        """Shut down fast: open transactions are rolled back, nothing committed is lost."""
        if self.process:
            self.process.stop(timeout_seconds=STOP_SECONDS)
            self.process = None

    def _start_once(self) -> None:
        self._remove_stale_locks()
        settings = SETTINGS | ({} if self.folder.durable else THROWAWAY_SETTINGS)
        options = [option for key, value in settings.items() for option in ("-c", f"{key}={value}")]
        places: list[str | Path] = ["-D", self.data, "-k", self.sockets, "-p", str(PORT)]
        self.process = Process(
            Command(
                name=self.name,
                arguments=[self.programs / "postgres", *places, *options],
                log=self.log,
                record=self._record,
                environment=self._environment,
                account=self.folder.account,
                stop_signal=signal.SIGINT,
            )
        )
        self.process.wait_until(self._answers, timeout_seconds=START_SECONDS)

    def _answers(self) -> bool:
        probe: list[str | Path] = [
            self.programs / "pg_isready",
            "-q",
            "-h",
            self.sockets,
            "-p",
            str(PORT),
            "-U",
            OWNER,
        ]
        return subprocess.run(probe, check=False, env=self._environment, cwd="/").returncode == 0  # noqa: S603

    def _make_data(self) -> None:
        """Make the data folder under another name; the rename makes it whole or absent."""
        unfinished = self.folder.path / "pg.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        self.folder.data(unfinished.name)
        arguments: list[str | Path] = [
            *(self.programs / "initdb", "-D", unfinished, "-U", OWNER, "-A", "trust", "-E", "UTF8"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"),
            *(() if self.folder.durable else ("--no-sync",)),
        ]
        self._run_as_account(arguments)
        server: list[str | Path] = [self.programs / "postgres", "--single", "-D", unfinished, "postgres"]
        self._run_as_account(server, text=f"CREATE DATABASE {DATABASE}\n")
        unfinished.rename(self.data)

    def _run_as_account(self, arguments: list[str | Path], *, text: str = "") -> None:
        account = self.folder.account
        run = subprocess.run(  # noqa: S603  (our own programs, no shell)
            arguments,
            input=text,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=self._environment,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
        if run.returncode != 0:
            said = run.stderr.strip() or run.stdout.strip()
            raise CannotRun(f"{self.name} could not make its data folder: {said}")

    def _refuse_other_version(self) -> None:
        """Say so where the data was written by another major version, which this server cannot read."""
        try:
            written_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return
        run = subprocess.run(  # noqa: S603  (our own program)
            [self.programs / "postgres", "--version"], capture_output=True, text=True, check=True, cwd="/"
        )
        ours = re.findall(r"\d+", run.stdout)[0]
        if written_by != ours:
            raise CannotRun(
                f"The data in {self.data} is PostgreSQL {written_by}'s and the installed one is {ours}. Dump "
                "it with the old version (pg_dump) and move the folder away; the next start makes another."
            )

    def _remove_stale_locks(self) -> None:
        """Remove what a killed server left behind, where its number is now another process's or a dead one's.

        PostgreSQL takes any process with the number in its lock file for itself; in a
        container numbers come round again at once, and dead processes may never be cleared.
        """
        for lock in (self.data / "postmaster.pid", self.sockets / f".s.PGSQL.{PORT}.lock"):
            with contextlib.suppress(FileNotFoundError):
                number = lock.read_text(encoding="utf-8").split("\n", 1)[0].strip()
                if number.isdigit() and Path("/proc", number).exists() and not self._works_here(number):
                    lock.unlink()

    def _works_here(self, number: str) -> bool:
        """Say whether process `number` has our data folder as its own, as every server process has."""
        try:
            return Path("/proc", number, "cwd").readlink() == self.data
        except OSError:
            return False

    @property
    def _environment(self) -> dict[str, str]:
        return {"PATH": "/usr/bin:/bin", "HOME": str(self.folder.path), "LC_ALL": "C", "TZ": "UTC"}

    @property
    def log(self) -> Path:
        """Where the server writes."""
        return self.folder.logs / "postgres.log"

    @property
    def _record(self) -> Path:
        return self.folder.records / "postgres"
