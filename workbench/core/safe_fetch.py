"""The only way out to the network: one public page, whole, within limits, or a clear refusal."""

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

import certifi
import httpcore

from workbench.core.fetch_body import ACCEPTED_ENCODINGS, read_body
from workbench.core.fetch_connection import CheckedBackend, Deadline
from workbench.core.fetch_errors import (
    BadResponse,
    BlockedBySite,
    ContentTypeNotAllowed,
    CredentialsInUrl,
    FetchError,
    FetchTooSlow,
    PageIncomplete,
    PageNotFound,
    PageTooLarge,
    PortNotAllowed,
    RedirectToPlainHttp,
    SchemeNotAllowed,
    SiteBusy,
    SiteFailed,
    SiteUnreachable,
    TooManyRedirects,
    UnexpectedStatus,
    UrlNotUsable,
)
from workbench.core.fetch_types import DEFAULT_POLICY, USER_AGENT, FetchedPage, FetchPolicy
from workbench.core.hosts import ascii_host

URL_CHARACTERS_MAX = 4_096
URL_CHARACTERS_SHOWN = 200
FORBIDDEN_IN_URL = re.compile(r"[\x00-\x20\x7f\\]")
SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
SAFE_IN_TARGET = "%/:?@!$&'()*+,;=~-._[]"

DEFAULT_PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset([301, 302, 303, 307, 308])

RETRY_AFTER_SECONDS = (60, 86_400)
"""Sooner is impolite, later is as good as never (bad inputs, 4.4)."""
RETRY_AFTER_DEFAULT = 300

STATUS_ERRORS: Mapping[int, type[FetchError]] = {
    401: BlockedBySite,
    402: BlockedBySite,
    403: BlockedBySite,
    404: PageNotFound,
    406: BlockedBySite,
    410: PageNotFound,
    429: SiteBusy,
    451: BlockedBySite,
    503: SiteBusy,
}


