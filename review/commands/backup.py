"""`foresaid backup` and `foresaid restore`: a safe copy of all that is kept, and the way back from it."""

from pathlib import Path

import click

from flows import upkeep
from flows.upkeep import Restored
from review.parameters import now
from schemas import load_settings
from warehouse import Warehouse
from warehouse.manifest import Contents


@click.command()
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), help="Where; else FORESAID_BACKUPS.")
@click.option("--keep", type=click.IntRange(min=1), help="Keep the newest of so many days; else FORESAID_KEEP_DAILY.")
def backup(folder: Path | None, keep: int | None) -> None:
    """Make a backup of the ledger, the accounts and what is remembered of feeds, and try that it can be restored.

    Others may read and write meanwhile. Older backups are deleted, but for the newest of each of the last days and of
    each of the last weeks.
    """
    settings = load_settings()
    chosen = {"backups": folder or settings.backups, "keep_daily": keep or settings.keep_daily}
    settings = settings.model_copy(update=chosen)
    made = upkeep.back_up(Warehouse.at(settings), settings, now())
    found = made.manifest.contents
    click.echo(f"Backed up to {made.path} and restored on trial: {made.bytes / 2**20:.1f} MiB, {_held(found.rows)}.")
    click.echo(_chain(found))


@click.command()
@click.argument("backup", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--to", "place", type=click.Path(dir_okay=False, path_type=Path), help="Only the ledger, into another file."
)
@click.option("--replace", "replaces", is_flag=True, help="Take the place of what is there; it is kept beside.")
def restore(backup: Path, place: Path | None, replaces: bool) -> None:
    """Put a backup back: its ledger, verified and brought up to date, the accounts and the memory of feeds.

    BACKUP is a backup or a folder of them, then the newest. The analysts' copy is published anew. A warehouse that is
    there already is not touched, unless --replace is given.
    """
    if place and replaces:
        raise click.UsageError("--to and --replace do not go together.")
    settings = load_settings()
    if place:
        restored = upkeep.restore_elsewhere(backup, place, settings)
    else:
        restored = (upkeep.replace if replaces else upkeep.restore)(backup, settings, now())
    _tell(restored)


def _tell(restored: Restored) -> None:
    found = restored.manifest
    moment, rows = f"{found.made_at:%Y-%m-%d at %H:%M} UTC", found.contents.rows
    click.echo(f"Restored {restored.ledger} as it was on {moment}: {_held(rows)}. It is sound.")
    click.echo(_chain(found.contents))
    for path in restored.companions:
        click.echo(f"Restored {path}.")
    for path in restored.left_alone:
        click.echo(f"Left {path} as it is.")


def _chain(found: Contents) -> str:
    return f"{found.verdicts} verdicts, the last hash is {found.last_hash or 'none'}."


def _held(rows: dict[str, int]) -> str:
    return f"{rows['articles']:,} articles, {rows['assertions']:,} assertions"
