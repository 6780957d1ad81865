"""`foresaid serve` against a real server: everything registered and run, a machine that dies, and the run after it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schemas import Decision, Outcome, Settings
from tests.flows import serving
from tests.flows.serving import Server
from warehouse import Published, Warehouse, backups

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

DEPLOYMENTS = {
    "ingest/hourly",
    "extract/hourly",
    "announce/quarters",
    "sweep/morning",
    "nightly/nightly",
    "reread/weekly",
}
ARTICLES = 600


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own: what another left in its database could cancel a run."""
    with serving.server(tmp_path / "server") as running:
        yield running


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "FORESAID_WAREHOUSE": str(tmp_path / "foresaid.duckdb"),
        "FORESAID_PUBLISHED_COPY": str(tmp_path / "analyst.duckdb"),
        "FORESAID_ACCOUNTS": str(tmp_path / "accounts.sqlite"),
        "FORESAID_BACKUPS": str(tmp_path / "backups"),
        "FORESAID_DUE_FOLDER": str(tmp_path / "due"),
        "FORESAID_EXTRACTOR": "wordlist",
        "FORESAID_BATCH_SIZE": "10",
    }


def written(path: Path, count: int) -> Path:
    """Articles whose predictions, since no date is read in them, come up for review today."""
    published = datetime.now(UTC).date() - timedelta(days=Settings().review_after_days)
    texts = (f"The talks of round {n} will begin, the envoy said." for n in range(count))
    lines = (json.dumps({"id": f"a{n}", "text": text, "published": f"{published}"}) for n, text in enumerate(texts))
    path.write_text("\n".join(lines) + "\n")
    return path


def registered(server: Server) -> set[str]:
    """The deployments whose schedules are awake."""
    flows = {found["id"]: found["name"] for found in server.ask("flows")}
    awake = (found for found in server.ask("deployments") if all(made["active"] for made in found["schedules"]))
    return {f"{flows[found['flow_id']]}/{found['name']}" for found in awake}


def run(server: Server, *deployments: str) -> None:
    for name in deployments:
        assert server.end(server.start(name)) == "Completed", name


def told(server: Server, event: str) -> list[dict[str, str]]:
    """The resources of the events of a kind."""
    return [found["resource"] for found in server.ask("events", filter={"event": {"name": [event]}})]


def test_all_is_registered_and_runs(server: Server, environment: dict[str, str], tmp_path: Path) -> None:
    house, source = Warehouse(environment["FORESAID_WAREHOUSE"]), written(tmp_path / "articles.jsonl", 4)
    with serving.served(server, environment, str(source)):
        serving.until(lambda: registered(server) >= DEPLOYMENTS)
        serving.until(lambda: server.ask("automations"))
        run(server, "ingest/hourly", "extract/hourly", "announce/quarters", "sweep/morning", "nightly/nightly")
        first, *_ = house.due(datetime.now(UTC).date()).dicts()
        decision = Decision(claim_id=first["claim_id"], outcome=Outcome.CONFIRMED, reviewer="Ada")
        house.decide(decision, datetime.now(UTC))
        run(server, "announce/quarters", "reread/weekly")
        serving.until(lambda: len(told(server, "verdict.recorded")) == 1)
        serving.until(lambda: len(told(server, "prediction.due")) == 4)
        serving.until(lambda: told(server, "claim.extracted"))
        planned = server.ask("flow_runs", flow_runs={"state": {"type": {"any_": ["SCHEDULED"]}}})
        assert len({found["deployment_id"] for found in planned}) == len(DEPLOYMENTS)
    assert told(server, "verdict.recorded")[0]["foresaid.outcome"] == "confirmed"
    assert len(Published(environment["FORESAID_PUBLISHED_COPY"]).claims().rows) == len(house.claims().rows) == 4
    (backup,) = backups.backups(Path(environment["FORESAID_BACKUPS"])).values()
    assert str(backup) in server.artifact("nightly")
    assert "4" in server.artifact("ingest")
    assert sorted(path.suffix for path in Path(environment["FORESAID_DUE_FOLDER"]).iterdir()) == [".ics", ".md"]


def test_a_machine_that_dies_is_noticed_and_the_next_run_catches_up(
    server: Server, environment: dict[str, str], tmp_path: Path
) -> None:
    house, source = Warehouse(environment["FORESAID_WAREHOUSE"]), written(tmp_path / "articles.jsonl", ARTICLES)
    with serving.served(server, environment, str(source)) as process:
        serving.until(lambda: registered(server) >= DEPLOYMENTS)
        crashed = server.start("ingest/hourly")
        serving.until(lambda: house.query("SELECT count(*) FROM ledger.batches").rows[0][0] > 2)
        serving.kill(process)
    assert server.state(crashed) == "Running"
    stored = house.query("SELECT count(*) FROM articles").rows[0][0]
    assert 0 < stored < ARTICLES
    took = serving.until(lambda: server.state(crashed) == "Crashed", patience=240)
    assert "vanished" in server.message(crashed)
    assert took < 180
    with serving.served(server, environment, str(source)):
        serving.until(lambda: registered(server) >= DEPLOYMENTS)
        run(server, "ingest/hourly")
    assert house.query("SELECT count(*), count(DISTINCT text) FROM articles").rows == ((ARTICLES, ARTICLES),)
    assert house.query("SELECT count(*) FROM appearances").rows == ((ARTICLES,),)
    assert house.check() == []
