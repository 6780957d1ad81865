"""What a warehouse is made of: numbered migrations for its tables, definitions for its views, macros and comments.

Migrations are applied once, in order, each in a transaction, and recorded with a checksum. Definitions hold no data, so
they are dropped and made anew whenever their text differs from what the warehouse was last given.
Refuses a warehouse that a later version has migrated, and one whose migrations were other than those shipped here.
"""

import csv
import hashlib
import io
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas.errors import SettingsError, WarehouseTooNew, WarehouseUnusable
from warehouse.statements import HERE, scripts

LEXICON = HERE.parent / "seeds" / "lexicon.csv"
GLOSSARY = HERE / "glossary.toml"


@dataclass(frozen=True)
class Migration:
    """One step in the building of the tables."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        return _checksum(self.sql)


@dataclass(frozen=True)
class State:
    """How far a warehouse has been built; all zero and empty for a file without tables."""

    migration: int = 0
    definitions: str = ""
    scale: str = ""


@cache
def migrations() -> tuple[Migration, ...]:
    """Every migration that ships, in order. Their numbers run from 1 without a gap."""
    return tuple(Migration(int(name[:4]), name, text) for name, text in scripts("migrations"))


def newest() -> State:
    """What this version of foresaid builds. The scale is the migrations' own until somebody chooses another."""
    return State(migration=migrations()[-1].number, definitions=_definitions_checksum())


def state(con: Connection) -> State:
    """How far the open warehouse has been built. Raises if it is none, or one that this version must not touch."""
    try:
        applied = con.execute("SELECT number, name, checksum FROM ledger.migrations ORDER BY number").fetchall()
    except duckdb.CatalogException:
        _refuse_other_tables(con)
        return State()
    _refuse_foreign(applied)
    settings = con.execute("SELECT definitions, scale FROM ledger.settings").fetchall()
    definitions, scale = settings[0] if settings else ("", "")  # one row, and the checks say so if it is not
    return State(migration=len(applied), definitions=definitions, scale=scale)


def migrate(con: Connection, done: int, now: datetime) -> None:
    """Apply the migrations behind the first `done`, each in a transaction of its own."""
    for step in migrations()[done:]:
        con.begin()
        con.execute(step.sql)
        row = [step.number, step.name, step.checksum, now]
        con.execute("INSERT INTO ledger.migrations VALUES ($1, $2, $3, $4)", row)
        con.commit()


def define(con: Connection) -> None:
    """Make views, macros, comments and the lexicon what this version says they are, in one transaction."""
    con.begin()
    _drop_definitions(con)
    for _, sql in (*scripts("macros"), *scripts("views")):
        con.execute(sql)
    _load_lexicon(con)
    _comment_columns(con)
    con.execute("UPDATE ledger.settings SET definitions = $1", [_definitions_checksum()])
    con.commit()


def choose_scale(con: Connection, scale: str) -> None:
    """Understand words of probability by this scale from now on. Raises `SettingsError` if there is none such."""
    known = [name for (name,) in con.execute("SELECT DISTINCT scale FROM ledger.lexicon ORDER BY scale").fetchall()]
    if scale not in known:
        raise SettingsError(f"FORESAID_LEXICON names the scale {scale!r}; the lexicon has {', '.join(known)}.")
    con.execute("UPDATE ledger.settings SET scale = $1", [scale])


def data_tables(con: Connection) -> list[str]:
    """Names of the ledger's tables, as they stand after `ledger.`."""
    return _names(con, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'ledger'")


def _names(con: Connection, catalog_query: str) -> list[str]:
    found = con.execute(f"{catalog_query} AND database_name = current_database() ORDER BY 1")
    return [name for (name,) in found.fetchall()]


def _refuse_other_tables(con: Connection) -> None:
    if _names(con, "SELECT table_name FROM duckdb_tables() WHERE NOT internal"):
        raise WarehouseUnusable("This DuckDB file is not a foresaid warehouse; set FORESAID_WAREHOUSE to another path.")


def _refuse_foreign(applied: list[tuple[int, str, str]]) -> None:
    if len(applied) > len(migrations()):
        raise WarehouseTooNew(
            f"The warehouse was written by a later version of foresaid (step {len(applied)}; this one knows "
            f"{len(migrations())}): upgrade foresaid, or set FORESAID_WAREHOUSE to another path."
        )
    for step, (number, name, checksum) in zip(migrations(), applied, strict=False):
        if (step.number, step.checksum) != (number, checksum):
            raise WarehouseUnusable(
                f"Step {name} of this warehouse was built by other SQL than this version ships; "
                "restore the backup beside it, or use the version that wrote it."
            )


def _drop_definitions(con: Connection) -> None:
    functions = "SELECT DISTINCT function_name FROM duckdb_functions() WHERE NOT internal AND schema_name = 'main'"
    for view in _names(con, "SELECT view_name FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'"):
        con.execute(f'DROP VIEW "{view}"')
    for macro in _names(con, f"{functions} AND function_type = 'table_macro'"):
        con.execute(f'DROP MACRO TABLE "{macro}"')
    for macro in _names(con, f"{functions} AND function_type = 'macro'"):
        con.execute(f'DROP MACRO "{macro}"')


def _load_lexicon(con: Connection) -> None:
    rows = list(csv.DictReader(io.StringIO(LEXICON.read_text("utf-8"))))
    con.execute("DELETE FROM ledger.lexicon")
    con.executemany(
        "INSERT INTO ledger.lexicon VALUES ($scale, $word, $low::DOUBLE, $mid::DOUBLE, $high::DOUBLE, $source)", rows
    )


def _comment_columns(con: Connection) -> None:
    """Give every column its sentence: the one for this table, else the one that its name has everywhere."""
    words = tomllib.loads(GLOSSARY.read_text("utf-8"))
    columns = con.execute(
        "SELECT schema_name, table_name, column_name FROM duckdb_columns()"
        " WHERE NOT internal AND database_name = current_database()"
    ).fetchall()
    for schema, table, column in columns:
        meaning = words.get(table, {}).get(column) or words["everywhere"][column]
        quoted = meaning.replace("'", "''")
        con.execute(f'COMMENT ON COLUMN "{schema}"."{table}"."{column}" IS \'{quoted}\'')


@cache
def _definitions_checksum() -> str:
    parts = [text for folder in ("migrations", "macros", "views") for _, text in scripts(folder)]
    return _checksum(*parts, GLOSSARY.read_text("utf-8"), LEXICON.read_text("utf-8"))


def _checksum(*texts: str) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8") + b"\0")
    return digest.hexdigest()
