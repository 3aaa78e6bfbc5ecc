"""The test suite: throwaway services, fast password hashing, nothing kept."""

import tempfile
from pathlib import Path

from workbench.settings.base import *  # noqa: F403  (the one star import: settings are names by design)
from workbench.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "only-for-tests-" + "x" * 40
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES["default"]["CONN_MAX_AGE"] = 0
STATE_DIR = Path(tempfile.gettempdir()) / "workbench-tests"
