"""Rows on their way out of the warehouse, with the types of their columns."""

from collections.abc import Iterable, Sequence
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
        with destination.for_text(path) as stream:
            output.write(self.schema.names, self.rows, output.Format(fmt.value), stream)
