from typing import Any

import pytest

from review.exchange.imports import Change, Entry, Step, known_of, plan, take_over
from review.exchange.verdicts_csv import Submitted, Unusable
from schemas import Decision, Evidence, Feedback, FeedbackReason, Outcome
from tests import story
from warehouse import Warehouse

TRUCE, OPENS = story.TRUCE.claim_id, story.OPENS.claim_id


def row(number: int, claim_id: str, outcome: Outcome = Outcome.WRONG, reviewer: str = "ann", **more: Any) -> Submitted:
    return Submitted(number, Decision(claim_id=claim_id, outcome=outcome, reviewer=reviewer, **more))


def planned(house: Warehouse, *entries: Entry) -> list[Step]:
    return plan(entries, known_of(house, entries))


def taken(house: Warehouse, *entries: Entry) -> list[Step]:
    return take_over(house, planned(house, *entries), story.NOW)


def changes(steps: list[Step]) -> list[Change]:
    return [step.change for step in steps]


def ledger(house: Warehouse) -> list[tuple[Any, ...]]:
    return list(house.query("SELECT claim_id, reviewer, outcome, is_standing FROM verdicts ORDER BY position").rows)


def test_a_plan_changes_nothing_and_says_what_would(told: Warehouse) -> None:
    (step,) = planned(told, row(2, TRUCE))
    assert (step.change, step.before, step.after, step.headline) == (Change.NEW, None, "wrong", story.TRUCE.headline)
    assert ledger(told) == []


def test_what_is_planned_is_what_is_done(told: Warehouse) -> None:
    entries = [row(2, TRUCE), row(3, OPENS, Outcome.CONFIRMED, reviewer="bob"), row(4, "c1_nobody")]
    steps = planned(told, *entries)
    assert taken(told, *entries) == steps
    assert changes(steps) == [Change.NEW, Change.NEW, Change.REFUSED]
    assert ledger(told) == [(TRUCE, "ann", "wrong", True), (OPENS, "bob", "confirmed", True)]
    assert told.check() == []


def test_the_same_file_again_changes_nothing(told: Warehouse) -> None:
    late = row(3, OPENS, Outcome.LATE, evidence=Evidence(url="https://x.example/a", dated="2017-03-04"))
    stored = row(4, story.BOYCOTT.claim_id, evidence=Evidence(article_id=story.OPENING.article_id))
    entries = [row(2, TRUCE), late, stored]
    assert changes(taken(told, *entries)) == [Change.NEW] * 3
    once = ledger(told)
    assert changes(taken(told, *entries)) == [Change.KNOWN] * 3
    assert ledger(told) == once


def test_the_days_late_and_the_day_of_stored_evidence_are_worked_out(told: Warehouse) -> None:
    late = row(2, OPENS, Outcome.LATE, evidence=Evidence(url="https://x.example/a", dated="2017-03-04"))
    stored = row(3, TRUCE, evidence=Evidence(article_id=story.OPENING.article_id))
    steps = planned(told, late, stored)
    assert steps[0].after == "late, 4 days"
    assert steps[1].decision is not None
    assert steps[1].decision.evidence == Evidence(article_id=story.OPENING.article_id, dated="2017-02-24")


def test_another_verdict_by_the_same_reviewer_replaces_the_first(told: Warehouse) -> None:
    taken(told, row(2, TRUCE, note="Shelling."))
    (step,) = taken(told, row(2, TRUCE, Outcome.PARTLY, note="Shelling, but little."))
    assert (step.change, step.before, step.after) == (Change.REPLACED, "wrong", "partly")
    assert step.says == "changes outcome, note"
    assert ledger(told) == [(TRUCE, "ann", "wrong", False), (TRUCE, "ann", "partly", True)]


def test_a_verdict_by_another_reviewer_stands_beside_it(told: Warehouse) -> None:
    taken(told, row(2, TRUCE))
    assert changes(taken(told, row(2, TRUCE, Outcome.CONFIRMED, reviewer="bob"))) == [Change.NEW]


def test_the_same_row_twice_in_a_file_is_one_verdict(told: Warehouse) -> None:
    assert changes(taken(told, row(2, TRUCE), row(3, TRUCE))) == [Change.NEW, Change.KNOWN]
    assert len(ledger(told)) == 1


def test_rows_at_odds_are_all_refused(told: Warehouse) -> None:
    entries = [row(2, TRUCE), row(3, OPENS), row(4, TRUCE, Outcome.CONFIRMED), row(5, TRUCE, reviewer="bob")]
    steps = taken(told, *entries)
    assert changes(steps) == [Change.REFUSED, Change.NEW, Change.REFUSED, Change.NEW]
    assert steps[0].says == steps[2].says == "Rows 2 and 4 give ann different verdicts on it; keep one."


OWN_ARTICLE = Evidence(article_id=story.DELAY.article_id)
EARLIER = Evidence(url="https://x.example/a", dated="2017-01-01")
MISQUOTED = Evidence(article_id=story.OPENING.article_id, quote="The talks collapsed")


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (row(2, "c1_nobody"), "No claim has the id 'c1_nobody'. `foresaid claims` lists them."),
        (row(2, story.PUT_OFF.claim_id), "is a claim; only predictions get verdicts."),
        (row(2, TRUCE, Outcome.WITHDRAWN), "A verdict is taken back with undo."),
        (row(2, TRUCE, Outcome.LATE), "Say how many days after 2017-02-20 it came true"),
        (row(2, TRUCE, evidence=OWN_ARTICLE), "An article is no evidence for its own predictions"),
        (row(2, TRUCE, evidence=EARLIER), "The evidence is of 2017-01-01, the prediction of 2017-01-27"),
        (row(2, TRUCE, evidence=MISQUOTED), "The quote is not in the article"),
        (row(2, TRUCE, evidence=Evidence(article_id="a1_none")), "No article has the id 'a1_none'."),
        (Unusable(2, "c1_1", "This makes no verdict."), "This makes no verdict."),
    ],
)
def test_a_row_that_breaks_a_rule_is_a_sentence(told: Warehouse, entry: Entry, reason: str) -> None:
    (step,) = taken(told, entry)
    assert step.change is Change.REFUSED
    assert step.after is None
    assert reason in str(step.says)
    assert ledger(told) == []


def test_what_the_ledger_refuses_after_all_is_said(told: Warehouse) -> None:
    steps = planned(told, row(2, TRUCE), row(3, OPENS))
    told.reject(Feedback(claim_id=TRUCE, reason=FeedbackReason.NOT_AN_ASSERTION, reviewer="bob"), story.NOW)
    done = take_over(told, steps, story.NOW)
    assert changes(done) == [Change.REFUSED, Change.NEW]
    assert "No claim has the id" in str(done[0].says)


def test_a_verdict_that_was_taken_back_is_given_again(told: Warehouse) -> None:
    taken(told, row(2, TRUCE))
    told.undo(TRUCE, "ann", story.NOW)
    assert changes(taken(told, row(2, TRUCE))) == [Change.NEW]
