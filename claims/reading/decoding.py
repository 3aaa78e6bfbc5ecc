"""From bytes to characters, without losing any in silence."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from claims.reading.types import ReadWarning, Warnings

BYTE_ORDER_MARKS = (
    # UTF-32's little-endian mark begins with UTF-16's, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

WIDE_ENCODINGS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
WIDE_LABELS = frozenset([*WIDE_ENCODINGS, "utf-16", "utf-32"])

# Single-byte encodings of the languages served first and of their neighbours; a wider choice makes the
# detector take short Arabic for Thai (measured: 30 bytes of ISO-8859-6 became cp874).
DETECTED_ENCODINGS = ("cp1256", "cp1252", "iso8859_6", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255")

DECLARABLE_ENCODINGS = frozenset(
    [
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"),
        *(f"cp{page}" for page in range(1250, 1259)),
        *(f"iso8859-{part}" for part in range(2, 17)),
        *(
            "koi8-r",
            "koi8-u",
            "gb18030",
            "big5",
            "shift_jis",
            "euc_jp",
            "euc_kr",
            "mac-arabic",
            "cp720",
            "cp864",
        ),
    ]
)

# The WHATWG Encoding Standard reads these labels as windows-1252, as every browser does.
WESTERN_LABELS = frozenset(
    ["ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1", "iso8859-1", "windows-1252"]
)

META_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE
)
META_WINDOW_BYTES = 4_096
"""Browsers look at 1,024 bytes; real pages put the declaration after long comments."""

SAMPLE_BYTES = 64_000
"""Enough to tell an encoding; the detector's time grows with its input."""

WIDE_NUL_SHARE_MIN = 0.02
"""UTF-16 text has a zero byte at each space, digit and line break: one in 12 to one in 2 bytes."""

WIDE_PLAUSIBLE_SHARE_MIN = 0.95
"""The wrong byte order turns spaces and digits into rare scripts; the right one leaves hardly any."""

REPLACED_SHARE_NOTABLE = 0.01
"""One broken byte in a hundred characters still reads well (catalogue of bad inputs, 4.1)."""

WESTERN_ACCENT_SHARE_MAX = 0.3
"""Accented letters are below a fifth of the letters in every language of windows-1252."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
MOJIBAKE = re.compile(
    "[ØÙÚÛ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
MOJIBAKE_PAIRS_MIN = 8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding that gave them, and what was noticed on the way."""

    text: str
    encoding: str
    warnings: Warnings = ()


def decode_bytes(data: bytes, *, http_charset: str = "", is_html: bool = False) -> Decoded:
    """Decode `data` by byte order mark, declaration (HTTP before `<meta>`) or detection, in that order.

    A declaration that the bytes contradict is not believed, and a warning says so. Line ends stay as they
    are. Bytes that fit nowhere become U+FFFD and are counted.

    >>> decode_bytes("قال الوزير".encode("utf-16")).text
    'قال الوزير'
    """
    marked = _by_mark(data) or _by_zero_bytes(data)
    if marked is not None:
        return marked
    label = http_charset or (_meta_charset(data) if is_html else "")
    declared = known_encoding(label)
    warnings: Warnings = ()
    if label and not declared:
        warnings = (ReadWarning("unknown_encoding", {"declared": label[:40]}),)
    used = _narrow_encoding(data, declared)
    if declared and used != declared:
        warnings += (ReadWarning("encoding_differs", {"declared": declared, "used": used}),)
    elif not declared and used != "utf-8":
        warnings += (ReadWarning("encoding_guessed", {"used": used}),)
    return _decoded(data, used, warnings)


def known_encoding(label: str) -> str:
    """Return Python's name for a declared text encoding, or '' for one that is unknown or not trusted."""
    label = label.strip().strip("\"'").lower()
    if label in WESTERN_LABELS:
        return "cp1252"
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    return name if name in DECLARABLE_ENCODINGS else ""


def storable_text(text: str) -> tuple[str, Warnings]:
    r"""Replace what PostgreSQL cannot hold (NUL, lone surrogates) one for one, so that no offset moves.

    >>> storable_text("a\0b")[0]
    'a�b'
    """
    stored, count = UNSTORABLE.subn(REPLACEMENT, text)
    if not count:
        return text, ()
    return stored, (ReadWarning("characters_unstorable", {"count": count}),)


