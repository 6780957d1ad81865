"""The Prefect flows: when and under whose eyes the stages of `pipeline` and `upkeep` run. Nothing is decided here.

Flows are asynchronous, since Prefect waits a second at the end of every other one. A task is a batch of some two
hundred articles, so that orchestration costs little. Against a temporary server, which loses the records of longer
runs, everything behind the ninth batch is one task. A run that fails is run again: nothing is stored twice.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import TypeVar

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.settings import get_current_settings

import models
from flows import announcing, artifacts, pipeline, upkeep
from flows.readers import Overrides
from flows.report import Report
from models import Extractor
from schemas import Article, Settings, load_settings
from warehouse import Backup, Warehouse

RETRIES = 2
RETRY_SECONDS = 60
HOURS = 3600
TEMPORARY_TASKS = 10
"""Tasks of one run that a temporary server keeps the records of."""

Batch = TypeVar("Batch")


def task_limit() -> int | None:
    """How many tasks a run may have; null where a real server keeps their records."""
    return None if get_current_settings().api.url else TEMPORARY_TASKS


def shared_out(batches: Iterator[Batch], most: int | None) -> Iterator[Iterator[Batch]]:
    """The batches one by one; with `most`, the last of so many shares is all the rest.

    Shares are iterators, into which Prefect does not look for results of other tasks, as it does into lists.
    """
    for number, batch in enumerate(batches, start=1):
        if number == most:
            yield chain([batch], batches)
            return
        yield iter([batch])


def up_to(batches: Iterable[list[Article]], most: int | None) -> Iterator[list[Article]]:
    """The batches until they hold `most` articles or more; null: all of them."""
    count = 0
    for batch in batches:
        if most is not None and count >= most:
            return
        yield batch
        count += len(batch)


@task(name="store a batch", cache_policy=NO_CACHE)
async def store_share(share: Iterator[Batch], step: Callable[[Batch], Report]) -> Report:
    """One task of an ingest."""
    return await asyncio.to_thread(_stepped, share, step)


@task(name="extract a batch", cache_policy=NO_CACHE)
async def extract_share(share: Iterator[Batch], step: Callable[[Batch], Report]) -> Report:
    """One task of an extraction."""
    return await asyncio.to_thread(_stepped, share, step)


@task(name="check the ledger", cache_policy=NO_CACHE)
async def check_ledger(warehouse: Warehouse) -> None:
    """Raises `WarehouseError` naming the rules that are broken."""
    pipeline.sound(await asyncio.to_thread(warehouse.check))


@task(name="publish the copy", cache_policy=NO_CACHE)
async def publish_copy(warehouse: Warehouse, settings: Settings, now: datetime) -> str:
    """Replace the analysts' copy; its path."""
    return str(await asyncio.to_thread(pipeline.publish, warehouse, settings, now))


@task(name="back up and restore on trial", cache_policy=NO_CACHE)
async def back_up(warehouse: Warehouse, settings: Settings, now: datetime) -> Backup:
    """Make the night's backup and try it; old ones are deleted."""
    return await asyncio.to_thread(upkeep.back_up, warehouse, settings, now)


@flow(name="ingest", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=6 * HOURS)
async def ingest(sources: list[str], overrides: Overrides | None = None) -> Report:
    """Read sources and store what is new."""
    settings, now = load_settings(), datetime.now(UTC)
    visits = pipeline.visits_of(settings, now)
    warehouse, run = Warehouse.at(settings), pipeline.run_name("ingest", now)
    moment = await asyncio.to_thread(warehouse.moment, now)
    step = partial(pipeline.store, warehouse=warehouse, run=run, now=moment)
    report = Report()
    shares = shared_out(pipeline.batches(sources, overrides or Overrides(), settings, visits), task_limit())
    while (share := await asyncio.to_thread(next, shares, None)) is not None:
        report += await store_share(share, step)
        get_run_logger().info("%d articles read, %d new, %d failed", report.read, report.articles, report.failed)
    report += await asyncio.to_thread(pipeline.remember, visits, warehouse, run, moment)
    await artifacts.show("ingest", report)
    await artifacts.show_sources(await asyncio.to_thread(warehouse.sources))
    return report


