from dataclasses import replace

import pytest

from review.plots import scorecard, sheet
from review.plots.drawing import Dot, Words
from schemas import Decision, Dimension, Outcome, Settings
from schemas.errors import NoSuchName
from tests import story
from warehouse import Board, Warehouse


@pytest.fixture
def judged(told: Warehouse) -> Warehouse:
    """The story with two verdicts: what Lavrov said came true, that the truce would hold did not."""
    told.decide(Decision(claim_id=story.OPENS.claim_id, outcome=Outcome.CONFIRMED, reviewer="ann"), story.NOW)
    told.decide(Decision(claim_id=story.TRUCE.claim_id, outcome=Outcome.WRONG, reviewer="ann"), story.NOW)
    return told


def test_a_record_holds_what_the_views_say(judged: Warehouse) -> None:
    card = scorecard(judged.query, Dimension.SOURCE, "Sergei Lavrov")
    (row,) = judged.query("FROM scores WHERE dimension = 'source' AND name = 'Sergei Lavrov'").dicts()
    assert card.score == row
    assert [(row["n"], row["hit_rate"]) for row in card.calibration] == [(1, 1.0)]
    assert [(row["horizon"], row["predictions"], row["n"]) for row in card.horizons] == [("quarter", 1, 1)]


def test_horizons_count_the_judged_and_the_others(judged: Warehouse) -> None:
    card = scorecard(judged.query, Dimension.ALL, "all")
    assert [(row["horizon"], row["predictions"], row["n"], row["hit_rate"]) for row in card.horizons] == [
        ("month", 1, 1, 0.0), ("quarter", 1, 1, 1.0), ("year", 1, 0, None), ("undated", 1, 0, None),
    ]  # fmt: skip


def test_names_are_compared_without_regard_to_case(judged: Warehouse) -> None:
    assert scorecard(judged.query, Dimension.PUBLISHER, "the REVIEW").name == "The Review"


def test_an_unknown_name_is_refused_with_the_nearest_ones(judged: Warehouse) -> None:
    with pytest.raises(NoSuchName, match=r"no source 'Lavrov'. The nearest names are 'Sergei Lavrov', 'the bank'"):
        scorecard(judged.query, Dimension.SOURCE, "Lavrov")


def test_an_empty_warehouse_says_so(settings: Settings) -> None:
    with pytest.raises(NoSuchName, match="There are no predictions yet"):
        scorecard(Warehouse.at(settings).query, Dimension.SOURCE, "Sergei Lavrov")


def test_the_board_answers_the_same(judged: Warehouse, settings: Settings) -> None:
    board = Board.at(settings)
    assert scorecard(board.query, Dimension.SOURCE, "the bank") == scorecard(judged.query, Dimension.SOURCE, "the bank")


def test_a_sheet_holds_three_plots_under_the_name_and_says_what_they_rest_on(judged: Warehouse) -> None:
    drawing = sheet(scorecard(judged.query, Dimension.SOURCE, "Sergei Lavrov"))
    words = {mark.text for mark in drawing.marks if isinstance(mark, Words)}
    assert {"Sergei Lavrov (source)", "Calibration", "Brier score", "Horizon"} <= words
    assert (
        "1 judged of 1 predictions; 100% concrete enough to judge; a small sample: these figures say little." in words
    )
    assert all(mark.x < drawing.width and mark.y < drawing.height for mark in drawing.marks if isinstance(mark, Dot))


def test_a_sheet_of_what_nobody_judged(judged: Warehouse) -> None:
    drawing = sheet(scorecard(judged.query, Dimension.SOURCE, "the bank"))
    assert drawing.description.count("Nothing has been judged yet.") == 3


def test_a_long_name_is_cut_above_the_plots_and_whole_in_the_title(judged: Warehouse) -> None:
    card = scorecard(judged.query, Dimension.SOURCE, "the bank")
    drawing = sheet(replace(card, name="b" * 200))
    assert "b" * 200 in drawing.title
    assert max(len(mark.text) for mark in drawing.marks if isinstance(mark, Words)) < 120
