"""The variables that the launcher and its programs run with."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.runtime.errors import CannotRun
from workbench.runtime.state import State

CHECKOUT = Path(__file__).resolve().parent.parent.parent

FIRST_PORT = 8000
PORTS_TO_TRY = 100


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who starts the workbench may choose."""

    state: Path
    host: str
    port: int | None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a run happens and with what."""

    options: Options
    state: State
    environment: Mapping[str, str]

    def reaching(self, urls: Mapping[str, str]) -> "Setting":
        """Return this setting for programs that reach their services at `urls`."""
        return replace(self, environment={**self.environment, **urls})


def read_environment(checkout: Path) -> dict[str, str]:
    """Return the process's variables, filled up from the checkout's `.env` file if there is one."""
    return {**_read_file(checkout / ".env"), **os.environ}


def read_options(environment: Mapping[str, str], checkout: Path) -> Options:
    """Return the choices that `environment` holds."""
    port = environment.get("WORKBENCH_PORT", "")
    if port and not (port.isdigit() and 0 < int(port) < 65536):
        raise CannotRun(f"WORKBENCH_PORT is {port!r}; it must be a number from 1 to 65535.")
    return Options(
        state=Path(environment.get("WORKBENCH_STATE_DIR") or checkout / ".state").resolve(),
        host=environment.get("WORKBENCH_HOST") or "127.0.0.1",
        port=int(port) if port else None,
    )


def current_setting(checkout: Path = CHECKOUT) -> Setting:
    """Return the setting that this process's variables and the checkout's `.env` file describe."""
    environment = read_environment(checkout)
    options = read_options(environment, checkout)
    return Setting(
        options=options, state=State(options.state), environment=_for_programs(environment, options.state)
    )


def _for_programs(environment: Mapping[str, str], state: Path) -> dict[str, str]:
    """Return what every program of the workbench is given beside its services' addresses."""
    return {
        "DJANGO_SETTINGS_MODULE": "workbench.settings.development",
        # Two arenas a process, not eight a core: glibc gives back little of what it spreads over many.
        "MALLOC_ARENA_MAX": "2",
        **environment,
        "PYTHONUNBUFFERED": "1",
        "WORKBENCH_STATE_DIR": str(state),
    }


def choose_port(options: Options) -> int:
    """Return the port asked for, or the first free one from 8000 upwards."""
    if options.port:
        if not _is_free(options.host, options.port):
            raise CannotRun(f"Port {options.port} is taken. Set WORKBENCH_PORT to another, or leave it out.")
        return options.port
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY):
        if _is_free(options.host, port):
            return port
    raise CannotRun(
        f"No port from {FIRST_PORT} to {FIRST_PORT + PORTS_TO_TRY - 1} is free. Set WORKBENCH_PORT."
    )


def _is_free(host: str, port: int) -> bool:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.create_server((host, port), family=family):
            return True
    except OSError:
        return False


def _read_file(path: Path) -> dict[str, str]:
    """Return the `NAME=value` lines of `path`, without comment lines and without quotes around values."""
    if not path.is_file():
        return {}
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or not name.strip().isidentifier():
            raise CannotRun(f"{path}, line {number}: {line!r} is not NAME=value.")
        found[name.strip()] = value.strip().strip("\"'")
    return found
