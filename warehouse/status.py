"""How the warehouse stands: one record for `foresaid status` and the desk's front page."""

from dataclasses import dataclass
from datetime import date, datetime

from duckdb import DuckDBPyConnection as Connection

from warehouse.door import Door
from warehouse.reading import rows_of
from warehouse.statements import query


@dataclass(frozen=True)
class Status:
    """What the warehouse holds on a day, and the end of its chain of verdicts (worth noting down elsewhere)."""

    place: str
    bytes: int
    step: int
    scale: str
    articles: int
    undated_articles: int
    claims: int
    predictions: int
    resolved: int
    disputed: int
    due: int
    overdue: int
    failures: int
    verdicts: int
    last_hash: str
    last_written_at: datetime | None


def status(con: Connection, door: Door, today: date) -> Status:
    """Count what there is; `due` and `overdue` are as of `today`. The connection is one that the door opened."""
    (counts,) = rows_of(con.execute(query("status"), {"today": today}))
    return Status(place=door.place, bytes=door.size(con), **counts)
