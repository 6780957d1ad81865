"""What analysts see, on its way out: any view of the warehouse, and the findings in their exported fields."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pyarrow as pa

from review.exchange.parquet import arrow_type
from review.exchange.table import Table
from review.queries import query
from schemas.errors import NoSuchName
from warehouse import Warehouse

NAMES_IN_CLAIMS = {"start": "t_from", "end": "t_to"}
"""Exported fields that the view `claims` has under other names; their types are the same."""


def names(house: Warehouse) -> list[str]:
    """The views that can be written out."""
    return [name for (name,) in house.query(query("exchange_views")).rows]


def view(house: Warehouse, name: str) -> Table:
    """All rows of a view. Raises `NoSuchName` with the names that there are."""
    known = names(house)
    if name not in known:
        raise NoSuchName("view", name, f"The views are {', '.join(known)}; docs/tables.md describes them.")
    return Table(_schema(house, name), house.query(f'FROM "{name}"').rows)


def findings(house: Warehouse, rows: Iterator[dict[str, Any]]) -> Table | None:
    """Rows of the warehouse's `export` or `export_all`, which name their fields themselves; null if there are none."""
    first = next(rows, None)
    if first is None:
        return None
    types = {field.name: field.type for field in _schema(house, "claims")} | {"is_current": pa.bool_()}
    schema = pa.schema([(name, types[NAMES_IN_CLAIMS.get(name, name)]) for name in first])
    return Table(schema, (tuple(row.values()) for row in chain([first], rows)))


def _schema(house: Warehouse, name: str) -> pa.Schema:
    described = house.query(f'DESCRIBE "{name}"').dicts()
    return pa.schema([(row["column_name"], arrow_type(row["column_type"])) for row in described])
