"""What runs when, on one machine: the schedules, and the server for them (`foresaid serve`).

A deployment never overlaps with itself: a run that would is cancelled, the next one catches up. A flow whose process
vanished is found by its missing heartbeat and marked as crashed, which frees its place (`mourning`).
For several machines there is `prefect.yaml`.
"""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import httpx
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.flows import Flow
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    get_current_settings,
    temporary_settings,
)

from flows import mourning, runs
from schemas.errors import ForesaidError

AT_ONCE = 2
"""Runs at the same time: one reads while another extracts."""
SERVER_SECONDS = 300.0
"""It takes five to ten on an idle machine, and minutes on a busy one that makes its database."""
HOST = "127.0.0.1"
SERVER_SETTINGS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",  # else records of runs pile up for ever
}

HOURLY, HALF_PAST, QUARTERS = "5 * * * *", "35 * * * *", "*/15 * * * *"
MORNING, NIGHT, WEEKLY = "30 6 * * *", "15 2 * * *", "15 3 * * 6"
REREAD = 20_000
"""Articles that a week's run reads again after a change of model: a night's work of two processors."""


def deployments(sources: Sequence[str], timezone: str = "UTC") -> list[RunnerDeployment]:
    """What is done hourly, each quarter of an hour, in the morning, at night and once a week, in a time zone."""
    return [
        _deployment(runs.ingest, "hourly", HOURLY, timezone, {"sources": list(sources)}),
        _deployment(runs.extract, "hourly", HALF_PAST, timezone),
        _deployment(runs.announce, "quarters", QUARTERS, timezone),
        _deployment(runs.sweep, "morning", MORNING, timezone),
        _deployment(runs.nightly, "nightly", NIGHT, timezone),
        _deployment(runs.reread, "weekly", WEEKLY, timezone, {"most": REREAD}),
    ]


def serve(sources: Sequence[str], timezone: str = "UTC") -> None:
    """Keep the schedules until interrupted, with the server that PREFECT_API_URL names, or else one on this machine,
    which is started if none answers. Raises `ForesaidError` where the server does not come up."""
    heartbeat = {PREFECT_FLOWS_HEARTBEAT_FREQUENCY: mourning.HEARTBEAT_SECONDS}
    with (
        _server() as url,
        temporary_settings({PREFECT_API_URL: url} | heartbeat),
        suppress(KeyboardInterrupt),
    ):
        made = deployments(sources, timezone)
        names = ", ".join(deployment.full_name for deployment in made)
        sys.stdout.write(f"Serving {names} for {url}; stop with Ctrl-C.\n")
        sys.stdout.flush()
        asyncio.run(_keep(made))


def local_address() -> str:
    """Where a server on this machine is, by Prefect's settings."""
    return f"http://{HOST}:{get_current_settings().server.api.port}/api"


def answers(api: str) -> bool:
    """Whether a server answers at the address of an API."""
    try:
        return httpx.get(f"{api}/health", timeout=5.0, trust_env=False).is_success
    except httpx.HTTPError:
        return False


class _Keeper(Runner):
    """A runner that SIGTERM stops as Ctrl-C does. Prefect's own way leaves by an exception wherever the signal finds
    it, which what runs there may swallow: a service then never stops."""

    def handle_sigterm(self, *_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGINT)


async def _keep(made: Iterable[RunnerDeployment]) -> None:
    await mourning.register()
    runner = _Keeper(name="foresaid", limit=AT_ONCE)
    for deployment in made:
        await runner.aadd_deployment(deployment)
    await runner.start()


def _deployment(
    flow: Flow[..., Any], name: str, cron: str, timezone: str, parameters: dict[str, Any] | None = None
) -> RunnerDeployment:
    alone = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    made = flow.to_deployment(
        name=name,
        schedules=[Cron(cron, timezone=timezone)],
        parameters=parameters,
        concurrency_limit=alone,
        tags=["foresaid"],
    )
    assert isinstance(made, RunnerDeployment)  # noqa: S101 - outside a running loop it is no coroutine
    return made


@contextmanager
def _server() -> Iterator[str]:
    """The address of a server's API: the one that is set, one that runs, or one that lives as long as the block."""
    api = get_current_settings().api.url or local_address()
    if get_current_settings().api.url or answers(api):
        yield api
        return
    port = str(get_current_settings().server.api.port)
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", port]
    server = subprocess.Popen(command, env=os.environ | SERVER_SETTINGS)  # noqa: S603 - our own interpreter and settings
    try:
        _wait_for(api, server)
        yield api
    finally:
        server.terminate()
        server.wait()


def _wait_for(api: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SERVER_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        if answers(api):
            return
        time.sleep(0.5)
    raise ForesaidError(
        f"Prefect's server did not answer at {api} within {SERVER_SECONDS:g} seconds; "
        "see its output above, or set PREFECT_API_URL to one that runs."
    )
