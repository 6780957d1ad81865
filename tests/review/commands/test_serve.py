"""What `foresaid serve` refuses before it keeps any schedule; tests/flows/test_serving.py tries the serving itself."""

from pathlib import Path

import pytest

from review.exits import Exit
from tests.review.conftest import Run


def test_an_unknown_time_zone_is_a_usage_error(run: Run) -> None:
    done = run("serve", "--timezone", "Mars/Olympus")
    assert (done.exit_code, "Europe/Vienna" in done.stderr) == (Exit.USAGE, True)


def test_a_missing_model_is_said_at_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORESAID_MODEL_FOLDER", str(tmp_path))
    done = run("serve")
    assert (done.exit_code, "There is no model in" in done.stderr) == (Exit.REFUSED, True)
