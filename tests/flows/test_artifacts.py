import pytest

from flows.report import of_failures
from schemas import Failure, FailureStage

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


def test_failures_are_shown_with_reasons_and_without_markup() -> None:
    from flows.artifacts import reasons

    message = "[a](javascript:x) `b` <img> holds no text; there is nothing to read."
    shown = reasons(of_failures([Failure(address="a", stage=FailureStage.READ, reason="empty", message=message)] * 3))
    assert "| `empty` | 3 |" in shown
    assert "\\[a\\](javascript:x) \\`b\\` \\<img\\>" in shown


def test_nothing_is_said_in_so_many_words() -> None:
    from flows.artifacts import counts, reasons
    from flows.report import Report

    assert reasons(Report()) == "Nothing failed."
    assert counts(Report()) == [{"what": "nothing new", "how many": 0}]
    assert counts(Report(articles=2, failed=1)) == [
        {"what": "new texts", "how many": 2},
        {"what": "failed", "how many": 1},
    ]
