"""One whole cycle of an installation (ingest, extract, settle, sweep, check, publish, backup), as a process of its own.

`kills` runs it. It says in a file which stage it is in, so that somebody who kills it can tell where the kill fell.
"""

import json
import multiprocessing
from collections.abc import Sequence
from datetime import UTC, date, datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

import models
from flows import pipeline, upkeep
from flows.readers import Overrides
from schemas import Decision, Outcome, Settings
from warehouse import Warehouse

TOPICS = ("talks", "election", "vote", "trial", "summit", "census", "strike", "merger")
ARTICLES = 5
"""Articles in a file."""
STAGES = ("starting", "ingest", "extract", "settle", "sweep", "check", "publish", "backup", "done")
TO_SETTLE = """
SELECT claim_id FROM predictions WHERE state = 'open' AND regexp_matches(quote, '[05] will begin') ORDER BY claim_id
"""
"""A prediction in the first article of each file."""


def written(folder: Path, files: int) -> list[str]:
    """Files of made-up articles, no two alike."""
    folder.mkdir()
    paths = [folder / f"{number:04}.jsonl" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_text("".join(map(_record, range(number * ARTICLES, (number + 1) * ARTICLES))), "utf-8")
    return list(map(str, paths))


def installation(folder: Path) -> Settings:
    """An empty one, with the word list, which costs least."""
    folder.mkdir()
    return Settings(
        warehouse=str(folder / "foresaid.duckdb"),
        published_copy=folder / "analyst.duckdb",
        accounts=folder / "accounts.sqlite",
        due_folder=folder / "due",
        backups=folder / "backups",
        keep_daily=1,
        keep_weekly=0,
        extractor="wordlist",
        batch_size=ARTICLES,
    )


def started(sources: Sequence[str], settings: Settings) -> BaseProcess:
    """A process that runs the cycle. It begins with everything imported and nothing open, so that kills fall into the
    work and not into the imports."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([run.__module__, "pyarrow"])
    _note("starting", settings)
    process = context.Process(target=run, args=(sources, settings))
    process.start()
    return process


def run(sources: Sequence[str], settings: Settings) -> None:
    """Everything once."""
    now = datetime.now(UTC)
    house, extractor = Warehouse.at(settings), models.load(settings)
    _note("ingest", settings)
    pipeline.ingest(sources, house, settings, Overrides(), now)
    _note("extract", settings)
    pipeline.extract(house, extractor, settings, now)
    _note("settle", settings)
    for (claim_id,) in house.query(TO_SETTLE).rows:
        house.decide(Decision(claim_id=str(claim_id), outcome=Outcome.CONFIRMED, reviewer="Ada"), now)
    _note("sweep", settings)
    pipeline.sweep(house, settings, now)
    _note("check", settings)
    pipeline.sound(house.check())
    _note("publish", settings)
    pipeline.publish(house, settings, now)
    _note("backup", settings)
    upkeep.back_up(house, settings, now)
    _note("done", settings)


def stage(settings: Settings) -> str:
    """The stage that the last cycle reached."""
    return _stage_file(settings).read_text("utf-8")


def _note(name: str, settings: Settings) -> None:
    fresh = _stage_file(settings).with_suffix(".new")
    fresh.write_text(name, "utf-8")
    fresh.replace(_stage_file(settings))


def _stage_file(settings: Settings) -> Path:
    return settings.published_copy.with_name("stage")


def _record(number: int) -> str:
    topic = TOPICS[number % len(TOPICS)]
    text = f"The {topic} of round {number} will begin on 2 March 2017, the envoy said. It may last for {number} days."
    return json.dumps({"id": f"a{number}", "text": text, "published": date(2017, 1, 27).isoformat()}) + "\n"
