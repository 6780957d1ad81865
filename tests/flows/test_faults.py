"""A disk that is full or read-only, and two versions of the program: each ends in a sentence and in a right state.

Processes of their own, since a limit cannot be lifted again. What kills do is tried in tests/benchmarks/test_kills.py,
what happens to a server that dies in test_serving.py, a clock that goes back in tests/warehouse/test_moments.py.
"""

import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from review.exits import Exit
from warehouse import Warehouse, backups

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

ROOT = Path(__file__).parents[2]
ARTICLES = 100
Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("source") / "articles.jsonl", ARTICLES)


def written(path: Path, count: int) -> Path:
    """Articles that take room: figures that cannot be made shorter."""
    path.write_text("".join(json.dumps({"id": f"a{n}", "text": _text(n)}) + "\n" for n in range(count)))
    return path


def _text(number: int) -> str:
    chance = random.Random(number)
    figures = " ".join(f"figure {chance.randrange(10**6)}" for _ in range(2000))
    return f"Round {number} of the talks may begin in spring, the envoy said. Of the {figures}."


def foresaid(folder: Path, *arguments: str, limit: int | None = None) -> Done:
    """Run the command in a folder; with `limit`, no file may become larger than so many bytes."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "FORESAID_WAREHOUSE": "foresaid.duckdb",
        "FORESAID_PUBLISHED_COPY": "analyst.duckdb",
        "FORESAID_BACKUPS": "backups",
        "FORESAID_ACCOUNTS": "accounts.sqlite",
        "FORESAID_DUE_FOLDER": "due",
        "FORESAID_EXTRACTOR": "wordlist",
        "FORESAID_BATCH_SIZE": "10",
    }
    limited = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None
    command = [sys.executable, "-m", "review.cli", *arguments]
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, preexec_fn=limited, check=False
    )


def refused(done: Done, *words: str) -> None:
    """Hold that a command ended in one sentence with these words."""
    assert done.returncode == Exit.REFUSED, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert any(word in done.stderr for word in words), done.stderr


def went_through(done: Done) -> None:
    assert done.returncode in (Exit.DONE, Exit.SOME_FAILED), done.stderr  # a text of figures may not count as English


def sound(folder: Path) -> None:
    assert Warehouse(folder / "foresaid.duckdb").check() == []


def counts(folder: Path) -> tuple[int, ...]:
    asked = "SELECT count(*), count(DISTINCT text) FROM articles"
    return tuple(Warehouse(folder / "foresaid.duckdb").query(asked).rows[0])


def test_files_that_may_not_grow(tmp_path: Path, source: Path) -> None:
    """What a full disk or a quota does, by a limit that any user may set."""
    refused(foresaid(tmp_path, "ingest", str(source), limit=4_200_000), "no room left")
    sound(tmp_path)
    assert counts(tmp_path)[0] < ARTICLES
    went_through(foresaid(tmp_path, "ingest", str(source)))
    assert counts(tmp_path) == (ARTICLES, ARTICLES)
    copy = (tmp_path / "analyst.duckdb").read_bytes()
    for verb in ("publish", "backup"):
        refused(foresaid(tmp_path, verb, limit=1_000_000), "no room left")
    assert (tmp_path / "analyst.duckdb").read_bytes() == copy
    assert backups.backups(tmp_path / "backups") == {}
    sound(tmp_path)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[str], None]]]:
    """A small disk of its own, and how to mount it otherwise; where mounting is not allowed there is none."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(*options: str) -> None:
        subprocess.run(["mount", *options, str(folder)], check=True, capture_output=True)

    try:
        mount("-t", "tmpfs", "-o", "size=5m", "none")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount a disk")
    try:
        yield folder, lambda option: mount("-o", f"remount,{option}")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


Disk = tuple[Path, Callable[[str], None]]


