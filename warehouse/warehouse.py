"""The warehouse as the rest of foresaid sees it: every call is one action, complete in itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection as Connection

from schemas import (
    Article,
    Criterion,
    Decision,
    Extraction,
    Failure,
    Feedback,
    Settings,
    Slip,
    SourceVisit,
    TopicPhrase,
    Verdict,
)
from warehouse import (
    articles,
    backups,
    checking,
    console,
    extractions,
    moments,
    publishing,
    reading,
    remarks,
    topics,
    verdicts,
    visits,
)
from warehouse.articles import AddedArticles
from warehouse.backups import Backup
from warehouse.batches import Batch
from warehouse.checking import Problem
from warehouse.door import CopyDoor, door_to
from warehouse.extractions import AddedExtractions
from warehouse.reading import Filter, Result
from warehouse.statements import query
from warehouse.status import Status, status
from warehouse.verdicts import Refusal


class _Readable:
    """What can be asked of the live warehouse and of its published copy alike."""

    _reading: Callable[[], AbstractContextManager[Connection]]

    def claims(self, wanted: Filter | None = None) -> Result:
        """The claims and predictions that count now and fit the filter, newest publication first."""
        with self._reading() as con:
            return reading.claims(con, wanted or Filter())

    def due(self, today: date, ahead_days: int = 0) -> Result:
        """The open predictions that want a look on a day: reason (`DueReason`), due_on, days_over, then the claim."""
        with self._reading() as con:
            return reading.due(con, today, ahead_days)

    def export(self, revision: str | None = None) -> Iterator[dict[str, Any]]:
        """Rows with the fields that are exported: the current findings, or those of one revision."""
        with self._reading() as con:
            table = reading.exported(con, revision, every=False)
        return reading.rows_as_dicts(table)

    def export_all(self) -> Iterator[dict[str, Any]]:
        """Rows with the fields that are exported, of every reading there is; `is_current` marks those that count."""
        with self._reading() as con:
            table = reading.exported(con, None, every=True)
        return reading.rows_as_dicts(table)

    def query(
        self, sql: str, parameters: Sequence[object] = (), *, max_rows: int | None = None, seconds: float | None = None
    ) -> Result:
        """The answer to one reading statement of an analyst's. Raises `QueryRefused` with the reason."""
        with self._reading() as con:
            return console.query(con, sql, parameters, max_rows=max_rows, seconds=seconds)


