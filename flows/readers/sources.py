"""From a source, as a person names it, to documents: a file, a folder, an address of the web, `-` for standard input.

What holds several documents is opened on the way (JSON Lines, mailboxes, web archives, feeds, sitemaps, gzip), one
document at a time. A fault ends the thing it lies in, with a failure that says so, and the rest goes on.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from flows.readers import catalogue, folder, forms, mbox, warc
from flows.readers.documents import Document
from flows.readers.faults import failure, guarded
from flows.readers.listing import Lister
from flows.readers.streams import Stream, lines, opened, too_large, unpacked, whole
from flows.readers.visits import Visits
from schemas import Failure, Settings
from schemas.errors import ReadError

STANDARD_INPUT = "-"


def documents(source: str, settings: Settings, visits: Visits) -> Iterator[Document | Failure]:
    """The documents of a source, and what of it could not be read. Raises nothing for the source's faults."""
    if forms.ending(source) == ".csv" and not _is_url(source):
        yield from guarded(source, _of_catalogue(Path(source), settings, visits))
        return
    opener = _Opener(Lister(source, visits, settings), settings.max_bytes)
    if _is_url(source):
        yield from guarded(source, opener.url())
    elif source == STANDARD_INPUT:
        yield from guarded("stdin", opener.stream(Stream("stdin", opened(sys.stdin.buffer))))
    else:
        yield from guarded(source, opener.path(Path(source)))


def _is_url(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _of_catalogue(path: Path, settings: Settings, visits: Visits) -> Iterator[Document | Failure]:
    for source in catalogue.due(catalogue.sources(path), visits):
        visits.expect(source.url, source.every_minutes)
        for found in documents(source.url, settings, visits):
            yield found if isinstance(found, Failure) else catalogue.attributed(found, source)


class _Opener:
    """Opens what a source is, and what is in it, down to single documents."""

    def __init__(self, lister: Lister, max_bytes: int) -> None:
        self._lister = lister
        self._max_bytes = max_bytes

    def url(self) -> Iterator[Document | Failure]:
        answer = self._lister.fetch()
        if answer.is_unchanged:
            return
        try:
            yield from self.stream(answer.stream())
        except ReadError as error:
            self._lister.failed(error)
            raise
        self._lister.answered()

    def path(self, path: Path) -> Iterator[Document | Failure]:
        if not path.is_dir():
            yield from self.file(path, path.name)
            return
        for found in folder.files(path):
            if isinstance(found, Failure):
                yield found
            else:
                address = found.relative_to(path).as_posix()
                yield from guarded(address, self.file(found, address))

    def file(self, path: Path, address: str) -> Iterator[Document | Failure]:
        try:
            raw = path.open("rb", buffering=0)
        except FileNotFoundError:
            raise ReadError(str(path), "missing", f"{path} does not exist; check the path.") from None
        except OSError as error:
            raise ReadError(
                str(path), "unreadable", f"{path} cannot be opened ({error.strerror}); make it readable for this user."
            ) from None
        with opened(raw) as file:
            yield from self.stream(Stream(address, file))

    def stream(self, packed: Stream) -> Iterator[Document | Failure]:
        stream = unpacked(packed, self._max_bytes)
        if forms.is_warc(stream):
            yield from warc.documents(stream, self._max_bytes)
        elif forms.is_mbox(stream):
            yield from mbox.documents(stream, self._max_bytes)
        elif forms.is_json_lines(stream):
            yield from self._lines(stream)
        elif forms.is_feed(stream.peek()):
            yield from self._lister.listed(whole(stream, self._max_bytes))
        else:
            yield whole(stream, self._max_bytes)

    def _lines(self, stream: Stream) -> Iterator[Document | Failure]:
        for number, line in enumerate(lines(stream, self._max_bytes), start=1):
            place = f"{stream.address}#{number}"
            if line is None:
                yield failure(too_large(place, self._max_bytes))
            elif line.strip():
                yield Document(address=place, data=line, media_type="application/json")
