"""Backing up and restoring by the command: all that is kept, on a machine with nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.pipeline import visits_file
from review.desk.people import People, Role
from review.exits import Exit
from schemas import Settings
from tests.review.conftest import Run
from warehouse import Published, Warehouse, backups

NOW = datetime(2026, 11, 29, 2, 15, tzinfo=UTC)


@pytest.fixture
def installed(settings: Settings, told: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation with a ledger, an account with a saved query, and the memory of feeds."""
    here = settings.model_copy(update={"accounts": tmp_path / "accounts.sqlite", "backups": tmp_path / "backups"})
    monkeypatch.setenv("FORESAID_ACCOUNTS", str(here.accounts))
    monkeypatch.setenv("FORESAID_BACKUPS", str(here.backups))
    people = People(here.accounts)
    people.add("Ada", Role.REVIEWER, "correct horse battery", NOW)
    people.save_query("Ada", "Geneva", "words=Geneva")
    visits_file(here).write_text("{}")
    return here


def elsewhere(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Settings:
    """A machine with nothing."""
    there = Settings(
        warehouse=str(folder / "foresaid.duckdb"),
        published_copy=folder / "analyst.duckdb",
        accounts=folder / "accounts.sqlite",
    )
    for name in ("warehouse", "published_copy", "accounts"):
        monkeypatch.setenv(f"FORESAID_{name.upper()}", str(getattr(there, name)))
    return there


def test_a_machine_with_nothing_gets_everything_by_one_command(
    run: Run, installed: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("backup")
    assert (done.exit_code, "restored on trial" in done.stdout) == (Exit.DONE, True)
    there = elsewhere(monkeypatch, tmp_path / "new machine")
    done = run("restore", str(installed.backups))
    assert done.exit_code == Exit.DONE, done.output
    assert "3 articles" in done.stdout
    assert len(Published(there.published_copy).claims().rows) == len(Warehouse.at(installed).claims().rows) == 6
    assert People(there.accounts).saved_queries("Ada") == {"Geneva": "words=Geneva"}
    assert People(there.accounts).sign_in("Ada", "correct horse battery", "::1", NOW)
    assert visits_file(there).read_text() == "{}"
    assert run("check").stdout == "The warehouse is sound.\n"


def test_what_is_there_is_not_touched_unless_told(run: Run, installed: Settings) -> None:
    run("backup")
    done = run("restore", str(installed.backups))
    assert (done.exit_code, "--replace" in done.stderr) == (Exit.REFUSED, True)
    People(installed.accounts).remove("Ada")
    done = run("restore", str(installed.backups), "--replace")
    assert done.exit_code == Exit.DONE, done.output
    assert [person.name for person in People(installed.accounts).everyone()] == ["Ada"]
    kept = sorted(
        path.name.partition(".before-restore-")[0] for path in Path(installed.warehouse).parent.glob("*.before-*")
    )
    assert kept == ["accounts", "foresaid", "visits"]


def test_accounts_that_are_there_stay(run: Run, installed: Settings) -> None:
    run("backup")
    Path(installed.warehouse).unlink()
    People(installed.accounts).add("Bob", Role.ANALYST, None, NOW)
    done = run("restore", str(installed.backups))
    assert f"Left {installed.accounts} as it is." in done.stdout
    assert [person.name for person in People(installed.accounts).everyone()] == ["Ada", "Bob"]


def test_only_the_ledger_elsewhere(run: Run, installed: Settings, tmp_path: Path) -> None:
    run("backup")
    done = run("restore", str(installed.backups), "--to", str(tmp_path / "look.duckdb"))
    assert done.exit_code == Exit.DONE, done.output
    assert len(Warehouse(tmp_path / "look.duckdb").claims().rows) == 6
    assert run("restore", str(installed.backups), "--to", "x.duckdb", "--replace").exit_code == Exit.USAGE


def test_the_newest_of_the_last_days_are_kept(
    run: Run, installed: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORESAID_KEEP_WEEKLY", "0")
    for day in (1, 2, 3):
        Warehouse.at(installed).back_up({}, tmp_path / "b", NOW.replace(day=day))
    run("backup", "--to", str(tmp_path / "b"), "--keep", "2")
    days = [moment.date() for moment in backups.backups(tmp_path / "b")]
    assert days == [NOW.replace(day=3).date(), datetime.now(UTC).date()]


def test_a_folder_without_a_backup_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("restore", str(tmp_path))
    assert (done.exit_code, "no backup in" in done.stderr) == (Exit.REFUSED, True)
