"""How fast the warehouse keeps and answers: `python -m benchmarks.keeping [ARTICLES]`.

Builds a made-up ledger (ten assertions an article), then times each call on it, the best of three where it reads.
Beside the seconds that passed stand those of processors, which a busy machine does not stretch.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from benchmarks import ledger
from benchmarks.ledger import NOW
from schemas import Kind
from warehouse import Filter, Published, Warehouse

ASSERTIONS = 10
FEW = 1000
TODAY = date(2018, 1, 1)


def main(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        house, copy = Warehouse(Path(folder) / "foresaid.duckdb"), Path(folder) / "analyst.duckdb"
        assertions = articles * ASSERTIONS
        _row("making a new file", _took(house.claims))
        _row("writing", _took(lambda: ledger.build(house, articles, 0)), assertions)
        _row("an INSERT for each instead", _took(lambda: _one_by_one(house.path)), FEW)
        _row("publishing", _took(lambda: house.publish(copy, NOW)), assertions)
        _row("checking", _took(house.check), assertions)
        _row("exporting", _took(lambda: sum(1 for _ in house.export())), assertions)
        for name, question in _questions(house, copy).items():
            _row(name, min(_took(question) for _ in range(3)))
        sizes = [f"{path.stat().st_size / 2**20:.1f} MiB" for path in (house.path, copy)]
        sys.stdout.write(f"{articles:,} articles; file {sizes[0]}, copy {sizes[1]}\n")


def _questions(house: Warehouse, copy: Path) -> dict[str, Callable[[], object]]:
    return {
        "what is due": lambda: house.due(TODAY),
        "fifty claims of a source": lambda: house.claims(Filter(source="Ana Sato", kind=Kind.PREDICTION, limit=50)),
        "what is pending": lambda: house.pending("another", "1", 200),
        "the status": lambda: house.status(TODAY),
        "the scores, of the copy": lambda: Published(copy).query("FROM scores"),
    }


def _one_by_one(path: Path) -> None:
    """A few rows of the same table, each by a statement of its own."""
    with duckdb.connect(str(path)) as con:
        rows = con.execute(f"FROM ledger.assertions LIMIT {FEW}").fetchall()
        con.execute("CREATE TEMP TABLE copied AS FROM ledger.assertions LIMIT 0")
        con.executemany(f"INSERT INTO copied VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _took(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds that passed, and seconds of processors."""
    began, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - used


def _row(name: str, took: tuple[float, float], assertions: int = 0) -> None:
    seconds, processors = took
    rate = f"{assertions / seconds:12,.0f} assertions/s" if assertions else ""
    sys.stdout.write(f"{name:28}{seconds:9.3f} s{processors:9.3f} s{rate}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
