"""What wants a look on a day, and why."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from schemas import DueReason
from tests.warehouse.samples import DAY, NOW, article, claim, decision, keep, prediction, reading
from warehouse import Warehouse

STORY = article(1, sentences=6)
TODAY = DAY + timedelta(days=200)
PAST = prediction(STORY, 0, by=TODAY - timedelta(days=1))
NOW_DUE = prediction(STORY, 1, by=TODAY)
SOON = prediction(STORY, 2, by=TODAY + timedelta(days=7))
UNDATED = prediction(STORY, 3, by=None)
FACT = claim(STORY, 4)
AGAIN = prediction(STORY, 5, by=TODAY, repeats=NOW_DUE.claim_id)


@pytest.fixture(scope="module")
def filled(blank: Warehouse) -> Path:
    keep(blank, STORY, reading(STORY, PAST, NOW_DUE, SOON, UNDATED, FACT, AGAIN))
    return blank.path


@pytest.fixture
def story(tmp_path: Path, filled: Path) -> Warehouse:
    return Warehouse(shutil.copyfile(filled, tmp_path / "foresaid.duckdb"))


def _due(house: Warehouse, today: date, ahead_days: int = 0) -> list[tuple[str, DueReason, int]]:
    return [(row["claim_id"], row["reason"], row["days_over"]) for row in house.due(today, ahead_days).dicts()]


def test_overdue_then_due_then_to_be_reviewed_then_upcoming(story: Warehouse) -> None:
    assert _due(story, TODAY, ahead_days=7) == [
        (PAST.claim_id, DueReason.OVERDUE, 1),
        (NOW_DUE.claim_id, DueReason.DUE_TODAY, 0),
        (UNDATED.claim_id, DueReason.REVIEW, 20),
        (SOON.claim_id, DueReason.UPCOMING, -7),
    ]


def test_what_lies_ahead_is_left_out_unless_asked_for(story: Warehouse) -> None:
    assert SOON.claim_id not in [claim_id for claim_id, _, _ in _due(story, TODAY, ahead_days=6)]
    assert _due(story, DAY) == []


def test_what_is_resolved_is_not_due(story: Warehouse) -> None:
    story.decide(decision(PAST), NOW)
    assert PAST.claim_id not in [claim_id for claim_id, _, _ in _due(story, TODAY)]


def test_the_view_is_the_macro_of_today(story: Warehouse) -> None:
    answer = story.query("SELECT claim_id, reason FROM due").rows
    assert {claim_id for claim_id, _ in answer} == {PAST.claim_id, NOW_DUE.claim_id, SOON.claim_id, UNDATED.claim_id}
