"""The ledger of verdicts: what it accepts, what it refuses, and how verdicts add up to a resolution."""

import itertools
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from schemas import Decision, Evidence, Outcome
from schemas.errors import NotFound, VerdictRefused
from tests.warehouse.samples import DAY, NOW, article, claim, decision, keep, prediction, reading
from warehouse import Warehouse, verdicts
from warehouse.door import FileDoor

STORY, LATER = article(1), article(2, published=DAY + timedelta(days=40))
SAID, UNDATED, FACT = prediction(STORY, 0), prediction(STORY, 1, by=None), claim(STORY, 2)


@pytest.fixture(scope="module")
def filled(blank: Warehouse) -> Path:
    keep(blank, STORY, reading(STORY, SAID, UNDATED, FACT))
    keep(blank, LATER)
    return blank.path


@pytest.fixture
def story(tmp_path: Path, filled: Path) -> Warehouse:
    return Warehouse(shutil.copyfile(filled, tmp_path / "foresaid.duckdb"))


def _resolution(house: Warehouse) -> dict[str, Any]:
    return house.query("FROM predictions WHERE claim_id = $1", [SAID.claim_id]).dicts()[0]


def test_a_verdict_resolves_the_prediction(story: Warehouse) -> None:
    verdict = story.decide(decision(SAID, note="As announced."), NOW)
    assert (verdict.claim_id, verdict.outcome, verdict.decided_at) == (SAID.claim_id, Outcome.CONFIRMED, NOW)
    assert (_resolution(story)["state"], _resolution(story)["outcome"]) == ("resolved", "confirmed")
    assert [row["claim_id"] for row in story.due(date(2020, 1, 1)).dicts()] == [UNDATED.claim_id]
    assert story.check() == []


def test_the_same_decision_again_is_the_same_verdict(story: Warehouse) -> None:
    first = story.decide(decision(SAID), NOW)
    assert story.decide(decision(SAID), NOW + timedelta(hours=1)) == first


def test_a_reviewer_supersedes_the_own_verdict(story: Warehouse) -> None:
    first = story.decide(decision(SAID), NOW)
    second = story.decide(decision(SAID, Outcome.WRONG), NOW)
    assert second.supersedes == first.verdict_id
    assert _resolution(story)["outcome"] == "wrong"
    assert [row["is_standing"] for row in story.query('FROM verdicts ORDER BY "position"').dicts()] == [False, True]


