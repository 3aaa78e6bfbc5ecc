"""The body of a response: unpacked as it comes, and never more of it than was agreed."""

import zlib
from collections.abc import Iterable, Iterator

from workbench.core.fetch_errors import CompressionBomb, EncodingNotSupported, PageIncomplete, PageTooLarge
from workbench.core.fetch_types import FetchPolicy

ACCEPTED_ENCODINGS = "gzip, deflate"
"""What the standard library unpacks in bounded steps."""

GZIP_WINDOW = 16 + zlib.MAX_WBITS
STEP_BYTES = 65_536

EXPANSION_CHECKED_FROM = 1_000_000
"""A short page of repeated markup may well unpack to a hundred times its size; a long one is a bomb."""


def read_body(chunks: Iterable[bytes], encoding: str, *, host: str, policy: FetchPolicy) -> bytes:
    """Return the whole unpacked body.

    Raises
    ------
    PageTooLarge, CompressionBomb, EncodingNotSupported, PageIncomplete
    """
    received = _counted(chunks, policy.wire_bytes_max)
    packing = encoding.strip().lower()
    if packing in {"", "identity"}:
        return b"".join(received)
    if packing not in {"gzip", "x-gzip", "deflate"}:
        raise EncodingNotSupported(encoding=packing[:40])
    try:
        return _unpacked(received, is_gzip=packing != "deflate", host=host, policy=policy)
    except zlib.error as error:
        raise PageIncomplete(host=host) from error


def _counted(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise PageTooLarge(limit=limit)
        yield chunk


def _unpacked(chunks: Iterable[bytes], *, is_gzip: bool, host: str, policy: FetchPolicy) -> bytes:
    body = bytearray()
    packed_bytes = 0
    unpacker = None
    for chunk in chunks:
        packed_bytes += len(chunk)
        rest = chunk
        while rest:
            unpacker = unpacker or zlib.decompressobj(_window(rest, is_gzip=is_gzip))
            body += unpacker.decompress(rest, STEP_BYTES)
            _check_size(len(body), packed_bytes, policy)
            rest = unpacker.unconsumed_tail or unpacker.unused_data
            if unpacker.eof:
                # What follows a finished member is another member (RFC 1952, 2.2).
                unpacker = None
    if unpacker is not None:
        body += unpacker.flush()
        if not unpacker.eof:
            raise PageIncomplete(host=host)
        _check_size(len(body), packed_bytes, policy)
    return bytes(body)


def _window(packed: bytes, *, is_gzip: bool) -> int:
    if is_gzip:
        return GZIP_WINDOW
    # Servers send "deflate" with and without the zlib header; its low four bits name the method, 8.
    return zlib.MAX_WBITS if packed[0] & 0x0F == 8 else -zlib.MAX_WBITS


def _check_size(body_bytes: int, packed_bytes: int, policy: FetchPolicy) -> None:
    if body_bytes > policy.body_bytes_max:
        raise PageTooLarge(limit=policy.body_bytes_max)
    if body_bytes > EXPANSION_CHECKED_FROM and body_bytes > policy.expansion_max * packed_bytes:
        raise CompressionBomb(limit=policy.expansion_max)
