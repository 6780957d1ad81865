"""The Prefect flows: when and under whose eyes the stages of `pipeline` run. Nothing is decided here.

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
from prefect.events import emit_event
from prefect.settings import get_current_settings

import models
from flows import artifacts, pipeline
from flows.readers import Overrides
from flows.report import Report
from schemas import Settings, load_settings
from warehouse import Warehouse

RETRIES = 2
RETRY_SECONDS = 60
HOURS = 3600
TOLD = 100
"""Events of one kind that one run tells automations at most."""
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


@task(name="store a batch", cache_policy=NO_CACHE)
async def store_share(share: Iterator[Batch], step: Callable[[Batch], Report]) -> Report:
    """One task of an ingest."""
    return await asyncio.to_thread(_stepped, share, step)


@task(name="extract a batch", cache_policy=NO_CACHE)
async def extract_share(share: Iterator[Batch], step: Callable[[Batch], Report]) -> Report:
    """One task of an extraction."""
    return await asyncio.to_thread(_stepped, share, step)


@flow(name="ingest", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=6 * HOURS)
async def ingest(sources: list[str], overrides: Overrides | None = None) -> Report:
    """Read sources and store what is new."""
    settings, now = load_settings(), datetime.now(UTC)
    visits = pipeline.visits_of(settings, now)
    warehouse, run = Warehouse.at(settings), pipeline.run_name("ingest", now)
    step = partial(pipeline.store, warehouse=warehouse, run=run, now=now)
    report = Report()
    shares = shared_out(pipeline.batches(sources, overrides or Overrides(), settings, visits), task_limit())
    while (share := await asyncio.to_thread(next, shares, None)) is not None:
        report += await store_share(share, step)
        get_run_logger().info("%d articles read, %d new, %d failed", report.read, report.articles, report.failed)
    report += await asyncio.to_thread(pipeline.remember, visits, warehouse, run, now)
    await artifacts.show("ingest", report)
    return report


@flow(name="extract", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=24 * HOURS)
async def extract() -> Report:
    """Read for assertions what the present extractor has not read: new articles, and all after a change of model."""
    settings, now = load_settings(), datetime.now(UTC)
    warehouse, extractor = Warehouse.at(settings), models.load(settings)
    run = pipeline.run_name("extract", now)
    step = partial(pipeline.read_for_assertions, extractor=extractor, warehouse=warehouse, run=run, now=now)
    report = Report()
    shares = shared_out(pipeline.pending(warehouse, extractor, settings), task_limit())
    while (share := await asyncio.to_thread(next, shares, None)) is not None:
        report += await extract_share(share, step)
        get_run_logger().info("%d articles read, %d assertions found", report.extracted, report.assertions)
    if report.assertions:
        emit_event("claim.extracted", resource={"prefect.resource.id": f"foresaid.{run}"}, payload=_told(report))
    await artifacts.show("extract", report)
    return report


@flow(name="publish", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=HOURS)
async def publish() -> str:
    """Check the ledger and, if it is sound, replace the analysts' copy; the path of the copy."""
    settings = load_settings()
    path = await asyncio.to_thread(_published, settings)
    get_run_logger().info("the analysts' copy %s is of now", path)
    return path


@flow(name="sweep", retries=RETRIES, retry_delay_seconds=RETRY_SECONDS, timeout_seconds=HOURS)
async def sweep() -> str:
    """Write what falls due as a sheet and a calendar, and tell automations (`prediction.due`); the sheet's path."""
    settings = load_settings()
    swept = await asyncio.to_thread(pipeline.sweep, Warehouse.at(settings), settings, datetime.now(UTC))
    for row in swept.fell_due[:TOLD]:
        about = {"prefect.resource.id": f"foresaid.prediction.{row['claim_id']}", "foresaid.headline": row["headline"]}
        emit_event("prediction.due", resource=about)
    await artifacts.show_sheet(swept.sheet.read_text(encoding="utf-8"))
    get_run_logger().info("%d predictions fell due today: %s", len(swept.fell_due), swept.sheet)
    return str(swept.sheet)


@flow(name="daily")
async def daily(sources: list[str]) -> Report:
    """Ingest, extract, check and publish."""
    report = await ingest(sources)
    report += await extract()
    await publish()
    return report


def _told(report: Report) -> dict[str, int]:
    return {"articles": report.extracted, "assertions": report.assertions}


def _stepped(share: Iterable[Batch], step: Callable[[Batch], Report]) -> Report:
    return sum(map(step, share), Report())


def _published(settings: Settings) -> str:
    warehouse = Warehouse.at(settings)
    pipeline.sound(warehouse.check())
    return str(pipeline.publish(warehouse, settings, datetime.now(UTC)))