def test_undo_opens_the_prediction_again(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    assert story.undo(SAID.claim_id, "ann", NOW).outcome is Outcome.WITHDRAWN
    assert _resolution(story)["state"] == "open"
    with pytest.raises(VerdictRefused, match="no verdict"):
        story.undo(SAID.claim_id, "ann", NOW)
    story.decide(decision(SAID), NOW)
    assert _resolution(story)["state"] == "resolved"
    assert story.check() == []


def test_nobody_takes_back_the_verdict_of_another(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    with pytest.raises(VerdictRefused, match="bob has no verdict"):
        story.undo(SAID.claim_id, "bob", NOW)


def test_two_who_differ_dispute_and_a_third_decides(story: Warehouse) -> None:
    story.decide(decision(SAID, reviewer="ann"), NOW)
    story.decide(decision(SAID, Outcome.WRONG, reviewer="bob"), NOW)
    assert (_resolution(story)["state"], _resolution(story)["outcome"]) == ("disputed", None)
    assert SAID.claim_id in [row["claim_id"] for row in story.due(date(2020, 1, 1)).dicts()]
    story.decide(decision(SAID, Outcome.WRONG, reviewer="cy"), NOW)
    assert (_resolution(story)["state"], _resolution(story)["outcome"]) == ("resolved", "wrong")


def test_the_order_of_verdicts_makes_no_difference(house: Warehouse) -> None:
    given = {"ann": Outcome.LATE, "bob": Outcome.WRONG, "cy": Outcome.LATE}
    orders = list(itertools.permutations(given))
    story = article(3, sentences=len(orders))
    said = [prediction(story, place) for place in range(len(orders))]
    keep(house, story, reading(story, *said))
    days = {"ann": {"days_late": 5}, "bob": {}, "cy": {"days_late": 2}}
    with FileDoor(house.path, lock_timeout=5).writing() as con:
        for one, order in zip(said, orders, strict=True):
            for hour, reviewer in enumerate(order):
                decided = decision(one, given[reviewer], reviewer, **days[reviewer])
                verdicts.decide(con, decided, NOW + timedelta(hours=hour))
    resolutions = house.query("SELECT DISTINCT state, outcome, days_late, verdicts FROM resolutions").rows
    assert resolutions == (("resolved", "late", 2, 3),)


def test_of_many_decisions_the_refused_ones_change_nothing_and_the_others_are_in(story: Warehouse) -> None:
    wrong = Decision(claim_id="c1_nothing", outcome=Outcome.WRONG, reviewer="ann")
    given = [decision(SAID), wrong, decision(FACT), decision(SAID), decision(UNDATED, Outcome.WRONG)]
    first, unknown, fact, again, last = story.decide_all(given, NOW)
    assert (unknown.identifier, fact.claim) == ("c1_nothing", FACT.claim_id)  # type: ignore[union-attr]
    assert first == again
    assert [row[0] for row in story.query('SELECT outcome FROM verdicts ORDER BY "position"').rows] == [
        "confirmed", "wrong"
    ]  # fmt: skip
    assert last.previous_hash == first.hash  # type: ignore[union-attr]
    assert story.check() == []


def test_a_verdict_survives_a_new_reading_that_finds_the_same_words(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    keep(story, STORY, reading(STORY, SAID, revision="2"), now=NOW + timedelta(days=1))
    assert _resolution(story)["revision"] == "2"
    assert _resolution(story)["state"] == "resolved"
    assert story.query("FROM loose_ends").rows == ()


def test_a_verdict_that_a_new_reading_leaves_behind_is_flagged(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    keep(story, STORY, reading(STORY, UNDATED, revision="2"), now=NOW + timedelta(days=1))
    assert story.query("SELECT claim_id, is_stray FROM verdicts").rows == ((SAID.claim_id, True),)
    assert story.query("SELECT problem, claim_id FROM loose_ends").rows == (
        ("verdict_without_prediction", SAID.claim_id),
    )


def test_a_verdict_by_another_date_is_flagged(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    other = prediction(STORY, 0, by=DAY + timedelta(days=90))
    keep(story, STORY, reading(STORY, other, revision="2"), now=NOW + timedelta(days=1))
    assert story.query("SELECT problem FROM loose_ends").rows == (("verdict_on_other_date",),)


def test_days_late_are_counted_from_the_evidence(story: Warehouse) -> None:
    evidence = Evidence(url="https://example.org", dated=DAY + timedelta(days=33))
    verdict = story.decide(decision(SAID, Outcome.LATE, evidence=evidence, days_late=None), NOW)
    assert verdict.days_late == 3


def test_stored_evidence_brings_its_date(story: Warehouse) -> None:
    evidence = Evidence(article_id=LATER.article_id, quote="Thing 1 of story 2 will happen")
    verdict = story.decide(decision(SAID, evidence=evidence), NOW)
    assert verdict.evidence is not None
    assert verdict.evidence.dated == LATER.published
    row = story.query("FROM verdicts").dicts()[0]
    assert (row["evidence_article_id"], row["evidence_quote"]) == (LATER.article_id, evidence.quote)


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (decision(FACT), "is a claim"),
        (decision(SAID, Outcome.WITHDRAWN), "undo"),
        (decision(SAID, evidence=Evidence(url="u", dated=DAY - timedelta(days=1))), "give later evidence"),
        (decision(SAID, evidence=Evidence(article_id=STORY.article_id)), "no evidence for its own"),
        (decision(SAID, evidence=Evidence(article_id=LATER.article_id, quote="Thing 9")), "is not in the article"),
        (decision(SAID, Outcome.LATE, days_late=None), "Say how many days"),
        (decision(UNDATED, Outcome.LATE, days_late=None), "no date"),
        (
            decision(SAID, Outcome.LATE, days_late=None, evidence=Evidence(url="u", dated=DAY + timedelta(days=30))),
            "Say how many days",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_breaks_a_rule_is_refused(story: Warehouse, refused: Decision, sentence: str) -> None:
    with pytest.raises(VerdictRefused, match=sentence) as error:
        story.decide(refused, NOW)
    assert error.value.claim == refused.claim_id
    assert story.query("SELECT verdicts FROM ledger.chain").rows == ((0,),)


def test_what_is_not_there_gets_no_verdict_and_gives_no_evidence(story: Warehouse) -> None:
    with pytest.raises(NotFound, match="claim"):
        story.decide(Decision(claim_id="c1_nothing", outcome=Outcome.WRONG, reviewer="ann"), NOW)
    with pytest.raises(NotFound, match="article"):
        story.decide(decision(SAID, evidence=Evidence(article_id="a1_nothing")), NOW)


def test_an_undated_prediction_cannot_be_late(story: Warehouse) -> None:
    with pytest.raises(VerdictRefused, match="no date"):
        story.decide(decision(UNDATED, Outcome.LATE, days_late=4), NOW)


def test_the_ledger_as_it_stood(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    story.decide(decision(SAID, Outcome.WRONG), NOW + timedelta(days=2))
    story.undo(SAID.claim_id, "ann", NOW + timedelta(days=4))
    at = {
        days: story.query("SELECT state, outcome FROM as_of($1) WHERE claim_id = $2", [day, SAID.claim_id]).rows
        for days in (-1, 0, 1, 2, 4)
        for day in [NOW.date() + timedelta(days=days)]
    }
    assert at == {
        -1: (),
        0: (("resolved", "confirmed"),),
        1: (("resolved", "confirmed"),),
        2: (("resolved", "wrong"),),
        4: (("open", None),),
    }
