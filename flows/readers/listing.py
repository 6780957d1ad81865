"""Reading what feeds and sitemaps list: only what is new or changed, and only what the host allows.

A feed that has not changed since the last visit is not sent again (ETag, Last-Modified). Of a long list the first part
is read and the next run goes on from there. What failed in passing is tried again in the next run, what failed for
good is not.
"""

from collections.abc import Iterator

from flows.readers import feed
from flows.readers.documents import Document
from flows.readers.faults import failure, guarded
from flows.readers.feed import Entry
from flows.readers.robots import Robots
from flows.readers.streams import whole
from flows.readers.visits import Visits
from flows.readers.web import Answer, Fetcher, Validators
from schemas import Failure
from schemas.errors import ReadError

MAX_ENTRIES = 500
"""New documents of one source that one run reads."""
MAX_SITEMAPS = 50
_PASSING = ("unreachable", "too_slow", "refused")
_NO_STAMP = "-"


class Lister:
    """Fetches sources and the documents that they list, and remembers what has been read."""

    def __init__(self, fetcher: Fetcher, visits: Visits, max_bytes: int) -> None:
        self._fetcher = fetcher
        self._robots = Robots(fetcher)
        self._visits = visits
        self._max_bytes = max_bytes

    def fetch(self, url: str) -> Answer:
        """The source's answer; without data, if nothing has changed since the last visit. Raises `ReadError`."""
        last = self._visits.of(url)
        try:
            answer = self._fetcher.fetch(url, last.validators)
        except ReadError as error:
            self._visits.failed(url, str(error))
            raise
        if answer.is_unchanged:
            self._visits.answered(url, last.validators, last.stamps, answer.moved_to)
        return answer

    def listed(self, url: str, answer: Answer) -> Iterator[Document | Failure]:
        """The new documents that the source at `url` lists. Raises `ReadError` for a list that cannot be read."""
        try:
            entries = self._entries(whole(answer.stream(), self._max_bytes))
        except ReadError as error:
            self._visits.failed(url, str(error))
            raise
        known = self._visits.of(url).stamps
        new = [entry for entry in entries if known.get(entry.url) != (entry.stamp or _NO_STAMP)]
        read: dict[str, str] = {}
        for entry in new[:MAX_ENTRIES]:
            for found in guarded(entry.url, self._fetched(entry)):
                if not isinstance(found, Failure) or found.reason not in _PASSING:
                    read[entry.url] = entry.stamp or _NO_STAMP
                yield found
        yield from _remarks(url, answer, len(new))
        stamps = {entry.url: stamp for entry in entries if (stamp := read.get(entry.url) or known.get(entry.url))}
        is_done = len(read) == len(new)
        self._visits.answered(url, answer.validators if is_done else Validators(), stamps, answer.moved_to)

    def _entries(self, document: Document) -> list[Entry]:
        """What a list names, with what the lists that it names name in turn."""
        found: list[Entry] = []
        sitemaps = feed.entries(document)
        for _ in range(MAX_SITEMAPS):
            found += [entry for entry in sitemaps if not entry.is_sitemap]
            sitemaps = [entry for entry in sitemaps if entry.is_sitemap]
            if not sitemaps:
                break
            next_one = self._fetcher.fetch(sitemaps[0].url)
            sitemaps = [*sitemaps[1:], *feed.entries(whole(next_one.stream(), self._max_bytes))]
        return list({entry.url: entry for entry in reversed(found)}.values())[::-1]

    def _fetched(self, entry: Entry) -> Iterator[Document]:
        if entry.content is not None:
            page = f"<html><body><article>{entry.content}</article></body></html>"
            yield Document(
                address=entry.url, data=page.encode(), media_type="text/html", charset="utf-8", listed=entry.imprint
            )
            return
        if not self._robots.allow(entry.url):
            raise ReadError(
                entry.url, "robots", f"{entry.url} may not be fetched by programs (robots.txt); save the page by hand."
            )
        document = whole(self._fetcher.fetch(entry.url).stream(), self._max_bytes)
        yield document.model_copy(update={"listed": entry.imprint})


def _remarks(url: str, answer: Answer, new: int) -> Iterator[Failure]:
    """What the person who keeps the list of sources should know."""
    if answer.moved_to:
        message = f"{url} has moved for good; change its address to {answer.moved_to} in the list of sources."
        yield failure(ReadError(url, "moved", message))
    if new > MAX_ENTRIES:
        message = f"{url} lists {new} new documents; {MAX_ENTRIES} were read, the next run goes on from there."
        yield failure(ReadError(url, "many", message))
