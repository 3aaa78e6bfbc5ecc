"""A web server on loopback that says exactly what a test tells it to, and counts who calls."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

Conversation = Callable[[socket.socket, str], None]


class HostileServer:
    """Accepts connections in a thread; each is handed to `conversation` with the requested path."""

    def __init__(self, conversation: Conversation, *, reads_first: bool = True) -> None:
        self._reads_first = reads_first
        self.conversation = conversation
        self.requests: list[str] = []
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self._is_open = True
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def endpoint(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        self._is_open = False
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while self._is_open:
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with connection, contextlib.suppress(OSError):
                connection.settimeout(5)
                request = connection.recv(65_536).decode("latin-1") if self._reads_first else ""
                self.requests.append(request)
                self.conversation(connection, request.split(" ")[1] if " " in request else "")


def says(*parts: bytes) -> Conversation:
    """Return a conversation that sends `parts` and hangs up."""

    def conversation(connection: socket.socket, path: str) -> None:
        for part in parts:
            connection.sendall(part)

    return conversation


def drips(head: bytes, piece: bytes, *, pause: float, seconds: float) -> Conversation:
    """Return a conversation that sends `head`, then `piece` again and again for `seconds`."""

    def conversation(connection: socket.socket, path: str) -> None:
        connection.sendall(head)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            connection.sendall(piece)
            time.sleep(pause)

    return conversation


def page(body: bytes, *headers: str, status: str = "200 OK", content_type: str = "text/html") -> bytes:
    """Return a complete response."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@contextlib.contextmanager
def served(conversation: Conversation, *, reads_first: bool = True) -> Iterator[HostileServer]:
    """Yield a running server; one that speaks TLS must not read the request before the handshake."""
    server = HostileServer(conversation, reads_first=reads_first)
    try:
        yield server
    finally:
        server.close()
