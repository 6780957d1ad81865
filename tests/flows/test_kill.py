"""Runs that are killed at any moment and started again leave the rows of one that was not."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from schemas import Settings
from warehouse import Warehouse

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
ARTICLES = 400
KILLS = 12
RUN = """
import sys
from datetime import UTC, datetime
from flows import pipeline
from flows.readers import Overrides
from schemas import load_settings
from tests.flows.fakes import FirstWords
from warehouse import Warehouse
settings, now = load_settings(), datetime.now(UTC)
warehouse = Warehouse.at(settings)
print("started", flush=True)
pipeline.ingest(sys.argv[1:], warehouse, settings, Overrides(), now)
pipeline.extract(warehouse, FirstWords(), settings, now)
pipeline.publish(warehouse, settings, now)
"""
ROWS = {
    "articles": "SELECT article_id, text, language FROM ledger.articles",
    "appearances": "SELECT appearance_id, article_id, address, published, published_basis FROM ledger.appearances",
    "extractions": "SELECT extraction_id, article_id, model, revision FROM ledger.extractions",
    "assertions": "SELECT extraction_id, claim_id, char_start, char_end, quote FROM ledger.assertions",
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("source") / "articles.jsonl"
    sentence = "The talks of round {} will begin on Monday, the envoy said, and may last for a week.\n"
    records = ({"id": f"a{n}", "text": sentence.format(n) * 20, "published": "2017-01-27"} for n in range(ARTICLES))
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def started(source: Path, settings: Settings) -> "subprocess.Popen[str]":
    environment = os.environ | {
        "FORESAID_WAREHOUSE": settings.warehouse,
        "FORESAID_PUBLISHED_COPY": str(settings.published_copy),
        "FORESAID_BATCH_SIZE": "20",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", RUN, str(source)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, cwd=settings.published_copy.parent
    )


def rows(settings: Settings) -> dict[str, list[str]]:
    warehouse = Warehouse.at(settings)
    return {name: sorted(map(repr, warehouse.query(statement).rows)) for name, statement in ROWS.items()}


def undisturbed(source: Path, settings: Settings) -> dict[str, list[str]]:
    process = started(source, settings)
    process.communicate(timeout=120)
    assert process.returncode == 0
    return rows(settings)


def beside(settings: Settings, name: str) -> Settings:
    folder = settings.published_copy.parent / name
    folder.mkdir()
    return settings.model_copy(update={"warehouse": str(folder / "w.duckdb"), "published_copy": folder / "a.duckdb"})


def test_killed_at_random_moments(source: Path, settings: Settings) -> None:
    expected = undisturbed(source, beside(settings, "whole"))
    chance = random.Random(20170127)
    broken = beside(settings, "broken")
    for _ in range(KILLS):
        process = started(source, broken)
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(timeout=chance.uniform(0.0, 1.5))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
    assert undisturbed(source, broken) == expected
    assert Warehouse.at(broken).check() == []
    assert len(expected["articles"]) == ARTICLES


def test_four_at_once(source: Path, settings: Settings) -> None:
    expected = undisturbed(source, beside(settings, "whole"))
    shared = beside(settings, "shared")
    processes = [started(source, shared) for _ in range(4)]
    for process in processes:
        process.communicate(timeout=240)
        assert process.returncode == 0
    assert rows(shared) == expected
