"""One address for one page: canonical URLs, keys for comparing them, and hosts to show."""

import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit, urlunsplit

import idna

from claims.reading.limits import URL_CHARACTERS_MAX
from workbench.core.hosts import ascii_host

DEFAULT_PORTS = {"http": 80, "https": 443}

TRACKING_PREFIXES = (
    "utm_",
    "mc_",
    "pk_",
    "piwik_",
    "matomo_",
    "hsa_",
    "guce_",
    "ns_",
    "at_",
    "__twitter_",
    "_hs",
)
TRACKING_NAMES = frozenset(
    [
        *(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
        ),
        *(
            "_ga",
            "_gl",
            "ref_src",
            "ref_url",
            "cmpid",
            "ocid",
            "ncid",
            "s_cid",
            "smid",
            "smtyp",
            "cmp",
            "wt_mc",
        ),
        *("guccounter", "spm", "xtor", "mkt_tok", "oly_enc_id", "vero_id", "sfnsn", "si", "echobox"),
    ]
)
"""Parameters that tell where a reader came from; publishers serve the same page without them."""

SAFE_PATH = "/:@!$&'()*+,;=~-._"
SAFE_QUERY = SAFE_PATH + "?"
CONTROLS = re.compile(r"[\x00-\x20\x7f]")
AMP_SEGMENTS = frozenset(["amp", "amp.html"])
AMP_PARAMETERS = frozenset(["amp", "outputtype=amp", "output=amp", "amp=1", "amp=true"])
VARIANT_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")


def canonical_url(url: str) -> str:
    """Return one spelling for all spellings of an http(s) address, or '' where it is no usable address.

    The host is lower-case ASCII (Punycode); default port, fragment and tracking parameters are gone; the
    other parameters are sorted by name; escapes are spelled one way. The result still opens the page, and
    canonicalising it again changes nothing. Addresses with a user name in them are not usable.

    >>> canonical_url("HTTPS://Example.org:443/a/../b?utm_source=x&z=1&a=2#top")
    'https://example.org/b?a=2&z=1'
    """
    parts = _split(url)
    if parts is None:
        return ""
    host = ascii_host(parts.hostname or "")
    if not host:
        return ""
    port = f":{parts.port}" if parts.port not in (None, DEFAULT_PORTS[parts.scheme]) else ""
    netloc = f"[{host}]{port}" if ":" in host else f"{host}{port}"
    return urlunsplit((parts.scheme, netloc, _clean_path(parts.path), _clean_query(parts.query), ""))


def url_key(url: str) -> str:
    """Return what is equal for the desktop, mobile, AMP, http and https variants of one page; '' if unusable.

    For comparing only: the key does not open the page.

    >>> url_key("http://m.example.org/news/7/amp/?fbclid=1") == url_key("https://www.example.org/news/7")
    True
    """
    parts = urlsplit(canonical_url(url))
    if not parts.hostname:
        return ""
    host = VARIANT_HOST.sub("", parts.netloc)
    segments = [segment for segment in parts.path.split("/") if segment]
    if segments and segments[-1].lower() in AMP_SEGMENTS:
        segments.pop()
    pieces = [piece for piece in parts.query.split("&") if piece and piece.lower() not in AMP_PARAMETERS]
    return "/".join([host, *segments]) + ("?" + "&".join(pieces) if pieces else "")


def outlet_host(url: str) -> str:
    """Return the host that publishes a page, without www. and the like, in ASCII; '' if there is none."""
    return VARIANT_HOST.sub("", urlsplit(canonical_url(url)).hostname or "")


def shown_host(url: str) -> str:
    """Return the host as people read it: Unicode where a label keeps to one script, else Punycode."""
    labels = outlet_host(url).split(".")
    return ".".join(_shown_label(label) for label in labels)


def _split(url: str) -> SplitResult | None:
    url = url.strip()
    if not url or len(url) > URL_CHARACTERS_MAX or CONTROLS.search(url) or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    usable = parts.scheme in DEFAULT_PORTS and "@" not in parts.netloc and port != 0
    return parts if usable else None


def _clean_path(path: str) -> str:
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(_respelled(segment, SAFE_PATH))
    ends_in_folder = path.endswith(("/.", "/.."))
    return "/" + "/".join(kept) + ("/" if ends_in_folder and kept and kept[-1] else "")


def _clean_query(query: str) -> str:
    pieces = [_respelled(piece, SAFE_QUERY) for piece in query.split("&") if piece]
    named = [(piece.partition("=")[0], piece) for piece in pieces]
    return "&".join(
        piece for name, piece in sorted(named, key=lambda pair: pair[0]) if not _is_tracking(name)
    )


def _is_tracking(name: str) -> bool:
    return name.lower() in TRACKING_NAMES or name.lower().startswith(TRACKING_PREFIXES)


def _respelled(part: str, safe: str) -> str:
    """Escape what needs it, unescape what does not; an escaped reserved character stays escaped."""
    pieces = re.split(r"((?:%[0-9A-Fa-f]{2})+)", part)
    return "".join(
        _respelled_escapes(piece) if index % 2 else quote(piece, safe=safe)
        for index, piece in enumerate(pieces)
    )


def _respelled_escapes(escapes: str) -> str:
    # Only unreserved characters mean the same escaped and plain (RFC 3986, 6.2.2.2).
    return "".join(quote(bytes([byte]), safe="") for byte in unquote_to_bytes(escapes))


def _shown_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        shown = idna.decode(label)
    except (idna.IDNAError, UnicodeError):
        return label
    scripts = {unicodedata.name(character, "?").split()[0] for character in shown if character.isalpha()}
    return shown if len(scripts) == 1 and not shown.isascii() and scripts != {"CYRILLIC"} else label
