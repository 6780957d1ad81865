"""The way to a DuckLake: for more machines than one, with the catalogue in Postgres and the data as Parquet.

The same migrations, views and checks stand in it. Readers take no lock. Writers take turns by an advisory lock of the
catalogue's Postgres, which all machines see, because a batch that two of them write at once, or two verdicts that want
the same place in the chain, would else have to be sorted out afterwards.
Refuses catalogues other than Postgres: one in a DuckDB file serves a single process, and one in SQLite locks up.
A DuckLake keeps no comments on the columns of views and on macros; the published copy has them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas.errors import SettingsError, WarehouseUnusable
from warehouse import structure
from warehouse.connections import in_memory, in_our_words, transaction, without_password
from warehouse.structure import quoted
from warehouse.turnstile import busy_for

PREFIX = "ducklake:postgres:"
_LOCK_KEY = 0x666F7265  # any number will do that nothing else in that Postgres database uses


class LakeDoor:
    """Opens a lake for one action. `data` is the folder or bucket of its Parquet files, needed to make a new one."""

    def __init__(self, address: str, lock_timeout: float, scale: str | None = None, data: str | None = None) -> None:
        if not address.startswith(PREFIX):
            raise SettingsError(f"FORESAID_WAREHOUSE names a lake that does not begin with {PREFIX!r}.")
        self.place = without_password(address)
        self.lock_timeout = lock_timeout
        self._address = address
        self._scale = scale
        self._data = data
        self._is_ready = False

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with in_memory(self.place) as con, self._turn(con):
            self._attach(con, "lake")
            con.execute("USE lake")
            structure.bring_up_to_date(con, self._scale, datetime.now(UTC), _keep_snapshot)
            with transaction(con):
                yield con

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        self._make_ready()
        with in_memory(self.place) as con:
            self._attach(con, "lake", "READ_ONLY")
            con.execute("USE lake")
            structure.state(con)
            _let_data_be_read(con)
            yield con

    @contextmanager
    def attached_to(self, con: Connection) -> Iterator[None]:
        self._make_ready()
        with in_our_words(self.place):
            self._attach(con, "live", "READ_ONLY")
            try:
                yield
            finally:
                con.execute("DETACH live")

    def size(self, con: Connection) -> int:
        """Bytes of its Parquet files."""
        sizes = con.execute("SELECT coalesce(sum(file_size_bytes), 0) FROM ducklake_table_info('lake')")
        return int(sizes.fetchall()[0][0])

    def _make_ready(self) -> None:
        if not self._is_ready:
            with self.writing():
                self._is_ready = True

    @contextmanager
    def _turn(self, con: Connection) -> Iterator[None]:
        """Wait until this is the only writer; Postgres lets go when the connection closes, however that comes about."""
        _load(con, "postgres_scanner")
        con.execute(f"ATTACH {quoted(self._address.removeprefix(PREFIX))} AS gate (TYPE postgres)")
        milliseconds = round(self.lock_timeout * 1000)
        wait = f"SELECT set_config('lock_timeout', '{milliseconds}', false), pg_advisory_lock({_LOCK_KEY})::text"
        try:
            con.execute(f"FROM postgres_query('gate', {quoted(wait)})").fetchall()
        except duckdb.Error as error:
            if "lock timeout" in str(error):
                raise busy_for(self.lock_timeout) from None
            raise
        yield

    def _attach(self, con: Connection, name: str, *options: str) -> None:
        _load(con, "ducklake")
        _load(con, "postgres_scanner")
        if self._data:
            options = (*options, f"DATA_PATH {quoted(self._data)}")
        clause = f" ({', '.join(options)})" if options else ""
        try:
            con.execute(f"ATTACH {quoted(self._address)} AS {name}{clause}")
        except duckdb.InvalidInputException as error:
            if "data_path is not set" in str(error):
                raise WarehouseUnusable(
                    "A new lake has to know where its data go; set FORESAID_LAKE_DATA to a folder or a bucket."
                ) from None
            raise


def _load(con: Connection, extension: str) -> None:
    try:
        con.execute(f"LOAD {extension}")
    except duckdb.IOException:
        raise WarehouseUnusable(
            f"A DuckLake needs DuckDB's extension {extension}; run `INSTALL {extension}` once in DuckDB's shell."
        ) from None


def _let_data_be_read(con: Connection) -> None:
    """Leave the lake's own files readable where analysts' SQL shuts out all others."""
    ((folder,),) = con.execute("SELECT data_path FROM ducklake_settings('lake')").fetchall()
    con.execute(f"SET allowed_directories = [{quoted(folder)}]")


def _keep_snapshot(_step: int) -> None:
    """Nothing to back up: a lake keeps its earlier snapshots."""
