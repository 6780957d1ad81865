"""How the warehouse stands: one record for `foresaid status` and the desk's front page."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from duckdb import DuckDBPyConnection as Connection

from warehouse.reading import rows_of
from warehouse.statements import query


@dataclass(frozen=True)
class Status:
    """What the warehouse holds on a day, and the end of its chain of verdicts (worth noting down elsewhere)."""

    path: Path
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


def status(con: Connection, path: Path, today: date) -> Status:
    """Count what there is; `due` and `overdue` are as of `today`."""
    (counts,) = rows_of(con.execute(query("status"), {"today": today}))
    return Status(path=path, bytes=path.stat().st_size, **counts)
