"""Floors on labelled documents: both ends of the interval right, and no date where the labeller saw none."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.intervals import count

LABELLED = Path(__file__).parents[4] / "shared" / "gold"


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the labelled documents are not here")
@pytest.mark.parametrize(
    ("folder", "right", "invented"), [("train", 0.95, 0.03), ("own", 0.91, 0.14), ("dev", 0.84, 0.03)]
)
def test_floor(folder: str, right: float, invented: float) -> None:
    counts: Counter[str] = Counter()
    for path in sorted((LABELLED / folder).glob("*.json")):
        count(json.loads(path.read_text()), counts)
    assert counts["dated right"] / counts["dated"] >= right
    assert counts["invented"] / counts["undated"] <= invented
