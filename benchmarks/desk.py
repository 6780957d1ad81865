"""How quick the desk is with many claims, and whether it loses a verdict under load or when it is killed.

    python -m benchmarks.desk [--articles 10000] [--seconds 120]

Prints the time to load each page of a ledger of ten claims an article, then what three reviewers see who judge without
a pause while two processes ingest, and what the ledger holds after the desk was killed in the middle of it.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import httpx

from benchmarks.ledger import build, made_up_texts
from benchmarks.serving import as_environment, serving
from review.desk.people import People, Role
from schemas import Settings
from warehouse import Warehouse

DAY = "2018-06-01"
REVIEWERS = ("Ada", "Ben", "Cleo")
INGESTING = 2
LOADS = 40
PAGES = (
    "/", "/?part=later", "/?part=later&words=accord", "/claims", "/claims?words=the+rebels+might",
    "/claims?source=Ana+Sato", "/scores", "/scorecard?dimension=source&name=Ana+Sato", "/timeline?words=accord",
    "/agreement",
)  # fmt: skip
PATIENCE = 60.0  # seconds for one answer


@dataclass
class Seen:
    """What one reviewer saw: the verdicts that were accepted, how long each took, and every answer that was not one."""

    accepted: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


def visitor(address: str, settings: Settings, name: str) -> httpx.Client:
    """A browser without scripts in which somebody is signed in."""
    client = httpx.Client(base_url=address, timeout=PATIENCE)
    link = People(settings.accounts).link_for(name, datetime.fromisoformat(DAY).replace(tzinfo=UTC))
    client.get(f"/enter/{link}")
    return client


def page_times(client: httpx.Client, path: str) -> list[float]:
    """Seconds that each of some loads of a page took."""
    taken = []
    for _ in range(LOADS):
        start = time.perf_counter()
        client.get(path).raise_for_status()
        taken.append(time.perf_counter() - start)
    return taken


def judge_all(client: httpx.Client, done: threading.Event, seen: Seen) -> None:
    """Judge whatever the queue shows, one after another, until told to stop or the desk is gone."""
    while not done.is_set():
        try:
            _judge_next(client, seen)
        except httpx.TransportError:
            return


def _judge_next(client: httpx.Client, seen: Seen) -> None:
    shown = client.get("/?part=overdue")
    claim = re.search(r'action="/claims/(c1_[0-9a-f]+)/verdict"', shown.text)
    token = re.search(r'name="form_token" value="([^"]+)"', shown.text)
    if not (claim and token):
        seen.troubles.append(f"queue: {shown.status_code}")
        return
    start = time.perf_counter()
    answer = client.post(f"/claims/{claim[1]}/verdict", data={"form_token": token[1], "outcome": "confirmed"})
    if answer.status_code == httpx.codes.SEE_OTHER:
        seen.accepted.append(claim[1])
        seen.seconds.append(time.perf_counter() - start)
    else:
        seen.troubles.append(f"verdict: {answer.status_code}")


@contextmanager
def ingesting(settings: Settings, folder: Path) -> Iterator[None]:
    """Two processes that ingest new articles in small batches meanwhile."""
    variables = as_environment(settings) | {"FORESAID_EXTRACTOR": "wordlist", "FORESAID_BATCH_SIZE": "20"}
    processes = []
    for number in range(INGESTING):
        place = folder / f"new-{number}"
        made_up_texts(place, seed=number)
        command = [sys.executable, "-m", "review.cli", "ingest", str(place)]
        processes.append(subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.DEVNULL))
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
            process.wait()


def under_load(
    settings: Settings, folder: Path, is_enough: Callable[[dict[str, Seen], float], bool]
) -> dict[str, Seen]:
    """What each reviewer saw while others ingested, until it was enough and the desk was killed."""
    seen = {name: Seen() for name in REVIEWERS}
    done = threading.Event()
    with serving(settings, DAY) as served, ingesting(settings, folder):
        threads = [
            threading.Thread(target=judge_all, args=(visitor(served.address, settings, name), done, seen[name]))
            for name in REVIEWERS
        ]
        for thread in threads:
            thread.start()
        start = time.monotonic()
        while not is_enough(seen, time.monotonic() - start):
            time.sleep(0.1)
        served.process.kill()  # in the middle of whatever it was doing
        done.set()
        for thread in threads:
            thread.join()
    return seen


def lost(settings: Settings, seen: dict[str, Seen]) -> list[str]:
    """Verdicts that the desk had acknowledged and that the ledger does not hold."""
    rows = Warehouse.at(settings).query("SELECT claim_id, reviewer FROM verdicts").rows
    kept = {(str(claim), str(name)) for claim, name in rows}
    return [claim for name, what in seen.items() for claim in what.accepted if (claim, name) not in kept]


def prepared(folder: Path, articles: int) -> Settings:
    """A ledger of made-up articles, and an account for each reviewer."""
    settings = Settings(
        warehouse=str(folder / "foresaid.duckdb"),
        published_copy=folder / "analyst.duckdb",
        accounts=folder / "accounts.sqlite",
    )
    build(Warehouse.at(settings), articles, judged=min(300, articles))
    for name in REVIEWERS:
        People(settings.accounts).add(name, Role.REVIEWER, None, datetime.now(UTC))
    return settings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=120)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = prepared(Path(folder), asked.articles)
        print(f"{10 * asked.articles:,} claims; milliseconds to load a page, {LOADS} times each")
        with serving(settings, DAY) as served:
            client = visitor(served.address, settings, "Ada")
            for path in PAGES:
                print(f"  {path:42} {_milliseconds(page_times(client, path))}")
        seen = under_load(settings, Path(folder), lambda _, elapsed: elapsed > asked.seconds)
        taken = [second for what in seen.values() for second in what.seconds]
        troubles = [trouble for what in seen.values() for trouble in what.troubles]
        print(f"{len(taken):,} verdicts accepted in {asked.seconds:g} s of three reviewers and two ingesting processes")
        print(f"  a verdict {_milliseconds(taken)}")
        print(f"  other answers: {len(troubles)} {sorted(set(troubles))}")
        print(f"  acknowledged and lost: {len(lost(settings, seen))}")
        print(f"  broken rules of the ledger: {len(Warehouse.at(settings).check())}")


def _milliseconds(taken: list[float]) -> str:
    cuts = quantiles(taken, n=100)
    return "  ".join(f"p{part} {cuts[part - 1] * 1000:7.1f}" for part in (50, 95, 99))


if __name__ == "__main__":
    main()
