"""The flows against a Prefect server, for real: states, artifacts, a crash, and the next run that catches up."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from schemas import Decision, Outcome, Settings
from warehouse import Published, Warehouse, backups

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
    monkeypatch.setenv("FORESAID_BACKUPS", str(settings.published_copy.with_name("backups")))
    monkeypatch.setenv("FORESAID_ACCOUNTS", str(settings.published_copy.with_name("accounts.sqlite")))
    monkeypatch.setenv("FORESAID_EXTRACTOR", "wordlist")
    monkeypatch.setenv("FORESAID_BATCH_SIZE", "4")
    return settings.model_copy(update={"backups": settings.published_copy.with_name("backups")})


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


def test_second_reading_is_bounded_and_the_hour_reads_only_what_is_new(
    installed: Settings, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import runs
    from models.extractor import TaggingExtractor

    class Better(TaggingExtractor):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            self.revision = "better"

    asyncio.run(runs.daily([str(source)]))
    monkeypatch.setattr("models.TaggingExtractor", Better)
    assert asyncio.run(runs.extract()).extracted == 0
    assert [asyncio.run(runs.reread(most)).extracted for most in (5, 1, None, None)] == [8, 2, 0, 0]
    house = Warehouse.at(installed)
    assert house.query("SELECT DISTINCT revision FROM extractions WHERE is_current").rows == (("better",),)
    assert house.query("SELECT count(*) FROM extractions").rows == ((20,),)


def test_night_checks_publishes_and_backs_up(installed: Settings, source: Path, tmp_path: Path) -> None:
    from flows import runs

    asyncio.run(runs.ingest([str(source)]))
    path = asyncio.run(runs.nightly())
    assert backups.verify(Path(path)).contents.rows["articles"] == 10
    assert len(Published(installed.published_copy).query("FROM articles").rows) == 10
    assert path in asyncio.run(artifact("nightly"))


def test_night_on_a_ledger_that_is_not_sound_makes_no_backup(installed: Settings, source: Path) -> None:
    from flows import runs

    asyncio.run(runs.ingest([str(source)]))
    with duckdb.connect(installed.warehouse) as con:
        con.execute("DELETE FROM ledger.appearances")
    state = asyncio.run(runs.nightly.with_options(retries=0)(return_state=True))
    assert state.is_failed()
    assert "not sound" in str(state.message)
    assert backups.backups(installed.backups) == {}
    assert not installed.published_copy.exists()


def test_verdicts_are_told_once(installed: Settings, source: Path) -> None:
    from flows import runs

    asyncio.run(runs.daily([str(source)]))
    house, now = Warehouse.at(installed), datetime.now(UTC)
    assert asyncio.run(runs.announce()) == 0
    for row in house.query("SELECT claim_id FROM predictions LIMIT 2").dicts():
        house.decide(Decision(claim_id=row["claim_id"], outcome=Outcome.CONFIRMED, reviewer="Ada"), now)
    assert [asyncio.run(runs.announce()) for _ in range(2)] == [2, 0]


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
