"""A clock that goes back: what came later still counts."""

from datetime import timedelta

from schemas import Criterion, Feedback, FeedbackReason, Outcome, Slip
from tests.warehouse.samples import DAY, NOW, article, decision, keep, prediction, reading
from warehouse import Warehouse

STORY = article(1)
SAID, OTHER = prediction(STORY, 0), prediction(STORY, 1, by=DAY + timedelta(days=60))
BACK = NOW - timedelta(hours=3)


def filled(house: Warehouse) -> Warehouse:
    keep(house, STORY, reading(STORY, SAID, OTHER))
    return house


def test_a_clock_that_goes_on_is_believed(house: Warehouse) -> None:
    assert filled(house).moment(NOW) == NOW
    assert house.moment(NOW + timedelta(seconds=1)) == NOW + timedelta(seconds=1)


def test_runs_stand_still_until_the_clock_has_caught_up(house: Warehouse) -> None:
    assert house.moment(BACK) == BACK
    assert filled(house).moment(BACK) == NOW + timedelta(microseconds=1)


def test_a_later_reading_counts(house: Warehouse) -> None:
    filled(house)
    later = reading(STORY, SAID, revision="2")
    house.add_extractions("b9", [later], "run-9", house.moment(BACK))
    assert house.query("SELECT revision FROM extractions WHERE is_current").rows == (("2",),)
    assert len(house.claims().rows) == 1


def test_the_last_word_on_a_finding_counts(house: Warehouse) -> None:
    filled(house)
    said = Feedback(claim_id=SAID.claim_id, reason=FeedbackReason.WRONG_DATE, reviewer="ann")
    house.reject(said, NOW)
    house.restore(SAID.claim_id, "ann", BACK)
    assert len(house.claims().rows) == 2
    house.reject(said, BACK)
    assert len(house.claims().rows) == 1
    assert house.check() == []


def test_the_last_criterion_and_the_last_link_count(house: Warehouse) -> None:
    filled(house)
    for moment, wording in ((NOW, "first"), (BACK, "second")):
        house.agree(Criterion(claim_id=SAID.claim_id, criterion=wording, reviewer="ann"), moment)
    assert house.query("SELECT criterion FROM criteria WHERE is_standing").rows == (("second",),)
    house.link(Slip(claim_id=SAID.claim_id, replaced_by=OTHER.claim_id, reviewer="ann"), NOW)
    house.unlink(SAID.claim_id, "ann", BACK)
    assert house.query("FROM replacements_as_of(DATE 'infinity')").rows == ()


def test_the_last_verdict_counts(house: Warehouse) -> None:
    filled(house)
    house.decide(decision(SAID, Outcome.CONFIRMED), NOW)
    house.decide(decision(SAID, Outcome.WRONG), BACK)
    assert house.query("SELECT outcome FROM predictions WHERE state = 'resolved'").rows == (("wrong",),)
    house.undo(SAID.claim_id, decision(SAID).reviewer, BACK)
    assert house.query("SELECT outcome FROM predictions WHERE state = 'resolved'").rows == ()
    assert house.check() == []
