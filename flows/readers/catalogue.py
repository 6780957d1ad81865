"""The list of sources: a CSV file with a column `url`, and `publisher` and `every_minutes` where they are known.

A source is asked when it is due: `every_minutes` after it was last asked (an hour, where the list does not say).
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from pydantic import Field

from flows.readers.documents import Document, Imprint
from flows.readers.visits import Visits
from schemas.errors import ReadError
from schemas.record import NonEmpty, Record

_EARLY = timedelta(minutes=5)  # an hourly run that starts some seconds early still counts as the hour's


class Source(Record):
    """A feed, sitemap or page that is asked again and again."""

    url: NonEmpty
    publisher: str = ""
    every_minutes: int = Field(default=60, gt=0)


def sources(path: Path) -> Iterator[Source]:
    """The sources in a list. Raises `ReadError`: `missing`, `unreadable`, `no_urls`."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        raise ReadError(str(path), "missing", f"{path} does not exist; check the path.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadError(str(path), "unreadable", f"{path} cannot be read ({error}); save it as CSV in UTF-8.") from None
    if not rows or "url" not in rows[0]:
        raise ReadError(str(path), "no_urls", f"{path} has no column `url`; a list of sources has one source a row.")
    return (_source(row) for row in rows if row.get("url"))


def due(listed: Iterable[Source], visits: Visits) -> Iterator[Source]:
    """The sources that are to be asked now."""
    for source in listed:
        asked, now = visits.of(source.url).asked_at, visits.now
        pause = timedelta(minutes=source.every_minutes) - _EARLY
        if asked is None or now is None or asked > now or now - asked >= pause:  # a clock that went back is no pause
            yield source


def attributed(document: Document, source: Source) -> Document:
    """The document, published by whom the list names, where neither it nor its feed says so."""
    listed = document.listed.or_else(Imprint(publisher=source.publisher or None))
    return document.model_copy(update={"listed": listed})


def _source(row: dict[str, str]) -> Source:
    minutes = row.get("every_minutes") or ""
    return Source(
        url=row["url"].strip(),
        publisher=(row.get("publisher") or "").strip(),
        every_minutes=int(minutes) if minutes.isdigit() and int(minutes) else 60,
    )
