"""The account that PostgreSQL and Valkey run under."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from workbench.runtime.errors import CannotRun

UNPRIVILEGED = ("postgres", "nobody")
"""Accounts to step down to, in order; PostgreSQL refuses to run as root."""


@dataclass(frozen=True, slots=True)
class Account:
    """An existing account that root hands the services to."""

    name: str
    uid: int
    gid: int

    def can_reach(self, path: Path) -> bool:
        """Say whether this account may enter (or run) `path`, every folder above it included."""
        probe = ["test", "-x", str(path)]
        run = subprocess.run(  # noqa: S603  (fixed words and our own path)
            probe, check=False, cwd="/", user=self.uid, group=self.gid, extra_groups=[]
        )
        return run.returncode == 0

    def give(self, path: Path) -> None:
        """Make this account the owner of `path`, not of what lies in it."""
        os.chown(path, self.uid, self.gid)


def services_account() -> Account | None:
    """Return the account to step down to, or None where we are an ordinary user already."""
    if os.geteuid() != 0:
        _require_own_entry()
        return None
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid)
    raise CannotRun(
        "PostgreSQL does not run as root, and this machine has neither a 'postgres' nor a 'nobody' account. "
        "Start the workbench as an ordinary user, or set DATABASE_URL and REDIS_URL."
    )


def _require_own_entry() -> None:
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        raise CannotRun(
            f"User id {os.geteuid()} has no entry in /etc/passwd, which PostgreSQL needs. "
            "Start the workbench as a user that has one, or set DATABASE_URL and REDIS_URL."
        ) from None
