"""What is kept: the warehouse and who holds it, its rules, the clock, the analysts' copy, the backups, the sources."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flows.health.finding import Finding, note, well, wrong
from schemas import Settings
from schemas.errors import ForesaidError, WarehouseBusy, WarehouseError
from warehouse import Published, Status, Warehouse, backups
from warehouse.turnstile import holder

PATIENCE = 10.0
"""Seconds to wait for the warehouse: a batch holds it well under one, the night's backup some."""
CLOCK = timedelta(minutes=5)
COPY = timedelta(hours=26)
"""A night and some: the copy is made anew after each extraction that found something, and each night."""
BACKUP = timedelta(hours=50)
"""Two nights and some: one may fail."""
FAILURES = 3
"""A source that fails so often in a row does not do so in passing."""
FORGOTTEN = timedelta(days=7)
"""A source that nobody has asked for so long was taken off the list."""


def findings(settings: Settings, now: datetime) -> Iterator[Finding]:
    """What is to be said of the warehouse; of what lies in it only if it can be opened."""
    if not settings.warehouse.startswith("ducklake:") and not Path(settings.warehouse).exists():
        yield note("warehouse", f"There is none yet at {settings.warehouse}.", "The first `foresaid ingest` makes it.")
        return
    house = Warehouse.at(settings.model_copy(update={"lock_timeout": min(PATIENCE, settings.lock_timeout)}))
    try:
        status, problems, sources = house.status(now.date()), house.check(), house.sources()
    except WarehouseBusy as error:
        yield wrong("warehouse", f"{error} {_held(settings)}", "Wait for it, or end it if it hangs.")
        return
    except ForesaidError as error:
        yield wrong("warehouse", str(error), "See docs/operating.md, When the machine fails.")
        return
    yield well("warehouse", f"{status.articles:,} articles in {status.place}, step {status.step}.")
    yield rules([problem.message for problem in problems])
    yield clock(status, now)
    yield copy(settings, status)
    yield backup(settings, status)
    yield fared(sources, now)


def rules(broken: list[str]) -> Finding:
    """Whether the ledger is sound."""
    if broken:
        said = f"The ledger breaks {len(broken)} of its rules: {' '.join(broken[:3])}"
        return wrong("rules", said, "See `foresaid check`; restore the last backup if it cannot be explained.")
    return well("rules", "The ledger is sound, the chain of verdicts included.")


def clock(status: Status, now: datetime) -> Finding:
    """Whether the clock is behind what was written by it."""
    if status.last_written_at and status.last_written_at - now > CLOCK:
        said = f"It shows {now:%Y-%m-%d %H:%M}, the ledger was written at {status.last_written_at:%Y-%m-%d %H:%M} UTC."
        return wrong("clock", said, "Set the clock: what is written before that moment counts as older than it is.")
    return well("clock", "It is not behind the ledger.")


def copy(settings: Settings, status: Status) -> Finding:
    """Whether the analysts' copy is there, can be read, and is of late."""
    path, what = settings.published_copy, "published copy"
    if not path.exists():
        found = wrong if status.articles else note
        return found(what, f"There is none at {path}.", "`foresaid publish` makes it.")
    try:
        Published(path).query("SELECT 1")
    except WarehouseError as error:
        return wrong(what, str(error), "`foresaid publish` makes it anew.")
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    if status.last_written_at and status.last_written_at - made > COPY:
        return wrong(what, f"It is of {made:%Y-%m-%d %H:%M} UTC, older than the ledger.", "Run `foresaid publish`.")
    return well(what, f"It is of {made:%Y-%m-%d %H:%M} UTC.")


def backup(settings: Settings, status: Status) -> Finding:
    """Whether there is a backup that is of late."""
    what, made = "backup", list(backups.backups(settings.backups))
    if not made:
        found = wrong if status.verdicts else note
        return found(what, f"There is none in {settings.backups}.", "`foresaid backup` makes one.")
    if status.last_written_at and status.last_written_at - made[-1] > BACKUP:
        said = f"The last one is of {made[-1]:%Y-%m-%d %H:%M} UTC, older than the ledger."
        return wrong(what, said, "Run `foresaid backup`, and see why the night's run did not.")
    return well(what, f"{len(made)} in {settings.backups}, the last one of {made[-1]:%Y-%m-%d %H:%M} UTC.")


def fared(sources: list[dict[str, Any]], now: datetime) -> Finding:
    """Whether sources have fallen silent."""
    asked = [row for row in sources if row["last_asked_at"] > now - FORGOTTEN]
    failing = [row for row in asked if row["failures_in_a_row"] >= FAILURES]
    if failing:
        said = "; ".join(
            f"{row['url']} ({row['failures_in_a_row']} times: {row['last_failure']})" for row in failing[:5]
        )
        return wrong("sources", f"{len(failing)} of {len(asked)} fail: {said}", "See `foresaid status`; mend the list.")
    return well("sources", f"{len(asked)} were asked in the last week, and none fails again and again.")


def _held(settings: Settings) -> str:
    by = holder(Path(settings.warehouse))
    return f"It is held by {by}." if by else "Who holds it cannot be seen."
