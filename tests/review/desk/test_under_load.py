"""Several reviewers and ingesting processes at once, and a desk that is killed. For longer: benchmarks/desk.py."""

from pathlib import Path

import pytest

from benchmarks.desk import Seen, lost, prepared, under_load
from warehouse import Warehouse

pytestmark = pytest.mark.slow

ENOUGH = 8  # verdicts of each reviewer
LONGEST = 200.0  # seconds


def enough(seen: dict[str, Seen], elapsed: float) -> bool:
    return elapsed > LONGEST or all(len(what.accepted) >= ENOUGH for what in seen.values())


def test_no_acknowledged_verdict_is_lost_and_no_page_tells_of_locks(tmp_path: Path) -> None:
    settings = prepared(tmp_path, articles=60)
    seen = under_load(settings, tmp_path, enough)
    assert all(len(what.accepted) >= ENOUGH for what in seen.values())
    assert [trouble for what in seen.values() for trouble in what.troubles] == []
    assert lost(settings, seen) == []
    house = Warehouse.at(settings)
    assert house.check() == []
    assert house.query("SELECT count(*) > 60 FROM articles").rows == ((True,),)
