"""The ledger in the memory of one long-lived process: many questions between two changes, answered at once.

The desk puts its questions here. They take no lock, so no page waits for an ingest and none ever hears that the
warehouse is busy; only `refresh` goes through the door. The ledger only grows, so a refresh takes in the rows that are
not here yet, works out anew what they concern, and leaves the rest alone: what was found is settled article by article,
in a second catalogue whose ledger is that of the articles concerned, by the same views that answer everywhere else.
It answers what the views answer, for now only: `as_of` a past day is a question for the published copy.
"""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas import Settings, Verdict
from warehouse import structure, verdicts
from warehouse.connections import in_our_words, transaction
from warehouse.door import Door, door_to
from warehouse.reading import Result, result_of
from warehouse.statements import query

_KEYS = {
    "articles": "article_id",
    "appearances": "appearance_id",
    "assertions": "extraction_id",
    "extractions": "extraction_id",
    "batches": "batch_id",
    "failures": "failure_id",
    "visits": "visit_id",
    "feedback": "feedback_id",
    "verdicts": "verdict_id",
    "criteria": "criterion_id",
    "replacements": "replacement_id",
    "lineage": "article_id",
}
"""The tables to which rows are added, and by what it is seen that a row is here."""
_WORDS = ("settings", "lexicon", "topics")
"""The tables that say how everything is understood; another wording concerns every article."""
_CONFIG = {
    "python_enable_replacements": "false",
    "threads": "1",  # a question is short and several people ask at once: more threads cost more than they gain
}


class Board:
    """A private copy of the ledger with its views, for reading. Any number of threads may ask."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._refreshing = threading.Lock()
        self._writing = threading.Lock()
        self._con: Connection | None = None

    @classmethod
    def at(cls, settings: Settings) -> "Board":
        """The board of the warehouse that the settings name."""
        return cls(door_to(settings.warehouse, settings.lock_timeout, settings.lexicon, settings.lake_data))

    def refresh(self) -> bool:
        """Take in what has changed since the last time; whether anything had. May raise `WarehouseBusy`."""
        with self._refreshing:
            con = self._con or _blank()
            is_changed = self._take_in(con)
            self._con = con
            return is_changed

    def add(self, verdict: Verdict) -> None:
        """Show a verdict that the ledger has just taken, without asking the ledger again."""
        con = self._filled()
        with self._writing, con.cursor() as cursor, transaction(cursor):
            rows = cursor.execute("SELECT verdict_id FROM ledger.verdicts").fetchall()
            if (verdict.verdict_id,) not in rows:
                verdicts.insert(cursor, len(rows) + 1, verdict)
                cursor.execute(query("board_judge"))

    def query(self, sql: str, parameters: Sequence[object] | dict[str, object] = ()) -> Result:
        """The answer to one of our own questions. Analysts' SQL belongs to `Published`, which locks it in."""
        with self._filled().cursor() as cursor:
            return result_of(cursor.execute(sql, parameters or None))

    def _filled(self) -> Connection:
        """The board, filled if nobody has yet."""
        if self._con is None:
            with self._refreshing:
                if self._con is None:
                    con = _blank()
                    self._take_in(con)
                    self._con = con
        return self._con

    def _take_in(self, con: Connection) -> bool:
        """Copy, work out and settle; whoever adds a verdict meanwhile waits for the first and the last part alone."""
        with self._door.attached_to(con), self._writing, con.cursor() as cursor, transaction(cursor):
            is_changed = _copy_new(cursor)
        with in_our_words(self._door.place), con.cursor() as cursor:
            is_found = _find(cursor)
            with self._writing, transaction(cursor):
                if is_found:
                    cursor.execute(query("board_settle"))
                cursor.execute(query("board_judge"))
        return is_changed


def _blank() -> Connection:
    """A board on which nothing stands yet."""
    con = duckdb.connect(":memory:", config=_CONFIG)
    con.execute("SET GLOBAL TimeZone = 'UTC'")  # for the cursors too
    structure.migrate(con, 0, datetime.now(UTC))
    structure.make_macros(con)
    con.execute(query("board_tables"))
    structure.make_views(con)
    with con.cursor() as cursor:
        cursor.execute("ATTACH ':memory:' AS concerned")
        cursor.execute("USE concerned")
        cursor.execute(query("board_concerned"))
        structure.make_macros(cursor)
    return con


def _copy_new(con: Connection) -> bool:
    """Copy the rows that are new, and note which articles they concern; whether there were any."""
    con.execute(query("board_note"))
    reworded = [table for table in _WORDS if _differs(con, table)]
    for table in reworded:
        con.execute(f"TRUNCATE ledger.{table}")
        con.execute(f"INSERT INTO ledger.{table} FROM live.ledger.{table}")
    added = [_add_new(con, table, key) for table, key in _KEYS.items()]
    if reworded:
        con.execute("INSERT INTO ledger.concerned SELECT article_id FROM ledger.articles")
    return bool(reworded or any(added))


def _differs(con: Connection, table: str) -> bool:
    """Whether a table says otherwise in the warehouse than here."""
    both = f"FROM (FROM live.ledger.{table} EXCEPT ALL FROM ledger.{table})"
    other = f"FROM (FROM ledger.{table} EXCEPT ALL FROM live.ledger.{table})"
    return bool(con.execute(f"{both} UNION ALL {other} LIMIT 1").fetchall())


def _add_new(con: Connection, table: str, key: str) -> int:
    """Copy the rows of a table that are not here; how many they were."""
    new = f"FROM live.ledger.{table} ANTI JOIN ledger.{table} AS known USING ({key})"
    ((added,),) = con.execute(f"INSERT INTO ledger.{table} {new}").fetchall()
    return int(added)


def _find(con: Connection) -> bool:
    """Work out what the articles that are noted as concerned say now; whether there are any."""
    if not con.execute("FROM ledger.concerned LIMIT 1").fetchall():
        return False
    con.execute("USE concerned")
    con.execute(query("board_find"))
    con.execute("USE memory")
    return True
