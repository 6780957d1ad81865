"""Flows that died without a word: the automation that finds them by their missing heartbeat.

`foresaid serve` registers it by itself; for several machines `python -m flows.mourning` does, once, against the server
that PREFECT_API_URL names. A flow marked as crashed frees its place, and the next run catches up.
"""

import asyncio
from datetime import timedelta

from prefect.automations import Automation
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import EventTrigger, Posture

HEARTBEAT_SECONDS = 30
MISSING_SECONDS = 90
"""Three heartbeats: a flow that is silent for so long is dead."""
_ENDINGS = ("Completed", "Failed", "Cancelled", "Crashed")


async def register() -> None:
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


if __name__ == "__main__":
    asyncio.run(register())
