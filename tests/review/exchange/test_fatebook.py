import csv
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from review.exchange import FileFormat, questions
from review.exchange.fatebook import COLUMNS, question
from schemas import Criterion, Decision, Outcome
from tests import story
from warehouse import Warehouse

ROW: dict[str, Any] = {
    "claim_id": "c1_1",
    "headline": "Truce will probably hold",
    "quote": "The truce will probably hold",
    "source": "author",
    "authors": ["Ines Carrow", "Bo Lund"],
    "publisher": "The Review",
    "doc": "delay.txt",
    "stated_on": date(2017, 1, 27),
    "resolve_by": date(2017, 2, 20),
    "review_by": None,
    "condition": None,
    "criterion": None,
    "outcome": None,
    "days_late": None,
    "decided_at": None,
    "chance_at_mid": 0.7,
    "notes": None,
}
DECIDED = {"decided_at": datetime(2017, 3, 1, 9, 5, 7, tzinfo=UTC)}


def test_an_open_prediction_is_an_open_question() -> None:
    made = question(ROW)
    assert list(made) == list(COLUMNS)
    assert made["Question title"] == "Truce will probably hold"
    assert made["Forecast (scale = 0-1)"] == 0.7
    assert made["Question resolve by"] == date(2017, 2, 20)
    assert [made[name] for name in ("Resolution", "Resolved at", "Your Brier score for this question")] == [None] * 3
    assert made["Question notes"] == "“The truce will probably hold” (delay.txt; c1_1)."


@pytest.mark.parametrize(
    ("outcome", "resolution", "brier"),
    [
        ("confirmed", "YES", 0.18), ("wrong", "NO", 0.98), ("late", "NO", 0.98), ("partly", "AMBIGUOUS", None),
        ("void", "AMBIGUOUS", None),
    ],
)  # fmt: skip
def test_resolutions_and_the_score_that_fatebook_gives_them(outcome: str, resolution: str, brier: float | None) -> None:
    made = question(ROW | DECIDED | {"outcome": outcome})
    assert made["Resolution"] == resolution
    assert made["Resolved at"] == "2017-03-01 09:05:07"
    assert made["Your Brier score for this question"] == (None if brier is None else pytest.approx(brier))


@pytest.mark.parametrize(
    ("changes", "who"),
    [
        ({"source": "the Kremlin"}, "the Kremlin"),
        ({}, "Ines Carrow, Bo Lund"),
        ({"authors": None}, "The Review"),
        ({"authors": [], "publisher": None}, None),
    ],
)
def test_who_made_the_forecast(changes: dict[str, Any], who: str | None) -> None:
    assert question(ROW | changes)["Forecast created by"] == who


def test_notes_say_what_has_no_column_of_its_own() -> None:
    changes = {
        "condition": "if Ankara agrees", "criterion": "A UN statement.", "resolve_by": None,
        "review_by": date(2017, 7, 26), "notes": [{"reviewer": "ann", "note": "Hard to tell."}],
    }  # fmt: skip
    made = question(ROW | changes)
    assert made["Question resolve by"] == date(2017, 7, 26)
    assert str(made["Question notes"]).endswith(
        "Condition: if Ankara agrees. Settled by: A UN statement. The text gives no date; the day is when to look."
    )
    assert made["Question comments"] == "ann: Hard to tell."


def test_how_late_is_said_too() -> None:
    made = question(ROW | DECIDED | {"outcome": "late", "days_late": 9})
    assert "It came true 9 days after that day." in str(made["Question notes"])


def test_every_prediction_of_a_ledger_is_a_row_of_the_csv(told: Warehouse, tmp_path: Path) -> None:
    told.agree(Criterion(claim_id=story.TRUCE.claim_id, criterion="No shelling.", reviewer="ann"), story.NOW)
    told.decide(
        Decision(claim_id=story.TRUCE.claim_id, outcome=Outcome.WRONG, reviewer="ann", note="Shelling."), story.NOW
    )
    questions(told).write(FileFormat.CSV, tmp_path / "fatebook.csv")
    with (tmp_path / "fatebook.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["Question title"] for row in rows] == [
        story.INFLATION.headline, story.OPENS.headline, story.TRUCE.headline, story.BOYCOTT.headline,
    ]  # fmt: skip
    truce = rows[2]
    assert (truce["Forecast (scale = 0-1)"], truce["Resolution"]) == ("0.7", "NO")
    assert truce["Question comments"] == "ann: Shelling."
    assert "Settled by: No shelling." in truce["Question notes"]


def test_the_first_format_is_csv(told: Warehouse) -> None:
    assert questions(told).formats[0] is FileFormat.CSV
