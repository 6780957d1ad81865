"""The one way to the warehouse file: one process at a time, opened for an action and closed after it.

DuckDB lets a single process hold a file, and a reader shuts out a writer. So every action takes an inter-process lock,
opens the file, does its work in one short transaction and closes it again; nobody keeps it open. Nothing else of the
project opens DuckDB. The file is made on first use, and an older one is brought up to date after a backup.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection as Connection
from filelock import FileLock, Timeout

from schemas.errors import WarehouseBusy, WarehouseError, WarehouseTooNew, WarehouseUnusable
from warehouse import structure
from warehouse.structure import quoted

STORAGE_VERSION = "v1.5.0"
"""Files stay readable for analysts' tools of that version and later."""
POLL_SECONDS = 0.005
"""How often a waiting process asks for the lock; a batch holds it some tens of milliseconds."""


class Turnstile:
    """A fair inter-process lock: a waiting process gets its turn before a busy one gets another.

    Two file locks in a row. Whoever waits for the inner one holds the outer, so a writer that has just left queues
    behind it instead of being back inside before the waiting process asks again.
    Raises `WarehouseBusy` after `timeout` seconds, `WarehouseUnusable` where no lock file can be made.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self._queue = path.with_name(path.name + ".queue.lock")
        self._inside = path.with_name(path.name + ".lock")
        self._timeout = timeout

    @contextmanager
    def held(self) -> Iterator[None]:
        inside = FileLock(self._inside, timeout=self._timeout, poll_interval=POLL_SECONDS)
        try:
            self._inside.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._queue, timeout=self._timeout, poll_interval=POLL_SECONDS):
                inside.acquire()
        except Timeout:
            raise WarehouseBusy(
                f"Other processes kept the warehouse busy for {self._timeout:g} seconds; "
                "try again, or raise FORESAID_LOCK_TIMEOUT."
            ) from None
        except OSError as error:
            raise WarehouseUnusable(
                f"The folder {self._inside.parent} cannot be written ({error.strerror}); "
                "set FORESAID_WAREHOUSE to a path where files may be made."
            ) from None
        try:
            yield
        finally:
            inside.release()


class Door:
    """Opens the live warehouse file, for writing in one transaction or for reading."""

    def __init__(self, path: Path, lock_timeout: float, scale: str | None = None) -> None:
        self.path = path
        self._scale = scale
        self._turnstile = Turnstile(path, lock_timeout)
        self._is_ready = False

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: committed when the block ends, rolled back when it raises."""
        with self._turnstile.held(), _open(self.path, read_only=False) as con:
            self._bring_up_to_date(con)
            con.begin()
            try:
                yield con
            except BaseException:
                con.rollback()
                raise
            con.commit()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that cannot write. Other processes wait for it, so read and let go."""
        with self._turnstile.held():
            self._make_ready()
            with _open(self.path, read_only=True) as con:
                structure.state(con)
                yield con

    @contextmanager
    def attached_to(self, con: Connection) -> Iterator[None]:
        """The warehouse attached to a connection of another database as `live`, for reading."""
        with self._turnstile.held():
            self._make_ready()
            con.execute(f"ATTACH {quoted(self.path)} AS live (READ_ONLY)")
            try:
                yield
            finally:
                con.execute("DETACH live")

    def _make_ready(self) -> None:
        """Make or migrate the file if need be; once in the life of this object, unless the file goes away."""
        if self._is_ready and self.path.exists():
            return
        with _open(self.path, read_only=False) as con:
            self._bring_up_to_date(con)
        self._is_ready = True

    def _bring_up_to_date(self, con: Connection) -> None:
        found, wanted = structure.state(con), structure.newest()
        if 0 < found.migration < wanted.migration:
            _back_up(con, self.path.with_name(f"{self.path.stem}.before-step-{found.migration + 1}.duckdb"))
        if found.migration < wanted.migration:
            structure.migrate(con, found.migration, datetime.now(UTC))
        if found.definitions != wanted.definitions:
            structure.define(con)
        if self._scale not in (None, found.scale):
            structure.choose_scale(con, self._scale)


class CopyDoor:
    """Opens the published copy, read-only. It takes no lock: the copy is never written, only replaced by another."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        if not self.path.exists():
            raise WarehouseUnusable(f"There is no published copy at {self.path}; make one with `foresaid publish`.")
        with _open(self.path, read_only=True) as con:
            _refuse_outdated(con, self.path)
            yield con


def _refuse_outdated(con: Connection, path: Path) -> None:
    found, wanted = structure.state(con), structure.newest()
    if (found.migration, found.definitions) != (wanted.migration, wanted.definitions):
        raise WarehouseUnusable(f"The copy {path} was published by an earlier version; run `foresaid publish`.")


@contextmanager
def new_file(path: Path) -> Iterator[Connection]:
    """A connection to a file that is empty now, whatever stood there."""
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)
    with _open(path, read_only=False) as con:
        yield con


@contextmanager
def _open(path: Path, *, read_only: bool) -> Iterator[Connection]:
    con = _connected(path, read_only=read_only)
    try:
        yield con
    except duckdb.Error as error:
        raise _in_our_words(error, path) from error
    finally:
        con.close()


def _connected(path: Path, *, read_only: bool) -> Connection:
    config = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "python_enable_replacements": "false",  # a name in SQL is never a variable of this process
    }
    if not read_only:
        config["storage_compatibility_version"] = STORAGE_VERSION
    try:
        con = duckdb.connect(str(path), read_only=read_only, config=config)
        con.execute("SET TimeZone = 'UTC'")
        return con
    except duckdb.Error as error:
        raise _in_our_words(error, path) from error


def _in_our_words(error: duckdb.Error, path: Path) -> WarehouseError:
    """What DuckDB says, as a sentence that tells a person what to do."""
    text = str(error)
    if "Could not set lock" in text:
        return WarehouseBusy(
            f"Another program has {path} open; close it there, or let it open the published copy instead."
        )
    if "different configuration" in text:
        return WarehouseBusy(f"This process has {path} open by other means; close that connection first.")
    if "newer version" in text or "storage version" in text.lower():
        return WarehouseTooNew(f"{path} was written by a newer DuckDB than the one installed here; upgrade foresaid.")
    return WarehouseUnusable(f"The warehouse {path} cannot be used: {text.splitlines()[0]}")


def _back_up(con: Connection, destination: Path) -> None:
    destination.unlink(missing_ok=True)
    (name,) = con.execute("SELECT current_database()").fetchall()[0]
    con.execute(f"ATTACH {quoted(destination)} AS backup (STORAGE_VERSION '{STORAGE_VERSION}')")
    con.execute(f'COPY FROM DATABASE "{name}" TO backup')
    con.execute("DETACH backup")
