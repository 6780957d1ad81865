"""Backups: folders that hold a copy of the ledger, what lies beside it, and a manifest with hashes and counts.

    backup(house, companions, folder, now)  -> Backup     written beside, restored on trial, then renamed into place
    restore(backup, place)                  -> Manifest   verified in a scratch file first, then put in its place

The copy is made through DuckDB in one go under the warehouse's lock, so it is of one moment whatever others write; the
open file is never copied by other means. A folder with a backup's name is always a whole one: its ledger has been put
back into a file of its own, and every rule was found to hold there.
Refuses to put a backup where a warehouse is (`replace` keeps that one beside), and one that is damaged or of a later
version.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from duckdb import DuckDBPyConnection as Connection

from schemas.errors import BackupRefused, WarehouseTooNew
from warehouse import checking, manifest, structure
from warehouse.connections import NO_ROOM, no_room, reading_file
from warehouse.door import Door, FileDoor
from warehouse.manifest import Contents, Manifest
from warehouse.publishing import write_copy
from warehouse.turnstile import Turnstile

LEDGER = "foresaid.duckdb"
SETTING = "FORESAID_BACKUPS"
_NAME = "foresaid-%Y%m%dT%H%M%SZ"
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True)
class Backup:
    """A backup that lies in its place."""

    path: Path
    manifest: Manifest

    @property
    def bytes(self) -> int:
        """What it takes up."""
        return sum(file.bytes for file in self.manifest.files.values())


def back_up(door: Door, companions: Mapping[str, Path], folder: Path, now: datetime) -> Backup:
    """Make a backup in `folder` and try that it can be restored. `companions` are files to take along, by the name
    under which they lie in the backup; one that does not exist is left out."""
    path = folder / now.astimezone(UTC).strftime(_NAME)
    with Turnstile(folder / "backups", door.lock_timeout, SETTING).held(), _refusing_disk(folder):
        if path.exists():
            raise BackupRefused(f"There is a backup {path} already; try again in a second.")
        _sweep(folder)
        fresh = folder / f".{path.name}.new"
        fresh.mkdir(mode=0o700)
        _fill(fresh, door, companions, now)
        made = verify(fresh)
        fresh.rename(path)
        _make_last(folder)
    return Backup(path, made)


def verify(backup: Path) -> Manifest:
    """Restore a backup on trial, into a scratch file beside it. Raises `BackupRefused` if that fails."""
    with _refusing_disk(backup.parent), _scratch(backup.parent) as scratch:
        return _unpacked(backup, scratch / LEDGER)


def backups(folder: Path) -> dict[datetime, Path]:
    """The backups in a folder, by the moment of their making, oldest first. Whatever else lies there is left out."""
    found = {moment: path for path in folder.glob("foresaid-*") if (moment := _moment(path))}
    return dict(sorted(found.items()))


def newest(place: Path) -> Path:
    """The backup at a place: itself, or the newest in a folder of them. Raises `BackupRefused` where there is none."""
    if (place / manifest.FILE).exists():
        return place
    found = backups(place)
    if not found:
        raise BackupRefused(f"There is no backup in {place}; name a folder that `foresaid backup` made.")
    return list(found.values())[-1]


def remove(made: Iterable[Path]) -> None:
    """Delete backups that are no longer wanted."""
    for path in made:
        doomed = path.with_name(f".{path.name}.old")  # half a backup must not carry a backup's name
        with _refusing_disk(path.parent):
            path.rename(doomed)
            shutil.rmtree(doomed)


def restore(backup: Path, place: Path, lock_timeout: float) -> Manifest:
    """Put the ledger of a backup where no warehouse is. Raises `BackupRefused` if one is there."""
    with _installing(backup, place, lock_timeout) as (fresh, found):
        if place.exists():
            raise BackupRefused(
                f"There is a warehouse at {place} already; restore elsewhere with --to, or put it aside with --replace."
            )
        _wal(place).unlink(missing_ok=True)  # without its file it holds nothing, and this file is not it
        fresh.rename(place)
    return found


def replace(backup: Path, place: Path, lock_timeout: float, now: datetime) -> Manifest:
    """Put the ledger of a backup in the place of a warehouse, which is kept beside it under another name."""
    with _installing(backup, place, lock_timeout) as (fresh, found):
        aside = beside(place, now)
        for part, kept in ((place, aside), (_wal(place), _wal(aside))):
            if part.exists():
                part.rename(kept)
        fresh.rename(place)
    return found


def copy(source: Path, destination: Path) -> None:
    """Copy a file that lies beside a ledger, over what is there; a database of SQLite by its own means, since others
    may be writing it."""
    with _refusing_disk(destination.parent):
        destination.parent.mkdir(parents=True, exist_ok=True)
        if not _is_sqlite(source):
            shutil.copyfile(source, destination)
            return
        destination.touch(mode=0o600)
        with closing(sqlite3.connect(source, timeout=10)) as here, closing(sqlite3.connect(destination)) as there:
            here.backup(there)


def beside(path: Path, now: datetime) -> Path:
    """The name under which a file is kept that a restored one takes the place of."""
    return path.with_name(f"{path.stem}.before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{path.suffix}")


def _fill(fresh: Path, door: Door, companions: Mapping[str, Path], now: datetime) -> None:
    write_copy(door, fresh / LEDGER, now)
    for name, path in companions.items():
        if path.exists():
            copy(path, fresh / name)
    with reading_file(fresh / LEDGER) as con:
        contents = _contents(con)
    files = {path.name: manifest.stored_file(path) for path in sorted(fresh.iterdir())}
    page = Manifest(made_at=now, version=version("foresaid"), contents=contents, files=files)
    (fresh / manifest.FILE).write_text(page.model_dump_json(indent=2), "utf-8")
    for path in (*fresh.iterdir(), fresh):
        _make_last(path)


def _unpacked(backup: Path, ledger: Path) -> Manifest:
    """The ledger of a backup as the file `ledger`, brought up to date and found sound."""
    page = manifest.read(backup)
    if page.contents.step > len(structure.migrations()):
        raise WarehouseTooNew(f"The backup {backup} was made by a later version of foresaid; upgrade foresaid first.")
    for name, stored in page.files.items():
        if not (backup / name).exists() or manifest.stored_file(backup / name) != stored:
            raise BackupRefused(f"The backup {backup} is damaged: {name} is not what it was; use another backup.")
    shutil.copyfile(backup / LEDGER, ledger)
    with reading_file(ledger) as con:
        if _contents(con) != page.contents:
            raise BackupRefused(f"The backup {backup} does not hold what its manifest says; use another backup.")
    with FileDoor(ledger, lock_timeout=1.0).reading() as con:
        if problems := checking.problems(con):
            raise BackupRefused(f"The ledger in {backup} is not sound ({problems[0].message}); use another backup.")
    return page


@contextmanager
def _installing(backup: Path, place: Path, lock_timeout: float) -> Iterator[tuple[Path, Manifest]]:
    """A verified ledger in a scratch file beside `place`, while nobody else may use the warehouse there."""
    with (
        Turnstile(place, lock_timeout).held(),
        _refusing_disk(place.parent),
        _scratch(place.parent) as scratch,
    ):
        yield scratch / LEDGER, _unpacked(backup, scratch / LEDGER)
        _make_last(place)
        _make_last(place.parent)


def _contents(con: Connection) -> Contents:
    rows = {
        table: con.execute(f"FROM ledger.{table} SELECT count(*)").fetchall()[0][0]
        for table in structure.data_tables(con)
    }
    ((verdicts, last_hash),) = con.execute("SELECT verdicts, hash FROM ledger.chain").fetchall()
    return Contents(step=structure.state(con).migration, rows=rows, verdicts=verdicts, last_hash=last_hash)


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _sweep(folder: Path) -> None:
    """Remove what killed backups and restores left behind. Only whoever holds the lock may do so."""
    for leftover in (
        *folder.glob(".foresaid-*.new"),
        *folder.glob(".foresaid-*.old"),
        *folder.glob(".foresaid-trial-*"),
    ):
        shutil.rmtree(leftover)


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix=".foresaid-trial-", dir=folder) as path:
        yield Path(path)


@contextmanager
def _refusing_disk(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise BackupRefused(
            f"The accounts cannot be copied ({error}); see that their file is one of the desk's."
        ) from None
    except OSError as error:
        raise BackupRefused(
            no_room(folder) if error.errno in NO_ROOM else f"The folder {folder} cannot be used ({error.strerror})."
        ) from None


def _moment(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC) if (path / manifest.FILE).exists() else None
    except ValueError:
        return None


def _make_last(path: Path) -> None:
    """Have the disk keep a file or the names in a folder, before anybody relies on it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
