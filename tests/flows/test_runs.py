"""The flows against a Prefect server, for real: states, artifacts, a crash, and the next run that catches up."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas import Settings
from warehouse import Published, Warehouse

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")]


@pytest.fixture(scope="module", autouse=True)
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture
def installed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("FORESAID_WAREHOUSE", settings.warehouse)
    monkeypatch.setenv("FORESAID_PUBLISHED_COPY", str(settings.published_copy))
    monkeypatch.setenv("FORESAID_EXTRACTOR", "wordlist")
    monkeypatch.setenv("FORESAID_BATCH_SIZE", "4")
    return settings


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    texts = [f"The talks of round {n} will begin on Monday, the envoy said." for n in range(10)]
    lines = [json.dumps({"id": f"a{n}", "text": text, "published": "2017-01-27"}) for n, text in enumerate(texts)]
    path.write_text("\n".join([*lines, "{broken"]) + "\n")
    return path


async def artifact(key: str) -> str:
    from prefect.artifacts import Artifact

    found = await Artifact.aget(key)
    assert found is not None
    return str(found.data)


def test_day_of_all_flows(installed: Settings, source: Path) -> None:
    from flows import runs

    report = asyncio.run(runs.daily([str(source)]))
    assert (report.articles, report.extracted, report.reasons) == (10, 10, {"not_json": 1})
    assert len(Published(installed.published_copy).query("FROM claims").rows) == report.assertions
    assert "10" in asyncio.run(artifact("ingest"))
    failures = asyncio.run(artifact("ingest-failures"))
    assert "`not_json`" in failures
    assert "articles.jsonl#11" in failures
    again = asyncio.run(runs.daily([str(source)]))
    assert (again.articles, again.appearances, again.extracted) == (0, 0, 0)


def test_batches_are_tasks(installed: Settings, source: Path) -> None:
    from prefect import get_client

    from flows import runs

    async def tasks() -> list[str]:
        state = await runs.ingest([str(source)], return_state=True)
        async with get_client() as client:
            made = await client.read_task_runs()
        return [str(task.state_name) for task in made if task.flow_run_id == state.state_details.flow_run_id]

    assert asyncio.run(tasks()) == ["Completed"] * 3


def test_run_that_fails_is_run_again_and_nothing_is_stored_twice(
    installed: Settings, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import pipeline, runs

    stored = pipeline.store
    calls = []

    def fails_once(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise OSError("the disk was full for a moment")
        return stored(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "store", fails_once)
    report = asyncio.run(runs.ingest.with_options(retry_delay_seconds=0)([str(source)]))
    assert (report.articles, report.known) == (6, 4)
    assert Warehouse.at(installed).query("SELECT count(*) FROM ledger.articles").rows[0][0] == 10
