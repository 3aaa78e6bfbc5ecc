"""The embedded Valkey: doorbell and cache, reached by socket only."""

import signal
import socket
from pathlib import Path

from workbench.runtime import binaries
from workbench.runtime.folders import ServicesFolder
from workbench.runtime.processes import Command, Process, end_recorded

START_SECONDS = 30.0
STOP_SECONDS = 10.0

SETTINGS = ["--port", "0", "--unixsocketperm", "700", "--daemonize", "no", "--maxmemory-policy", "noeviction"]
DURABLE_SETTINGS = ["--appendonly", "yes", "--appendfsync", "everysec"]
THROWAWAY_SETTINGS = ["--save", "", "--appendonly", "no"]


class Valkey:
    """One Valkey server in `folder`, owned by the folder's account."""

    name = "Valkey"

    def __init__(self, folder: ServicesFolder) -> None:
        self.folder = folder
        program = binaries.valkey_server()
        self.program = folder.within_reach(program.parent) / program.name
        self.socket = folder.sockets() / "valkey.sock"
        self.process: Process | None = None

    @property
    def url(self) -> str:
        """The address Django and Celery connect to."""
        return f"unix://{self.socket}"

    @property
    def log(self) -> Path:
        """Where the server writes."""
        return self.folder.logs / "valkey.log"

    def start(self) -> None:
        """Bring the server up."""
        self.stop()
        record = self.folder.records / "valkey"
        end_recorded(record, stop_signal=signal.SIGTERM, timeout_seconds=STOP_SECONDS)
        self.socket.unlink(missing_ok=True)
        keeping = DURABLE_SETTINGS if self.folder.durable else THROWAWAY_SETTINGS
        places: list[str | Path] = ["--unixsocket", self.socket, "--dir", self.folder.data("valkey")]
        self.process = Process(
            Command(
                name=self.name,
                arguments=[self.program, *SETTINGS, *places, *keeping],
                log=self.log,
                record=record,
                environment={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
                account=self.folder.account,
            )
        )
        self.process.wait_until(self._answers, timeout_seconds=START_SECONDS)

    def is_running(self) -> bool:
        """Say whether the server is there."""
        return self.process is not None and self.process.is_running()

    def stop(self) -> None:
        """Stop the server once it has written what it holds."""
        if self.process:
            self.process.stop(timeout_seconds=STOP_SECONDS)
            self.process = None

    def _answers(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(1)
                connection.connect(str(self.socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False