@flow(name="extract", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=6 * HOURS)
async def extract() -> Report:
    """Read for assertions the articles that nobody has read, and publish what was found."""
    settings = load_settings()
    warehouse, extractor = Warehouse.at(settings), models.load(settings)
    report = await _read("extract", pipeline.unread(warehouse, settings), warehouse, extractor)
    if report.extracted:
        await publish_copy(warehouse, settings, datetime.now(UTC))
    return report


@flow(name="reread", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=24 * HOURS)
async def reread(most: int | None = None) -> Report:
    """Read for assertions what the present extractor has not read: new articles, and old ones after a change of model
    or rules, `most` articles of them. The readings of before stay, and so does what reviewers said on them."""
    settings = load_settings()
    warehouse, extractor = Warehouse.at(settings), models.load(settings)
    pending = up_to(pipeline.pending(warehouse, extractor, settings), most)
    return await _read("reread", pending, warehouse, extractor)


@flow(name="publish", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=HOURS)
async def publish() -> str:
    """Check the ledger and, if it is sound, replace the analysts' copy; the path of the copy."""
    settings = load_settings()
    warehouse = Warehouse.at(settings)
    await check_ledger(warehouse)
    path = await publish_copy(warehouse, settings, datetime.now(UTC))
    get_run_logger().info("the analysts' copy %s is of now", path)
    return path


@flow(name="nightly", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=6 * HOURS)
async def nightly() -> str:
    """Check the ledger and, if it is sound, replace the analysts' copy and make a backup; the path of the backup."""
    settings, now = load_settings(), datetime.now(UTC)
    warehouse = Warehouse.at(settings)
    await check_ledger(warehouse)
    copy = await publish_copy(warehouse, settings, now)
    made = await back_up(warehouse, settings, now)
    await artifacts.show_night(copy, made)
    get_run_logger().info("backed up to %s and restored on trial, %d bytes", made.path, made.bytes)
    return str(made.path)


@flow(name="sweep", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=HOURS)
async def sweep() -> str:
    """Write what falls due as a sheet and a calendar, and tell automations (`prediction.due`); the sheet's path."""
    settings = load_settings()
    swept = await asyncio.to_thread(pipeline.sweep, Warehouse.at(settings), settings, datetime.now(UTC))
    announcing.due(swept.fell_due)
    await artifacts.show_sheet(swept.sheet.read_text(encoding="utf-8"))
    get_run_logger().info("%d predictions fell due today: %s", len(swept.fell_due), swept.sheet)
    return str(swept.sheet)


@flow(name="announce", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=HOURS)
async def announce() -> int:
    """Tell automations of the verdicts since the last time (`verdict.recorded`); how many."""
    warehouse = Warehouse.at(load_settings())
    status = await asyncio.to_thread(warehouse.status, datetime.now(UTC).date())
    told = await announcing.verdicts(warehouse, status.verdicts)
    get_run_logger().info("%d verdicts told", told)
    return told


@flow(name="daily")
async def daily(sources: list[str]) -> Report:
    """Ingest, extract, check and publish."""
    report = await ingest(sources)
    report += await extract()
    await publish()
    return report


async def _read(stage: str, batches: Iterator[list[Article]], warehouse: Warehouse, extractor: Extractor) -> Report:
    """Read batches of articles for assertions, a task each, and show what came of it."""
    now = datetime.now(UTC)
    run, moment = pipeline.run_name(stage, now), await asyncio.to_thread(warehouse.moment, now)
    step = partial(pipeline.read_for_assertions, extractor=extractor, warehouse=warehouse, run=run, now=moment)
    report, shares = Report(), shared_out(batches, task_limit())
    while (share := await asyncio.to_thread(next, shares, None)) is not None:
        report += await extract_share(share, step)
        get_run_logger().info("%d articles read, %d assertions found", report.extracted, report.assertions)
    announcing.extracted(run, report)
    await artifacts.show(stage, report)
    return report


def _stepped(share: Iterable[Batch], step: Callable[[Batch], Report]) -> Report:
    return sum(map(step, share), Report())
