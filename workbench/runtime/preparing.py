"""Making a database ready for the workbench: its tables, and on the very first start its first login."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

from workbench.runtime.environment import CHECKOUT, Setting
from workbench.runtime.errors import CannotRun
from workbench.runtime.processes import last_lines

PACKAGES = ("workbench", "claims", "sources")


def prepare_database(setting: Setting, *, stamp: Path | None) -> bool:
    """Bring the tables up to date and make the first login; return whether there was anything to do.

    `stamp` lies in our own server's data folder and says which migrations and tables of names
    it has seen, so that later starts need not ask. A server of somebody else's is asked every time.
    """
    wanted = preparation_mark()
    if stamp and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return False
    _manage(setting, "migrate", "--no-input", "--skip-checks", "--verbosity", "0")
    printed = _manage(setting, "first_start").strip().splitlines()
    if login := json.loads(printed[-1] if printed else "{}"):
        setting.state.keep_login(login)
    if stamp:
        stamp.write_text(wanted, encoding="ascii")
    return True


def preparation_mark(checkout: Path = CHECKOUT) -> str:
    """Return a fingerprint of all migrations, those of the locked dependencies too, and of the names."""
    migrations = [path for package in PACKAGES for path in (checkout / package).rglob("migrations/*.py")]
    tables = (checkout / "claims" / "linking" / "data").glob("*.tsv*")
    mark = hashlib.sha256()
    for path in sorted([*migrations, *tables, checkout / "requirements" / "runtime.lock"]):
        mark.update(f"{path.relative_to(checkout)}\0".encode())
        mark.update(path.read_bytes())
    return mark.hexdigest()


def _manage(setting: Setting, *arguments: str) -> str:
    """Run one `manage.py` command and return what it printed; its complaints go to a log."""
    log = setting.state.logs / "prepare.log"
    with log.open("w", encoding="utf-8") as complaints:
        run = subprocess.run(  # noqa: S603  (our own command)
            [sys.executable, "manage.py", *arguments],
            cwd=CHECKOUT,
            env=dict(setting.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            check=False,
        )
    if run.returncode != 0:
        raise CannotRun(f"`manage.py {' '.join(arguments)}` failed (see {log}):\n{last_lines(log)}")
    return run.stdout
