"""What every test stands on: settings of its own in a folder of its own, and nothing of the caller's environment."""

import os
import shutil
from pathlib import Path

import hypothesis
import pytest

from schemas import Settings
from tests import story
from warehouse import Warehouse

# A shared machine pauses for longer than any deadline that would still say something.
# In CI the examples are the same each time, so that a failure is the change's and not the dice's.
hypothesis.settings.register_profile("foresaid", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("foresaid")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FORESAID_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An empty installation: a warehouse and a published copy that do not exist yet."""
    return Settings(
        warehouse=str(tmp_path / "foresaid.duckdb"),
        published_copy=tmp_path / "analyst.duckdb",
        backups=tmp_path / "backups",
    )


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds the story, built once: building it costs more than most tests."""
    path = tmp_path_factory.mktemp("prepared") / "story.duckdb"
    story.fill(Warehouse(path))
    return path


@pytest.fixture
def told(settings: Settings, prepared: Path) -> Warehouse:
    """A warehouse of the test's own that holds the story."""
    shutil.copyfile(prepared, settings.warehouse)
    return Warehouse.at(settings)
