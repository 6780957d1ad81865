"""The copy for analysts: the same answers, its own file, replaced at once."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.errors import WarehouseBusy, WarehouseTooNew, WarehouseUnusable
from tests.warehouse.samples import NOW, article, claim, decision, keep, prediction, reading
from warehouse import Published, Warehouse, structure

STORY = article(1)
SAID = prediction(STORY, 0)


@pytest.fixture
def copy(house: Warehouse, tmp_path: Path) -> Path:
    keep(house, STORY, reading(STORY, SAID, claim(STORY, 1)))
    house.decide(decision(SAID), NOW)
    house.publish(tmp_path / "published" / "analyst.duckdb", NOW)
    return tmp_path / "published" / "analyst.duckdb"


ANALYST = """
import duckdb, sys
con = duckdb.connect(sys.argv[1], read_only=True)
for _ in range(2):
    print(con.execute("SELECT state FROM predictions").fetchone()[0], flush=True)
    sys.stdin.readline()
"""
PIPES: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}


def test_the_copy_answers_what_the_warehouse_answers(house: Warehouse, copy: Path) -> None:
    published = Published(copy)
    for view in (
        "claims",
        "predictions",
        "verdicts",
        "scores",
        "articles",
        "lexicon",
        "ledger.batches",
        "ledger.settings",
    ):
        assert published.query(f"FROM {view} ORDER BY ALL") == house.query(f"FROM {view} ORDER BY ALL"), view
    assert published.claims() == house.claims()
    assert published.due(NOW.date()) == house.due(NOW.date())
    assert list(published.export()) == list(house.export())


def test_the_copy_has_the_comments(house: Warehouse, copy: Path) -> None:
    comments = "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
    assert Published(copy).query(comments) == house.query(comments)


def test_who_has_the_copy_open_stops_nobody_and_is_not_disturbed(house: Warehouse, copy: Path) -> None:
    analyst = subprocess.Popen([sys.executable, "-c", ANALYST, str(copy)], **PIPES)
    house.undo(SAID.claim_id, "ann", NOW)
    assert analyst.stdout is not None
    assert analyst.stdout.readline() == "resolved\n"
    house.publish(copy, NOW)
    assert Published(copy).query("SELECT state FROM predictions").rows == (("open",),)
    assert analyst.communicate("\n\n")[0] == "resolved\n"


def test_a_copy_that_this_process_has_open_otherwise_is_said_so(copy: Path) -> None:
    with duckdb.connect(str(copy), read_only=True), pytest.raises(WarehouseBusy, match="by other means"):
        Published(copy).claims()


def test_the_copy_can_be_attached_beside_other_files(copy: Path) -> None:
    with duckdb.connect() as analyst:
        analyst.execute(f"ATTACH '{copy}' AS foresaid (READ_ONLY)")
        assert analyst.execute("SELECT count(*) FROM foresaid.claims").fetchall() == [(2,)]
        analyst.execute("USE foresaid")
        assert analyst.execute("SELECT count(*) FROM as_of(DATE '2017-03-01')").fetchall() == [(2,)]


def test_nothing_is_left_beside_the_copy(copy: Path) -> None:
    assert [path.name for path in copy.parent.iterdir() if path.suffix != ".lock"] == ["analyst.duckdb"]


def test_what_a_killed_publishing_left_is_written_over(house: Warehouse, copy: Path) -> None:
    copy.with_name(".analyst.duckdb.new").write_bytes(b"half a file")
    copy.with_name(".analyst.duckdb.new.wal").write_bytes(b"half a log")
    house.publish(copy, NOW)
    assert len(Published(copy).claims().rows) == 2


def test_a_copy_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(WarehouseUnusable, match="foresaid publish"):
        Published(tmp_path / "analyst.duckdb").claims()


def test_a_copy_of_another_version_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(structure, "definitions_checksum", lambda: "another")
        with pytest.raises(WarehouseUnusable, match="earlier version"):
            Published(copy).claims()
    with duckdb.connect(str(copy)) as con:
        con.execute("INSERT INTO ledger.migrations VALUES (2, 'x', 'x', now())")
    with pytest.raises(WarehouseTooNew):
        Published(copy).claims()


def test_the_warehouse_is_not_its_own_copy(house: Warehouse) -> None:
    with pytest.raises(WarehouseUnusable, match="FORESAID_PUBLISHED_COPY"):
        house.publish(house.path, NOW)


@pytest.mark.parametrize("name", ["file/analyst.duckdb", "folder"])
def test_a_place_that_cannot_be_written_is_refused(house: Warehouse, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder" / "in the way").mkdir(parents=True)
    with pytest.raises(WarehouseUnusable, match="FORESAID_PUBLISHED_COPY"):
        house.publish(tmp_path / name, NOW)
