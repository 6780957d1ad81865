"""The whole cycle, killed at random moments. `python -m benchmarks.kills --kills 200` is the same at length."""

import pytest

from benchmarks import cycle, kills
from schemas import Settings
from warehouse import Warehouse

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def test_kills_lose_and_double_nothing() -> None:
    assert kills.main(8, seed=20170127) == []


def test_a_loss_would_be_seen(settings: Settings, told: Warehouse) -> None:
    other = settings.model_copy(update={"warehouse": settings.warehouse + ".other"})
    assert kills.differences(settings, settings) == []
    assert {said.partition(":")[0] for said in kills.differences(settings, other)} == kills.ROWS.keys() - {"verdicts"}


def test_a_cycle_that_fails_is_said(tmp_path: object, settings: Settings) -> None:
    broken = settings.model_copy(update={"extractor": "minilm", "model_folder": settings.published_copy})
    with pytest.raises(RuntimeError, match="ended with 1 in 'starting'"):
        kills.undisturbed([], broken)
    assert cycle.stage(broken) == "starting"
