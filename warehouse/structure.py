"""What a warehouse is made of: numbered migrations for its tables, definitions for its views, macros and comments.

Migrations are applied once, in order, each in a transaction, and recorded with a checksum. Definitions hold no data, so
they are dropped and made anew whenever their text differs from what the warehouse was last given.
Refuses a warehouse that a later version has migrated, and one whose migrations were other than those shipped here.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import duckdb
from duckdb import DuckDBPyConnection as Connection

from schemas.errors import SettingsError, WarehouseTooNew, WarehouseUnusable
from warehouse.connections import transaction
from warehouse.statements import HERE, scripts

LEXICON = HERE.parent / "seeds" / "lexicon.csv"
TOPICS = HERE.parent / "seeds" / "topics.csv"
"""What is followed until somebody says otherwise."""
GLOSSARY = HERE / "glossary.toml"
_MACROS = (
    "SELECT DISTINCT function_name, if(function_type = 'table_macro', 'MACRO TABLE', 'MACRO') AS kind"
    " FROM duckdb_functions()"
)


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


def bring_up_to_date(con: Connection, scale: str | None, now: datetime, before_step: Callable[[int], None]) -> None:
    """Build what is missing, and understand words by `scale` unless it is null.

    `before_step` is called with the number of the first step that a warehouse with content lacks.
    """
    found = state(con)
    if 0 < found.migration < len(migrations()):
        before_step(found.migration + 1)
    migrate(con, found.migration, now)
    if found.definitions != definitions_checksum():
        define(con)
    if scale is not None and scale != found.scale:
        choose_scale(con, scale)


def is_current(con: Connection) -> bool:
    """Whether the open warehouse is as this version builds it."""
    found = state(con)
    return (found.migration, found.definitions) == (len(migrations()), definitions_checksum())


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
        with transaction(con):
            con.execute(step.sql)
            row = [step.number, step.name, step.checksum, now]
            con.execute("INSERT INTO ledger.migrations VALUES ($1, $2, $3, $4)", row)


def define(con: Connection) -> None:
    """Make views, macros, comments and the lexicon what this version says they are, in one transaction."""
    with transaction(con):
        _drop_definitions(con)
        make_macros(con)
        make_views(con)
        _load_lexicon(con)
        _load_topics(con)
        _comment(con)
        con.execute("UPDATE ledger.settings SET definitions = $1", [definitions_checksum()])


def make_views(con: Connection) -> None:
    """The views alone, which stand on the macros."""
    for _, sql in scripts("views"):
        con.execute(sql)


def make_macros(con: Connection) -> None:
    """The macros alone, which may ask for tables and for each other, and not for views."""
    for _, sql in scripts("macros"):
        con.execute(sql)


def choose_scale(con: Connection, scale: str) -> None:
    """Understand words of probability by this scale from now on. Raises `SettingsError` if there is none such."""
    known = [name for (name,) in con.execute("SELECT DISTINCT scale FROM ledger.lexicon ORDER BY scale").fetchall()]
    if scale not in known:
        raise SettingsError(f"FORESAID_LEXICON names the scale {scale!r}; the lexicon has {', '.join(known)}.")
    con.execute("UPDATE ledger.settings SET scale = $1", [scale])


def data_tables(con: Connection) -> list[str]:
    """Names of the ledger's tables, as they stand after `ledger.`."""
    return [name for (name,) in _rows(con, "SELECT table_name FROM duckdb_tables()", "schema_name = 'ledger'")]


def fill_from_live(con: Connection, tables: Iterable[str]) -> None:
    """Make these tables of the ledger what they are in the warehouse attached as `live`."""
    with transaction(con):
        for table in tables:
            con.execute(f"TRUNCATE ledger.{table}")
            con.execute(f"INSERT INTO ledger.{table} FROM live.ledger.{table}")


def _rows(con: Connection, catalog_query: str, condition: str = "true") -> list[tuple[str, ...]]:
    """What a catalogue function says of the database in use, without what belongs to DuckDB itself."""
    where = f"WHERE NOT internal AND database_name = current_database() AND {condition}"
    rows: list[tuple[str, ...]] = con.execute(f"{catalog_query} {where} ORDER BY ALL").fetchall()
    return rows


def _refuse_other_tables(con: Connection) -> None:
    if _rows(con, "SELECT table_name FROM duckdb_tables()"):
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
    for (view,) in _rows(con, "SELECT view_name FROM duckdb_views()", "schema_name = 'main'"):
        con.execute(f'DROP VIEW "{view}"')
    for macro, kind in _rows(con, _MACROS, "schema_name = 'main'"):
        con.execute(f'DROP {kind} "{macro}"')


def _load_lexicon(con: Connection) -> None:
    con.execute("TRUNCATE ledger.lexicon")
    con.execute("INSERT INTO ledger.lexicon BY NAME FROM read_csv($1, header = true)", [str(LEXICON)])


def _load_topics(con: Connection) -> None:
    """The topics that ship, where none are set; there is always at least one."""
    if not con.execute("FROM ledger.topics LIMIT 1").fetchall():
        con.execute("INSERT INTO ledger.topics BY NAME FROM read_csv($1, header = true)", [str(TOPICS)])


def _comment(con: Connection) -> None:
    """Give every column its sentence, the one for its table before the one that its name has everywhere; macros too."""
    words = tomllib.loads(GLOSSARY.read_text("utf-8"))
    is_lake = _is_lake(con)  # a DuckLake keeps comments on tables only; the published copy has them all
    columns = "SELECT schema_name, table_name, column_name FROM duckdb_columns()"
    comments = [
        f'COMMENT ON COLUMN "{schema}"."{table}"."{column}" IS '
        + quoted(words.get(table, {}).get(column) or words["everywhere"][column])
        for schema, table, column in _rows(con, columns, "schema_name = 'ledger'" if is_lake else "true")
    ]
    if not is_lake:
        comments += [
            f'COMMENT ON {kind} "{name}" IS {quoted(words["macros"][name])}' for name, kind in _rows(con, _MACROS)
        ]
    con.execute(";".join(comments))


def quoted(text: object) -> str:
    """A string literal of SQL, for statements that take no parameters."""
    return "'" + str(text).replace("'", "''") + "'"


def _is_lake(con: Connection) -> bool:
    ((kind,),) = con.execute("SELECT type FROM duckdb_databases() WHERE database_name = current_database()").fetchall()
    return str(kind) == "ducklake"


@cache
def definitions_checksum() -> str:
    """What the SQL of views, macros and comments comes to; another one means that they have to be made anew."""
    parts = [text for folder in ("migrations", "macros", "views") for _, text in scripts(folder)]
    return _checksum(*parts, GLOSSARY.read_text("utf-8"), LEXICON.read_text("utf-8"))


def _checksum(*texts: str) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode("utf-8") + b"\0")
    return digest.hexdigest()
