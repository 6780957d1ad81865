"""Analysts' SQL: one statement that reads, and nothing else gets through."""

import time
from pathlib import Path

import pytest

from schemas.errors import QueryRefused
from tests.warehouse.samples import NOW, article, keep, prediction, reading
from warehouse import Published, Warehouse

STORY = article(1)


@pytest.fixture(scope="module")
def filled(blank: Warehouse) -> Warehouse:
    keep(blank, STORY, reading(STORY, prediction(STORY, 0), prediction(STORY, 1)))
    return blank


@pytest.fixture(scope="module", params=["live", "published"])
def house(request: pytest.FixtureRequest, filled: Warehouse) -> Warehouse | Published:
    """The same questions to the live warehouse and to its copy."""
    if request.param == "live":
        return filled
    copy = filled.path.with_name("analyst.duckdb")
    filled.publish(copy, NOW)
    return Published(copy)


def test_an_answer_has_columns_and_rows(house: Warehouse) -> None:
    result = house.query("SELECT kind, count(*) AS n FROM claims WHERE stated_on = $1 GROUP BY ALL", [STORY.published])
    assert (result.columns, result.rows, result.is_cut) == (("kind", "n"), (("prediction", 2),), False)
    assert result.dicts() == [{"kind": "prediction", "n": 2}]


@pytest.mark.parametrize(
    "sql", ["FROM claims", "DESCRIBE claims", "SUMMARIZE claims", "EXPLAIN FROM claims", "SHOW TABLES"]
)
def test_every_form_of_reading_is_answered(house: Warehouse, sql: str) -> None:
    assert house.query(sql).rows


def test_rows_are_cut_where_asked(house: Warehouse) -> None:
    assert len(house.query("FROM range(10)", max_rows=3).rows) == 3
    assert house.query("FROM range(10)", max_rows=3).is_cut
    assert not house.query("FROM range(3)", max_rows=3).is_cut


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "SELECT 1; SELECT 2",
        "SELECT * FORM claims",
        "SELECT nonsense FROM claims",
        "INSERT INTO ledger.chain VALUES (9, 'x')",
        "UPDATE ledger.verdicts SET outcome = 'wrong'",
        "DELETE FROM ledger.verdicts",
        "WITH gone AS (DELETE FROM ledger.verdicts RETURNING *) FROM gone",
        "DROP VIEW claims",
        "CREATE TABLE mine (a INTEGER)",
        "CREATE TEMP TABLE mine (a INTEGER)",
        "ATTACH ':memory:' AS other",
        "COPY claims TO '/tmp/claims.csv'",
        "EXPORT DATABASE '/tmp/all'",
        "IMPORT DATABASE '/tmp/all'",
        "LOAD httpfs",
        "INSTALL httpfs",
        "SET memory_limit = '1TB'",
        "RESET lock_configuration",
        "CALL pragma_version()",
        "FROM '/etc/passwd'",
        "FROM read_text('/etc/passwd')",
        "FROM read_csv('/etc/passwd')",
        "FROM glob('/*')",
        "FROM read_parquet('https://example.org/x.parquet')",
        "EXPLAIN ANALYZE DELETE FROM ledger.verdicts",
        "SELECT getenv('HOME')",
        "FROM this_variable",
        "VACUUM",
        "CHECKPOINT",
        "USE ledger",
        "PREPARE p AS SELECT 1",
        "BEGIN",
    ],
)
def test_everything_else_is_refused(house: Warehouse, sql: str) -> None:
    this_variable = [1, 2, 3]
    with pytest.raises(QueryRefused):
        house.query(sql)
    assert this_variable


def test_a_query_without_end_is_stopped(house: Warehouse) -> None:
    began = time.monotonic()
    with pytest.raises(QueryRefused, match="longer than"):
        house.query("SELECT count(*) FROM range(100000000) AS a, range(100000) AS b", seconds=0.3)
    assert time.monotonic() - began < 10


def test_a_refused_query_shuts_nobody_out(house: Warehouse) -> None:
    with pytest.raises(QueryRefused):
        house.query("SELECT error('no')")
    assert house.query("SELECT 1").rows == ((1,),)


def test_what_was_refused_left_no_trace(filled: Warehouse, tmp_path: Path) -> None:
    assert filled.check() == []
    assert not (tmp_path / "claims.csv").exists()
