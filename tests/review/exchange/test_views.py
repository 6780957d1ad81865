import csv
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from review.exchange import FileFormat, findings, parquet, view
from schemas.errors import NoSuchName
from tests import story
from warehouse import Warehouse


def test_every_column_of_every_view_has_a_type(told: Warehouse) -> None:
    kinds = told.query("SELECT DISTINCT data_type FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'")
    assert all(parquet.arrow_type(kind) for (kind,) in kinds.rows)


@pytest.mark.parametrize("name", ["articles", "claims", "scores"])
def test_a_view_comes_out_of_parquet_as_it_stands_in_the_warehouse(told: Warehouse, tmp_path: Path, name: str) -> None:
    view(told, name).write(FileFormat.PARQUET, tmp_path / "view.parquet")
    answer, table = told.query(f'FROM "{name}"'), pq.read_table(tmp_path / "view.parquet")
    assert table.schema.names == list(answer.columns)
    rows = [tuple(row.values()) for row in table.to_pylist()]
    assert sorted(rows, key=str) == sorted(answer.rows, key=str)  # a view need not have an order
    assert pa.null() not in table.schema.types


def test_lists_and_structs_are_json_in_csv(told: Warehouse, tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    view(told, "articles").write(FileFormat.CSV, path)
    rows = {row["doc"]: row for row in csv.DictReader(io.StringIO(path.read_text("utf-8"), newline=""))}
    assert json.loads(rows["delay.txt"]["authors"]) == ["Ines Carrow"]
    assert json.loads(rows["delay.txt"]["regions"]) == []
    assert rows["bank.txt"]["published"] == "2017-01-10"


def test_a_view_without_rows_still_has_its_columns(told: Warehouse, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    view(told, "verdicts").write(FileFormat.CSV, path)
    assert path.read_text("utf-8").startswith("position,verdict_id,claim_id,")


@pytest.mark.parametrize("name", ["nothing", "ledger.verdicts", 'claims"; DROP VIEW "claims', ""])
def test_what_is_no_view_is_refused_with_those_that_are(told: Warehouse, name: str) -> None:
    with pytest.raises(NoSuchName, match="The views are agreement, appearances"):
        view(told, name)


def test_findings_have_their_types_under_the_names_that_are_exported(told: Warehouse, tmp_path: Path) -> None:
    table = findings(told, told.export())
    assert table is not None
    table.write(FileFormat.PARQUET, tmp_path / "claims.parquet")
    read = pq.read_table(tmp_path / "claims.parquet")
    kinds = {name: read.schema.field(name).type for name in ("start", "end", "is_current", "condition", "authors")}
    assert kinds == {
        "start": pa.date32(), "end": pa.date32(), "is_current": pa.bool_(), "condition": pa.string(),
        "authors": pa.list_(pa.string()),
    }  # fmt: skip
    assert read.to_pylist() == list(told.export())


def test_no_findings(told: Warehouse) -> None:
    assert findings(told, told.export("another revision")) is None


def test_quotes_are_verbatim_in_every_format(told: Warehouse, tmp_path: Path) -> None:
    for fmt in FileFormat:
        table = findings(told, told.export())
        assert table is not None
        table.write(fmt, tmp_path / fmt.value)
    rows = [
        [json.loads(line)["quote"] for line in (tmp_path / "jsonl").read_text("utf-8").splitlines()],
        [row["quote"] for row in json.loads((tmp_path / "json").read_text("utf-8"))],
        [row["quote"] for row in csv.DictReader(io.StringIO((tmp_path / "csv").read_text("utf-8"), newline=""))],
        pq.read_table(tmp_path / "parquet").column("quote").to_pylist(),
    ]
    assert rows == [rows[0]] * 4
    assert story.TRUCE.quote in rows[0]
