"""Slowing down whoever guesses passwords: failed logins are counted for a while, then refused."""

import hashlib

from django.core.cache import cache

MOST_FAILURES = 10
"""Wrong passwords before the pause: far more than somebody mistypes, far fewer than a guesser needs."""
PAUSE_SECONDS = 15 * 60
"""How long failures are remembered, counted from the first: a pause ends, it locks nobody out for good."""


def is_paused(*, username: str, address: str) -> bool:
    """Tell whether this name failed too often from this address. Fails where the counter cannot be read."""
    return int(cache.get(_key(username, address), 0)) >= MOST_FAILURES


def note_failure(*, username: str, address: str) -> None:
    """Count a failed login."""
    key = _key(username, address)
    if not cache.add(key, 1, PAUSE_SECONDS):
        cache.incr(key)


def forget_failures(*, username: str, address: str) -> None:
    """Begin to count anew, after a login that succeeded."""
    cache.delete(_key(username, address))


def _key(username: str, address: str) -> str:
    """Return the counter's name; hashed, so that what people typed is not kept in clear."""
    return "login:" + hashlib.sha256(f"{address}\0{username.strip().casefold()}".encode()).hexdigest()
