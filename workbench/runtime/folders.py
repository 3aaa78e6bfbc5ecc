"""Where the embedded services keep their data and their sockets."""

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workbench.runtime import binaries
from workbench.runtime.account import Account, services_account
from workbench.runtime.errors import CannotRun
from workbench.runtime.processes import birth

SHARED_STATE = Path("/var/lib/claim-workbench")
"""Root's place for data where the checkout lies in a folder that the services' account may not enter."""

SOCKET_PATH_LIMIT = 100
"""Bytes a socket's path may take: the system's limit is 107 on Linux and 103 on macOS."""

LONGEST_SOCKET_NAME = ".s.PGSQL.5432.lock"
SOCKET_PREFIX = "workbench-sockets-"
THROWAWAY_PREFIX = "workbench-throwaway-"
OWNER_RECORD = "owner"


@dataclass(frozen=True, slots=True)
class ServicesFolder:
    """A folder that the services' account can work in."""

    path: Path
    account: Account | None
    durable: bool

    @property
    def logs(self) -> Path:
        """The folder of the services' logs."""
        return self._folder("logs")

    @property
    def records(self) -> Path:
        """The folder that says which processes are ours."""
        return self._folder("processes")

    def data(self, name: str) -> Path:
        """Return the folder `name` for the account to write in, made where it is missing."""
        folder = self._folder(name)
        if self.account:
            self.account.give(folder)
        return folder

    def sockets(self) -> Path:
        """Return a folder whose path is short enough for a socket, the same one every time if it can be."""
        near = self.path / "run"
        if len(str(near / LONGEST_SOCKET_NAME).encode()) <= SOCKET_PATH_LIMIT:
            return self.data("run")
        self.remove_short_sockets()
        short = Path(tempfile.mkdtemp(prefix=SOCKET_PREFIX, dir="/tmp"))
        if self.account:
            self.account.give(short)
        self._short_sockets.write_text(str(short), encoding="utf-8")
        return short

    def remove_short_sockets(self) -> None:
        """Remove the folder of sockets that lay elsewhere, an earlier run's included."""
        with contextlib.suppress(FileNotFoundError):
            short = Path(self._short_sockets.read_text(encoding="utf-8"))
            if short.name.startswith(SOCKET_PREFIX) and not short.is_symlink():
                shutil.rmtree(short, ignore_errors=True)
            self._short_sockets.unlink()

    def within_reach(self, programs: Path) -> Path:
        """Return the folder `programs`, or a copy of it where the account cannot enter it."""
        if self.account is None or self.account.can_reach(programs):
            return programs
        distribution = binaries.distribution_of(programs)
        if distribution is None:
            raise CannotRun(f"The account {self.account.name!r} may not enter {programs}.")
        copy = self.path / "programs" / distribution.name_and_version
        if not copy.exists():
            _copy_programs(programs, distribution, copy)
        return copy / programs.relative_to(distribution.site)

    def remove(self) -> None:
        """Remove everything."""
        self.remove_short_sockets()
        shutil.rmtree(self.path, ignore_errors=True)

    @property
    def _short_sockets(self) -> Path:
        return self.path / "short-sockets"

    def _folder(self, name: str) -> Path:
        folder = self.path / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def lasting_folder(state: Path) -> ServicesFolder:
    """Return the folder that keeps its data from one start to the next, beside or for `state`."""
    account = services_account()
    state.mkdir(parents=True, exist_ok=True)
    if account is None:
        return ServicesFolder(path=state, account=None, durable=True)
    state.chmod(0o711)
    if account.can_reach(state):
        return ServicesFolder(path=state, account=account, durable=True)
    return ServicesFolder(path=_recorded_elsewhere(state), account=account, durable=True)


def throwaway_folder() -> ServicesFolder:
    """Return a fresh folder for services that nobody will miss."""
    account = services_account()
    candidates = (tempfile.gettempdir(), "/tmp", "/var/tmp")  # noqa: S108  (a private folder is made in them)
    for parent in candidates:
        if account and not account.can_reach(Path(parent)):
            continue
        _remove_abandoned(Path(parent))
        path = Path(tempfile.mkdtemp(prefix=THROWAWAY_PREFIX, dir=parent)).resolve()
        path.chmod(0o711)
        (path / OWNER_RECORD).write_text(f"{os.getpid()} {birth(os.getpid())}", encoding="ascii")
        return ServicesFolder(path=path, account=account, durable=False)
    raise CannotRun(f"The account that runs the services can enter none of {', '.join(candidates)}.")


def _remove_abandoned(parent: Path) -> None:
    """Remove our throwaway folders whose owner was killed before it could."""
    for path in parent.glob(f"{THROWAWAY_PREFIX}*"):
        with contextlib.suppress(FileNotFoundError, PermissionError):
            if path.owner() and path.stat().st_uid != os.geteuid():
                continue
            pid, _, born = (path / OWNER_RECORD).read_text(encoding="ascii").partition(" ")
            if birth(int(pid)) != born:
                shutil.rmtree(path, ignore_errors=True)


def _recorded_elsewhere(state: Path) -> Path:
    record = state / "services-folder"
    if record.exists():
        recorded = Path(record.read_text(encoding="utf-8"))
        if recorded.is_dir():
            return recorded
    SHARED_STATE.mkdir(mode=0o711, parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="state-", dir=SHARED_STATE))
    made.chmod(0o711)
    (made / "belongs-to").write_text(str(state), encoding="utf-8")
    record.write_text(str(made), encoding="utf-8")
    return made


def _copy_programs(programs: Path, distribution: binaries.Distribution, copy: Path) -> None:
    """Copy the programs and their libraries, each to its place; the rename makes the copy whole or absent."""
    unfinished = copy.with_name(copy.name + ".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    for folder in (programs, *distribution.libraries):
        shutil.copytree(folder, unfinished / folder.relative_to(distribution.site), symlinks=True)
    for folder in (copy.parent, unfinished, *unfinished.rglob("*/")):
        folder.chmod(0o755)
    unfinished.rename(copy)
