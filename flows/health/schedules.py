"""What Prefect runs: whether its server answers, which runs are late, and which have crashed or failed of late.

Asked over HTTP, since importing Prefect to look takes longer than the answer.
"""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta

import httpx
from pydantic import AwareDatetime, BaseModel, TypeAdapter

from flows.health.finding import Finding, note, well, wrong

ADDRESS = "PREFECT_API_URL"
DEFAULT = "http://127.0.0.1:4200/api"
SECONDS = 5.0
LATELY = timedelta(days=1)
LATE = timedelta(minutes=10)
TAG = "foresaid"


class Run(BaseModel):
    """What is asked of a run; the server says more."""

    name: str
    state_name: str
    expected_start_time: AwareDatetime
    state: "RunState"


class RunState(BaseModel):
    """What a run's state says for itself."""

    message: str | None = None


_RUNS = TypeAdapter(list[Run])


def findings(now: datetime) -> Iterator[Finding]:
    """Whether schedules are kept, and how the last day's runs went."""
    url = os.environ.get(ADDRESS, DEFAULT)
    try:
        runs = _runs(url, now)
    except (httpx.HTTPError, ValueError) as error:
        yield _unreachable(url, error)
        return
    late = [run for run in runs if run.state_name in ("Late", "Scheduled") and run.expected_start_time < now - LATE]
    ended = {name: [run for run in runs if run.state_name == name] for name in ("Crashed", "Failed", "Completed")}
    yield well("schedules", f"{url} answers; {len(ended['Completed'])} runs completed in the last day.")
    if late:
        said = f"{len(late)} runs are late, the first since {late[0].expected_start_time:%Y-%m-%d %H:%M} UTC."
        yield wrong("late runs", said, "Nobody takes them: start `foresaid serve`, or a worker.")
    for name in ("Crashed", "Failed"):
        if ended[name]:
            yield _ended_badly(name, ended[name], url)


def _unreachable(url: str, error: Exception) -> Finding:
    said = f"No Prefect server answers at {url} ({type(error).__name__})."
    if ADDRESS in os.environ:
        return wrong("schedules", said, f"Start it, or correct {ADDRESS}.")
    return note("schedules", said, "Nothing runs by itself; `foresaid serve` starts it.")


def _ended_badly(name: str, runs: list[Run], url: str) -> Finding:
    last = runs[-1]
    message = " ".join((last.state.message or "it does not say why").split())[:300]
    said = f"{len(runs)} runs {name.lower()} in the last day; the last one, {last.name}: {message}"
    return wrong(f"{name.lower()} runs", said, f"See {url.removesuffix('/api')}/runs; the next run goes on from there.")


def _runs(url: str, now: datetime) -> list[Run]:
    """The runs of foresaid's deployments that were to begin in the last day, oldest first."""
    wanted = {
        "sort": "EXPECTED_START_TIME_ASC",
        "flow_runs": {
            "tags": {"all_": [TAG]},
            "expected_start_time": {"after_": (now - LATELY).isoformat(), "before_": now.isoformat()},
        },
    }
    with httpx.Client(timeout=SECONDS, trust_env=False) as client:
        return _RUNS.validate_json(client.post(f"{url}/flow_runs/filter", json=wanted).raise_for_status().content)
