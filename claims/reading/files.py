"""What kind of file it is, told by its bytes, and the articles of a JSON file."""

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import PurePosixPath

from claims.reading.decoding import REPLACEMENT, Decoded, decode_bytes
from claims.reading.errors import (
    BadJson,
    FieldMissing,
    FieldOfWrongKind,
    FieldTwice,
    NothingToRead,
    NotText,
    TooManyArticles,
    TooManyBytes,
    UnreadableKind,
)
from claims.reading.limits import ARTICLES_PER_FILE_MAX, FILE_BYTES_MAX
from claims.reading.types import Particulars


class FileKind(StrEnum):
    """The kinds of file that can be read."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"


# Names that people know from file endings, so they need no translation.
SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP / DOCX / ODT"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"OggS", "OGG"),
    (b"ID3", "MP3"),
    (b"SQLite format 3", "SQLITE"),
)
PDF_WINDOW_BYTES = 1_024
"""Readers of PDF accept the mark anywhere in the first kilobyte."""

HTML_ENDINGS = frozenset([".html", ".htm", ".xhtml", ".shtml"])
HTML_TYPES = frozenset(["text/html", "application/xhtml+xml"])
HTML_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)

CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]|" + REPLACEMENT)
CONTROL_SHARE_MAX = 0.05
"""Text has next to none; random bytes have over a tenth in every single-byte encoding."""

NAME_SHOWN_MAX = 80
SAMPLE_CHARACTERS = 20_000

JSON_KINDS: Mapping[type, str] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
}


def shown_name(name: str) -> str:
    r"""Return a file name fit for a message: no folders, nothing invisible, not too long.

    >>> shown_name("../../etc/report\u202egpj.exe")
    'reportgpj.exe'
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(character for character in last if character.isprintable())[-NAME_SHOWN_MAX:] or "file"


def file_kind(name: str, data: bytes, *, content_type: str = "") -> FileKind:
    """Tell how to read a file: by its bytes, with name and content type only where they leave it open.

    Raises
    ------
    NothingToRead, TooManyBytes, UnreadableKind
    """
    if not data.strip():
        raise NothingToRead
    if len(data) > FILE_BYTES_MAX:
        raise TooManyBytes(size=len(data), limit=FILE_BYTES_MAX)
    for signature, kind in SIGNATURES:
        if data.startswith(signature) or (kind == "PDF" and signature in data[:PDF_WINDOW_BYTES]):
            raise UnreadableKind(name=shown_name(name), kind=kind)
    ending = PurePosixPath(name.lower()).suffix
    if content_type in HTML_TYPES or looks_like_html(data):
        return FileKind.HTML
    if ending == ".json" and not content_type:
        return FileKind.JSON
    return FileKind.HTML if ending in HTML_ENDINGS and not content_type else FileKind.TEXT


def looks_like_html(data: bytes) -> bool:
    """Tell whether the bytes begin as an HTML document does, whatever its name says."""
    return HTML_BEGINNING.match(decode_bytes(data[:SAMPLE_CHARACTERS]).text) is not None


def decode_file(name: str, data: bytes, *, is_html: bool = False, http_charset: str = "") -> Decoded:
    """Return the characters of a text file.

    Raises
    ------
    NotText
        If too many of them are control characters or could not be read.
    """
    decoded = decode_bytes(data, is_html=is_html, http_charset=http_charset)
    sample = decoded.text[:SAMPLE_CHARACTERS]
    if len(CONTROL.findall(sample)) > CONTROL_SHARE_MAX * len(sample):
        raise NotText(name=shown_name(name))
    return decoded


def article_records(name: str, text: str) -> list[tuple[str, Particulars]]:
    """Return text and particulars of each article in a JSON file: one object, a list, or {"articles": [...]}.

    Raises
    ------
    BadJson, FieldMissing, FieldOfWrongKind, FieldTwice, TooManyArticles
    """
    value = _parsed(name, text)
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        return _listed(value["articles"], "articles")
    if isinstance(value, list):
        return _listed(value, "")
    return [_record(value, "")]


def _parsed(name: str, text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique_fields)
    except json.JSONDecodeError as error:
        raise BadJson(name=shown_name(name), line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        # Nested some thousand levels deep, or an integer of thousands of digits: Python names no place.
        raise BadJson(name=shown_name(name), line=1, column=1) from error


def _unique_fields(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for key, value in pairs:
        if key in fields:
            raise FieldTwice(path=key[:NAME_SHOWN_MAX])
        fields[key] = value
    return fields


def _listed(values: Sequence[object], path: str) -> list[tuple[str, Particulars]]:
    if not values:
        raise NothingToRead
    if len(values) > ARTICLES_PER_FILE_MAX:
        raise TooManyArticles(size=len(values), limit=ARTICLES_PER_FILE_MAX)
    return [_record(value, f"{path}[{index}]") for index, value in enumerate(values)]


def _record(value: object, path: str) -> tuple[str, Particulars]:
    if not isinstance(value, dict):
        raise FieldOfWrongKind(path=path or "$", found=JSON_KINDS[type(value)], expected="object")
    prefix = f"{path}." if path else ""
    if value.get("text") is None:
        raise FieldMissing(path=f"{prefix}text")
    particulars = Particulars(
        title=_words(value, "title", prefix),
        outlet=_words(value, "outlet", prefix),
        url=_words(value, "url", prefix),
        author=_words(value, "author", prefix),
        published=_words(value, "published_at", prefix),
        language=_words(value, "language", prefix),
        external_id=_words(value, "id", prefix),
    )
    return _words(value, "text", prefix), particulars


def _words(record: Mapping[str, object], field: str, prefix: str) -> str:
    value = record.get(field)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise FieldOfWrongKind(path=f"{prefix}{field}", found=JSON_KINDS[type(value)], expected="string")
