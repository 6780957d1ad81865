"""Mailboxes (mbox): one message after another, each begun by a line `From …` after an empty one."""

from collections.abc import Iterator

from flows.readers.documents import Document
from flows.readers.mail import message_address
from flows.readers.streams import Stream, lines, too_large
from schemas import Failure, FailureStage


def documents(stream: Stream, max_bytes: int) -> Iterator[Document | Failure]:
    """The messages of a mailbox, each under its message id, else its number."""
    for number, message in enumerate(_messages(stream, max_bytes), start=1):
        place = f"{stream.address}#{number}"
        if message is None:
            refused = too_large(place, max_bytes)
            yield Failure(address=place, stage=FailureStage.READ, reason=refused.reason, message=str(refused))
        else:
            yield Document(address=message_address(message, place), data=message, media_type="message/rfc822")


def _messages(stream: Stream, max_bytes: int) -> Iterator[bytes | None]:
    """The bytes of each message; null for one beyond the limit."""
    message: list[bytes] = []
    size = 0
    previous: bytes | None = b""
    for line in lines(stream, max_bytes):
        if line and line.startswith(b"From ") and previous is not None and not previous.strip():
            yield from _finished(message, size, max_bytes)
            message, size = [], 0
        else:
            size += len(line) if line is not None else max_bytes + 1
            message += [_unquoted(line)] if line and size <= max_bytes else []
        previous = line
    yield from _finished(message, size, max_bytes)


def _finished(message: list[bytes], size: int, max_bytes: int) -> Iterator[bytes | None]:
    if size:
        yield b"".join(message) if size <= max_bytes else None


def _unquoted(line: bytes) -> bytes:
    """The line as it was written: a line of the text that begins with "From " is kept with a `>` before it."""
    return line[1:] if line.startswith(b">") and line.lstrip(b">").startswith(b"From ") else line
