"""What is read back out of the warehouse: claims by filter, what is due, and rows for export."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from duckdb import DuckDBPyConnection as Connection
from pydantic import Field

from schemas import Kind, Outcome, State
from schemas.record import Record
from warehouse.statements import query

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Result:
    """Columns and rows of an answer; `is_cut` where more rows were there than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool = False

    def dicts(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Filter(Record):
    """Which claims are wanted; what is not set does not restrict. Names are compared without regard to case."""

    claim_id: str | None = None
    article_id: str | None = None
    kind: Kind | None = None
    source: str | None = None
    publisher: str | None = None
    author: str | None = None
    topic: str | None = None
    words: str | None = None
    """Words that stand together in the headline or the quote."""
    stated_from: date | None = None
    stated_to: date | None = None
    event_from: date | None = None
    """First day of the stretch in which the event lies, at least in part."""
    event_to: date | None = None
    state: State | None = None
    outcome: Outcome | None = None
    limit: int | None = Field(default=None, ge=0)


def claims(con: Connection, wanted: Filter) -> Result:
    """The claims and predictions that count now and fit the filter, newest publication first."""
    return result_of(con.execute(query("claims"), wanted.model_dump()))


def due(con: Connection, today: date, ahead_days: int) -> Result:
    """The open predictions that want a look on a day, overdue ones first, each with its reason (`DueReason`)."""
    return result_of(con.execute("FROM due_on($1, $2)", [today, ahead_days]))


def exported(con: Connection, revision: str | None, *, every: bool) -> "pa.Table":
    """The rows of an export, in the order of documents and places."""
    table: pa.Table = con.sql(query("export"), params={"revision": revision, "every": every}).to_arrow_table()
    return table


def rows_as_dicts(table: "pa.Table") -> Iterator[dict[str, Any]]:
    """The rows of an Arrow table one by one, without a second copy of the whole."""
    for batch in table.to_batches(max_chunksize=1000):
        yield from batch.to_pylist()


def result_of(answer: Connection) -> Result:
    """All rows of an executed statement."""
    return Result(tuple(column[0] for column in answer.description or ()), tuple(answer.fetchall()))


def rows_of(answer: Connection) -> list[dict[str, Any]]:
    """All rows of an executed statement, each by the names of its columns."""
    return result_of(answer).dicts()
