"""The doctor by the command: a row a finding, and an exit code that a script can act on."""

import json

import pytest

from flows.health import machine, schedules
from review.exits import Exit
from schemas import Settings
from tests.review.conftest import Run
from warehouse import Warehouse


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The word list, and no Prefect."""
    monkeypatch.setenv("FORESAID_EXTRACTOR", "wordlist")
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setattr(schedules, "DEFAULT", "http://127.0.0.1:9/api")
    monkeypatch.setattr(machine, "ROOM_MIB", 1)
    monkeypatch.setattr(machine, "MEMORY_MIB", 1)


def test_a_fresh_installation_is_well(run: Run) -> None:
    done = run("doctor", "--format", "json")
    assert done.exit_code == Exit.DONE, done.output
    assert {row["state"] for row in json.loads(done.stdout)} == {"well", "note"}


def test_what_is_wrong_is_said_with_what_to_do(run: Run, told: Warehouse, settings: Settings) -> None:
    done = run("doctor")
    assert done.exit_code == Exit.SOME_FAILED
    assert "`foresaid publish` makes it." in done.stdout
    run("publish")
    run("backup")
    assert run("doctor").exit_code == Exit.DONE
