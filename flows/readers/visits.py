"""What is remembered of sources from run to run, so that a feed is asked only for what is new.

Kept in one small file beside the warehouse. Losing it costs fetching again, nothing else: what is stored stays known
by its text. It is written after a run's articles are safe, so that a killed run fetches again what it had not stored.
"""

import json
import os
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import Field, ValidationError

from flows.readers.web import Validators
from schemas import SourceVisit
from schemas.errors import ReadError
from schemas.record import Record

_LOCK_SECONDS = 10.0


class Visit(Record):
    """How a source was found when it was last asked."""

    validators: Validators = Validators()
    stamps: dict[str, str] = Field(default_factory=dict)
    """The documents that the source lists and that have been read, with its word on their last update."""
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    failures_in_a_row: int = 0
    last_failure: str | None = None
    moved_to: str | None = None
    new_documents: int = 0
    """Documents that it had and that were new or changed."""


class Visits:
    """The visits to all sources; `note` remembers one, `save` makes it last. Without a path nothing is kept."""

    def __init__(self, path: Path | None, now: datetime | None = None) -> None:
        self._path = path
        self.now = now
        self._known = _load(path) if path else {}
        self._new: dict[str, Visit] = {}
        self._paces: dict[str, int] = {}

    def of(self, url: str) -> Visit:
        """The last visit to a source; an empty one, if there was none."""
        return self._new.get(url) or self._known.get(url) or Visit()

    def expect(self, url: str, every_minutes: int) -> None:
        """Note how often a list of sources has one asked."""
        self._paces[url] = every_minutes

    def is_noted(self, url: str) -> bool:
        """Whether this run has noted how a source was found."""
        return url in self._new

    def answered(self, url: str, validators: Validators, stamps: dict[str, str], moved_to: str | None) -> None:
        """Remember that a source answered, and what of its list has been read."""
        known = self.of(url).stamps.items()
        self._new[url] = Visit(
            validators=validators,
            stamps=stamps,
            asked_at=self.now,
            answered_at=self.now,
            moved_to=moved_to,
            new_documents=len(stamps.items() - known),
        )

    def failed(self, url: str, message: str) -> None:
        """Remember that a source could not be read; what was known of it stays."""
        last = self.of(url)
        self._new[url] = last.model_copy(
            update={
                "asked_at": self.now,
                "failures_in_a_row": last.failures_in_a_row + 1,
                "last_failure": message,
                "new_documents": 0,
            }
        )

    def all(self) -> dict[str, Visit]:
        """Every source's last visit, by its address."""
        return self._known | self._new

    def noted(self) -> list[SourceVisit]:
        """How this run found the sources that it asked, for the ledger."""
        return [self._for_the_ledger(url, visit) for url, visit in self._new.items()]

    def save(self) -> None:
        """Write what was noted into the file, beside what other runs have noted since. Raises `ReadError`."""
        if not self._path or not self._new:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock"), timeout=_LOCK_SECONDS):
                self._write(self._path)
        except (OSError, Timeout) as error:
            raise ReadError(
                str(self._path),
                "unwritable",
                f"{self._path} cannot be written ({error}), so the next run asks feeds for everything; "
                "make its folder writable.",
            ) from None

    def _for_the_ledger(self, url: str, visit: Visit) -> SourceVisit:
        is_answered = visit.failures_in_a_row == 0
        return SourceVisit(
            url=url,
            every_minutes=self._paces.get(url),
            is_answered=is_answered,
            new_documents=visit.new_documents,
            message=None if is_answered else visit.last_failure,
            moved_to=visit.moved_to,
        )

    def _write(self, path: Path) -> None:
        visits = _load(path) | self._new
        fresh = path.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_text(json.dumps({url: visit.model_dump(mode="json") for url, visit in visits.items()}))
        fresh.replace(path)


def _load(path: Path) -> dict[str, Visit]:
    try:
        content = json.loads(path.read_text())
        return {url: Visit.model_validate(visit) for url, visit in content.items()}
    except (OSError, ValueError, ValidationError, AttributeError):
        return {}  # a lost or damaged memory is an empty one
