"""The copy for analysts: the same tables, views and comments in a file of its own, put in the old one's place at once.

Analysts may keep the copy open all day; who has the old one open goes on reading it. The live file is only ever read
through DuckDB: opening or copying it by other means would drop the locks of the process that has it open.
"""

from datetime import datetime
from pathlib import Path

from duckdb import DuckDBPyConnection as Connection

from schemas.errors import WarehouseUnusable
from warehouse import structure
from warehouse.door import Door, new_file


def publish(door: Door, destination: Path, now: datetime) -> None:
    """Write all that the warehouse holds to `destination`, replacing what is there only when it is complete."""
    if destination.resolve() == door.path.resolve():
        raise WarehouseUnusable("The published copy cannot be the warehouse itself; set FORESAID_PUBLISHED_COPY.")
    fresh = destination.with_name(f".{destination.name}.new")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        with new_file(fresh) as con, door.attached_to(con):
            structure.migrate(con, 0, now)
            _fill(con)
            structure.define(con)
        fresh.replace(destination)
    except OSError as error:
        raise WarehouseUnusable(
            f"The published copy {destination} cannot be written ({error.strerror}); "
            "set FORESAID_PUBLISHED_COPY to another path."
        ) from None


def _fill(con: Connection) -> None:
    con.begin()
    for table in structure.data_tables(con):
        con.execute(f"TRUNCATE ledger.{table}")  # the migrations' own first rows; the live ones follow
        con.execute(f"INSERT INTO ledger.{table} FROM live.ledger.{table}")
    con.commit()
