"""The copy for analysts: the same tables, views and comments in a file of its own, put in the old one's place at once.

Analysts may keep the copy open all day; who has the old one open goes on reading it. The live file is only ever read
through DuckDB: opening or copying it by other means would drop the locks of the process that has it open.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from schemas.errors import WarehouseUnusable
from warehouse import structure
from warehouse.connections import writing_new_file
from warehouse.door import Door, FileDoor
from warehouse.turnstile import Turnstile

UNPUBLISHED = ("sketches",)
"""What serves the writing alone."""


def publish(door: Door, destination: Path, now: datetime) -> None:
    """Write all that the warehouse holds to `destination`, replacing what is there only when it is complete."""
    if isinstance(door, FileDoor) and destination.resolve() == door.path.resolve():
        raise WarehouseUnusable("The published copy cannot be the warehouse itself; set FORESAID_PUBLISHED_COPY.")
    fresh = destination.with_name(f".{destination.name}.new")
    with Turnstile(fresh, door.lock_timeout, "FORESAID_PUBLISHED_COPY").held():
        write_copy(door, fresh, now, UNPUBLISHED)
        _put_in_place(fresh, destination)


def write_copy(door: Door, fresh: Path, now: datetime, without: Collection[str] = ()) -> None:
    """Write all that the warehouse holds into a new file, as of one moment whatever others write.

    `without` names tables that stay empty in the copy.
    """
    with writing_new_file(fresh) as con:
        structure.migrate(con, 0, now)
        with door.attached_to(con):  # others wait for this part only
            structure.fill_from_live(con, [name for name in structure.data_tables(con) if name not in without])
        structure.define(con)


def _put_in_place(fresh: Path, destination: Path) -> None:
    try:
        fresh.replace(destination)
    except OSError as error:
        raise WarehouseUnusable(
            f"The published copy {destination} cannot be replaced ({error.strerror}); "
            "set FORESAID_PUBLISHED_COPY to another path."
        ) from None
