"""The warehouse and what is made from it: who holds it, its rules, the clock, the copy, backups, sources."""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from flows.health import Finding, State, ledger
from schemas import Decision, Outcome, Settings, SourceVisit
from tests import story
from warehouse import Warehouse

NOW = datetime.now(UTC)
FEED = "https://news.example/feed"


def found(settings: Settings, now: datetime = NOW) -> dict[str, Finding]:
    return {finding.what: finding for finding in ledger.findings(settings, now)}


def judge(house: Warehouse) -> None:
    house.decide(Decision(claim_id=story.OPENS.claim_id, outcome=Outcome.CONFIRMED, reviewer="Ada"), NOW)


def test_no_warehouse_is_no_fault_and_none_is_made(settings: Settings) -> None:
    assert {name: finding.state for name, finding in found(settings).items()} == {"warehouse": State.NOTE}
    assert not Path(settings.warehouse).exists()


def test_all_is_well(settings: Settings, told: Warehouse) -> None:
    told.publish(settings.published_copy, NOW)
    told.back_up({}, settings.backups, NOW)
    assert {finding.state for finding in found(settings).values()} == {State.WELL}


def test_who_holds_it_is_named(settings: Settings, told: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "PATIENCE", 0.05)
    with FileLock(settings.warehouse + ".lock"):
        (finding,) = ledger.findings(settings, NOW)
    assert finding.state is State.WRONG
    if sys.platform == "linux":
        assert f"held by process {os.getpid()}" in finding.said


def test_a_file_that_is_none(settings: Settings) -> None:
    Path(settings.warehouse).write_bytes(b"not a database, but long enough to be looked at" * 100)
    (finding,) = ledger.findings(settings, NOW)
    assert (finding.state, "cannot be used" in finding.said) == (State.WRONG, True)


def test_a_broken_rule(settings: Settings, told: Warehouse) -> None:
    with duckdb.connect(settings.warehouse) as con:
        con.execute("UPDATE ledger.assertions SET quote = 'never said'")
    assert found(settings)["rules"].state is State.WRONG


def test_a_clock_that_went_back(settings: Settings, told: Warehouse) -> None:
    last = told.status(NOW.date()).last_written_at
    assert last is not None
    assert found(settings, last - timedelta(minutes=1))["clock"].state is State.WELL
    assert found(settings, last - timedelta(hours=1))["clock"].state is State.WRONG


def test_the_copy(settings: Settings, told: Warehouse) -> None:
    assert found(settings)["published copy"].state is State.WRONG
    told.publish(settings.published_copy, NOW)
    assert found(settings)["published copy"].state is State.WELL
    last = told.status(NOW.date()).last_written_at
    assert last is not None
    os.utime(settings.published_copy, (0, (last - timedelta(hours=30)).timestamp()))
    assert "older than the ledger" in found(settings)["published copy"].said
    with duckdb.connect(str(settings.published_copy)) as con:
        con.execute("UPDATE ledger.settings SET definitions = 'x'")
    assert "earlier version" in found(settings)["published copy"].said


def test_the_backup(settings: Settings, told: Warehouse) -> None:
    assert found(settings)["backup"].state is State.NOTE
    judge(told)
    assert found(settings)["backup"].state is State.WRONG
    last = told.status(NOW.date()).last_written_at
    assert last is not None
    told.back_up({}, settings.backups, last - timedelta(days=3))
    assert "older than the ledger" in found(settings)["backup"].said
    told.back_up({}, settings.backups, last)
    assert found(settings)["backup"].state is State.WELL


def test_sources_that_fell_silent(settings: Settings, told: Warehouse) -> None:
    for number in range(3):
        assert found(settings)["sources"].state is State.WELL
        failed = SourceVisit(url=FEED, is_answered=False, message="No answer.")
        told.add_visits(f"b{number}", [failed], f"run-{number}", NOW + timedelta(hours=number))
    assert f"1 of 1 fail: {FEED} (3 times: No answer.)" in found(settings)["sources"].said
    assert found(settings, NOW + timedelta(days=8))["sources"].state is State.WELL, "it was taken off the list"
