"""How the warehouse grows: `python -m benchmarks.growth [--claims 10000 100000 1000000]`.

Fills a warehouse of each size with made-up articles of ten assertions (`benchmarks.ledger`): the first 10,000 claims
through the same calls as an ingest, the others as those rows again under other ids (`multiply.sql`), so that the files
pack better than real ones. Then each action is taken once; two hundred articles more say what an ingest costs at that
size. Each size has a process of its own. Printed are seconds of processors, which a busy machine does not stretch, the
peak of memory in megabytes, and by how much the time grows for every tenfold of claims: 10 is as the data does, 1 is
not at all.
"""

import argparse
import json
import math
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import duckdb

from benchmarks import ledger
from benchmarks.ledger import NOW
from warehouse import Board, Filter, Published, Warehouse
from warehouse.door import door_to

CALLED = 10_000
"""Claims that are written through the calls of an ingest."""
SIZES = (10_000, 100_000, 1_000_000)
ASSERTIONS = 10
JUDGED = 40
BATCH = 200
"""Articles of a further batch, as an ingest has them."""
TODAY = date(2018, 1, 1)
PAST = date(2020, 6, 1)
GROWS_LIKE_DATA = 10 * 1.5
"""Per tenfold; more is marked, since measuring is not exact."""


@dataclass(frozen=True)
class Taken:
    """What an action took: seconds of processors, and the most memory meanwhile, in megabytes."""

    seconds: float
    peak: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        with tempfile.TemporaryDirectory() as folder:
            found = {name: asdict(taken) for name, taken in measured(Path(folder), asked.measure).items()}
        sys.stdout.write(json.dumps(found))
    else:
        sys.stdout.write("\n".join(table({claims: _apart(claims) for claims in sorted(asked.claims)})) + "\n")


def measured(folder: Path, claims: int) -> dict[str, Taken]:
    """Fill a warehouse in an empty folder, and take each action on it once."""
    house, copy = Warehouse(folder / "foresaid.duckdb"), folder / "analyst.duckdb"
    articles = min(claims, CALLED) // ASSERTIONS
    found = {f"ingest of {CALLED:,} claims": _taken(lambda: ledger.build(house, articles, JUDGED))}
    multiply(house.path, claims // CALLED)
    found |= {name: _taken(action) for name, action in _actions(house, copy, articles).items()}
    sizes = {"the file, in megabytes": house.path, "the published copy, in megabytes": copy}
    return found | {name: Taken(path.stat().st_size / 1e6, 0) for name, path in sizes.items()}


def multiply(path: Path, times: int) -> None:
    """Make a warehouse so many times as large."""
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TEMP TABLE times AS SELECT number FROM range(1, $1) AS numbers(number)", [times])
        con.execute(Path(__file__).with_name("multiply.sql").read_text("utf-8"))


def _actions(house: Warehouse, copy: Path, articles: int) -> dict[str, Callable[[], object]]:
    board = Board(door_to(house.path, lock_timeout=60))
    queue = "FROM queue_for('Ben', $1) WHERE part = 'overdue' ORDER BY worth DESC, claim_id LIMIT 20"
    return {
        f"ingest, {BATCH} articles more": lambda: ledger.build_more(house, articles, BATCH),
        f"what is pending, {BATCH}": lambda: house.pending("another", "1", BATCH),
        "check": house.check,
        "publish": lambda: house.publish(copy, NOW),
        "status": lambda: house.status(TODAY),
        "due": lambda: house.due(TODAY),
        "queue, of the copy": lambda: Published(copy).query(queue, [TODAY]),
        "search, of the copy": lambda: Published(copy).claims(Filter(words="the rebels might", limit=50)),
        "as_of, of the copy": lambda: Published(copy).query("SELECT count(*), count(outcome) FROM as_of($1)", [PAST]),
        "scores, of the copy": lambda: Published(copy).query("FROM scores"),
        "the desk's board, filled": board.refresh,
        "queue, on the board": lambda: board.query(queue, [TODAY]),
        "scores, on the board": lambda: board.query("FROM scores"),
    }


def table(sizes: dict[int, dict[str, Taken]]) -> list[str]:
    """The lines of the report: an action a line, a size a column, and the growth between each two sizes."""
    names = list(next(iter(sizes.values())))
    width = max(map(len, names))
    head = "".join(f"{f'{claims:,} claims':>26}" for claims in sizes) + "   per tenfold"
    lines = [f"{'':{width}}{head}"]
    for name in names:
        taken = [of[name] for of in sizes.values()]
        cells = "".join(f"{one.seconds:16.2f}{_megabytes(one.peak)}" for one in taken)
        steps = (_per_tenfold(*step) for step in pairwise(zip(sizes, taken, strict=True)))
        lines.append(f"{name:{width}}{cells}   {'  '.join(steps)}")
    return lines


def _megabytes(peak: float) -> str:
    return f"{peak:7.0f} MB" if peak else " " * 10


def _per_tenfold(one: tuple[int, Taken], other: tuple[int, Taken]) -> str:
    tenfolds = math.log10(other[0] / one[0])
    growth = (max(other[1].seconds, 0.01) / max(one[1].seconds, 0.01)) ** (1 / tenfolds)
    return f"{growth:6.1f}{' !' if growth > GROWS_LIKE_DATA else '  '}"


def _apart(claims: int) -> dict[str, Taken]:
    """What is measured in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", "--measure", str(claims)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return {name: Taken(**taken) for name, taken in json.loads(done.stdout).items()}


def _taken(action: Callable[[], object]) -> Taken:
    forget_peak()
    began = time.process_time()
    action()
    return Taken(time.process_time() - began, peak())


def forget_peak() -> None:
    """Let the peak of memory begin anew; where the system cannot, it is that of everything before as well."""
    reset = Path("/proc/self/clear_refs")
    if reset.exists():
        reset.write_text("5")


def peak() -> float:
    """The most memory that this process has used since then, in megabytes."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    if found:
        return int(found[1]) / 1e3
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
