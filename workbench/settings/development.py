"""One machine, one newsroom, started by `make run`."""

import secrets

from workbench.settings import environment
from workbench.settings.base import *  # noqa: F403  (the one star import: settings are names by design)
from workbench.settings.base import DATABASES, STATE_DIR


def _local_secret() -> str:
    """Return the key kept in the state folder, made on first use and readable by its owner alone."""
    path = STATE_DIR / "secret-key"
    if not path.exists():
        STATE_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return path.read_text(encoding="ascii")


DEBUG = environment.flag("WORKBENCH_DEBUG", default=False)
SECRET_KEY = environment.text("SECRET_KEY", "") or _local_secret()
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
