"""The lock in front of the file: who waits, who is told, and what is undone."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import pytest

from schemas.errors import SettingsError, WarehouseBusy, WarehouseUnusable
from tests.warehouse.samples import NOW, RUN, article
from warehouse import Warehouse
from warehouse.door import FileDoor
from warehouse.turnstile import Turnstile


def test_who_waits_too_long_is_told(house: Warehouse) -> None:
    with Turnstile(house.path, timeout=1).held(), pytest.raises(WarehouseBusy, match=r"0\.05 seconds"):
        Warehouse(house.path, lock_timeout=0.05).claims()


def test_who_waits_gets_a_turn_before_the_busy_one(house: Warehouse) -> None:
    turns: list[str] = []
    lock = Turnstile(house.path, timeout=20)
    arrived = threading.Event()

    def guest() -> None:
        arrived.set()
        with Turnstile(house.path, timeout=20).held():
            turns.append("guest")

    with lock.held():
        waiting = threading.Thread(target=guest)
        waiting.start()
        arrived.wait()
        time.sleep(0.2)  # the guest stands in the queue by now
    for _ in range(3):
        with lock.held():
            turns.append("busy")
    waiting.join()
    assert turns[0] == "guest"


def test_a_file_that_another_program_holds_is_said_to_be_busy(house: Warehouse) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import duckdb; c = duckdb.connect({str(house.path)!r}); print(1, flush=True); input()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(WarehouseBusy, match="Another program"):
            house.claims()
    finally:
        holder.communicate(b"\n")
    assert house.claims().rows == ()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WarehouseUnusable, match="FORESAID_WAREHOUSE"):
        Warehouse(tmp_path / "file" / "foresaid.duckdb").claims()


@pytest.mark.parametrize("failing", ["SELECT error('no')", "nonsense"])
def test_what_fails_half_way_is_undone(house: Warehouse, failing: str) -> None:
    def fail() -> None:
        with FileDoor(house.path, lock_timeout=5).writing() as con:
            con.execute("INSERT INTO ledger.batches (batch_id) VALUES ('b1')")
            con.execute(failing)

    with pytest.raises(WarehouseUnusable):
        fail()
    assert house.query("SELECT count(*) FROM ledger.batches").rows == ((0,),)


def test_a_reading_connection_cannot_write(house: Warehouse) -> None:
    with pytest.raises(WarehouseUnusable, match="read-only"), FileDoor(house.path, 5).reading() as con:
        con.execute("DELETE FROM ledger.batches")


def test_threads_of_one_process_take_turns(house: Warehouse) -> None:
    threads = [
        threading.Thread(target=lambda number=number: house.add_articles(f"b{number}", [article(number)], RUN, NOW))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert house.query("SELECT count(*) FROM articles").rows == ((8,),)


def test_nothing_is_left_open(house: Warehouse) -> None:
    house.add_articles("b1", [article()], RUN, NOW)
    with duckdb.connect(str(house.path)) as con:
        con.execute("CREATE TABLE scratch (a INTEGER)")
    assert not house.path.with_name(house.path.name + ".wal").exists()


def test_a_file_that_went_away_is_made_again(house: Warehouse) -> None:
    house.claims()
    house.path.unlink()
    assert house.claims().rows == ()


def test_a_lake_needs_a_postgres_catalogue() -> None:
    with pytest.raises(SettingsError, match="ducklake:postgres:"):
        Warehouse("ducklake:sqlite:lake.sqlite")
