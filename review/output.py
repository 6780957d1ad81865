"""How rows are written out: a table for people; JSON, JSON lines and CSV for programs.

Rows are column names and tuples, whatever they came from. Dates and times are ISO 8601 everywhere. In CSV null is an
empty cell, and lists and structs are JSON in a cell; in a table null is a middle dot. Only the table knows how wide the
terminal is.
"""

import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from review import table

if TYPE_CHECKING:
    from warehouse import Result

PIPED_WIDTH = 160  # columns of a table that no terminal sets a width for

Row = Sequence[object]


class Format(StrEnum):
    """What rows are written as."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def write(columns: Sequence[str], rows: Iterable[Row], fmt: Format, stream: TextIO | None = None) -> None:
    """Write rows to `stream` (standard output) in one of the formats."""
    _WRITERS[fmt](columns, rows, stream or sys.stdout)


def write_result(found: "Result", fmt: Format, shown: Sequence[str]) -> None:
    """Write an answer of the warehouse: a table has the columns for a look, the other formats have all."""
    if fmt is not Format.TABLE:
        write(found.columns, found.rows, fmt)
        return
    places = [found.columns.index(name) for name in shown]
    write(shown, ([row[place] for place in places] for row in found.rows), fmt)


def plain(value: object) -> object:
    """A value as JSON holds it: dates and times as ISO 8601, other things that JSON does not know as their words."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _write_table(columns: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    width = shutil.get_terminal_size().columns if stream.isatty() else PIPED_WIDTH
    heads = [column.replace("_", " ") for column in columns]
    cells = [[_cell(value) for value in row] for row in rows]
    stream.writelines(f"{line}\n" for line in table.lines(heads, cells, width))


def _cell(value: object) -> str:
    if value is None:
        return "·"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return str(plain(value))


def _write_json(columns: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    stream.write("[")
    for number, line in enumerate(_objects(columns, rows)):
        stream.write(",\n " if number else "\n ")
        stream.write(line)
    stream.write("\n]\n")


def _write_jsonl(columns: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    stream.writelines(line + "\n" for line in _objects(columns, rows))


def _objects(columns: Sequence[str], rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        yield json.dumps(dict(zip(columns, map(plain, row), strict=True)), ensure_ascii=False)


def _write_csv(columns: Sequence[str], rows: Iterable[Row], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(value) for value in row] for row in rows)


def _csv_cell(value: object) -> object:
    if isinstance(value, list | tuple | dict):
        return json.dumps(plain(value), ensure_ascii=False)
    return "" if value is None else plain(value)


_WRITERS: dict[Format, Callable[[Sequence[str], Iterable[Row], TextIO], None]] = {
    Format.TABLE: _write_table,
    Format.JSON: _write_json,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
}
