"""Writing by the batch: all of it in one transaction, and twice is once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from duckdb import DuckDBPyConnection as Connection

from warehouse.statements import query

if TYPE_CHECKING:
    import pyarrow as pa

Kind = str | list[Any] | dict[str, Any]
"""A type of values: the name of a `pyarrow` type, `moment`, a list of one type, or fields with their types."""

Columns = Mapping[str, Kind]
"""Names and types of the columns of a batch."""


@dataclass(frozen=True)
class Batch:
    """A unit of writing: its id, what kind of rows it holds, the run it belongs to and the moment of writing."""

    batch_id: str
    content: str
    run: str
    now: datetime

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("the moment of writing needs a time zone")

    @property
    def stamp(self) -> dict[str, object]:
        """The three columns that every row of the batch carries."""
        return {"batch_id": self.batch_id, "run": self.run, "ingested_at": self.now}


STAMP_COLUMNS: Columns = {"batch_id": "string", "run": "string", "ingested_at": "moment"}


def is_known(con: Connection, batch: Batch) -> bool:
    """Whether this batch has been written before, perhaps by a process that did not live to hear of it."""
    return bool(con.execute(query("known_batch"), [batch.batch_id]).fetchall())


def record(con: Connection, batch: Batch, *, given: int, added: int) -> None:
    """Note that the batch is in. Belongs into the transaction that writes it."""
    con.execute(
        "INSERT INTO ledger.batches VALUES ($1, $2, $3, $4, $5, $6)",
        [batch.batch_id, batch.content, batch.run, given, added, batch.now],
    )


def table(rows: Iterable[Mapping[str, Any]], columns: Columns) -> "pa.Table":
    """Rows as an Arrow table, which DuckDB takes in fifty times faster than one INSERT a row.

    Made before the warehouse is opened, so that nobody waits for it.
    """
    import pyarrow as pa  # costs a third of a second, which those who only read need not wait for

    schema = pa.schema([(name, _arrow(kind)) for name, kind in columns.items()])
    return pa.Table.from_pylist(list(rows), schema=schema)


def _arrow(kind: Kind) -> "pa.DataType":
    import pyarrow as pa

    if isinstance(kind, list):
        return pa.list_(_arrow(kind[0]))
    if isinstance(kind, dict):
        return pa.struct([(name, _arrow(field)) for name, field in kind.items()])
    type_: pa.DataType = pa.timestamp("us", tz="UTC") if kind == "moment" else getattr(pa, kind)()
    return type_


def insert(con: Connection, statement: str, incoming: "pa.Table") -> int:
    """Run an INSERT statement of `queries/`, which sees the table as `incoming`; how many rows it added."""
    con.register("incoming", incoming)
    try:
        ((count,),) = con.execute(query(statement)).fetchall()
    finally:
        con.unregister("incoming")
    return int(count)


def keep(con: Connection, statement: str, incoming: "pa.Table", batch: Batch) -> int:
    """Insert a batch that is one table; how many rows are new. A batch that was written before adds nothing."""
    if is_known(con, batch):
        return 0
    added = insert(con, statement, incoming)
    record(con, batch, given=incoming.num_rows, added=added)
    return added
