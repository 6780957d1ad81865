"""Connections to DuckDB as all of foresaid uses them, and DuckDB's complaints in our words."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas.errors import WarehouseBusy, WarehouseError, WarehouseTooNew, WarehouseUnusable

STORAGE_VERSION = "v1.5.0"
"""Files stay readable for analysts' tools of that version and later."""

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when a disk, a quota or a limit on files is used up."""

_CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # a name in SQL is never a variable of this process
}


@contextmanager
def reading_file(path: Path) -> Iterator[Connection]:
    """A connection to a file that cannot write to it."""
    with in_our_words(str(path)), duckdb.connect(str(path), read_only=True, config=_CONFIG) as con:
        yield _in_utc(con)


@contextmanager
def writing_file(path: Path) -> Iterator[Connection]:
    """A connection to a file, which is made if it is not there."""
    config = _CONFIG | {"storage_compatibility_version": STORAGE_VERSION}
    with in_our_words(str(path)), duckdb.connect(str(path), config=config) as con:
        yield _in_utc(con)


@contextmanager
def writing_new_file(path: Path) -> Iterator[Connection]:
    """A connection to a file that is empty now, whatever stood there."""
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)
    with writing_file(path) as con:
        yield con


@contextmanager
def in_memory(name: str) -> Iterator[Connection]:
    """A connection without a file; `name` is what is attached to it, for complaints."""
    with in_our_words(name), duckdb.connect(":memory:", config=_CONFIG) as con:
        yield _in_utc(con)


@contextmanager
def transaction(con: Connection) -> Iterator[None]:
    """Committed when the block ends, rolled back when it raises."""
    con.begin()
    try:
        yield
    except BaseException:
        con.rollback()
        raise
    con.commit()


@contextmanager
def in_our_words(name: str) -> Iterator[None]:
    """Turn what DuckDB complains of into a sentence that tells a person what to do."""
    try:
        yield
    except duckdb.Error as error:
        raise _refusal(str(error), name) from error


def no_room(place: object) -> str:
    """What somebody is told whose disk is full."""
    return f"There is no room left on the disk of {place}; free some space and run it again."


def _in_utc(con: Connection) -> Connection:
    con.execute("SET TimeZone = 'UTC'")
    return con


def _refusal(text: str, name: str) -> WarehouseError:
    if "Could not set lock" in text:
        return WarehouseBusy(
            f"Another program has {name} open; close it there, or let it open the published copy instead."
        )
    if "different configuration" in text:
        return WarehouseBusy(f"This process has {name} open by other means; close that connection first.")
    if "newer version" in text or "storage version" in text.lower():
        return WarehouseTooNew(f"{name} was written by a newer DuckDB than the one installed here; upgrade foresaid.")
    if any(said in text for said in ("No space left", "File too large", "Disk quota")):
        return WarehouseUnusable(no_room(name))
    return WarehouseUnusable(f"The warehouse {name} cannot be used: {without_password(text.splitlines()[0])}")


def without_password(text: str) -> str:
    """The text, fit to be shown: the password of a connection string left out."""
    return re.sub(r"(password=)\S+", r"\1…", text)
