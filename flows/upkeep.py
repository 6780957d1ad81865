"""What keeps an installation safe, without Prefect: the night's backup, which ones are kept, and the way back.

What is backed up is the ledger (with the chosen scale of the lexicon) and the two files beside it that nothing else
could make again: the desk's accounts with their saved queries, and what is remembered of feeds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.pipeline import visits_file
from schemas import Settings
from schemas.errors import BackupRefused
from warehouse import Backup, Warehouse, backups, retention
from warehouse.manifest import Manifest

ACCOUNTS, VISITS = "accounts.sqlite", "visits.json"


@dataclass(frozen=True)
class Restored:
    """What a restore put in its place, and which files were there already and left alone."""

    ledger: Path
    manifest: Manifest
    companions: tuple[Path, ...] = ()
    left_alone: tuple[Path, ...] = ()


def companions(settings: Settings) -> dict[str, Path]:
    """What is backed up beside the ledger, by the name that it has in a backup."""
    return {ACCOUNTS: settings.accounts, VISITS: visits_file(settings)}


def back_up(warehouse: Warehouse, settings: Settings, now: datetime) -> Backup:
    """Make a backup, restore it on trial, and then delete those that are no longer wanted."""
    made = warehouse.back_up(companions(settings), settings.backups, now)
    found = backups.backups(settings.backups)
    doomed = retention.surplus(found, settings.keep_daily, settings.keep_weekly)
    backups.remove(found[moment] for moment in sorted(doomed) if found[moment] != made.path)
    return made


def restore(backup: Path, settings: Settings, now: datetime) -> Restored:
    """Put a backup where nothing is, and publish the analysts' copy. What lies beside the ledger already is left."""
    chosen, place = backups.newest(backup), _file(settings)
    found = backups.restore(chosen, place, settings.lock_timeout)
    wanted = {name: path for name, path in companions(settings).items() if name in found.files}
    missing = {name: path for name, path in wanted.items() if not path.exists()}
    _put_back(chosen, missing)
    Warehouse.at(settings).publish(settings.published_copy, now)
    return Restored(place, found, tuple(missing.values()), tuple(set(wanted.values()) - set(missing.values())))


def replace(backup: Path, settings: Settings, now: datetime) -> Restored:
    """Put a backup in the place of what is there, which is kept beside it, and publish the analysts' copy."""
    chosen, place = backups.newest(backup), _file(settings)
    found = backups.replace(chosen, place, settings.lock_timeout, now)
    wanted = {name: path for name, path in companions(settings).items() if name in found.files}
    for path in wanted.values():
        if path.exists():
            backups.copy(path, backups.beside(path, now))
    _put_back(chosen, wanted)
    Warehouse.at(settings).publish(settings.published_copy, now)
    return Restored(place, found, tuple(wanted.values()))


def restore_elsewhere(backup: Path, place: Path, settings: Settings) -> Restored:
    """Put the ledger of a backup into another file, to look at it; nothing else is touched."""
    return Restored(place, backups.restore(backups.newest(backup), place, settings.lock_timeout))


def _put_back(backup: Path, wanted: Mapping[str, Path]) -> None:
    for name, path in wanted.items():
        backups.copy(backup / name, path)


def _file(settings: Settings) -> Path:
    if settings.warehouse.startswith("ducklake:"):
        raise BackupRefused("A backup is restored into a file, not into a lake; name one with --to.")
    return Path(settings.warehouse)
