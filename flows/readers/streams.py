"""Bytes as they come, before it is known how many: files, standard input, response bodies, packed or not.

Nothing is read further than asked for. A packed stream that grows out of all proportion is refused (a gzip bomb).
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from flows.readers.documents import Document, Imprint
from schemas.errors import ReadError

_GZIP = b"\x1f\x8b"
_PEEK = 1 << 16
_CHUNK = 1 << 16
_MAX_GROWTH = 200
"""Text packs to a tenth or a twentieth; what packs to less than a two-hundredth was made to fill memory or disk."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Bytes to come from an address; what the server said of their kind, and what led here said of the document."""

    address: str
    file: "io.BufferedReader[Any]"
    media_type: str = ""
    charset: str | None = None
    listed: Imprint = field(default_factory=Imprint)

    def peek(self) -> bytes:
        """The first bytes, which are still to be read."""
        return self.file.peek(_PEEK)[:_PEEK]


def unpacked(stream: Stream, max_bytes: int) -> Stream:
    """The stream itself, or what a gzip stream holds."""
    if not stream.peek().startswith(_GZIP):
        return stream
    inside = opened(_Inflated(stream, max_bytes))
    return replace(stream, file=inside, address=stream.address.removesuffix(".gz"))


def whole(stream: Stream, max_bytes: int) -> Document:
    """The document that the stream is. Raises `ReadError` (`too_large`) beyond `max_bytes`."""
    data = stream.file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise too_large(stream.address, max_bytes)
    return Document(
        address=stream.address,
        data=data,
        media_type=stream.media_type,
        charset=stream.charset,
        listed=stream.listed,
    )


def lines(stream: Stream, max_bytes: int) -> Iterator[bytes | None]:
    """The lines of the stream; null in the place of one that is longer than `max_bytes`."""
    while line := stream.file.readline(max_bytes + 1):
        if len(line) <= max_bytes:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.file.readline(_CHUNK)
        yield None


def too_large(address: str, max_bytes: int) -> ReadError:
    """The refusal of a document beyond the limit."""
    return ReadError(
        address,
        "too_large",
        f"{address} is larger than {max_bytes / 1e6:g} MB; split it, or raise FORESAID_MAX_BYTES.",
    )


class _Inflated(io.RawIOBase):
    """What a gzip stream of one or several members holds, inflated as it is read."""

    def __init__(self, packed: Stream, max_bytes: int) -> None:
        self._packed = packed
        self._max_bytes = max_bytes
        self._inflater = zlib.decompressobj(wbits=31)
        self._taken = self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        self._given += len(data)
        if self._given > max(self._max_bytes, _MAX_GROWTH * self._taken):
            raise ReadError(
                self._packed.address,
                "bomb",
                f"{self._packed.address} unpacks to more than {_MAX_GROWTH} times its size; unpack it yourself first.",
            )
        return len(data)

    def _next(self, size: int) -> bytes:
        try:
            return self._inflated(size)
        except (zlib.error, EOFError):
            raise ReadError(
                self._packed.address,
                "broken_gzip",
                f"{self._packed.address} is damaged or cut off; get it again from where it came.",
            ) from None

    def _inflated(self, size: int) -> bytes:
        """At most `size` further bytes, none at the end. Raises EOFError where the last member is cut off."""
        while True:
            if self._inflater.eof:
                packed = self._inflater.unused_data or self._more()
                if not packed:
                    return b""
                self._inflater = zlib.decompressobj(wbits=31)
            else:
                packed = self._inflater.unconsumed_tail or self._more()
            data = self._inflater.decompress(packed, size)
            if data:
                return data
            if not packed and not self._inflater.eof:
                raise EOFError

    def _more(self) -> bytes:
        packed = self._packed.file.read1(_CHUNK)
        self._taken += len(packed)
        return packed


def opened(data: BinaryIO | io.RawIOBase) -> "io.BufferedReader[Any]":
    """A buffered reader over any binary file, with a buffer that peeking can look through."""
    return io.BufferedReader(data, _PEEK)
