"""Feedback takes a finding out and may put another in its place; criteria freeze; slips are links."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from schemas import Article, Criterion, Feedback, FeedbackReason, Slip
from schemas.errors import NotFound, VerdictRefused
from tests.warehouse.samples import DAY, NOW, article, claim, decision, keep, prediction, reading
from warehouse import Warehouse

STORY = article(1)
SAID, OTHER = prediction(STORY, 0), prediction(STORY, 1, by=DAY + timedelta(days=60))


@pytest.fixture(scope="module")
def filled(blank: Warehouse) -> Path:
    keep(blank, STORY, reading(STORY, SAID, OTHER))
    return blank.path


@pytest.fixture
def story(tmp_path: Path, filled: Path) -> Warehouse:
    return Warehouse(shutil.copyfile(filled, tmp_path / "foresaid.duckdb"))


def _feedback(reason: FeedbackReason = FeedbackReason.WRONG_DATE, **more: Any) -> Feedback:
    return Feedback.model_validate({"claim_id": SAID.claim_id, "reason": reason, "reviewer": "ann"} | more)


def _found(house: Warehouse) -> dict[str, dict[str, Any]]:
    return {row["claim_id"]: row for row in house.claims().dicts()}


def test_a_rejected_finding_is_no_longer_among_the_claims(story: Warehouse) -> None:
    story.reject(_feedback(FeedbackReason.NOT_AN_ASSERTION), NOW)
    assert set(_found(story)) == {OTHER.claim_id}
    assert [row["is_current"] for row in story.export_all()] == [False, True]
    assert story.check() == []


def test_a_correction_takes_the_place_and_the_verdict(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    story.reject(_feedback(corrected=prediction(STORY, 0, by=DAY + timedelta(days=90))), NOW)
    row = _found(story)[SAID.claim_id]
    assert (row["resolve_by"], row["model"], row["is_corrected"]) == (DAY + timedelta(days=90), "reviewer", True)
    assert row["state"] == "resolved"


def test_a_correction_may_change_the_kind(story: Warehouse) -> None:
    story.reject(_feedback(FeedbackReason.WRONG_KIND, corrected=claim(STORY, 0)), NOW)
    assert set(_found(story)) == {claim(STORY, 0).claim_id, OTHER.claim_id}


def test_a_correction_survives_a_new_reading(story: Warehouse) -> None:
    story.reject(_feedback(FeedbackReason.WRONG_KIND, corrected=claim(STORY, 0)), NOW)
    keep(story, STORY, reading(STORY, SAID, claim(STORY, 0), OTHER, revision="2"), now=NOW + timedelta(days=1))
    assert set(_found(story)) == {claim(STORY, 0).claim_id, OTHER.claim_id}
    assert _found(story)[claim(STORY, 0).claim_id]["is_corrected"]


def test_a_correction_of_what_is_no_longer_found_is_flagged(story: Warehouse) -> None:
    story.reject(_feedback(FeedbackReason.WRONG_KIND, corrected=claim(STORY, 0)), NOW)
    keep(story, STORY, reading(STORY, OTHER, revision="2"), now=NOW + timedelta(days=1))
    assert story.query("SELECT problem, claim_id FROM loose_ends").rows == (("correction_of_nothing", SAID.claim_id),)


def test_a_correction_can_be_corrected(story: Warehouse) -> None:
    for hour, days in enumerate((90, 120)):
        corrected = prediction(STORY, 0, by=DAY + timedelta(days=days))
        story.reject(_feedback(corrected=corrected), NOW + timedelta(hours=hour))
    assert _found(story)[SAID.claim_id]["resolve_by"] == DAY + timedelta(days=120)


def test_feedback_can_be_taken_back(story: Warehouse) -> None:
    story.reject(_feedback(corrected=prediction(STORY, 0, by=DAY + timedelta(days=90))), NOW)
    story.restore(SAID.claim_id, "ann", NOW + timedelta(hours=1))
    assert _found(story)[SAID.claim_id]["resolve_by"] == SAID.resolve_by
    with pytest.raises(VerdictRefused, match="Nothing is said"):
        story.restore(SAID.claim_id, "ann", NOW)
    rows = story.query("SELECT reason, is_standing, headline FROM feedback ORDER BY decided_at").rows
    assert rows == (("wrong_date", False, SAID.headline), (None, False, SAID.headline))


def test_a_correction_that_is_not_in_the_article_is_refused(story: Warehouse) -> None:
    elsewhere: Article = article(2)
    for wrong in (claim(elsewhere, 0), SAID.model_copy(update={"char_start": 1, "char_end": len(SAID.quote) + 1})):
        with pytest.raises(VerdictRefused, match="not in the article"):
            story.reject(_feedback(corrected=wrong), NOW)


def test_a_criterion_is_frozen_by_a_verdict(story: Warehouse) -> None:
    story.agree(Criterion(claim_id=SAID.claim_id, criterion="The UN says so.", reviewer="ann"), NOW)
    story.agree(
        Criterion(claim_id=SAID.claim_id, criterion="The UN opens it.", reviewer="bob"), NOW + timedelta(hours=1)
    )
    story.decide(decision(SAID), NOW)
    with pytest.raises(VerdictRefused, match="frozen"):
        story.agree(Criterion(claim_id=SAID.claim_id, criterion="Anything.", reviewer="ann"), NOW)
    assert _found(story)[SAID.claim_id]["criterion"] == "The UN opens it."
    rows = story.query("SELECT criterion, is_standing, supersedes IS NULL FROM criteria ORDER BY decided_at").rows
    assert rows == (("The UN says so.", False, True), ("The UN opens it.", True, False))


def test_a_criterion_may_set_the_day_to_look(house: Warehouse) -> None:
    undated = prediction(STORY, 0, by=None)
    keep(house, STORY, reading(STORY, undated))
    today = date(2017, 8, 1)
    assert [row["reason"] for row in house.due(today).dicts()] == ["review"]
    house.agree(
        Criterion(claim_id=undated.claim_id, criterion="It happens.", reviewer="ann", review_by=date(2018, 1, 1)), NOW
    )
    assert house.due(today).rows == ()
    assert [row["due_on"] for row in house.due(date(2018, 1, 2)).dicts()] == [date(2018, 1, 1)]


def test_a_slip_links_to_the_later_prediction(story: Warehouse) -> None:
    story.link(Slip(claim_id=SAID.claim_id, replaced_by=OTHER.claim_id, reviewer="ann"), NOW)
    assert story.query("SELECT claim_id, replaced_by, days_slipped FROM slips").rows == (
        (SAID.claim_id, OTHER.claim_id, 30),
    )
    story.unlink(SAID.claim_id, "ann", NOW + timedelta(hours=1))
    assert story.query("FROM slips").rows == ()
    with pytest.raises(VerdictRefused, match="not linked"):
        story.unlink(SAID.claim_id, "ann", NOW)
    assert story.check() == []


def test_a_slip_goes_forward_and_between_predictions(story: Warehouse) -> None:
    later = article(2, published=DAY + timedelta(days=9))
    new, fact = prediction(later, 0, by=DAY + timedelta(days=99)), claim(later, 1)
    keep(story, later, reading(later, new, fact))
    for claim_id, replaced_by, sentence in [
        (new.claim_id, SAID.claim_id, "stated before"),
        (SAID.claim_id, fact.claim_id, "not a prediction"),
    ]:
        with pytest.raises(VerdictRefused, match=sentence):
            story.link(Slip(claim_id=claim_id, replaced_by=replaced_by, reviewer="ann"), NOW)


def test_remarks_on_what_is_not_there_are_refused(story: Warehouse) -> None:
    with pytest.raises(NotFound):
        story.agree(Criterion(claim_id="c1_nothing", criterion="Anything.", reviewer="ann"), NOW)
    with pytest.raises(NotFound):
        story.reject(Feedback(claim_id="c1_nothing", reason=FeedbackReason.DUPLICATE, reviewer="ann"), NOW)
