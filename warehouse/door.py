"""The one way to the warehouse: opened for an action and closed after it.

DuckDB lets a single process hold a file, and a reader shuts out a writer. So every action takes an inter-process lock,
opens the file, does its work in one short transaction and closes it again; nobody keeps it open. Nothing else of the
project opens DuckDB. The file is made on first use, and an older one is brought up to date after a backup.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from duckdb import DuckDBPyConnection as Connection

from schemas.errors import WarehouseUnusable
from warehouse import structure
from warehouse.connections import STORAGE_VERSION, in_our_words, reading_file, transaction, writing_file
from warehouse.lake import LakeDoor
from warehouse.structure import quoted
from warehouse.turnstile import Turnstile


class Door(Protocol):
    """What every way to a warehouse offers."""

    place: str
    """Where the warehouse is, for people."""
    lock_timeout: float
    """Seconds that anybody waits for others."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction: committed when the block ends, rolled back when it raises."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that cannot write."""

    def attached_to(self, con: Connection) -> AbstractContextManager[None]:
        """The warehouse attached to a connection of another database as `live`, for reading."""

    def size(self, con: Connection) -> int:
        """Bytes that the warehouse takes up, as seen by an open connection of its own."""


class FileDoor:
    """The way to a DuckDB file. Readers shut others out as writers do, so everybody is to let go soon."""

    def __init__(self, path: Path, lock_timeout: float, scale: str | None = None) -> None:
        self.path = path
        self.place = str(path)
        self.lock_timeout = lock_timeout
        self._scale = scale
        self._turnstile = Turnstile(path, lock_timeout)
        self._is_ready = False

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._turnstile.held(), writing_file(self.path) as con:
            self._bring_up_to_date(con)
            with transaction(con):
                yield con

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._turnstile.held():
            self._make_ready()
            with reading_file(self.path) as con:
                structure.state(con)
                yield con

    @contextmanager
    def attached_to(self, con: Connection) -> Iterator[None]:
        with self._turnstile.held(), in_our_words(self.place):
            self._make_ready()
            con.execute(f"ATTACH {quoted(self.path)} AS live (READ_ONLY)")
            try:
                yield
            finally:
                con.execute("DETACH live")

    def size(self, con: Connection) -> int:  # noqa: ARG002
        return self.path.stat().st_size

    def _make_ready(self) -> None:
        """Make or migrate the file if need be; once in the life of this object, unless the file goes away."""
        if self._is_ready and self.path.exists():
            return
        with writing_file(self.path) as con:
            self._bring_up_to_date(con)
        self._is_ready = True

    def _bring_up_to_date(self, con: Connection) -> None:
        def back_up(step: int) -> None:
            _back_up(con, self.path.with_name(f"{self.path.stem}.before-step-{step}.duckdb"))

        structure.bring_up_to_date(con, self._scale, datetime.now(UTC), back_up)


def door_to(
    place: Path | str, lock_timeout: float, scale: str | None = None, lake_data: str | None = None
) -> FileDoor | LakeDoor:
    """The way to a warehouse by its place: a path, or `ducklake:…`."""
    if str(place).startswith("ducklake:"):
        return LakeDoor(str(place), lock_timeout, scale, lake_data)
    return FileDoor(Path(place), lock_timeout, scale)


class CopyDoor:
    """The way to the published copy, for reading. No lock: the copy is never written, only replaced by another."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        if not self.path.exists():
            raise WarehouseUnusable(f"There is no published copy at {self.path}; make one with `foresaid publish`.")
        with reading_file(self.path) as con:
            if not structure.is_current(con):
                raise WarehouseUnusable(
                    f"The copy {self.path} was published by an earlier version; run `foresaid publish`."
                )
            yield con


def _back_up(con: Connection, destination: Path) -> None:
    destination.unlink(missing_ok=True)
    ((name,),) = con.execute("SELECT current_database()").fetchall()
    con.execute(f"ATTACH {quoted(destination)} AS backup (STORAGE_VERSION '{STORAGE_VERSION}')")
    con.execute(f'COPY FROM DATABASE "{name}" TO backup')
    con.execute("DETACH backup")
