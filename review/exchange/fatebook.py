"""Predictions as Fatebook (https://fatebook.io) exports them: a row a forecast, the columns by their names there.

Each prediction is a question with one forecast, by whoever made it, of what the words stand for. The resolution is YES
where reviewers confirmed it, NO where they found it wrong or late, AMBIGUOUS where it was partly so or void. Fatebook
adds up the scores for YES and for NO, so its Brier score is twice the usual one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from review.exchange.table import FileFormat, Table
from review.queries import query
from schemas import Outcome
from warehouse import Warehouse

COLUMNS: dict[str, pa.DataType] = {
    "Question title": pa.string(),
    "Multiple choice option": pa.string(),
    "Forecast created by": pa.string(),
    "Forecast (scale = 0-1)": pa.float64(),
    "Forecast created at": pa.date32(),
    "Question created by": pa.string(),
    "Question created at": pa.date32(),
    "Question resolve by": pa.date32(),
    "Resolution": pa.string(),
    "Resolved at": pa.string(),
    "Your Brier score for this question": pa.float64(),
    "Your relative Brier score for this question": pa.float64(),
    "Question notes": pa.string(),
    "Question shared with": pa.string(),
    "Question shared publicly": pa.string(),
    "Question comments": pa.string(),
}
FORMATS = (FileFormat.CSV, FileFormat.JSONL, FileFormat.JSON, FileFormat.PARQUET)
RESOLUTIONS = {
    Outcome.CONFIRMED: "YES",
    Outcome.WRONG: "NO",
    Outcome.LATE: "NO",
    Outcome.PARTLY: "AMBIGUOUS",
    Outcome.VOID: "AMBIGUOUS",
}
HAPPENED = {"YES": 1.0, "NO": 0.0}


def questions(house: Warehouse) -> Table:
    """Every prediction, judged or not, oldest first."""
    rows = house.query(query("exchange_questions")).dicts()
    return Table(pa.schema(list(COLUMNS.items())), [tuple(question(row).values()) for row in rows], FORMATS)


def question(row: Mapping[str, Any]) -> dict[str, object]:
    """A row of `exchange_questions.sql` as a row of Fatebook's; what Fatebook has and foresaid has not stays empty."""
    resolution = RESOLUTIONS[Outcome(row["outcome"])] if row["outcome"] else None
    known = {
        "Question title": row["headline"],
        "Forecast created by": _forecaster(row),
        "Forecast (scale = 0-1)": row["chance_at_mid"],
        "Forecast created at": row["stated_on"],
        "Question created by": row["publisher"],
        "Question created at": row["stated_on"],
        "Question resolve by": row["resolve_by"] or row["review_by"],
        "Resolution": resolution,
        "Resolved at": f"{row['decided_at']:%Y-%m-%d %H:%M:%S}" if resolution else None,
        "Your Brier score for this question": _brier(row["chance_at_mid"], resolution),
        "Question notes": " ".join(_notes(row)),
        "Question shared publicly": "false",
        "Question comments": "; ".join(f"{noted['reviewer']}: {noted['note']}" for noted in row["notes"] or []),
    }
    return {name: known.get(name) for name in COLUMNS}


def _forecaster(row: Mapping[str, Any]) -> str | None:
    """Who is committed to it: the source that is quoted, else who wrote the article, else who printed it."""
    if row["source"] != "author":
        return str(row["source"])
    return ", ".join(row["authors"] or []) or row["publisher"]


def _brier(chance: float, resolution: str | None) -> float | None:
    return 2 * (chance - HAPPENED[resolution]) ** 2 if resolution in HAPPENED else None


def _notes(row: Mapping[str, Any]) -> Iterator[str]:
    yield f"“{row['quote']}” ({row['doc']}; {row['claim_id']})."
    if row["condition"]:
        yield f"Condition: {row['condition']}."
    if row["criterion"]:
        yield f"Settled by: {row['criterion']}"
    if row["resolve_by"] is None and row["review_by"]:
        yield "The text gives no date; the day is when to look."
    if row["days_late"]:
        yield f"It came true {row['days_late']} days after that day."
