"""What runs when, on one machine: the schedules, and the server for them (`python -m flows.deployments SOURCE…`).

A deployment never overlaps with itself: a run that would is cancelled, the next one catches up. A flow whose process
vanished is found by its missing heartbeat and marked as crashed, which frees its place (`mourning`).
For several machines there is `prefect.yaml`.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import httpx
import prefect
from prefect.automations import Automation
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import EventTrigger, Posture
from prefect.flows import Flow
from prefect.schedules import Cron
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    get_current_settings,
    temporary_settings,
)

from flows import runs
from schemas.errors import ForesaidError

HEARTBEAT_SECONDS = 30
MISSING_SECONDS = 90
"""Three heartbeats: a flow that is silent for so long is dead."""
AT_ONCE = 2
"""Runs at the same time: one reads while another extracts."""
SERVER_SECONDS = 300.0
"""It takes five to ten on an idle machine, and minutes on a busy one that makes its database."""
HOST = "127.0.0.1"
_ENDINGS = ("Completed", "Failed", "Cancelled", "Crashed")

HOURLY, HALF_PAST, MORNING, NIGHT = "5 * * * *", "35 * * * *", "30 6 * * *", "15 2 * * *"


def deployments(sources: Sequence[str], timezone: str = "UTC") -> list[RunnerDeployment]:
    """Hourly ingest and extraction, the morning's sweep and the nightly publishing, in a time zone."""
    return [
        _deployment(runs.ingest, "hourly", HOURLY, timezone, {"sources": list(sources)}),
        _deployment(runs.extract, "hourly", HALF_PAST, timezone),
        _deployment(runs.sweep, "morning", MORNING, timezone),
        _deployment(runs.publish, "nightly", NIGHT, timezone),
    ]


def serve(sources: Sequence[str], timezone: str = "UTC") -> None:
    """Keep the schedules until interrupted. Starts a server on this machine, unless PREFECT_API_URL names one.

    Raises `ForesaidError` where the server does not come up.
    """
    with (
        _server() as url,
        temporary_settings({PREFECT_API_URL: url, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: HEARTBEAT_SECONDS}),
    ):
        asyncio.run(register_mourning())
        prefect.serve(*deployments(sources, timezone), limit=AT_ONCE)


async def register_mourning() -> None:
    """Have the server mark flows as crashed whose process vanished; known already, it stays as it is."""
    wanted = mourning()
    try:
        await Automation.aread(name=wanted.name)
    except ValueError:
        await wanted.acreate()


def mourning() -> Automation:
    """The automation that finds flows which died without a word."""
    return Automation(
        name="foresaid: flows that died",
        description=f"A flow that gives no sign for {MISSING_SECONDS} seconds is marked as crashed.",
        trigger=EventTrigger(
            after={"prefect.flow-run.heartbeat"},
            expect={"prefect.flow-run.heartbeat", *(f"prefect.flow-run.{ending}" for ending in _ENDINGS)},
            match={"prefect.resource.id": ["prefect.flow-run.*"]},
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=timedelta(seconds=MISSING_SECONDS),
        ),
        actions=[ChangeFlowRunState(state=StateType.CRASHED, message="Its process vanished; the next run catches up.")],
    )


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
    """The address of the server's API: the one that is set, or that of a server that lives as long as the block."""
    if url := get_current_settings().api.url:
        yield url
        return
    port = str(get_current_settings().server.api.port)
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", port]
    server = subprocess.Popen(command)  # noqa: S603 - our own interpreter, and a number from the settings
    address = f"http://{HOST}:{port}"
    try:
        _wait_for(f"{address}/api/health", server)
        yield f"{address}/api"
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + SERVER_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if httpx.get(url, timeout=5.0, trust_env=False).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise ForesaidError(
        f"Prefect's server did not answer at {url} within {SERVER_SECONDS:g} seconds; "
        "see its output above, or set PREFECT_API_URL to one that runs."
    )


if __name__ == "__main__":
    serve(sys.argv[1:])
