"""The desk keeps up with what others write, and goes on when it cannot."""

import logging
import threading
import time
from collections.abc import Callable

import pytest
from filelock import FileLock

from review.desk.app import watch
from review.desk.place import Desk
from schemas import Decision, Outcome, Settings
from tests import story
from warehouse import Warehouse


@pytest.fixture
def desk(settings: Settings, told: Warehouse) -> Desk:
    return Desk.at(settings, lambda: story.NOW)


def watched(desk: Desk, until: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=watch, args=(desk, until, 0.02))
    thread.start()
    return thread


def await_(what: Callable[[], object]) -> None:
    """Wait until something is so; a busy machine takes its time."""
    for _ in range(6000):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come about")


def test_what_others_write_is_taken_in(desk: Desk, told: Warehouse) -> None:
    done = threading.Event()
    thread = watched(desk, done)
    told.decide(Decision(claim_id=story.OPENS.claim_id, outcome=Outcome.CONFIRMED, reviewer="Ben"), story.NOW)
    await_(lambda: desk.board.query("FROM verdicts").rows)
    done.set()
    thread.join()


def test_a_warehouse_that_cannot_be_read_is_looked_at_again(
    settings: Settings, told: Warehouse, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk.at(settings.model_copy(update={"lock_timeout": 0.05}), lambda: story.NOW)
    done = threading.Event()
    with FileLock(settings.warehouse + ".lock"), caplog.at_level(logging.WARNING):
        thread = watched(desk, done)
        await_(lambda: "not up to date" in caplog.text)
    await_(lambda: desk.board.refresh() is False)
    done.set()
    thread.join()
    assert len(desk.board.query("FROM claims").rows) == 6
