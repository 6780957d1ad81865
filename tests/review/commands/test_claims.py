import json

import pytest

from tests import story
from tests.review.conftest import Run
from warehouse import Warehouse

pytestmark = pytest.mark.usefixtures("told")


def found(run: Run, *arguments: str) -> list[str]:
    return [row["claim_id"] for row in json.loads(run(*arguments, "--format", "json").stdout)]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--kind", "claim"], {story.PUT_OFF, story.OPENED}),
        (["--source", "sergei lavrov"], {story.PUT_OFF, story.OPENS}),
        (["--publisher", "Furrow Wire"], {story.OPENED, story.INFLATION}),
        (["--author", "Ines Carrow", "--kind", "claim"], {story.PUT_OFF}),
        (["--words", "truce"], {story.TRUCE}),
        (["--topic", "inflation"], {story.INFLATION}),
        (["--stated-from", "2017-02-01"], {story.OPENED}),
        (["--event-from", "2017-06-01"], {story.INFLATION}),
        (["--state", "open", "--stated-to", "2017-01-20"], {story.INFLATION}),
    ],
)
def test_filters(run: Run, arguments: list[str], wanted: set[story.Assertion]) -> None:
    assert set(found(run, "claims", *arguments)) == {assertion.claim_id for assertion in wanted}


def test_a_table_says_when_there_may_be_more(run: Run) -> None:
    assert "first 2" in run("claims", "--limit", "2").stderr
    assert run("claims").stderr == ""


def test_due_says_why(run: Run) -> None:
    rows = json.loads(run("due", "--on", "2017-02-28", "--format", "json").stdout)
    assert [(row["claim_id"], row["reason"], row["days_over"]) for row in rows] == [
        (story.TRUCE.claim_id, "overdue", 8),
        (story.OPENS.claim_id, "due_today", 0),
    ]


def test_due_looks_ahead_when_asked(run: Run) -> None:
    assert found(run, "due", "--on", "2017-06-20", "--ahead", "10")[-1] == story.INFLATION.claim_id


def test_an_undated_prediction_comes_up_on_its_review_date(run: Run) -> None:
    assert story.BOYCOTT.claim_id not in found(run, "due", "--on", "2017-07-25")
    assert story.BOYCOTT.claim_id in found(run, "due", "--on", "2017-07-26")


def test_a_day_that_is_none_is_a_usage_error(run: Run) -> None:
    done = run("due", "--on", "tomorrow")
    assert done.exit_code == 2
    assert "write it as 2017-02-23" in done.stderr


def test_a_judged_prediction_is_no_longer_due(run: Run, told: Warehouse) -> None:
    run("resolve", story.TRUCE.claim_id, "wrong", "--reviewer", "Ada")
    assert story.TRUCE.claim_id not in found(run, "due", "--on", "2017-03-01")
