from pathlib import Path

import pytest

from tests.review.conftest import Run
from warehouse import Warehouse

pytestmark = pytest.mark.slow


def test_the_demo_goes_from_articles_to_a_score(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--folder", str(tmp_path))
    assert done.exit_code == 0
    assert "20 new articles" in done.stdout
    assert "nothing failed" in done.stdout
    assert "Verdict: " in done.stdout
    house = Warehouse(tmp_path / "foresaid.duckdb")
    assert len(house.query("FROM scored").rows) == 1
    assert house.check() == []


def test_a_second_demo_starts_afresh(run: Run, tmp_path: Path) -> None:
    run("demo", "--folder", str(tmp_path))
    assert "20 new articles" in run("demo", "--folder", str(tmp_path)).stdout
