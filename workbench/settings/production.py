"""A newsroom's server: every secret comes from the environment, everything travels by HTTPS."""

from workbench.settings import environment
from workbench.settings.base import *  # noqa: F403  (the one star import: settings are names by design)
from workbench.settings.base import DATABASES, STATE_DIR, STORAGES

DEBUG = False
SECRET_KEY = environment.text(
    "SECRET_KEY",
    help_text="Make one with: python -c 'import secrets; print(secrets.token_urlsafe(64))'",
)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS") or [
    environment.text("ALLOWED_HOSTS", help_text="Name the hosts that serve the workbench, split by commas.")
]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DATABASES["default"] |= environment.database(
    environment.text("DATABASE_URL", help_text="A postgresql:// URL of a PostgreSQL >= 15 with pgvector.")
)

SECURE_SSL_REDIRECT = environment.flag("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
if environment.flag("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
STATIC_ROOT = STATE_DIR / "static"
WHITENOISE_USE_FINDERS = False
