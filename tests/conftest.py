"""What every test stands on: settings of its own in a folder of its own, and nothing of the caller's environment."""

import os
from pathlib import Path

import hypothesis
import pytest

from schemas import Settings

# A shared machine pauses for longer than any deadline that would still say something.
hypothesis.settings.register_profile("foresaid", deadline=None)
hypothesis.settings.load_profile("foresaid")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FORESAID_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty installation: a warehouse and a published copy that do not exist yet."""
    return Settings(warehouse=str(tmp_path / "foresaid.duckdb"), published_copy=tmp_path / "analyst.duckdb")
