"""Analysts' views on small ledgers whose answers can be seen."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from schemas import Outcome
from tests.warehouse.samples import DAY, NOW, article, claim, decision, keep, prediction, reading
from warehouse import Warehouse, verdicts
from warehouse.door import FileDoor
from warehouse.structure import migrations

FIRST = article(1)
SECOND = article(2, publisher="Furrow Wire", authors=("Bo Lund",), published=DAY + timedelta(days=10))
SAID = prediction(FIRST, 0, source="the bank")
AGAIN = prediction(FIRST, 1, source="the bank", repeats=SAID.claim_id)
OWN = prediction(FIRST, 2, by=None)
FACT = claim(SECOND, 0, source="the bank")


@pytest.fixture(scope="module")
def filled(blank: Warehouse) -> Path:
    keep(blank, FIRST, reading(FIRST, SAID, AGAIN, OWN))
    keep(blank, SECOND, reading(SECOND, FACT), now=NOW + timedelta(days=1))
    return blank.path


@pytest.fixture
def story(tmp_path: Path, filled: Path) -> Warehouse:
    return Warehouse(shutil.copyfile(filled, tmp_path / "foresaid.duckdb"))


def test_sources_say_who_asserts_how_much(story: Warehouse) -> None:
    columns = "source, assertions, predictions, dated_predictions, resolved, articles, publishers"
    assert story.query(f"SELECT {columns} FROM sources").rows == (
        ("the bank", 2, 1, 1, 0, 2, 2),
        ("author", 1, 1, 0, 0, 1, 1),
    )


def test_the_timeline_holds_what_has_a_date(story: Warehouse) -> None:
    assert story.query("SELECT day, claim_id FROM timeline").rows == ((DAY, SAID.claim_id),)


def test_predictions_have_a_horizon(story: Warehouse) -> None:
    horizons = story.query("SELECT claim_id, horizon, horizon_days FROM predictions WHERE repeats IS NULL").rows
    assert set(horizons) == {(SAID.claim_id, "month", 30), (OWN.claim_id, "undated", None)}


def test_the_four_times_are_apart(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW + timedelta(days=5))
    row = story.query("FROM claims WHERE claim_id = $1", [SAID.claim_id]).dicts()[0]
    assert (row["stated_on"], row["t_from"], row["t_to"]) == (DAY, DAY, DAY + timedelta(days=30))
    assert (row["ingested_at"], row["extracted_at"], row["decided_at"]) == (NOW, NOW, NOW + timedelta(days=5))


def test_as_of_knows_only_what_had_come_in(story: Warehouse) -> None:
    counts = {
        days: story.query("SELECT count(*) FROM as_of($1)", [NOW.date() + timedelta(days=days)]).rows[0][0]
        for days in (-1, 0, 1)
    }
    assert counts == {-1: 0, 0: 3, 1: 4}


def test_as_of_a_day_shows_the_reading_of_that_day(story: Warehouse) -> None:
    better = reading(FIRST, claim(FIRST, 3), revision="2")
    keep(story, FIRST, better, now=NOW + timedelta(days=3))
    revisions = "SELECT DISTINCT revision FROM as_of($1) WHERE article_id = $2"
    at = [story.query(revisions, [NOW.date() + timedelta(days=days), FIRST.article_id]).rows for days in (2, 3)]
    assert at == [(("1",),), (("2",),)]


def test_a_repetition_is_neither_asked_for_nor_scored_twice(story: Warehouse) -> None:
    assert [row["claim_id"] for row in story.due(date(2017, 3, 1)).dicts()] == [SAID.claim_id]
    assert story.query("SELECT predictions FROM scores WHERE dimension = 'all'").rows == ((2,),)


def test_a_void_prediction_is_neither_right_nor_wrong(story: Warehouse) -> None:
    story.decide(decision(SAID, Outcome.VOID), NOW)
    row = story.query("FROM scores WHERE dimension = 'source' AND name = 'the bank'").dicts()[0]
    assert (row["n"], row["void"], row["hit_rate"]) == (0, 1, None)


def test_an_author_answers_only_for_the_own_voice(story: Warehouse) -> None:
    facets = story.query("SELECT dimension, name, claim_id FROM facets WHERE dimension IN ('author', 'source')").rows
    assert set(facets) == {("source", "the bank", SAID.claim_id), ("author", "Ines Carrow", OWN.claim_id)}


VERDICTS = {
    # Two reviewers on ten predictions: agreement 7/10; ann 6 confirmed and 4 wrong, bob 5 and 5.
    "ann": "ccccccwwww",
    "bob": "ccccwwwwwc",
}


def test_agreement_of_two_reviewers_by_hand(house: Warehouse) -> None:
    story = article(9, sentences=10)
    said = [prediction(story, place) for place in range(10)]
    keep(house, story, reading(story, *said))
    with FileDoor(house.path, lock_timeout=5).writing() as con:
        for reviewer, letters in VERDICTS.items():
            for one, letter in zip(said, letters, strict=True):
                outcome = Outcome.CONFIRMED if letter == "c" else Outcome.WRONG
                verdicts.decide(con, decision(one, outcome, reviewer), NOW)
    (pair,) = house.query("FROM agreement").dicts()
    assert (pair["reviewer"], pair["other_reviewer"], pair["n"], pair["is_small_sample"]) == ("ann", "bob", 10, True)
    assert pair["observed_agreement"] == pytest.approx(0.7)
    assert pair["expected_agreement"] == pytest.approx(0.6 * 0.5 + 0.4 * 0.5)
    assert pair["kappa"] == pytest.approx((0.7 - 0.5) / 0.5)
    # Krippendorff: 20 ratings, 11 confirmed and 9 wrong; 3 of 10 pairs differ: 1 - 19 * 6 / (2 * 11 * 9)
    assert house.query("SELECT n, alpha FROM overall_agreement").rows == (
        (10, pytest.approx(1 - 19 * 6 / (2 * 11 * 9))),
    )


def test_status_counts_what_there_is(story: Warehouse) -> None:
    story.decide(decision(SAID), NOW)
    status = story.status(date(2017, 12, 1))
    assert (status.articles, status.undated_articles, status.claims, status.predictions) == (2, 0, 1, 3)
    assert (status.resolved, status.disputed, status.due, status.overdue) == (1, 0, 1, 0)
    assert (status.verdicts, status.step, status.scale) == (1, len(migrations()), "survey")
    assert status.last_hash == story.query("SELECT hash FROM ledger.verdicts").rows[0][0]
    assert (status.place, status.bytes) == (str(story.path), story.path.stat().st_size)
