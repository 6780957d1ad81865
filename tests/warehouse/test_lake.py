"""The same ledger in a DuckLake: a Postgres of the test's own holds the catalogue, a folder the data.

Needs Postgres' programs and DuckDB's extensions (development dependencies); skipped where either is missing.
"""

import importlib.util
import multiprocessing
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from schemas import Outcome
from schemas.errors import VerdictRefused, WarehouseUnusable
from tests.warehouse import workers
from tests.warehouse.samples import DAY, NOW, article, claim, decision, keep, prediction, reading
from tests.warehouse.workers import ARTICLES
from warehouse import Published, Warehouse

EXTENSIONS = ("ducklake", "postgres_scanner")
WRITERS, BATCHES, VERDICTS = 3, 2, 8
STORY = article(1)
SAID = prediction(STORY, 0)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("initdb"), reason="Postgres is not installed"),
    pytest.mark.skipif(
        any(importlib.util.find_spec(f"duckdb_extension_{name}") is None for name in EXTENSIONS),
        reason="DuckDB's extensions are not installed",
    ),
]


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A Postgres that listens on a socket in its own folder only; its connection string."""
    with tempfile.TemporaryDirectory(prefix="foresaid-") as name:  # pytest's own folders are too deep for a socket
        folder = Path(name)
        _run_postgres(folder, "initdb", "--username=foresaid", "--auth=trust")
        only_here = f"-c listen_addresses= -c unix_socket_directories={folder}"
        _run_postgres(folder, "pg_ctl", "start", "--wait", "-o", only_here)
        try:
            yield f"dbname=postgres user=foresaid host={folder}"
        finally:
            _run_postgres(folder, "pg_ctl", "stop", "--wait", "--mode=fast")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder in which DuckDB's extensions are installed, as a person would once."""
    home = tmp_path_factory.mktemp("home")
    with duckdb.connect(config={"home_directory": str(home)}) as con:
        for name in EXTENSIONS:
            spec = importlib.util.find_spec(f"duckdb_extension_{name}")
            assert spec is not None
            assert spec.origin is not None
            (file,) = Path(spec.origin).parent.rglob("*.duckdb_extension")
            con.execute(f"INSTALL '{file}'")
    return home


@pytest.fixture
def place(postgres: str, home: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a lake of the test's own."""
    monkeypatch.setenv("HOME", str(home))
    name = f"lake_{abs(hash(request.node.name))}"
    subprocess.run(["psql", "-qd", postgres, "-c", f"CREATE DATABASE {name}"], check=True)
    return f"ducklake:postgres:{postgres.replace('dbname=postgres', f'dbname={name}')}"


@pytest.fixture
def lake(place: str, tmp_path: Path) -> Warehouse:
    return Warehouse(place, lock_timeout=60, lake_data=str(tmp_path / "data"))


def _run_postgres(folder: Path, program: str, *arguments: str) -> None:
    """Postgres refuses to be run by root, who then lends the folder to another user."""
    command = [program, "-D", str(folder / "data"), *arguments]
    user = None
    if os.geteuid() == 0:
        user = "nobody"
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    with (folder / "log").open("a") as log:
        subprocess.run(command, check=True, stdout=log, stderr=log, user=user, cwd=folder)


def test_the_whole_way_of_a_prediction(lake: Warehouse, tmp_path: Path) -> None:
    keep(lake, STORY, reading(STORY, SAID, claim(STORY, 1)))
    keep(lake, STORY, reading(STORY, SAID, claim(STORY, 1)))
    assert [row["reason"] for row in lake.due(DAY + timedelta(days=40)).dicts()] == ["overdue"]
    lake.decide(decision(SAID, Outcome.LATE), NOW)
    lake.decide(decision(SAID, Outcome.WRONG), NOW)
    with pytest.raises(VerdictRefused):
        lake.decide(decision(claim(STORY, 1)), NOW)
    assert lake.query("SELECT name, n, wrong FROM scores WHERE dimension = 'author'").rows == (("Ines Carrow", 1, 1),)
    assert lake.check() == []
    assert lake.status(date(2017, 3, 1)).predictions == 1
    lake.publish(tmp_path / "analyst.duckdb", NOW)
    copy = Published(tmp_path / "analyst.duckdb")
    assert copy.claims() == lake.claims()
    assert copy.query("SELECT count(*) FROM duckdb_columns() WHERE NOT internal AND comment IS NULL").rows == ((0,),)


def test_several_write_at_once_while_one_settles(lake: Warehouse, place: str) -> None:
    lake.claims()
    workers.write(place, 0, 0)
    with ProcessPoolExecutor(WRITERS + 1, mp_context=multiprocessing.get_context("spawn")) as pool:
        writing = [pool.submit(workers.write_all, place, writer, BATCHES) for writer in range(1, WRITERS + 1)]
        settling = pool.submit(workers.settle_all, place, VERDICTS)
        for work in (*writing, settling):
            work.result()
    articles = (WRITERS * BATCHES + 1) * ARTICLES
    assert lake.query("SELECT count(*) FROM articles").rows == ((articles,),)
    assert lake.query("SELECT count(*) FROM predictions WHERE state = 'resolved'").rows == ((VERDICTS,),)
    assert lake.check() == []


def test_a_new_lake_has_to_be_told_where_its_data_go(place: str) -> None:
    with pytest.raises(WarehouseUnusable, match="FORESAID_LAKE_DATA"):
        Warehouse(place).claims()


def test_a_lake_that_is_not_there_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home))
    with pytest.raises(WarehouseUnusable) as error:
        Warehouse("ducklake:postgres:host=/nowhere dbname=x password=secret").claims()
    assert "secret" not in str(error.value)