def mojibake_warnings(text: str) -> Warnings:
    """Warn about Arabic in UTF-8 that was once decoded as windows-1252; the text is stored as it is."""
    count = len(MOJIBAKE.findall(text))
    if count < MOJIBAKE_PAIRS_MIN or count * 4 < len(text.split()):
        return ()
    return (ReadWarning("mojibake", {"count": count}),)


def repaired_mojibake(text: str) -> str:
    """Return `text` with a windows-1252 misreading of UTF-8 undone, or unchanged where that is impossible."""
    try:
        return b"".join(_misread_byte(character) for character in text).decode("utf-8")
    except UnicodeError:
        return text


def _misread_byte(character: str) -> bytes:
    # Decoders pass the five bytes that windows-1252 leaves undefined through as control characters.
    return character.encode("latin-1" if "\x80" <= character < "\xa0" else "cp1252")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, ())
    return None


def _by_zero_bytes(data: bytes) -> Decoded | None:
    """Recognise UTF-16 and UTF-32 without a mark by their zero bytes, whatever was declared."""
    sample = data[: SAMPLE_BYTES - SAMPLE_BYTES % 4]
    if sample.count(0) < WIDE_NUL_SHARE_MIN * len(sample) or len(data) < 4:
        return None
    for encoding in WIDE_ENCODINGS:
        if _plausible_share(sample, encoding) >= WIDE_PLAUSIBLE_SHARE_MIN:
            return _decoded(data, encoding, (ReadWarning("encoding_guessed", {"used": encoding}),))
    return None


def _plausible_share(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    plausible = sum(_is_plausible(character) for character in text)
    return plausible / len(text) if text else 0.0


def _is_plausible(character: str) -> bool:
    code = ord(character)
    return character in "\t\n\r" or 0x20 <= code < 0x700 or 0x2000 <= code < 0x2070 or 0xFB50 <= code < 0xFEFF


def _meta_charset(data: bytes) -> str:
    found = META_CHARSET.search(data[:META_WINDOW_BYTES])
    return found.group(1).decode("ascii") if found else ""


def _narrow_encoding(data: bytes, declared: str) -> str:
    """Choose the encoding that the bytes themselves support, starting from the declared one."""
    if data.isascii():
        return declared if declared and declared not in WIDE_LABELS else "utf-8"
    if _is_utf8(data):
        return "utf-8"
    if declared == "utf-8" or not declared:
        return "utf-8" if _mostly_utf8(data) else _detected_encoding(data)
    if declared == "cp1252" and not _looks_western(data):
        return _detected_encoding(data)
    return declared if _fits(data, declared) else _detected_encoding(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether more characters beyond ASCII are whole UTF-8 sequences than are broken bytes.

    A sequence is hardly ever valid by chance, so a page glued from two encodings keeps its larger part.
    """
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT)
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > broken


def _looks_western(data: bytes) -> bool:
    letters = [
        character
        for character in data[:SAMPLE_BYTES].decode("cp1252", errors="replace")
        if character.isalpha()
    ]
    accented = sum(character > "\x7f" for character in letters)
    return accented <= WESTERN_ACCENT_SHARE_MAX * len(letters)


def _fits(data: bytes, encoding: str) -> bool:
    text = data[:SAMPLE_BYTES].decode(encoding, errors="replace")
    return text.count(REPLACEMENT) <= REPLACED_SHARE_NOTABLE * len(text) + 1


def _detected_encoding(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE_BYTES], cp_isolation=list(DETECTED_ENCODINGS)).best()
    return str(best.encoding) if best else "cp1256"


def _decoded(data: bytes, encoding: str, warnings: Warnings) -> Decoded:
    text = data.decode(encoding, errors="replace")
    count = text.count(REPLACEMENT)
    if count:
        share = round(count / len(text), 4)
        code = "many_characters_replaced" if share > REPLACED_SHARE_NOTABLE else "characters_replaced"
        warnings += (ReadWarning(code, {"count": count, "share": share}),)
    return Decoded(text, encoding, warnings)
