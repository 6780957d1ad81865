import threading
from datetime import timedelta
from pathlib import Path

import pytest

from schemas import (
    Criterion,
    Decision,
    Extraction,
    Feedback,
    FeedbackReason,
    Likelihood,
    Outcome,
    Settings,
    TopicPhrase,
)
from tests import story
from warehouse import Board, Warehouse
from warehouse.board import _KEYS, _WORDS

VIEWS = (
    "claims", "predictions", "articles", "sources", "topics", "claim_topics", "timeline", "resolutions", "verdicts",
    "criteria", "agreement", "scores", "calibration", "feedback", "loose_ends", "runs", "extractions",
    "copies", "versions",
)  # fmt: skip


@pytest.fixture
def board(settings: Settings, told: Warehouse) -> Board:
    board = Board.at(settings)
    board.refresh()
    return board


def judge(told: Warehouse, reviewer: str = "Ada", outcome: Outcome = Outcome.CONFIRMED) -> None:
    told.decide(Decision(claim_id=story.OPENS.claim_id, outcome=outcome, reviewer=reviewer), story.NOW)


def rows(place: Board | Warehouse, view: str) -> list[str]:
    return sorted(map(repr, place.query(f"FROM {view}").rows))


def assert_same(board: Board, told: Warehouse) -> None:
    """The board answers what the warehouse answers."""
    for view in VIEWS:
        assert rows(board, view) == rows(told, view), view


def test_it_answers_what_the_warehouse_answers(board: Board, told: Warehouse) -> None:
    judge(told)
    judge(told, "Ben", Outcome.WRONG)
    board.refresh()
    assert_same(board, told)


def test_every_table_of_the_ledger_is_copied_or_left_out_on_purpose(told: Warehouse) -> None:
    tables = {
        name for (name,) in told.query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'ledger'").rows
    }
    assert tables == {*_KEYS, *_WORDS, "chain", "migrations", "sketches"}


def test_a_later_reading_a_correction_and_a_new_article_are_worked_out_as_in_the_warehouse(
    board: Board, told: Warehouse
) -> None:
    judge(told)
    told.agree(Criterion(claim_id=story.TRUCE.claim_id, criterion="It held.", reviewer="Ada"), story.NOW)
    board.refresh()
    corrected = story.TRUCE.model_copy(update={"likelihood": Likelihood.CERTAIN})
    right = Feedback(
        claim_id=story.TRUCE.claim_id, reason=FeedbackReason.WRONG_LIKELIHOOD, reviewer="Ada", corrected=corrected
    )
    told.reject(right, story.NOW)
    told.undo(story.OPENS.claim_id, "Ada", story.NOW + timedelta(hours=1))
    news = story.BANK.model_copy(
        update={"address": "news.txt", "text": "The talks will end by June, sanctions or not."}
    )
    told.add_articles("b1_news", [news], "later", story.NOW)
    again = Extraction(
        article_id=story.DELAY.article_id, model="by hand", revision="2", published=story.DELAY.published,
        assertions=(story.OPENS,), sentences=4, tokens=40,
    )  # fmt: skip
    told.add_extractions("b1_again", [again], "later", story.NOW + timedelta(hours=1))
    assert board.refresh()
    assert_same(board, told)
    assert not board.refresh()


def test_other_topics_and_another_scale_concern_everything(board: Board, settings: Settings) -> None:
    house = Warehouse(settings.warehouse, scale="icd203")
    house.follow([TopicPhrase(topic="Money", phrase="inflation")])
    assert board.refresh()
    assert_same(board, house)
    assert [topic for _, topic in board.query("FROM claim_topics").rows] == ["Money"]


def test_a_verdict_is_shown_without_the_warehouse_and_not_twice(board: Board, told: Warehouse) -> None:
    verdict = told.decide(Decision(claim_id=story.OPENS.claim_id, outcome=Outcome.CONFIRMED, reviewer="Ada"), story.NOW)
    board.add(verdict)
    board.add(verdict)
    for view in ("claims", "verdicts", "scores"):
        assert rows(board, view) == rows(told, view)
    assert not board.refresh()
    board.add(told.undo(story.OPENS.claim_id, "Ada", story.NOW))
    assert rows(board, "claims") == rows(told, "claims")


def test_what_is_due_is_the_same(board: Board, told: Warehouse) -> None:
    due = "due_on(DATE '2017-03-01', 400)"
    assert rows(board, due) == rows(told, due)


def test_a_verdict_shows_after_the_next_refresh(board: Board, told: Warehouse) -> None:
    judge(told)
    assert board.query("FROM resolutions").rows == ()
    assert board.refresh()
    assert [row["outcome"] for row in board.query("FROM resolutions").dicts()] == ["confirmed"]


def test_nothing_changed_is_nothing_to_take_in(board: Board) -> None:
    assert not board.refresh()


def test_a_rejected_extraction_leaves_the_board(board: Board, told: Warehouse) -> None:
    claim = story.TRUCE.claim_id
    told.reject(Feedback(claim_id=claim, reason=FeedbackReason.NOT_AN_ASSERTION, reviewer="Ada"), story.NOW)
    assert board.refresh()
    assert claim not in {row["claim_id"] for row in board.query("FROM claims").dicts()}


def test_a_criterion_shows(board: Board, told: Warehouse) -> None:
    told.agree(Criterion(claim_id=story.OPENS.claim_id, criterion="Delegations meet.", reviewer="Ada"), story.NOW)
    assert board.refresh()
    assert len(board.query("FROM criteria").rows) == 1


def test_it_fills_itself_when_first_asked(settings: Settings, told: Warehouse) -> None:
    assert len(Board.at(settings).query("FROM claims").rows) == 6


def test_questions_take_no_lock(board: Board, settings: Settings) -> None:
    from filelock import FileLock

    with FileLock(settings.warehouse + ".lock"):
        assert len(board.query("FROM claims WHERE kind = $1", ["claim"]).rows) == 2


def test_many_threads_may_ask_while_it_refreshes(board: Board, told: Warehouse) -> None:
    wrong: list[object] = []

    def ask() -> None:
        for _ in range(20):
            found = len(board.query("FROM claims").rows)
            if found != 6:
                wrong.append(found)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for reviewer in ("Ada", "Ben", "Cleo"):
        judge(told, reviewer)
        board.refresh()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_it_leaves_no_file_behind(board: Board, settings: Settings) -> None:
    names = {path.name for path in Path(settings.warehouse).parent.iterdir()}
    assert {name for name in names if not name.endswith(".lock")} == {"foresaid.duckdb"}
