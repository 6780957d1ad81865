"""The ledger in the memory of one long-lived process: many questions between two changes, answered at once.

The desk puts its questions here. They take no lock, so no page waits for an ingest and none ever hears that the
warehouse is busy; only `refresh` goes through the door. What depends on the readings alone is worked out when they
change; verdicts, criteria and slips are joined to it when a question is asked.
It answers what the views answer, for now only: `as_of` a past day is a question for the published copy.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas import Settings
from warehouse import structure
from warehouse.door import Door, door_to
from warehouse.reading import Result, result_of
from warehouse.statements import query

_JUDGEMENTS = ("verdicts", "chain", "criteria", "replacements")
"""What reviewers add to without changing what was found."""


@dataclass(frozen=True)
class _Mark:
    """How far the ledger had come when it was copied."""

    readings: tuple[object, ...]
    judgements: tuple[object, ...]


class Board:
    """A private copy of the ledger with its views, for reading. Any number of threads may ask."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._refreshing = threading.Lock()
        self._con: Connection | None = None
        self._mark = _Mark((), ())

    @classmethod
    def at(cls, settings: Settings) -> "Board":
        """The board of the warehouse that the settings name."""
        return cls(door_to(settings.warehouse, settings.lock_timeout, settings.lexicon, settings.lake_data))

    def refresh(self) -> bool:
        """Take in what has changed since the last time; whether anything had. May raise `WarehouseBusy`."""
        with self._refreshing:
            if self._con is not None:
                with self._door.attached_to(self._con):
                    mark = _mark(self._con)
                    if mark == self._mark:
                        return False
                    if mark.readings == self._mark.readings:
                        structure.fill_from_live(self._con, _JUDGEMENTS)
                        self._mark = mark
                        return True
            self._rebuild()
            return True

    def query(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> Result:
        """The answer to one of our own questions. Analysts' SQL belongs to `Published`, which locks it in."""
        with (self._con or self._filled()).cursor() as cursor:
            return result_of(cursor.execute(sql, parameters or None))

    def _filled(self) -> Connection:
        with self._refreshing:
            return self._con or self._rebuild()

    def _rebuild(self) -> Connection:
        """Copy everything into a new database and put it in the old one's place; questions under way finish there."""
        fresh = duckdb.connect(":memory:", config={"python_enable_replacements": "false"})
        fresh.execute("SET GLOBAL TimeZone = 'UTC'")  # for the cursors too
        structure.migrate(fresh, 0, datetime.now(UTC))
        with self._door.attached_to(fresh):
            mark = _mark(fresh)
            structure.fill_from_live(fresh, structure.data_tables(fresh))
        structure.make_views(fresh)
        fresh.execute(query("settle"))
        self._con, self._mark = fresh, mark
        return fresh


def _mark(con: Connection) -> _Mark:
    ((readings, judgements),) = con.execute(query("board_mark")).fetchall()
    return _Mark(tuple(readings.values()), tuple(judgements.values()))
