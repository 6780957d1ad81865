"""What is wrong with an installation, and what to do: the questions that `foresaid doctor` asks, one finding each.

Nothing is repaired, and nothing is hidden by what fails before it: each question stands alone. `finding` says what a
finding is, `machine` looks at the machine, `ledger` at what is kept, `schedules` at what Prefect runs.
"""

from collections.abc import Iterator
from datetime import datetime

from flows.health import ledger, machine, schedules
from flows.health.finding import Finding, State
from schemas import Settings

__all__ = ["Finding", "State", "examine"]


def examine(settings: Settings, now: datetime) -> Iterator[Finding]:
    """The findings, one by one as they are made."""
    yield machine.packages()
    yield machine.model(settings)
    yield machine.memory()
    yield from machine.disks(settings)
    yield from ledger.findings(settings, now)
    yield from schedules.findings(now)
