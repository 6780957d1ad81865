"""Reading what feeds and sitemaps list: only what is new or changed, and only what the host allows.

A feed that has not changed since the last visit is not sent again (ETag, Last-Modified). Of a long list the first part
is read and the next run goes on from there. What failed in passing is tried again in the next run, what failed for
good is not.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from flows.readers import feed
from flows.readers.documents import Document
from flows.readers.faults import failure, guarded
from flows.readers.feed import Entry
from flows.readers.robots import Robots
from flows.readers.streams import unpacked, whole
from flows.readers.visits import Visits
from flows.readers.web import Answer, Fetcher, Validators
from schemas import Failure, Settings
from schemas.errors import ReadError

MAX_ENTRIES = 500
"""New documents of one source that one run reads."""
MAX_SITEMAPS = 50
MAX_SILENT = 5
"""Documents in a row that a source's host does not deliver before the rest is left to the next run."""
_SILENT = ("unreachable", "too_slow", "unavailable")
_PASSING = (*_SILENT, "refused")
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
            found = list(self._entries(document))
        except ReadError as error:
            self._visits.failed(self._source, str(error))
            raise
        yield from (one for one in found if isinstance(one, Failure))
        entries = _once(one for one in found if isinstance(one, Entry))
        known = self._visits.of(self._source).stamps
        new = [entry for entry in entries if known.get(entry.url) != (entry.stamp or _NO_STAMP)]
        read: dict[str, str] = {}
        silent = 0
        for entry in new[:MAX_ENTRIES]:
            for found_there in guarded(entry.url, self._fetched(entry)):
                reason = found_there.reason if isinstance(found_there, Failure) else ""
                silent = silent + 1 if reason in _SILENT else 0
                if reason not in _PASSING:
                    read[entry.url] = entry.stamp or _NO_STAMP
                yield found_there
            if silent == MAX_SILENT:
                yield self._given_up(entry)
                break
        yield from self._remarks(len(new))
        stamps = {entry.url: stamp for entry in entries if (stamp := read.get(entry.url) or known.get(entry.url))}
        validators = self._answer.validators if len(read) == len(new) else Validators()
        self._visits.answered(self._source, validators, stamps, self._answer.moved_to)

    def _entries(self, document: Document) -> Iterator[Entry | Failure]:
        """What a list names, with what the lists that it names name in turn, and which of those cannot be read."""
        entries = feed.entries(document)
        for _ in range(MAX_SITEMAPS):
            yield from (entry for entry in entries if not entry.is_sitemap)
            sitemaps = [entry for entry in entries if entry.is_sitemap]
            if not sitemaps:
                return
            entries = sitemaps[1:]
            for found in guarded(sitemaps[0].url, self._further(sitemaps[0])):
                if isinstance(found, Failure):
                    yield found
                else:
                    entries.append(found)

    def _further(self, sitemap: Entry) -> Iterator[Entry]:
        """The entries of a further list, which may be packed."""
        stream = unpacked(self._fetcher.fetch(sitemap.url).stream(), self._max_bytes)
        yield from feed.entries(whole(stream, self._max_bytes))

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

    def _given_up(self, entry: Entry) -> Failure:
        message = (
            f"{self._source} leads to pages that do not come, the last {MAX_SILENT} of them to {entry.url}; "
            "the next run goes on there."
        )
        return failure(ReadError(self._source, "given_up", message))

    def _remarks(self, new: int) -> Iterator[Failure]:
        """What the person who keeps the list of sources should know."""
        if self._answer.moved_to:
            message = f"{self._source} has moved for good; change its address to {self._answer.moved_to}."
            yield failure(ReadError(self._source, "moved", message))
        if new > MAX_ENTRIES:
            message = f"{self._source} lists {new} new documents; {MAX_ENTRIES} were read, the next run reads on."
            yield failure(ReadError(self._source, "many", message))


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in their order; of those with one address the first."""
    return list({entry.url: entry for entry in reversed(list(entries))}.values())[::-1]
