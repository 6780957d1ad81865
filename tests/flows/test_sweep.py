from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from flows import pipeline, sweep
from schemas import Settings
from schemas.errors import ForesaidError
from tests import story
from warehouse import Warehouse

TODAY = date(2017, 2, 20)
NOW = datetime(2017, 2, 20, 6, 30, tzinfo=UTC)


def row(headline: str, days: int, **other: object) -> sweep.Row:
    return {
        "headline": headline,
        "due_on": TODAY + timedelta(days),
        "reason": "due",
        "source": "Staffan de Mistura",
        "publisher": "The Quay",
        "stated_on": date(2017, 1, 27),
        "quote": "the talks will\nopen",
        "doc": "a.txt",
        "claim_id": f"c1_{headline}",
        "likelihood": "certain",
        **other,
    }


def test_sheet_sorts_by_what_is_urgent() -> None:
    shown = sweep.sheet([row("over", -3), row("today", 0), row("long over", -30), row("soon", 5)], TODAY)
    assert [line for line in shown.splitlines() if line.startswith("#")] == [
        "# Predictions due on 20 February 2017",
        "## Due today (1)",
        "## Overdue (2)",
        "## Within 7 days (1)",
    ]
    assert shown.index("**over**") < shown.index("**long over**")
    assert "Staffan de Mistura in The Quay on 2017-01-27; due 2017-02-20 by its own date" in shown
    assert "“the talks will open” (a.txt) `c1_today`" in shown


def test_the_articles_own_voice_and_a_review_date() -> None:
    shown = sweep.sheet([row("x", 0, source="author", publisher=None, reason="review", stated_on=None)], TODAY)
    assert "its author on an unknown day; due 2017-02-20 for a look, since its text gives no date" in shown


def test_nothing_due() -> None:
    assert "Nothing is due." in sweep.sheet([], TODAY)


def test_long_sheet_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweep, "LISTED", 2)
    shown = sweep.sheet([row(f"h{n}", -n) for n in range(1, 6)], TODAY)
    assert "## Overdue (5)" in shown
    assert "… and 3 more" in shown
    assert "**h3**" not in shown


def test_calendar_holds_a_month_either_way() -> None:
    made = Calendar.from_ical(sweep.calendar([row("in", 30), row("was", -31), row("far", 40)], NOW))
    events = made.walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["in", "was"]
    assert events[0]["dtstart"].dt == TODAY + timedelta(30)
    assert str(events[0]["uid"]) == "c1_in@foresaid"


def test_folder_that_cannot_be_written(told: Warehouse, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ForesaidError, match="FORESAID_DUE_FOLDER"):
        pipeline.sweep(told, settings.model_copy(update={"due_folder": tmp_path / "file"}), NOW)


def test_sheet_and_calendar_are_written(told: Warehouse, settings: Settings, tmp_path: Path) -> None:
    ready = settings.model_copy(update={"due_folder": tmp_path / "due"})
    swept = pipeline.sweep(told, ready, NOW)
    assert swept.sheet.name == "due-2017-02-20.md"
    assert sorted(path.name for path in ready.due_folder.iterdir()) == ["due-2017-02-20.md", "due.ics"]
    wanted = {found["claim_id"] for found in told.due(TODAY, sweep.AHEAD_DAYS).dicts()}
    assert wanted, f"the story of {story.__name__} has something due"
    assert all(claim in swept.sheet.read_text() for claim in wanted)
    assert {found["due_on"] for found in swept.fell_due} <= {TODAY}
