"""Connections that go only where `workbench.core.addresses` allows, and only for so long."""

import queue
import ssl
import threading
import time
from collections.abc import Iterable

import httpcore

from workbench.core.addresses import Address, is_inside, is_public, parsed_address
from workbench.core.fetch_errors import AddressNotPublic, FetchTooSlow, HostNotFound, TlsFailed
from workbench.core.fetch_types import FetchPolicy

ADDRESSES_TRIED_MAX = 4
"""A site that answers on none of four addresses is down."""


class Deadline:
    """The moment at which a fetch ends, however busily the other side drips."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def seconds_left(self) -> float:
        """Return the time left; raise httpcore's timeout where none is."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left

    def has_passed(self) -> bool:
        """Tell whether the moment is over."""
        return time.monotonic() >= self._end


class DeadlineStream(httpcore.NetworkStream):
    """A connection of which each operation gets the time that is left of the whole, and no more."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes, or raise when the time is over."""
        return self._stream.read(max_bytes, self._deadline.seconds_left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`, or raise when the time is over."""
        self._stream.write(buffer, self._deadline.seconds_left())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the secured connection, under the same deadline.

        Raises
        ------
        TlsFailed
            If the server cannot be trusted; httpcore would report it as an ordinary failure to connect.
        """
        left = self._deadline.seconds_left()
        try:
            secured = self._stream.start_tls(ssl_context, server_hostname, left)
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError):
                raise TlsFailed(host=server_hostname) from error
            raise
        return DeadlineStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """Return what the inner connection knows."""
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Resolves a name once, checks every address of it, and connects to one of the addresses checked.

    Nothing resolves the name a second time, so an answer that changes in between cannot matter.
    """

    def __init__(self, policy: FetchPolicy, deadline: Deadline) -> None:
        self._policy = policy
        self._deadline = deadline
        self._connector = httpcore.SyncBackend()

    def connect_tcp(  # noqa: PLR0917 - the signature is httpcore's
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to a checked address of `host`.

        Raises
        ------
        AddressNotPublic
            If any address of the host may not be visited.
        HostNotFound
            If it has none.
        """
        addresses = self._checked_addresses(host, port)
        failure: Exception = HostNotFound(host=host)
        for address in addresses[:ADDRESSES_TRIED_MAX]:
            seconds = min(self._policy.connect_seconds, self._deadline.seconds_left())
            try:
                stream = self._connector.connect_tcp(str(address), port, seconds, None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return DeadlineStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Refuse: no web page lives in a socket file."""
        raise AddressNotPublic(host=path)

    def _checked_addresses(self, host: str, port: int) -> list[Address]:
        try:
            addresses = [parsed_address(text) for text in self._resolved(host, port)]
        except (OSError, ValueError) as error:
            raise HostNotFound(host=host) from error
        if not all(self._may_visit(address, port) for address in addresses):
            raise AddressNotPublic(host=host)
        return addresses

    def _may_visit(self, address: Address, port: int) -> bool:
        if (str(address), port) in self._policy.exempt_endpoints:
            return True
        return is_public(address) and not is_inside(address, self._policy.also_denied)

    def _resolved(self, host: str, port: int) -> list[str]:
        """Return the resolver's answer; its own patience is not ours, so it is asked from a thread."""
        answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._policy.resolver(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self._deadline.seconds_left())
        except queue.Empty as error:
            raise FetchTooSlow(host=host, seconds=self._policy.total_seconds) from error
        if isinstance(answer, list):
            return answer
        raise HostNotFound(host=host) from answer
