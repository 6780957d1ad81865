"""Backups are whole or not there, and what comes back from one is what was."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from schemas import Outcome
from schemas.errors import BackupRefused, ForesaidError, WarehouseTooNew
from tests.warehouse.samples import NOW, article, decision, keep, prediction, put_back, reading
from warehouse import Backup, Warehouse, backups, structure
from warehouse.door import FileDoor

STORY = article(1)


@pytest.fixture(scope="module")
def kept(blank: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Backup:
    """A backup of a ledger with a verdict, an accounts file and the memory of feeds. Tests that harm it copy it."""
    keep(blank, STORY, reading(STORY, prediction(STORY, 0), prediction(STORY, 1)))
    blank.decide(decision(prediction(STORY, 0), Outcome.CONFIRMED, "Ada"), NOW)
    folder = tmp_path_factory.mktemp("beside")
    with closing(sqlite3.connect(folder / "people")) as con, con:
        con.execute("CREATE TABLE people (name TEXT)")
        con.execute("INSERT INTO people VALUES ('Ada')")
    (folder / "visits").write_text("{}")
    companions = {"people": folder / "people", "visits": folder / "visits", "none": folder / "none"}
    return blank.back_up(companions, tmp_path_factory.mktemp("backups"), NOW)


@pytest.fixture
def copied(kept: Backup, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept.path, tmp_path / "copied"))


def rows(path: Path) -> list[tuple[object, ...]]:
    return sorted(Warehouse(path).query("SELECT claim_id, quote, state, outcome FROM predictions").rows)


def test_what_comes_back_is_what_was(kept: Backup, blank: Warehouse, tmp_path: Path) -> None:
    place = tmp_path / "new" / "foresaid.duckdb"
    found = backups.restore(kept.path, place, 5)
    assert rows(place) == rows(blank.path)
    assert Warehouse(place).check() == []
    assert (found.contents.verdicts, found.contents.last_hash) == (1, Warehouse(place).status(NOW.date()).last_hash)
    assert found.contents.rows["assertions"] == 2


def test_what_lies_beside_the_ledger_is_in_it(kept: Backup, tmp_path: Path) -> None:
    assert set(kept.manifest.files) == {"foresaid.duckdb", "people", "visits"}
    backups.copy(kept.path / "people", tmp_path / "people")
    with closing(sqlite3.connect(tmp_path / "people")) as con:
        assert con.execute("SELECT name FROM people").fetchall() == [("Ada",)]
    assert (tmp_path / "people").stat().st_mode & 0o077 == 0


def test_accounts_that_are_being_written_are_copied_whole(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "people", isolation_level=None)) as con:
        con.execute("PRAGMA journal_mode = WAL")
        con.execute("CREATE TABLE people (name TEXT)")
        con.execute("INSERT INTO people VALUES ('Ada')")
        con.execute("BEGIN IMMEDIATE")
        con.execute("INSERT INTO people VALUES ('half')")
        backups.copy(tmp_path / "people", tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as con:
        assert con.execute("SELECT name FROM people").fetchall() == [("Ada",)]


def test_nobody_else_may_read_it(kept: Backup) -> None:
    assert kept.path.stat().st_mode & 0o077 == 0


def test_nothing_is_left_of_the_making(kept: Backup) -> None:
    left = {path.name for path in kept.path.parent.iterdir()}
    assert left == {kept.path.name, "backups.lock", "backups.queue.lock"}


def test_what_a_killed_backup_left_is_cleared_away(house: Warehouse, tmp_path: Path) -> None:
    for name in (".foresaid-20170101T000000Z.new", ".foresaid-20170101T000000Z.old", ".foresaid-trial-x"):
        (tmp_path / "b" / name).mkdir(parents=True)
    made = house.back_up({}, tmp_path / "b", NOW)
    assert [path for path in (tmp_path / "b").iterdir() if path.is_dir()] == [made.path]


def test_a_backup_that_fails_leaves_none(house: Warehouse, tmp_path: Path) -> None:
    keep(house, STORY, reading(STORY, prediction(STORY)))
    with duckdb.connect(str(house.path)) as con:
        con.execute("UPDATE ledger.assertions SET quote = 'never said'")
    with pytest.raises(BackupRefused, match="not sound"):
        house.back_up({}, tmp_path / "b", NOW)
    assert backups.backups(tmp_path / "b") == {}


def test_two_of_one_second_are_refused(house: Warehouse, tmp_path: Path) -> None:
    house.back_up({}, tmp_path / "b", NOW)
    with pytest.raises(BackupRefused, match="already"):
        house.back_up({}, tmp_path / "b", NOW)


def test_a_warehouse_is_not_overwritten(kept: Backup, house: Warehouse) -> None:
    before = house.path.read_bytes()
    with pytest.raises(BackupRefused, match="--replace"):
        backups.restore(kept.path, house.path, 5)
    assert house.path.read_bytes() == before


def test_one_that_is_replaced_is_kept_beside(kept: Backup, house: Warehouse) -> None:
    keep(house, article(7))
    backups.replace(kept.path, house.path, 5, NOW)
    assert len(rows(house.path)) == 2
    (aside,) = house.path.parent.glob("*.before-restore-*.duckdb")
    assert Warehouse(aside).query("SELECT count(*) FROM articles").rows == ((1,),)


def test_a_log_without_its_file_is_not_played_into_the_restored_one(kept: Backup, tmp_path: Path) -> None:
    (tmp_path / "foresaid.duckdb.wal").write_bytes(b"of another file")
    backups.restore(kept.path, tmp_path / "foresaid.duckdb", 5)
    assert len(rows(tmp_path / "foresaid.duckdb")) == 2


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["foresaid.duckdb", "people"])
@pytest.mark.parametrize("harm", [_cut, _flip, Path.unlink])
def test_a_damaged_one_is_refused(copied: Path, tmp_path: Path, name: str, harm: Callable[[Path], None]) -> None:
    harm(copied / name)
    with pytest.raises(BackupRefused, match=f"damaged: {name}"):
        backups.restore(copied, tmp_path / "w.duckdb", 5)
    assert not (tmp_path / "w.duckdb").exists()


def _said(copied: Path, **changes: object) -> None:
    page = json.loads((copied / "manifest.json").read_text())
    (copied / "manifest.json").write_text(json.dumps(page | changes))


def test_one_of_a_later_form_is_refused(copied: Path, tmp_path: Path) -> None:
    _said(copied, format=2, something="new")
    with pytest.raises(BackupRefused, match="later version"):
        backups.restore(copied, tmp_path / "w.duckdb", 5)


def test_one_with_a_later_ledger_is_refused(copied: Path, tmp_path: Path) -> None:
    page = json.loads((copied / "manifest.json").read_text())
    _said(copied, contents=page["contents"] | {"step": 99})
    with pytest.raises(WarehouseTooNew, match="upgrade foresaid first"):
        backups.restore(copied, tmp_path / "w.duckdb", 5)


def test_one_that_holds_other_than_it_says_is_refused(copied: Path, tmp_path: Path) -> None:
    page = json.loads((copied / "manifest.json").read_text())
    _said(copied, contents=page["contents"] | {"last_hash": "0"})
    with pytest.raises(BackupRefused, match="does not hold what"):
        backups.restore(copied, tmp_path / "w.duckdb", 5)


@pytest.mark.parametrize("content", [None, "", "{", "[]", "\0"])
def test_a_folder_that_is_no_backup_is_refused(copied: Path, tmp_path: Path, content: str | None) -> None:
    (copied / "manifest.json").unlink()
    if content is not None:
        (copied / "manifest.json").write_text(content)
    with pytest.raises(BackupRefused, match=r"manifest|no backup"):
        backups.restore(copied, tmp_path / "w.duckdb", 5)


def test_one_of_an_older_version_is_brought_up_to_date(
    house: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(house, STORY, reading(STORY, prediction(STORY)))
    put_back(house)
    with monkeypatch.context() as older:
        first = structure.migrations()[:1]
        older.setattr(structure, "migrations", lambda: first)
        older.setattr(structure, "define", lambda con: None)
        older.setattr(backups.checking, "problems", lambda con: [])  # its rules are of today
        made = Warehouse(house.path).back_up({}, tmp_path / "b", NOW)
    assert made.manifest.contents.step == 1
    backups.restore(made.path, tmp_path / "w.duckdb", 5)
    assert Warehouse(tmp_path / "w.duckdb").check() == []
    assert len(rows(tmp_path / "w.duckdb")) == 1


def test_the_newest_of_a_folder_is_meant(house: Warehouse, tmp_path: Path) -> None:
    made = [house.back_up({}, tmp_path / "b", NOW + timedelta(days=days)) for days in (0, 1)]
    (tmp_path / "b" / "foresaid-of-mine").mkdir()
    assert list(backups.backups(tmp_path / "b").values()) == [backup.path for backup in made]
    assert backups.newest(tmp_path / "b") == made[1].path
    assert backups.newest(made[0].path) == made[0].path
    backups.remove([made[1].path])
    assert backups.newest(tmp_path / "b") == made[0].path
    with pytest.raises(BackupRefused, match="no backup in"):
        backups.newest(tmp_path)


def test_others_write_while_it_is_made(house: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes in between the copy and the trial is not in the backup, and harms nothing."""
    unpacked = backups._unpacked

    def late(backup: Path, ledger: Path) -> object:
        keep(house, article(9))
        return unpacked(backup, ledger)

    monkeypatch.setattr(backups, "_unpacked", late)
    made = house.back_up({}, tmp_path / "b", NOW)
    assert made.manifest.contents.rows["articles"] == 0
    assert house.query("SELECT count(*) FROM articles").rows == ((1,),)


def test_a_folder_that_cannot_be_made_is_refused(house: Warehouse, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("a file")
    with pytest.raises(ForesaidError, match="FORESAID_BACKUPS"):
        house.back_up({}, tmp_path / "b", NOW)


def test_the_copy_takes_turns_with_writers(house: Warehouse, tmp_path: Path) -> None:
    with FileDoor(house.path, 5).writing(), pytest.raises(ForesaidError, match="busy"):
        Warehouse(house.path, lock_timeout=0.05).back_up({}, tmp_path / "b", NOW)
