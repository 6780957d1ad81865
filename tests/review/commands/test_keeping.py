import json
from datetime import UTC, datetime

import duckdb
import pytest

from review.exits import Exit
from schemas import Settings, SourceVisit
from tests import story
from tests.review.conftest import Run
from warehouse import Warehouse

NOW = datetime(2026, 11, 29, 2, 15, tzinfo=UTC)


@pytest.mark.usefixtures("told")
def test_status_counts(run: Run) -> None:
    (row,) = json.loads(run("status", "--format", "json").stdout)
    assert (row["articles"], row["claims"], row["predictions"]) == (3, 2, 4)


def test_status_shows_how_sources_fare(run: Run, told: Warehouse, settings: Settings) -> None:
    assert "Sources" not in run("status").stdout
    failed = SourceVisit(url="https://news.example/feed", is_answered=False, message="No answer.")
    told.add_visits("b1", [failed], "run", NOW)
    shown = run("status").stdout
    assert "Sources of articles" in shown
    assert "https://news.example/feed" in shown
    assert "No answer." in shown
    (row,) = json.loads(run("status", "--format", "json").stdout)
    assert row["sources"][0]["failures_in_a_row"] == 1
    assert row["last_backup_at"] is None
    told.back_up({}, settings.backups, NOW)
    (row,) = json.loads(run("status", "--format", "json").stdout)
    assert row["last_backup_at"] == NOW.isoformat()


@pytest.mark.usefixtures("told")
def test_a_sound_warehouse_is_said_to_be(run: Run) -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "The warehouse is sound.\n")
    assert json.loads(run("check", "--format", "json").stdout) == []


@pytest.mark.usefixtures("told")
def test_a_changed_verdict_is_found(run: Run, settings: Settings) -> None:
    run("resolve", story.OPENS.claim_id, "confirmed", "--reviewer", "Ada")
    with duckdb.connect(settings.warehouse) as con:
        con.execute("UPDATE ledger.verdicts SET outcome = 'wrong'")
    done = run("check", "--format", "json")
    assert done.exit_code == Exit.SOME_FAILED
    assert "verdict_chain" in {row["check"] for row in json.loads(done.stdout)}


@pytest.mark.usefixtures("told")
def test_publishing_says_where(run: Run, settings: Settings) -> None:
    done = run("publish")
    assert str(settings.published_copy) in done.stdout
    assert settings.published_copy.exists()
