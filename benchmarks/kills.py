"""Whether kills lose or double anything: `python -m benchmarks.kills [--kills 200] [--seed 1]`.

The whole cycle (`cycle`) runs again and again in processes that are killed with SIGKILL at random moments, while new
articles come in each time. In the end it runs once in peace, and the ledger has to equal that of cycles which were
never disturbed: texts, appearances, readings, assertions, verdicts, and the claims that count.
Prints in which stages the kills fell. Exits with 1 if the ledgers differ, if one is not sound, or if the analysts' copy
or the last backup does not hold the same.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks import cycle
from schemas import Settings
from warehouse import Published, Warehouse, backups

ROWS = {
    "texts": "SELECT article_id, text, language FROM ledger.articles",
    "appearances": "SELECT appearance_id, article_id, address, published, published_basis FROM ledger.appearances",
    "readings": "SELECT extraction_id, article_id, model, revision FROM ledger.extractions",
    "assertions": "SELECT extraction_id, claim_id, char_start, char_end, quote, resolve_by FROM ledger.assertions",
    "verdicts": "SELECT claim_id, outcome, reviewer FROM ledger.verdicts",
    "claims": "SELECT claim_id, quote, state, outcome FROM claims",
}
RECENT = 4
"""Sources of before that a cycle is given again, as a feed lists what is not quite new."""
PATIENCE = 900.0
"""Seconds after which a cycle in peace counts as stuck."""


def main(kills: int, seed: int) -> list[str]:
    """Run both ledgers and say what is wrong; nothing, if all is well."""
    with tempfile.TemporaryDirectory() as folder:
        sources = cycle.written(Path(folder) / "articles", kills + 1)
        whole, broken = (cycle.installation(Path(folder) / name) for name in ("whole", "broken"))
        fell = disturbed(sources, broken, random.Random(seed))
        for settings in (whole, broken):
            undisturbed(sources, settings)
        sys.stdout.writelines(f"{stage:10}{fell[stage]:5}\n" for stage in cycle.STAGES)
        return [*differences(whole, broken), *faults(broken)]


def disturbed(sources: Sequence[str], settings: Settings, chance: random.Random) -> "Counter[str]":
    """Cycles with one new source each beside the last ones, all of them killed; in which stage how many fell."""
    length = min(undisturbed(sources[:1], settings) for _ in range(2))  # the first one also makes the files
    fell: Counter[str] = Counter()
    for number in range(1, len(sources)):
        fell[killed(sources[max(0, number - RECENT) : number + 1], settings, chance.uniform(0, length))] += 1
    return fell


def undisturbed(sources: Sequence[str], settings: Settings) -> float:
    """One cycle in peace; the seconds that it took. Raises `RuntimeError` where it fails or is stuck."""
    began = time.monotonic()
    process = cycle.started(sources, settings)
    process.join(PATIENCE)
    if process.exitcode != 0:
        process.kill()
        raise RuntimeError(f"a cycle that nobody disturbed ended with {process.exitcode} in {cycle.stage(settings)!r}")
    return time.monotonic() - began


def killed(sources: Sequence[str], settings: Settings, seconds: float) -> str:
    """One cycle that is killed after some seconds; the stage that it was in. Raises `RuntimeError` where it fails."""
    process = cycle.started(sources, settings)
    process.join(seconds)
    if process.exitcode not in (None, 0):
        raise RuntimeError(f"a cycle after a kill ended with {process.exitcode} in {cycle.stage(settings)!r}")
    process.kill()
    process.join()
    return cycle.stage(settings)


def differences(whole: Settings, broken: Settings) -> list[str]:
    """The kinds of rows in which two ledgers differ."""
    here, there = (Warehouse.at(settings) for settings in (whole, broken))
    pairs = ((name, _rows(here, sql), _rows(there, sql)) for name, sql in ROWS.items())
    return [f"{name}: {len(one)} rows, {len(other)} after the kills" for name, one, other in pairs if one != other]


def faults(settings: Settings) -> list[str]:
    """What is wrong with a ledger, its copy and its last backup."""
    house, place = Warehouse.at(settings), Path(settings.warehouse).with_name("restored.duckdb")
    backups.restore(backups.newest(settings.backups), place, settings.lock_timeout)
    restored = settings.model_copy(update={"warehouse": str(place)})
    found = [problem.message for problem in house.check()]
    found += [f"the last backup: {said}" for said in differences(settings, restored)]
    if len(Published(settings.published_copy).claims().rows) != len(house.claims().rows):
        found.append("the analysts' copy does not hold what the ledger holds")
    left = [path.name for path in settings.backups.iterdir() if path.is_dir() and path.name.startswith(".")]
    return [*found, *(f"{name} was left behind" for name in left)]


def _rows(house: Warehouse, sql: str) -> list[str]:
    return sorted(map(repr, house.query(sql).rows))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="of the moments at which it is killed")
    given = parser.parse_args()
    wrong = main(given.kills, given.seed)
    sys.stdout.writelines(
        f"{line}\n" for line in wrong or ["Nothing lost, nothing twice; copy and last backup hold it."]
    )
    sys.exit(bool(wrong))