class Warehouse(_Readable):
    """The live warehouse. Made on first use; nothing is kept open between calls, so any number of processes share it.

    `place` is a DuckDB file or `ducklake:postgres:…`; `lake_data` is where a new lake puts its Parquet files.
    `scale` names the scale of the lexicon by which words of probability are understood; null leaves it as it is.
    Every call may raise `WarehouseBusy`, `WarehouseTooNew` or `WarehouseUnusable`; what it wrote is then undone.
    """

    def __init__(
        self, place: Path | str, lock_timeout: float = 60.0, scale: str | None = None, lake_data: str | None = None
    ) -> None:
        self._door = door_to(place, lock_timeout, scale, lake_data)
        self._reading = self._door.reading

    @classmethod
    def at(cls, settings: Settings) -> "Warehouse":
        """The warehouse that the settings name."""
        return cls(settings.warehouse, settings.lock_timeout, settings.lexicon, settings.lake_data)

    @property
    def path(self) -> Path:
        """The file, of a warehouse that is one."""
        return Path(self._door.place)

    def add_articles(self, batch_id: str, found: Sequence[Article], run: str, now: datetime) -> AddedArticles:
        """Keep articles in one transaction. A known text is not added again, a known appearance neither."""
        batch = Batch(batch_id, "articles", run, now)
        incoming = articles.table(found, batch)
        with self._door.writing() as con:
            return articles.add(con, incoming, batch)

    def add_failures(self, batch_id: str, failures: Sequence[Failure], run: str, now: datetime) -> int:
        """Keep what did not get through; how many are new."""
        batch = Batch(batch_id, "failures", run, now)
        incoming = articles.failure_table(failures, batch)
        with self._door.writing() as con:
            return articles.add_failures(con, incoming, batch)

    def moment(self, now: datetime) -> datetime:
        """The moment that a run's rows are to carry: now, or behind the last ones if the clock went back."""
        with self._door.reading() as con:
            return moments.of_a_run(con, now)

    def add_visits(self, batch_id: str, found: Sequence[SourceVisit], run: str, now: datetime) -> int:
        """Keep how the sources of a run were found; how many rows are new."""
        batch = Batch(batch_id, "visits", run, now)
        incoming = visits.table(found, batch)
        with self._door.writing() as con:
            return visits.add(con, incoming, batch)

    def pending(self, model: str, revision: str, limit: int, after: str = "") -> list[Article]:
        """Articles that this revision has not read under the publication date that counts now, ordered by
        `article_id`, from behind `after` (the id of the last one of the call before)."""
        with self._door.reading() as con:
            return articles.pending(con, model, revision, after=after, limit=limit)

    def unread(self, limit: int, after: str = "") -> list[Article]:
        """Articles that no extractor has read under the publication date that counts now, ordered like `pending`."""
        with self._door.reading() as con:
            return articles.unread(con, after=after, limit=limit)

    def add_extractions(
        self, batch_id: str, readings: Sequence[Extraction], run: str, now: datetime
    ) -> AddedExtractions:
        """Keep readings in one transaction, each with all that it found or not at all."""
        batch = Batch(batch_id, "extractions", run, now)
        incoming = extractions.tables(readings, batch)
        with self._door.writing() as con:
            return extractions.add(con, incoming, batch)

    def decide(self, decision: Decision, now: datetime) -> Verdict:
        """Append a verdict. Raises `NotFound` for an unknown claim or article, `VerdictRefused` for a broken rule."""
        with self._door.writing() as con:
            return verdicts.decide(con, decision, now)

    def decide_all(self, decisions: Sequence[Decision], now: datetime) -> list[Verdict | Refusal]:
        """Append verdicts in one transaction, each by itself: in the place of a refused one stands its refusal."""
        with self._door.writing() as con:
            return verdicts.decide_all(con, decisions, now)

    def undo(self, claim_id: str, reviewer: str, now: datetime) -> Verdict:
        """Take a reviewer's standing verdict back, by one more row. Raises `VerdictRefused` if there is none."""
        with self._door.writing() as con:
            return verdicts.undo(con, claim_id, reviewer, now)

    def reject(self, feedback: Feedback, now: datetime) -> None:
        """Say that an extraction is wrong: it leaves the current findings, and its correction takes its place."""
        with self._door.writing() as con:
            remarks.reject(con, feedback, now)

    def restore(self, claim_id: str, reviewer: str, now: datetime) -> None:
        """Take what was said against an extraction back."""
        with self._door.writing() as con:
            remarks.restore(con, claim_id, reviewer, now)

    def agree(self, criterion: Criterion, now: datetime) -> None:
        """Set what would settle a prediction. Raises `VerdictRefused` once a verdict stands: then it is frozen."""
        with self._door.writing() as con:
            remarks.agree(con, criterion, now)

    def link(self, slip: Slip, now: datetime) -> None:
        """Note which later prediction took the place of one that was put off."""
        with self._door.writing() as con:
            remarks.link(con, slip, now)

    def unlink(self, claim_id: str, reviewer: str, now: datetime) -> None:
        """Take the link from a prediction to its replacement back."""
        with self._door.writing() as con:
            remarks.unlink(con, claim_id, reviewer, now)

    def verdicts_after(self, position: int, limit: int) -> Result:
        """The verdicts behind a place in the chain, in order: position, ids, outcome, reviewer and headline."""
        with self._door.reading() as con:
            return reading.result_of(con.execute(query("verdicts_after"), {"after": position, "limit": limit}))

    def follow(self, phrases: Sequence[TopicPhrase]) -> None:
        """Put these topics in the place of those that were followed. Refuses an empty list with `ValueError`."""
        with self._door.writing() as con:
            topics.follow(con, phrases)

    def publish(self, destination: Path, now: datetime) -> None:
        """Replace the analysts' copy by what the warehouse holds now."""
        publishing.publish(self._door, destination, now)

    def back_up(self, companions: Mapping[str, Path], folder: Path, now: datetime) -> Backup:
        """Make a backup in a folder, try it by restoring it, and put it in its place; see `backups`."""
        return backups.back_up(self._door, companions, folder, now)

    def check(self) -> list[Problem]:
        """Every rule of the ledger that is broken, the chain of verdicts included; empty if it is sound."""
        with self._door.reading() as con:
            return checking.problems(con)

    def sources(self) -> list[dict[str, Any]]:
        """How each source of articles fares, those that fail first: the rows of the view `source_health`."""
        with self._door.reading() as con:
            return reading.rows_of(con.execute("FROM source_health"))

    def status(self, today: date) -> Status:
        """How much there is, and how much is due on a day."""
        with self._door.reading() as con:
            return status(con, self._door, today)


class Published(_Readable):
    """The analysts' copy: read-only, no lock, as old as the last publishing."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._reading = CopyDoor(self.path).reading
