"""Rows as Parquet, and the Arrow types of what DuckDB calls its types."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_AT_ONCE = 10_000  # a row group: enough for dictionaries to pay, little enough to hold in memory
TYPES: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "DATE": pa.date32(),
    "TIMESTAMP WITH TIME ZONE": pa.timestamp("us", tz="UTC"),
}
"""The types that the columns of the views have."""


def write(schema: pa.Schema, rows: Iterable[Sequence[Any]], stream: BinaryIO) -> None:
    """Write rows whose values stand in the order of the schema. A column keeps its type where it is empty."""
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for some in _portions(rows):
            columns = [
                pa.array(values, kind) for values, kind in zip(zip(*some, strict=True), schema.types, strict=True)
            ]
            writer.write_batch(pa.record_batch(columns, schema=schema))


def arrow_type(written: str) -> pa.DataType:
    """The Arrow type of a type as DuckDB writes it: `DATE`, `VARCHAR[]`, `STRUCT(a INTEGER, b VARCHAR)[]`."""
    if written.endswith("[]"):
        return pa.list_(arrow_type(written.removesuffix("[]")))
    if written.startswith("STRUCT("):
        parts = written.removeprefix("STRUCT(").removesuffix(")").split(", ")
        return pa.struct([(name, arrow_type(kind)) for name, _, kind in (part.partition(" ") for part in parts)])
    return TYPES[written]


def _portions(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    remaining = iter(rows)
    while some := list(islice(remaining, ROWS_AT_ONCE)):
        yield some
