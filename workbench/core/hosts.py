"""Host names: one spelling for all spellings of a name."""

import re
import unicodedata

import idna

PLAIN_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")
IPV6_LITERAL = re.compile(r"[0-9a-f:.]+")


def ascii_host(host: str) -> str:
    """Return a host name in lower-case ASCII without a final dot, or '' where it is not a valid one.

    >>> ascii_host("ΕΛΛΑΔΑ.example.")
    'xn--mxaaic4aa.example'
    """
    host = unicodedata.normalize("NFKC", host).rstrip(".。").lower()
    if ":" in host:
        return host if IPV6_LITERAL.fullmatch(host) else ""
    if not host.isascii():
        host = _encoded(host)
    return host if PLAIN_HOST.fullmatch(host) and ".." not in host else ""


def _encoded(host: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return ""