def test_a_disk_that_fills_up(disk: Disk, source: Path) -> None:
    folder, remount = disk
    refused(foresaid(folder, "ingest", str(source)), "no room left")
    remount("size=100m")
    sound(folder)
    assert 0 < counts(folder)[0] < ARTICLES
    went_through(foresaid(folder, "ingest", str(source)))
    assert counts(folder) == (ARTICLES, ARTICLES)
    free = shutil.disk_usage(folder).free
    (folder / "filler").write_bytes(bytes(max(free - 500_000, 0)))
    refused(foresaid(folder, "backup"), "no room left")
    refused(foresaid(folder, "publish"), "no room left")
    (folder / "filler").unlink()
    assert foresaid(folder, "backup").returncode == Exit.DONE
    assert len(backups.backups(folder / "backups")) == 1


@pytest.mark.parametrize("verb", ["ingest", "publish", "backup", "check", "resolve"])
def test_a_disk_that_cannot_be_written(disk: Disk, tmp_path: Path, verb: str) -> None:
    folder, remount = disk
    remount("size=100m")
    went_through(foresaid(folder, "ingest", str(written(tmp_path / "one.jsonl", 1))))
    remount("ro")
    more = {
        "ingest": [str(written(tmp_path / "two.jsonl", 2))],
        "resolve": ["c1_00", "confirmed", "--reviewer", "Ada"],
    }
    refused(foresaid(folder, verb, *more.get(verb, [])), "Read-only file system")
    asked = foresaid(folder, "sql", "SELECT count(*) AS n FROM articles", "--format", "csv")
    assert (asked.returncode, asked.stdout) == (Exit.DONE, "n\n1\n"), "the copy needs no writing"
    remount("rw")
    sound(folder)


def test_a_model_that_is_gone_stops_before_anything_is_read(source: Path, tmp_path: Path) -> None:
    broken = tmp_path / "model"
    shutil.copytree(ROOT / "models" / "minilm", broken, ignore=shutil.ignore_patterns("*.safetensors"))
    with (broken / "model.onnx").open("r+b") as file:
        file.truncate(1_000_000)
    environment = {"FORESAID_EXTRACTOR": "minilm", "FORESAID_MODEL_FOLDER": str(broken)}
    program = (
        f"import os; os.environ.update({environment!r})\nfrom review.cli import main; main(['ingest', {str(source)!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "FORESAID_WAREHOUSE": "foresaid.duckdb"},
    )  # fmt: skip
    refused(done, "cannot be loaded")
    assert not (tmp_path / "foresaid.duckdb").exists()


NEWER = """
import sys
from warehouse import structure
from warehouse.structure import Migration
known = structure.migrations()
later = Migration(len(known) + 1, "9999_later", "CREATE TABLE ledger.later (day DATE);")
structure.migrations = lambda: (*known, later)
structure._comment = lambda con: None
from review.cli import main
main(sys.argv[1:])
"""


def test_two_versions_at_once(tmp_path: Path, source: Path) -> None:
    """A newer version comes in while an older one is at work: that one stops with a sentence and nothing is lost."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "FORESAID_WAREHOUSE": str(tmp_path / "foresaid.duckdb"),
        "FORESAID_PUBLISHED_COPY": str(tmp_path / "analyst.duckdb"),
        "FORESAID_EXTRACTOR": "wordlist",
        "FORESAID_BATCH_SIZE": "2",
    }
    older = subprocess.Popen(
        [sys.executable, "-m", "review.cli", "ingest", str(source)],
        env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    house = Warehouse(tmp_path / "foresaid.duckdb")
    while house.query("SELECT count(*) FROM ledger.batches").rows[0][0] < 3:
        assert older.poll() is None
    newer = subprocess.run(
        [sys.executable, "-c", NEWER, "check"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert newer.stdout == "The warehouse is sound.\n", newer.stderr
    _, said = older.communicate()
    assert older.returncode == Exit.REFUSED
    assert "upgrade foresaid" in said
    assert list(tmp_path.glob("foresaid.before-step-*.duckdb")), "a backup from before"
    again = subprocess.run(
        [sys.executable, "-c", NEWER, "ingest", str(source)],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert again.returncode in (Exit.DONE, Exit.SOME_FAILED)
    asked = subprocess.run(
        [sys.executable, "-c", NEWER, "sql", "SELECT count(*), count(DISTINCT text) FROM articles", "--format", "csv"],
        env=environment, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert asked.stdout.splitlines()[1] == f"{ARTICLES},{ARTICLES}"
