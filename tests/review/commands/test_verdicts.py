import json

import pytest

from review.exits import Exit
from tests import story
from tests.review.conftest import Run

pytestmark = pytest.mark.usefixtures("told")

OPENS = story.OPENS.claim_id


def outcome(run: Run, claim: str) -> tuple[str, str | None]:
    (row,) = [row for row in json.loads(run("claims", "--format", "json").stdout) if row["claim_id"] == claim]
    return row["state"], row["outcome"]


def test_a_verdict_resolves_and_undo_opens_again(run: Run) -> None:
    done = run("resolve", OPENS, "confirmed", "--reviewer", "Ada", "--evidence", story.OPENING.article_id)
    assert done.exit_code == 0
    assert outcome(run, OPENS) == ("resolved", "confirmed")
    assert run("undo", OPENS, "--reviewer", "Ada").exit_code == 0
    assert outcome(run, OPENS) == ("open", None)


def test_evidence_may_be_a_link_with_its_day(run: Run) -> None:
    link = "https://example.org/geneva"
    assert run("resolve", OPENS, "confirmed", "--reviewer", "Ada", "--evidence", link).exit_code == 0


def test_a_void_says_why(run: Run) -> None:
    refused = run("resolve", OPENS, "void", "--reviewer", "Ada")
    assert refused.exit_code == Exit.REFUSED
    assert "needs its reason in the note" in refused.stderr
    assert run("resolve", OPENS, "void", "--reviewer", "Ada", "--note", "condition not met").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--evidence", "https://example.org/", "--dated", "2016-12-31"], "give later evidence"),
        (["--evidence", story.DELAY.article_id], "no evidence for its own predictions"),
        (["--evidence", story.OPENING.article_id, "--quote", "The talks closed"], "quote is not in the article"),
        (["--quote", "The talks opened"], "evidence names a URL or a stored article"),
        (["--days-late", "3"], "days late go with the outcome 'late' only"),
    ],
)
def test_what_breaks_a_rule_of_the_ledger_is_refused(run: Run, arguments: list[str], sentence: str) -> None:
    done = run("resolve", OPENS, "confirmed", "--reviewer", "Ada", *arguments)
    assert done.exit_code == Exit.REFUSED
    assert sentence in done.stderr
    assert outcome(run, OPENS) == ("open", None)


def test_the_days_late_follow_from_dated_evidence(run: Run) -> None:
    link = ["--evidence", "https://example.org/", "--dated", "2017-03-05"]
    assert run("resolve", OPENS, "late", "--reviewer", "Ada", *link).exit_code == 0
    rows = json.loads(run("claims", "--state", "resolved", "--format", "json").stdout)
    assert [row["days_late"] for row in rows] == [5]


def test_a_claim_gets_no_verdict(run: Run) -> None:
    done = run("resolve", story.PUT_OFF.claim_id, "confirmed", "--reviewer", "Ada")
    assert "only predictions get verdicts" in done.stderr


def test_taking_back_what_was_never_given_is_refused(run: Run) -> None:
    assert run("undo", OPENS, "--reviewer", "Ada").exit_code == Exit.REFUSED


def test_withdrawn_is_no_outcome_to_give(run: Run) -> None:
    assert run("resolve", OPENS, "withdrawn", "--reviewer", "Ada").exit_code == Exit.USAGE
