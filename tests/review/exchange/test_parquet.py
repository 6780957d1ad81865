import io
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.exchange import parquet

SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("day", pa.date32()),
        ("at", pa.timestamp("us", tz="UTC")),
        ("share", pa.float64()),
        ("names", pa.list_(pa.string())),
    ]
)


def written(rows: list[tuple[Any, ...]], schema: pa.Schema = SCHEMA) -> pa.Table:
    stream = io.BytesIO()
    parquet.write(schema, rows, stream)
    return pq.read_table(io.BytesIO(stream.getvalue()))


def test_rows_come_back_in_their_types() -> None:
    rows = [
        ("Geneva", date(2017, 2, 23), datetime(2017, 3, 1, 9, tzinfo=UTC), 0.25, ["Ines Carrow", "Bo Lund"]),
        (None, None, None, None, None),
    ]
    table = written(rows)
    assert table.schema.equals(SCHEMA)
    assert [tuple(row.values()) for row in table.to_pylist()] == rows


def test_an_empty_column_keeps_its_type() -> None:
    assert written([("Geneva", None, None, None, None)]).schema.field("day").type == pa.date32()


def test_no_rows_are_a_file_with_columns() -> None:
    table = written([])
    assert (table.num_rows, table.schema.names) == (0, SCHEMA.names)


def test_many_rows_are_written_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS_AT_ONCE", 10)
    schema = pa.schema([("number", pa.int64())])
    stream = io.BytesIO()
    parquet.write(schema, ((number,) for number in range(25)), stream)
    file = pq.ParquetFile(io.BytesIO(stream.getvalue()))
    assert file.num_row_groups == 3
    assert file.read().column("number").to_pylist() == list(range(25))


@settings(max_examples=50)
@given(st.lists(st.tuples(st.text(), st.none() | st.dates(), st.none() | st.floats(allow_nan=False))))
def test_any_rows_come_back(rows: list[tuple[Any, ...]]) -> None:
    schema = pa.schema([("text", pa.string()), ("day", pa.date32()), ("figure", pa.float64())])
    assert [tuple(row.values()) for row in written(rows, schema).to_pylist()] == rows


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("DATE", pa.date32()),
        ("VARCHAR[]", pa.list_(pa.string())),
        ("TIMESTAMP WITH TIME ZONE", pa.timestamp("us", tz="UTC")),
        (
            "STRUCT(char_start INTEGER, kind VARCHAR)[]",
            pa.list_(pa.struct([("char_start", pa.int32()), ("kind", pa.string())])),
        ),
    ],
)
def test_types_by_the_names_that_the_warehouse_gives_them(name: str, kind: pa.DataType) -> None:
    assert parquet.arrow_type(name) == kind
