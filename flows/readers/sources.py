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
from flows.readers.web import Fetcher
from schemas import Failure, Settings
from schemas.errors import ReadError

STANDARD_INPUT = "-"


def documents(source: str, settings: Settings, visits: Visits) -> Iterator[Document | Failure]:
    """The documents of a source, and what of it could not be read. Raises nothing for the source's faults."""
    if _is_url(source):
        yield from guarded(source, _of_url(source, settings, visits))
    elif source == STANDARD_INPUT:
        yield from guarded("stdin", _of_stream(Stream("stdin", opened(sys.stdin.buffer)), settings))
    elif forms.ending(source) == ".csv":
        yield from guarded(source, _of_catalogue(Path(source), settings, visits))
    else:
        yield from guarded(source, _of_path(source, settings))


def _is_url(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _of_url(url: str, settings: Settings, visits: Visits) -> Iterator[Document | Failure]:
    lister = Lister(Fetcher(settings), visits, settings.max_bytes)
    answer = lister.fetch(url)
    if answer.is_unchanged:
        return
    if forms.is_feed(unpacked(answer.stream(), settings.max_bytes).peek()):
        yield from lister.listed(url, answer)
    else:
        yield from _of_stream(answer.stream(), settings)


def _of_catalogue(path: Path, settings: Settings, visits: Visits) -> Iterator[Document | Failure]:
    for source in catalogue.due(catalogue.sources(path), visits):
        for found in documents(source.url, settings, visits):
            yield found if isinstance(found, Failure) else catalogue.attributed(found, source)


def _of_path(source: str, settings: Settings) -> Iterator[Document | Failure]:
    path = Path(source)
    if not path.is_dir():
        yield from _of_file(path, path.name, settings)
        return
    for found in folder.files(path):
        if isinstance(found, Failure):
            yield found
        else:
            address = found.relative_to(path).as_posix()
            yield from guarded(address, _of_file(found, address, settings))


def _of_file(path: Path, address: str, settings: Settings) -> Iterator[Document | Failure]:
    try:
        raw = path.open("rb", buffering=0)
    except FileNotFoundError:
        raise ReadError(str(path), "missing", f"{path} does not exist; check the path.") from None
    except OSError as error:
        raise ReadError(
            str(path), "unreadable", f"{path} cannot be opened ({error.strerror}); make it readable for this user."
        ) from None
    with opened(raw) as file:
        yield from _of_stream(Stream(address, file), settings)


def _of_stream(packed: Stream, settings: Settings) -> Iterator[Document | Failure]:
    stream = unpacked(packed, settings.max_bytes)
    if forms.is_warc(stream):
        yield from warc.documents(stream, settings.max_bytes)
    elif forms.is_mbox(stream):
        yield from mbox.documents(stream, settings.max_bytes)
    elif forms.is_json_lines(stream):
        yield from _lines(stream, settings.max_bytes)
    else:
        yield whole(stream, settings.max_bytes)


def _lines(stream: Stream, max_bytes: int) -> Iterator[Document | Failure]:
    for number, line in enumerate(lines(stream, max_bytes), start=1):
        place = f"{stream.address}#{number}"
        if line is None:
            yield failure(too_large(place, max_bytes))
        elif line.strip():
            yield Document(address=place, data=line, media_type="application/json")
