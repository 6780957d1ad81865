"""What Prefect says of runs, from answers of a server that is a fake."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest

from flows.health import Finding, State, schedules

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


class Answering(BaseHTTPRequestHandler):
    """Answers every question for runs with `runs`, and keeps the question."""

    runs: ClassVar[list[dict[str, Any]]] = []
    asked: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        self.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        answer = json.dumps(self.runs).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def prefect(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Answering]]:
    server = HTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{server.server_port}/api")
    yield Answering
    server.shutdown()
    thread.join()
    server.server_close()


def run(state: str, ago: timedelta = timedelta(hours=1), message: str | None = None) -> dict[str, Any]:
    return {
        "name": "blue-fox",
        "state_name": state,
        "expected_start_time": (NOW - ago).isoformat(),
        "state": {"message": message},
    }


def found(server: type[Answering], *runs: dict[str, Any]) -> dict[str, Finding]:
    server.runs = list(runs)
    return {finding.what: finding for finding in schedules.findings(NOW)}


def test_runs_that_went_well(prefect: type[Answering]) -> None:
    shown = found(prefect, run("Completed"), run("Completed"), run("Scheduled", timedelta(minutes=1)))
    assert {name: finding.state for name, finding in shown.items()} == {"schedules": State.WELL}
    assert "2 runs completed" in shown["schedules"].said
    assert prefect.asked[-1]["flow_runs"]["tags"] == {"all_": ["foresaid"]}


def test_runs_that_nobody_takes(prefect: type[Answering]) -> None:
    late = found(prefect, run("Late", timedelta(hours=3)), run("Late"))["late runs"]
    assert (late.state, late.said) == (State.WRONG, "2 runs are late, the first since 2026-11-29 09:00 UTC.")


def test_runs_that_ended_badly(prefect: type[Answering]) -> None:
    shown = found(prefect, run("Crashed"), run("Failed"), run("Failed", message="The disk\nis full."))
    assert shown["crashed runs"].said == "1 runs crashed in the last day; the last one, blue-fox: it does not say why"
    assert shown["failed runs"].said.endswith(
        "2 runs failed in the last day; the last one, blue-fox: The disk is full."
    )


def test_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    (finding,) = schedules.findings(NOW)
    assert (finding.state, "127.0.0.1:9" in finding.said) == (State.WRONG, True)
    monkeypatch.delenv("PREFECT_API_URL")
    monkeypatch.setattr(schedules, "DEFAULT", "http://127.0.0.1:9/api")
    (finding,) = schedules.findings(NOW)
    assert (finding.state, "foresaid serve" in finding.advice) == (State.NOTE, True)


def test_something_else_that_answers(prefect: type[Answering], monkeypatch: pytest.MonkeyPatch) -> None:
    prefect.runs = {"detail": "no"}  # type: ignore[assignment]
    (finding,) = schedules.findings(NOW)
    assert finding.state is State.WRONG
