"""How the sources of articles were found when they were asked: a row a source and run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection as Connection

from schemas import SourceVisit, ids
from warehouse import batches
from warehouse.batches import STAMP_COLUMNS, Batch, Columns

if TYPE_CHECKING:
    import pyarrow as pa

_COLUMNS: Columns = {
    "visit_id": "string",
    "url": "string",
    "every_minutes": "int32",
    "is_answered": "bool_",
    "new_documents": "int32",
    "message": "string",
    "moved_to": "string",
    **STAMP_COLUMNS,
}


def table(visits: Sequence[SourceVisit], batch: Batch) -> "pa.Table":
    """The visits of a run as they go into the warehouse."""
    return batches.table((_row(visit, batch) for visit in visits), _COLUMNS)


def add(con: Connection, incoming: "pa.Table", batch: Batch) -> int:
    """Keep how sources were found; how many rows are new. One source has one row a run."""
    return batches.keep(con, "add_visits", incoming, batch)


def _row(visit: SourceVisit, batch: Batch) -> dict[str, object]:
    return {"visit_id": ids.visit_id(batch.run, visit.url)} | visit.model_dump() | batch.stamp