@dataclass(frozen=True, slots=True)
class Target:
    """One address that has been checked as far as that is possible without asking the network."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address in one spelling."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"


def fetch_page(url: str, policy: FetchPolicy = DEFAULT_POLICY) -> FetchedPage:
    """Return the page at `url`, following redirects to other public pages.

    Raises
    ------
    FetchError
        One of its subclasses; `is_transient` on it says whether trying again can help.
    """
    deadline = Deadline(policy.total_seconds)
    target = checked_target(url, policy)
    for _ in range(policy.redirects_max + 1):
        outcome = _visit(target, url, policy, deadline)
        if isinstance(outcome, FetchedPage):
            return outcome
        target = checked_redirect(target, outcome, policy)
    raise TooManyRedirects(limit=policy.redirects_max)


def checked_target(url: str, policy: FetchPolicy = DEFAULT_POLICY) -> Target:
    """Return the parts of `url`, or say why it is never fetched. Asks no network.

    Raises
    ------
    UrlNotUsable, SchemeNotAllowed, CredentialsInUrl, PortNotAllowed
    """
    url = url.strip()
    parts = _split(url)
    if "@" in parts.netloc:
        raise CredentialsInUrl
    host = ascii_host(parts.hostname or "") if "%" not in parts.netloc else ""
    if not host:
        raise UrlNotUsable(url=_shown(url))
    port = _port(parts, url)
    if port not in policy.ports:
        raise PortNotAllowed(port=port)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return Target(parts.scheme, host, port, quote(path, safe=SAFE_IN_TARGET))


def checked_redirect(target: Target, url: str, policy: FetchPolicy) -> Target:
    """Return the parts of the address that `target` redirects to, checked as a first address is.

    Raises
    ------
    RedirectToPlainHttp
        If a secure page leads to an insecure one.
    """
    following = checked_target(url, policy)
    if target.scheme == "https" and following.scheme == "http":
        raise RedirectToPlainHttp(url=_shown(following.url))
    return following


def _split(url: str) -> SplitResult:
    if not url or len(url) > URL_CHARACTERS_MAX or FORBIDDEN_IN_URL.search(url):
        raise UrlNotUsable(url=_shown(url))
    scheme = SCHEME.match(url)
    if scheme and scheme.group(1).lower() not in DEFAULT_PORTS:
        raise SchemeNotAllowed(scheme=scheme.group(1).lower()[:20])
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise UrlNotUsable(url=_shown(url)) from error
    if parts.scheme not in DEFAULT_PORTS or not parts.netloc:
        raise UrlNotUsable(url=_shown(url))
    return parts


def _port(parts: SplitResult, url: str) -> int:
    try:
        port = parts.port
    except ValueError as error:
        raise UrlNotUsable(url=_shown(url)) from error
    return DEFAULT_PORTS[parts.scheme] if port is None else port


def _shown(url: str) -> str:
    return "".join(character for character in url if character.isprintable())[:URL_CHARACTERS_SHOWN]


def _visit(target: Target, url: str, policy: FetchPolicy, deadline: Deadline) -> FetchedPage | str:
    """Return the page, or the address that it redirects to."""
    pool = httpcore.ConnectionPool(
        ssl_context=_trusted_roots(),
        network_backend=CheckedBackend(policy, deadline),
        retries=0,
    )
    try:
        with pool, pool.stream("GET", _core_url(target), headers=_request_headers()) as response:
            headers = {name.lower().decode(): _header_text(value) for name, value in response.headers}
            if response.status in REDIRECTS and headers.get("location"):
                return urljoin(target.url, headers["location"])
            _require_page(response.status, headers, target.host, policy)
            encoding = headers.get("content-encoding", "")
            body = read_body(response.iter_stream(), encoding, host=target.host, policy=policy)
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise _explained(error, target.host, policy, deadline) from error
    content_type, charset = _content_type(headers)
    return FetchedPage(
        url=url,
        final_url=target.url,
        status=response.status,
        content_type=content_type,
        charset=charset,
        body=body,
        fetched_at=datetime.now(UTC),
    )


@cache
def _trusted_roots() -> ssl.SSLContext:
    # Naming the file keeps SSL_CERT_FILE and SSL_CERT_DIR of the environment out of it.
    return ssl.create_default_context(cafile=certifi.where())


def _core_url(target: Target) -> httpcore.URL:
    return httpcore.URL(
        scheme=target.scheme.encode(),
        host=target.host.encode(),
        port=target.port,
        target=target.path.encode(),
    )


def _request_headers() -> list[tuple[bytes, bytes]]:
    return [
        (b"User-Agent", USER_AGENT.encode()),
        (b"Accept", b"text/html,application/xhtml+xml,text/plain;q=0.8"),
        (b"Accept-Encoding", ACCEPTED_ENCODINGS.encode()),
        (b"Connection", b"close"),
    ]


def _header_text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _require_page(status: int, headers: Mapping[str, str], host: str, policy: FetchPolicy) -> None:
    if status != 200:
        raise _status_error(status, headers)
    content_type, _ = _content_type(headers)
    if content_type and content_type not in policy.content_types:
        raise ContentTypeNotAllowed(content_type=content_type[:80], host=host)
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > policy.wire_bytes_max:
        raise PageTooLarge(limit=policy.wire_bytes_max)


def _status_error(status: int, headers: Mapping[str, str]) -> FetchError:
    kind = STATUS_ERRORS.get(status, SiteFailed if 500 <= status < 600 else UnexpectedStatus)
    if kind is SiteBusy:
        return SiteBusy(
            status=status, retry_after_seconds=retry_after_seconds(headers.get("retry-after", ""))
        )
    return kind(status=status)


def retry_after_seconds(header: str) -> int:
    """Return how long a server asks us to wait, brought within a minute and a day.

    >>> retry_after_seconds("0"), retry_after_seconds("31536000"), retry_after_seconds("soon")
    (60, 86400, 300)
    """
    wish = RETRY_AFTER_DEFAULT
    if header.isascii() and header.isdigit():
        wish = int(header[:9])
    elif header:
        try:
            wish = int((parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
        except (ValueError, TypeError):
            wish = RETRY_AFTER_DEFAULT
    least, most = RETRY_AFTER_SECONDS
    return max(least, min(most, wish))


def _content_type(headers: Mapping[str, str]) -> tuple[str, str]:
    message = Message()
    message["Content-Type"] = re.sub(r"[\r\n]", " ", headers.get("content-type", ""))
    if not headers.get("content-type", "").strip():
        return "", ""
    return message.get_content_type(), str(message.get_content_charset("") or "")


def _explained(error: Exception, host: str, policy: FetchPolicy, deadline: Deadline) -> FetchError:
    if deadline.has_passed() or isinstance(error, httpcore.ReadTimeout):
        return FetchTooSlow(host=host, seconds=policy.total_seconds)
    if isinstance(error, httpcore.RemoteProtocolError):
        incomplete = "without sending complete" in str(error) or "disconnected" in str(error)
        return PageIncomplete(host=host) if incomplete else BadResponse(host=host)
    if isinstance(error, httpcore.ProtocolError):
        return UrlNotUsable(url=host)
    return SiteUnreachable(host=host)


__all__ = ["FetchError", "FetchPolicy", "FetchedPage", "checked_target", "fetch_page"]
