"""Several processes at once, and processes that are killed: nothing lost, nothing twice, nobody sees a lock."""

import multiprocessing
import random
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from tests.warehouse import workers
from tests.warehouse.samples import NOW
from tests.warehouse.workers import ARTICLES
from warehouse import Published, Warehouse

pytestmark = pytest.mark.slow

WRITERS, BATCHES, VERDICTS, READS = 4, 12, 40, 60
KILLS = 10


def test_four_write_while_one_settles_and_one_reads_the_copy(house: Warehouse, tmp_path: Path) -> None:
    copy = tmp_path / "published" / "analyst.duckdb"
    house.publish(copy, NOW)
    workers.write_all(house.path, 0, VERDICTS // ARTICLES)
    began = time.monotonic()
    with ProcessPoolExecutor(WRITERS + 3, mp_context=multiprocessing.get_context("spawn")) as pool:
        writing = [pool.submit(workers.write_all, house.path, writer, BATCHES) for writer in range(1, WRITERS + 1)]
        settling = pool.submit(workers.settle_all, house.path, VERDICTS)
        publishing = pool.submit(workers.publish_all, house.path, copy, 5)
        reading = pool.submit(workers.read_copy, copy, READS)
        for work in (*writing, publishing):
            work.result()
        took = sorted(settling.result())
        had = reading.result()
    elapsed = time.monotonic() - began
    assert had == sorted(had), "a copy was replaced by an older one"
    articles = WRITERS * BATCHES * ARTICLES + VERDICTS
    assert house.query("SELECT count(*) FROM articles").rows == ((articles,),)
    assert house.query("SELECT count(*) FROM predictions").rows == ((2 * articles,),)
    assert house.query("SELECT count(*) FROM predictions WHERE state = 'resolved'").rows == ((VERDICTS,),)
    assert house.check() == []
    assert took[-1] < elapsed / 4, f"a verdict waited {took[-1]:.1f} of {elapsed:.1f} seconds: writers got in before it"
    house.publish(copy, NOW)
    assert Published(copy).query("SELECT count(*) FROM articles").rows == ((articles,),)


def test_kills_lose_nothing_that_was_acknowledged_and_a_retry_adds_nothing_twice(house: Warehouse) -> None:
    chance = random.Random(20170127)
    batches = 25
    heard = -1
    for _ in range(KILLS):
        heard = max(heard, _write_until_killed(house.path, batches, chance.uniform(0.1, 2.5)))
        assert house.check() == []
        assert set(range(heard + 1)) <= _batches_in(house)
    workers.write_all(house.path, 1, batches)
    assert house.query("SELECT count(*) FROM articles").rows == ((batches * ARTICLES,),)
    assert house.query("SELECT count(*) FROM predictions").rows == ((2 * batches * ARTICLES,),)
    assert house.query("SELECT count(*) FROM appearances").rows == ((batches * ARTICLES,),)
    assert house.check() == []


def _write_until_killed(path: Path, batches: int, seconds: float) -> int:
    """Let a writer run, kill it some time after its first word, and say which batch it acknowledged last."""
    command = [sys.executable, "-m", "tests.warehouse.workers", str(path), str(batches)]
    root = Path(__file__).parents[2]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.kill()
    said = [first, *writer.communicate()[0].splitlines(keepends=True)]
    return max(int(line) for line in said if line.endswith("\n"))


def _batches_in(house: Warehouse) -> set[int]:
    """The batches of the killed writer of which both parts are in."""
    rows = house.query("SELECT batch_id FROM ledger.batches WHERE content = 'extractions'").rows
    return {int(batch_id.rsplit("_", 1)[1]) for (batch_id,) in rows}
