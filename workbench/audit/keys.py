"""The key that signs anchors: of its own, so that changing the sessions' key voids no anchor."""

import os
import secrets
from pathlib import Path

from django.conf import settings


def anchor_key() -> bytes:
    """Return `WORKBENCH_ANCHOR_KEY`, or the state folder's key, made on first use for its owner alone."""
    if settings.ANCHOR_KEY:
        return str(settings.ANCHOR_KEY).encode()
    path = Path(settings.STATE_DIR) / "anchor-key"
    if not path.exists():
        _make(path)
    return path.read_bytes().strip()


def _make(path: Path) -> None:
    """Write a new key where no other process has written one meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
