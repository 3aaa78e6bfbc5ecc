"""The site that a source publishes on, as far as it tells who it is."""

from pathlib import Path
from urllib.parse import urlsplit

SHARED = frozenset((Path(__file__).parent / "data" / "shared_sites.txt").read_text(encoding="utf-8").split())
"""Sites that many publish on: two sources on one of them have nothing in common."""
SECOND_LEVEL = "ac co com edu gov govt info mil net news or org press"
"""Labels under which a country's registry hands out names: example.com.lb, example.co.uk."""


def site_of(address: str) -> str:
    """Return the domain that somebody registered, without www or editions; "" for none or a shared one.

    >>> site_of("https://ar.alhal.example/news"), site_of("http://www.quay.com.lb"), site_of("https://t.me/quay")
    ('alhal.example', 'quay.com.lb', '')
    """
    host = (urlsplit(address if "//" in address else f"//{address}").hostname or "").removeprefix("www.")
    labels = host.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return ""
    country = len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL.split()
    site = ".".join(labels[-3:] if country else labels[-2:])
    return "" if site in SHARED else site
