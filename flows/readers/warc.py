"""Web archives (WARC): the pages that a crawler kept, each under the address that it was fetched from.

The day of the crawl says nothing about publication and is left. Records that are no page, text or PDF, and answers
other than 200, are passed over.
"""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from flows.readers.documents import Document
from flows.readers.streams import Stream, too_large
from schemas import Failure, FailureStage
from schemas.errors import ReadError

_READ = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")


def documents(stream: Stream, max_bytes: int) -> Iterator[Document | Failure]:
    """The documents in an archive. Raises `ReadError` (`broken_warc`) where it is damaged, after what came before."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    records = iter(ArchiveIterator(_Promptly(stream.file)))
    while True:
        try:
            record = next(records, None)
            found = _document(record, max_bytes) if record is not None and _is_page(record) else None
        except (ArchiveLoadFailed, EOFError, ValueError, OSError, AttributeError):
            raise ReadError(
                stream.address,
                "broken_warc",
                f"{stream.address} is damaged from some record on; what came before it was read.",
            ) from None
        if record is None:
            return
        if found is not None:
            yield found


class _Promptly:
    """A file that gives what it has: waiting for more would lose it, where the file breaks off further on."""

    def __init__(self, file: "BufferedReader[Any]") -> None:
        self.read = file.read1
        self.readline = file.readline
        self.close = file.close


def _is_page(record: Any) -> bool:
    is_answer = record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == "200"
    return bool((is_answer or record.rec_type == "resource") and _media_type(record)[0] in _READ)


def _media_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    charset = parameters.partition("charset=")[2].strip("\"' ;")
    return kind.strip().lower(), charset or None


def _document(record: Any, max_bytes: int) -> Document | Failure:
    address = record.rec_headers.get_header("WARC-Target-URI").strip("<>")
    data = record.content_stream().read(max_bytes + 1)
    if len(data) > max_bytes:
        refused = too_large(address, max_bytes)
        return Failure(address=address, stage=FailureStage.READ, reason=refused.reason, message=str(refused))
    media_type, charset = _media_type(record)
    return Document(address=address, data=data, media_type=media_type, charset=charset)
