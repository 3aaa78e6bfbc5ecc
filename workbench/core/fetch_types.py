"""What may be fetched, how much of it, and what comes back."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workbench.core.addresses import Network

Resolver = Callable[[str, int], list[str]]
"""Returns every address of a host for a port, as text; raises `OSError` where there is none."""

USER_AGENT = "ClaimWorkbench/0.1"


def resolve_host(host: str, port: int) -> list[str]:
    """Return every address that the system's resolver knows for `host`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """The limits of one fetch. The defaults are the ones for strangers' pages; only tests need others.

    `also_denied` names public networks that are ours. `exempt_endpoints` names single (address, port)
    pairs that may be visited although they are not public: a test's own server, never an environment's.
    """

    total_seconds: float = 20.0
    connect_seconds: float = 5.0
    wire_bytes_max: int = 10_000_000
    body_bytes_max: int = 10_000_000
    expansion_max: int = 100
    redirects_max: int = 5
    ports: frozenset[int] = frozenset([80, 443])
    content_types: frozenset[str] = frozenset(["text/html", "application/xhtml+xml", "text/plain"])
    also_denied: tuple[Network, ...] = ()
    exempt_endpoints: frozenset[tuple[str, int]] = frozenset()
    resolver: Resolver = resolve_host


DEFAULT_POLICY = FetchPolicy()


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One page as it was served: whole, decompressed, not decoded."""

    url: str
    final_url: str
    status: int
    content_type: str
    charset: str
    body: bytes
    fetched_at: datetime
