"""Every table, view, macro and column is explained, and docs/tables.md says what the database says."""

import tomllib
from pathlib import Path

import pytest

from warehouse import Warehouse
from warehouse.documentation import reference
from warehouse.structure import GLOSSARY

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def house(blank: Warehouse) -> Warehouse:
    return blank


def test_the_reference_is_current() -> None:
    stored = (DOCS / "tables.md").read_text("utf-8")
    assert stored == reference(), "run: python -m warehouse.documentation > docs/tables.md"


@pytest.mark.parametrize(
    "uncommented",
    [
        "SELECT table_name FROM duckdb_tables() WHERE NOT internal AND comment IS NULL",
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL",
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL",
        "SELECT function_name FROM duckdb_functions() WHERE NOT internal AND schema_name = 'main' AND comment IS NULL",
    ],
)
def test_everything_has_a_comment(house: Warehouse, uncommented: str) -> None:
    assert house.query(uncommented).rows == ()


def test_the_glossary_explains_nothing_that_is_not_there(house: Warehouse) -> None:
    words = tomllib.loads(GLOSSARY.read_text("utf-8"))
    columns = house.query("SELECT DISTINCT table_name, column_name FROM duckdb_columns() WHERE NOT internal").rows
    everywhere = {column for _, column in columns}
    macros = house.query("SELECT function_name FROM duckdb_functions() WHERE NOT internal").rows
    assert {(name,) for name in words.pop("macros")} == set(macros)
    assert set(words.pop("everywhere")) - everywhere == set()
    assert {(table, column) for table, section in words.items() for column in section} - set(columns) == set()


def test_comments_are_sentences(house: Warehouse) -> None:
    comments = house.query("SELECT DISTINCT comment FROM duckdb_columns() WHERE NOT internal").rows
    assert [comment for (comment,) in comments if not comment.endswith(".")] == []
