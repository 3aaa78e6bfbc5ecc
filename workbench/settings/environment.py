"""The only place that reads the environment: each setting with its type and its sentence."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None, *, help_text: str = "") -> str:
    """Return the variable `name`, or `default`; without either, say what is missing."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name}. {help_text}".strip())
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return the variable `name` as a truth value (`1`, `true`, `yes`, `on`)."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def whole_number(name: str, default: int) -> int:
    """Return the variable `name` as a whole number."""
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number.") from None


def words(name: str, default: str = "") -> list[str]:
    """Return the variable `name` as a list, split at commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Return the variable `name` as an absolute folder."""
    return Path(os.environ.get(name, str(default))).resolve()


def database(url: str) -> dict[str, object]:
    """Return Django's settings for a `postgresql://` URL, its query as server options.

    `host` in the query names a socket folder, as libpq does:
    `postgresql://postgres@/workbench?host=/run/pg&port=5432`.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with {parts.scheme!r}; it must be a postgresql:// URL."
        )
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "workbench",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", None) or parts.hostname or "",
        "PORT": query.pop("port", None) or (str(parts.port) if parts.port else ""),
        "OPTIONS": query,
    }


def broker(redis_url: str) -> str:
    """Return Celery's form of a Redis URL; sockets are written differently there."""
    if redis_url.startswith("unix://"):
        return "redis+socket://" + redis_url.removeprefix("unix://").partition("?")[0]
    return redis_url
