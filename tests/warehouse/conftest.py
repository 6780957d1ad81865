"""A warehouse of the test's own. Making one costs half a second, so each test gets a copy of one made before."""

import shutil
from pathlib import Path

import pytest

from warehouse import Warehouse


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file without content."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    Warehouse(path).claims()
    return path


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Warehouse:
    """A warehouse for a module to fill once; its tests work on copies of it."""
    return Warehouse(shutil.copyfile(empty, tmp_path_factory.mktemp("module") / "foresaid.duckdb"))


@pytest.fixture
def house(tmp_path: Path, empty: Path) -> Warehouse:
    """An empty warehouse of the test's own."""
    return Warehouse(shutil.copyfile(empty, tmp_path / "foresaid.duckdb"), lock_timeout=20)
