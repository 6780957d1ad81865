"""The reference of tables, views and macros, written from their comments: `python -m warehouse.documentation`.

Prints Markdown; `docs/tables.md` is its output, and a test holds that it is current.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from warehouse.door import FileDoor
from warehouse.reading import rows_of
from warehouse.statements import query

_HEAD = """# Tables

What an analyst finds in the warehouse and in its published copy. Generated from the comments in the database by
`python -m warehouse.documentation > docs/tables.md`; do not edit.

The views and macros of the schema `main` are the interface, and stable. The tables of the schema `ledger` are what was
written; rows are added there and never changed. An analyst who attaches the copy beside other files says `USE` before
calling a macro: DuckDB looks up what a macro names in the database in use."""

_SECTIONS = {"main": "Views", "ledger": "Tables of the ledger"}


def reference() -> str:
    """The whole page, from a warehouse made for the purpose."""
    with tempfile.TemporaryDirectory() as folder:
        door = FileDoor(Path(folder) / "empty.duckdb", lock_timeout=10)
        with door.reading() as con:
            columns, macros = rows_of(con.execute(query("documentation"))), rows_of(con.execute(query("macros")))
    return "\n".join([_HEAD, *_relations(columns), *_macros(macros)]) + "\n"


def _relations(columns: list[dict[str, Any]]) -> Iterator[str]:
    for schema, relations in groupby(columns, itemgetter("schema_name")):
        yield f"\n## {_SECTIONS[schema]}"
        for name, rows in groupby(relations, itemgetter("table_name")):
            yield from _relation(name if schema == "main" else f"{schema}.{name}", list(rows))


def _relation(name: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    yield f"\n### {name}\n{rows[0]['table_comment']}\n"
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for row in rows:
        yield f"| `{row['column_name']}` | {row['data_type']} | {row['column_comment']} |"


def _macros(macros: list[dict[str, Any]]) -> Iterator[str]:
    yield "\n## Macros\nUse a table macro as `FROM as_of(DATE '2017-02-01')`, the others like functions.\n"
    yield "| macro | gives | what |"
    yield "|---|---|---|"
    for macro in macros:
        gives = "rows" if macro["function_type"] == "table_macro" else "a value"
        yield f"| `{macro['function_name']}({', '.join(macro['parameters'])})` | {gives} | {macro['comment']} |"


if __name__ == "__main__":
    sys.stdout.write(reference())
