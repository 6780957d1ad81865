import threading
from pathlib import Path

import pytest

from schemas import Criterion, Decision, Feedback, FeedbackReason, Outcome, Settings
from tests import story
from warehouse import Board, Warehouse

VIEWS = ("claims", "predictions", "articles", "sources", "timeline", "resolutions", "verdicts", "criteria", "agreement")


@pytest.fixture
def board(settings: Settings, told: Warehouse) -> Board:
    board = Board.at(settings)
    board.refresh()
    return board


def judge(told: Warehouse, reviewer: str = "Ada", outcome: Outcome = Outcome.CONFIRMED) -> None:
    told.decide(Decision(claim_id=story.OPENS.claim_id, outcome=outcome, reviewer=reviewer), story.NOW)


def rows(place: Board | Warehouse, view: str) -> list[str]:
    return sorted(map(repr, place.query(f"FROM {view}").rows))


@pytest.mark.parametrize("view", VIEWS)
def test_it_answers_what_the_warehouse_answers(board: Board, told: Warehouse, view: str) -> None:
    judge(told)
    judge(told, "Ben", Outcome.WRONG)
    board.refresh()
    assert rows(board, view) == rows(told, view)


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
