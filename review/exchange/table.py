"""Rows on their way out of the warehouse, with the types of their columns."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pyarrow as pa

from review import destination, output
from review.exchange import parquet

Row = Sequence[Any]


class FileFormat(StrEnum):
    """What is written for other programs."""

    JSONL = "jsonl"
    """A JSON object a line."""
    JSON = "json"
    """A JSON list of objects."""
    CSV = "csv"
    """UTF-8, comma, a header; lists and structs as JSON."""
    PARQUET = "parquet"
    """Columns keep their types, also where they are empty."""


@dataclass(frozen=True)
class Table:
    """Rows whose values stand in the order of the schema. The first of `formats` is the one that suits most."""

    schema: pa.Schema
    rows: Iterable[Row]
    formats: tuple[FileFormat, ...] = tuple(FileFormat)

    def write(self, fmt: FileFormat, path: Path | None) -> None:
        """Write the rows to a file, or to standard output."""
        if fmt is FileFormat.PARQUET:
            with destination.for_bytes(path) as binary:
                parquet.write(self.schema, self.rows, binary)
            return
        rows = _flat(self.rows) if fmt is FileFormat.CSV else self.rows
        with destination.for_text(path) as stream:
            output.write(self.schema.names, rows, output.Format(fmt.value), stream)


def _flat(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield [_cell(value) for value in row]


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json.dumps(output.plain(value), ensure_ascii=False)
    return value
