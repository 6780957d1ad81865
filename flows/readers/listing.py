"""Reading what feeds and sitemaps list: only what is new or changed, and only what the host allows.

A feed that has not changed since the last visit is not sent again (ETag, Last-Modified). Of a long list the first part
is read and the next run goes on from there. What failed in passing is tried again in the next run, what failed for
good is not.
"""

from collections.abc import Iterator
from hashlib import blake2b

from flows.readers import feed
from flows.readers.documents import Document
from flows.readers.faults import failure, guarded
from flows.readers.feed import Entry
from flows.readers.robots import Robots
from flows.readers.streams import whole
from flows.readers.visits import Visits
from flows.readers.web import Answer, Fetcher, Validators
from schemas import Failure, Settings
from schemas.errors import ReadError

MAX_ENTRIES = 500
"""New documents of one source that one run reads."""
MAX_SITEMAPS = 50
_PASSING = ("unreachable", "too_slow", "refused")
_NO_STAMP = "-"


class Lister:
    """One source: asks it, fetches the documents that it lists, and remembers what has been read."""

    def __init__(self, source: str, visits: Visits, settings: Settings) -> None:
        self._source = source
        self._visits = visits
        self._max_bytes = settings.max_bytes
        self._fetcher = Fetcher(settings)
        self._robots = Robots(self._fetcher)
        self._answer = Answer(url=source)

    def fetch(self) -> Answer:
        """The source's answer; without data, if nothing has changed since the last visit. Raises `ReadError`."""
        last = self._visits.of(self._source)
        try:
            answer = self._fetcher.fetch(self._source, last.validators)
        except ReadError as error:
            self._visits.failed(self._source, str(error))
            raise
        if answer.is_unchanged:
            self._visits.answered(self._source, last.validators, last.stamps, answer.moved_to)
        self._answer = answer
        return answer

    def answered(self) -> None:
        """Remember that the source answered, where it is no list but a document itself.

        It is asked for the whole document again next time: whoever names a page wants it read.
        """
        if not self._visits.is_noted(self._source):
            read = {self._source: blake2b(self._answer.data, digest_size=8).hexdigest()}
            self._visits.answered(self._source, Validators(), read, self._answer.moved_to)

    def failed(self, error: ReadError) -> None:
        """Remember why nothing could be made of the answer, where its list has not said so."""
        if not self._visits.is_noted(self._source):
            self._visits.failed(self._source, str(error))

    def listed(self, document: Document) -> Iterator[Document | Failure]:
        """The new documents that the source's list names. Raises `ReadError` for a list that cannot be read."""
        try:
            entries = self._entries(document)
        except ReadError as error:
            self._visits.failed(self._source, str(error))
            raise
        known = self._visits.of(self._source).stamps
        new = [entry for entry in entries if known.get(entry.url) != (entry.stamp or _NO_STAMP)]
        read: dict[str, str] = {}
        for entry in new[:MAX_ENTRIES]:
            for found in guarded(entry.url, self._fetched(entry)):
                if not isinstance(found, Failure) or found.reason not in _PASSING:
                    read[entry.url] = entry.stamp or _NO_STAMP
                yield found
        yield from self._remarks(len(new))
        stamps = {entry.url: stamp for entry in entries if (stamp := read.get(entry.url) or known.get(entry.url))}
        validators = self._answer.validators if len(read) == len(new) else Validators()
        self._visits.answered(self._source, validators, stamps, self._answer.moved_to)

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

    def _remarks(self, new: int) -> Iterator[Failure]:
        """What the person who keeps the list of sources should know."""
        if self._answer.moved_to:
            message = f"{self._source} has moved for good; change its address to {self._answer.moved_to}."
            yield failure(ReadError(self._source, "moved", message))
        if new > MAX_ENTRIES:
            message = f"{self._source} lists {new} new documents; {MAX_ENTRIES} were read, the next run reads on."
            yield failure(ReadError(self._source, "many", message))
