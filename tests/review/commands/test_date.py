"""`foresaid date` explains how phrases are read."""

import csv
import json

from click.testing import CliRunner

from review.commands.date import date


def _run(*words: str) -> str:
    result = CliRunner().invoke(date, list(words))
    assert result.exit_code == 0, result.output
    return result.output


def test_json() -> None:
    (row,) = json.loads(_run("late February", "--published", "2017-01-20", "--tense", "future", "--format", "json"))
    assert (row["start"], row["end"], row["basis"], row["timex_value"]) == (
        "2017-02-21",
        "2017-02-28",
        "relative",
        "2017-02",
    )
    assert "the last third of February" in row["understood"]


def test_csv_of_several_phrases_says_why_one_has_no_date() -> None:
    rows = list(csv.DictReader(_run("soon", "2017", "--format", "csv").splitlines()))
    assert [(row["phrase"], row["start"]) for row in rows] == [("soon", ""), ("2017", "2017-01-01")]
    assert "no date" in rows[0]["understood"]


def test_order_of_day_and_month() -> None:
    assert "2016-04-03" in _run("3/4/2016", "--day-first", "--format", "csv")
    assert "2016-03-04" in _run("3/4/2016", "--month-first", "--format", "csv")
    assert "2016-0" not in _run("3/4/2016", "--format", "csv")


def test_a_day_that_is_none_is_refused() -> None:
    result = CliRunner().invoke(date, ["soon", "--published", "yesterday"])
    assert result.exit_code == 2
    assert "2017-02-23" in result.output
