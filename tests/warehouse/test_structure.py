"""How a warehouse file comes to be, is brought up to date, and is refused when it is not ours to touch."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from schemas.errors import SettingsError, WarehouseTooNew, WarehouseUnusable
from tests.warehouse.samples import NOW, article, keep, prediction, put_back, reading
from warehouse import Warehouse, structure
from warehouse.statements import scripts
from warehouse.structure import Migration

STORY = article(1)


def _with_one_more_step(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    known = structure.migrations()
    step = Migration(len(known) + 1, "0099_test", sql)
    monkeypatch.setattr(structure, "migrations", lambda: (*known, step))


def _tables(path: Path) -> set[str]:
    with duckdb.connect(str(path), read_only=True) as con:
        return {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def test_migrations_are_numbered_without_a_gap() -> None:
    steps = structure.migrations()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))


def test_a_new_file_is_made_in_its_folder_on_first_use(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "foresaid.duckdb"
    assert Warehouse(path).claims().rows == ()
    assert path.exists()


def test_an_empty_file_is_a_warehouse_to_be(tmp_path: Path) -> None:
    path = tmp_path / "foresaid.duckdb"
    duckdb.connect(str(path)).close()
    assert Warehouse(path).check() == []


def test_tools_of_the_storage_version_can_open_the_file(house: Warehouse) -> None:
    with duckdb.connect(str(house.path), read_only=True) as con:
        tags = con.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchall()
    assert [tag["storage_version"] for (tag,) in tags] == ["v1.5.0+"]


def test_an_older_file_is_migrated_after_a_backup(house: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(house, STORY, reading(STORY, prediction(STORY)))
    _with_one_more_step(monkeypatch, "CREATE TABLE ledger.later (day DATE);")
    monkeypatch.setattr(structure, "_comment", lambda con: None)  # the step's column has no place in the glossary
    again = Warehouse(house.path)
    assert len(again.claims().rows) == 1
    assert "later" in _tables(house.path)
    backup = house.path.with_name(f"foresaid.before-step-{len(structure.migrations())}.duckdb")
    assert "later" not in _tables(backup)
    monkeypatch.undo()
    assert len(Warehouse(backup).claims().rows) == 1


def test_a_file_of_the_first_version_is_brought_up_to_date(house: Warehouse) -> None:
    keep(house, STORY, reading(STORY, prediction(STORY)))
    put_back(house)
    again = Warehouse(house.path)
    assert again.check() == []
    assert len(again.claims().rows) == 1
    assert house.path.with_name("foresaid.before-step-2.duckdb").exists()


def test_a_step_that_fails_leaves_nothing_behind(house: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_one_more_step(monkeypatch, "CREATE TABLE ledger.half (day DATE); SELECT error('no');")
    with pytest.raises(WarehouseUnusable):
        Warehouse(house.path).claims()
    assert "half" not in _tables(house.path)
    monkeypatch.undo()
    assert Warehouse(house.path).check() == []


def test_a_newer_file_is_refused(house: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        _with_one_more_step(newer, "CREATE TABLE ledger.later (day DATE);")
        newer.setattr(structure, "_comment", lambda con: None)
        Warehouse(house.path).claims()
    for use in (lambda: house.claims(), lambda: house.add_articles("b1", [STORY], "run", NOW)):
        with pytest.raises(WarehouseTooNew, match="upgrade foresaid"):
            use()


def test_a_step_that_was_applied_in_another_form_is_refused(house: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *rest = structure.migrations()
    monkeypatch.setattr(structure, "migrations", lambda: (Migration(1, first.name, first.sql + " "), *rest))
    with pytest.raises(WarehouseUnusable, match="0001_ledger"):
        Warehouse(house.path).claims()


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(WarehouseUnusable, match="not a foresaid warehouse"):
        Warehouse(path).claims()
    assert _tables(path) == {"theirs"}


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look at", b"\0" * 20000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foresaid.duckdb"
    path.write_bytes(content)
    with pytest.raises(WarehouseUnusable, match=r"foresaid\.duckdb cannot be used"):
        Warehouse(path).claims()
    assert path.read_bytes() == content


def test_changed_definitions_are_made_anew(house: Warehouse) -> None:
    with duckdb.connect(str(house.path)) as con:
        con.execute(
            "DROP VIEW timeline; CREATE VIEW stale AS SELECT 1 AS a; UPDATE ledger.settings SET definitions = 'x'"
        )
    again = Warehouse(house.path)
    again.claims()
    views = {name for (name,) in again.query("SELECT view_name FROM duckdb_views() WHERE NOT internal").rows}
    assert "timeline" in views
    assert "stale" not in views


def test_a_scale_that_the_lexicon_lacks_is_refused(house: Warehouse) -> None:
    with pytest.raises(SettingsError, match="survey"):
        Warehouse(house.path, scale="tarot").claims()


def test_a_chosen_scale_stays(house: Warehouse) -> None:
    Warehouse(house.path, scale="kent").claims()
    assert Warehouse(house.path).query("SELECT DISTINCT scale FROM lexicon WHERE is_chosen").rows == (("kent",),)


def test_migrations_hold_what_a_ducklake_can_hold() -> None:
    refused = ("PRIMARY KEY", "REFERENCES", "UNIQUE", "CHECK (", "ENUM", "CREATE INDEX", "CREATE SEQUENCE", "TRIGGER")
    for name, sql in scripts("migrations"):
        statements = "\n".join(line for line in sql.upper().splitlines() if not line.startswith("--"))
        assert [word for word in refused if word in statements] == [], name


def test_moments_are_stored_in_utc(house: Warehouse) -> None:
    keep(house, STORY, now=datetime(2017, 3, 1, 0, 30, tzinfo=UTC))
    assert house.query("SELECT utc_day(ingested_at)::VARCHAR FROM articles").rows == (("2017-03-01",),)
