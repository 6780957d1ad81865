"""A warehouse of the test's own. Making one costs half a second, so each test gets a copy of one that is empty."""

import shutil
from pathlib import Path

import pytest

from warehouse import Warehouse


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    Warehouse(path).claims()
    return path


@pytest.fixture
def house(tmp_path: Path, empty: Path) -> Warehouse:
    path = tmp_path / "foresaid.duckdb"
    shutil.copyfile(empty, path)
    return Warehouse(path, lock_timeout=20)
