import csv
import io
from pathlib import Path

import pytest

from review.desk.console import answered
from schemas import Settings
from schemas.errors import QueryRefused, WarehouseUnusable
from tests.review.desk.conftest import NOW, SignIn
from warehouse import Warehouse

pytestmark = pytest.mark.slow  # a process a question

ATTACKS = [
    "COPY (SELECT 1) TO '/tmp/foresaid-attack.csv'",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "ATTACH '/tmp/foresaid-attack.duckdb'",
    "SET memory_limit = '64GB'",
    "SET enable_external_access = true",
    "RESET lock_configuration",
    "INSTALL httpfs",
    "LOAD httpfs",
    "PRAGMA enable_profiling",
    "CREATE TABLE t (a INTEGER)",
    "DELETE FROM ledger.verdicts",
    "WITH gone AS (DELETE FROM ledger.verdicts RETURNING *) SELECT * FROM gone",
    "SELECT 1; SELECT 2",
    "EXPORT DATABASE '/tmp/foresaid-attack'",
    "CALL pragma_version()",
    "SELECT getenv('HOME')",
    "FROM query('FROM read_text(''/etc/' || 'passwd'')')",
    "FROM json_execute_serialized_sql(json_serialize_sql('FROM read_text(''/etc/passwd'')'))",
    "FROM glob('/etc/*')",
    "FROM read_duckdb('/tmp/foresaid.duckdb')",
    "FROM read_blob('accounts.sqlite')",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "CREATE SECRET s (TYPE s3)",
    "",
]


@pytest.fixture
def published(settings: Settings, told: Warehouse) -> Path:
    told.publish(settings.published_copy, NOW)
    return settings.published_copy


def test_an_answer_on_the_page_and_as_a_file(sign_in: SignIn, published: Path) -> None:
    dan = sign_in("Dan")
    sql = "SELECT source, predictions FROM sources ORDER BY source"
    assert "Sergei Lavrov" in dan.submit("/sql", sql=sql).text
    rows = list(csv.DictReader(io.StringIO(dan.submit("/sql.csv", sql=sql).text)))
    assert {row["source"] for row in rows} == {"author", "Sergei Lavrov", "the bank"}


@pytest.mark.parametrize("sql", ATTACKS)
def test_what_does_not_only_read_the_copy_is_refused(published: Path, sql: str) -> None:
    with pytest.raises(QueryRefused):
        answered(published, sql, 10)
    assert not list(Path("/tmp").glob("foresaid-attack*"))


def test_an_endless_query_is_stopped(published: Path) -> None:
    with pytest.raises(QueryRefused, match="was stopped"):
        answered(
            published, "SELECT count(*) FROM range(10000000000) a, range(10000000000) b WHERE a.range % 7 = 3", 10, 1.0
        )


@pytest.mark.parametrize("sql", ["SELECT length(repeat('x', 6000000000))", "SELECT list(r) FROM range(900000000) t(r)"])
def test_a_query_that_hungers_for_memory_is_stopped(published: Path, sql: str) -> None:
    with pytest.raises(QueryRefused):
        answered(published, sql, 10)


def test_an_answer_is_cut(published: Path) -> None:
    found = answered(published, "FROM range(100)", 10)
    assert (len(found.rows), found.is_cut) == (10, True)


def test_before_the_first_publishing_there_is_nothing_to_ask(tmp_path: Path) -> None:
    with pytest.raises(WarehouseUnusable, match="foresaid publish"):
        answered(tmp_path / "none.duckdb", "SELECT 1", 10)
