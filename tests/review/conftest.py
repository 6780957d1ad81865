"""The command as a person runs it, in an installation of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from review.cli import main
from schemas import Settings
from tests.review import story
from warehouse import Warehouse

Run = Callable[..., Result]


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `foresaid` with these arguments against the test's own installation."""
    monkeypatch.setenv("FORESAID_WAREHOUSE", settings.warehouse)
    monkeypatch.setenv("FORESAID_PUBLISHED_COPY", str(settings.published_copy))

    def run(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, [*map(str, arguments)], input=stdin)

    return run


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds the story, built once: building it costs more than most tests."""
    path = tmp_path_factory.mktemp("prepared") / "story.duckdb"
    story.fill(Warehouse(path))
    return path


@pytest.fixture
def house(settings: Settings, prepared: Path) -> Warehouse:
    """A warehouse of the test's own that holds the story."""
    shutil.copyfile(prepared, settings.warehouse)
    return Warehouse.at(settings)
