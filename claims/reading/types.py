"""What reading hands on: the article, and what deserves a second look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Fact = str | int | float


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something the reader noticed: a stable `code` and its `facts`; `claims.reading.notices` words it."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Warnings = tuple[ReadWarning, ...]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article as it will be stored; every later offset counts code points of `text`."""

    text: str
    title: str
    outlet: str
    url: str
    canonical_url: str
    url_key: str
    author: str
    published_on: date | None
    published_raw: str
    language: str
    language_confidence: float
    sha256: str
    signature: tuple[int, ...]
    warnings: Warnings = ()
    external_id: str = ""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a person, a file or a page states about an article, unchecked."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    canonical_url: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    external_id: str = ""
