"""A Prefect server and `foresaid serve` as processes of their own, and what the server's API says of them."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 600.0
"""Seconds for whatever takes some on an idle machine; a busy one takes minutes."""
ENDED = ("Completed", "Failed", "Crashed", "Cancelled")


class Server:
    """A server's API, as far as the tests ask it."""

    def __init__(self, url: str) -> None:
        self.url = url

    def is_up(self) -> bool:
        try:
            return self._request("GET", "/health").is_success
        except httpx.HTTPError:
            return False

    def ask(self, what: str, **body: object) -> list[dict[str, Any]]:
        """The objects of a kind that fit a filter."""
        found = self._answer("POST", f"/{what}/filter", body)
        return list(found["events"] if what == "events" else found)

    def start(self, deployment: str) -> str:
        """Have a deployment run now; the run's id."""
        found = self._answer("GET", f"/deployments/name/{deployment}")
        wanted = {"state": {"type": "SCHEDULED"}, "idempotency_key": str(uuid4())}
        return str(self._answer("POST", f"/deployments/{found['id']}/create_flow_run", wanted)["id"])

    def state(self, run: str) -> str:
        return str(self._answer("GET", f"/flow_runs/{run}")["state"]["name"])

    def message(self, run: str) -> str:
        return str(self._answer("GET", f"/flow_runs/{run}")["state"]["message"])

    def end(self, run: str) -> str:
        """How a run ends."""
        until(lambda: self.state(run) in ENDED)
        return self.state(run)

    def artifact(self, key: str) -> str:
        return str(self._answer("GET", f"/artifacts/{key}/latest")["data"])

    def _answer(self, method: str, url: str, body: dict[str, Any] | None = None) -> Any:
        """What the server says; asked again while it is too busy to answer."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                answer = self._request(method, url, body)
                if answer.status_code < 500:
                    return answer.raise_for_status().json()
            except httpx.TransportError:
                pass
            assert time.monotonic() < deadline, f"no answer to {method} {url}"
            time.sleep(1)

    def _request(self, method: str, url: str, body: dict[str, Any] | None = None) -> httpx.Response:
        """One request over a connection of its own: a kept one that a busy server drops would be left open."""
        return httpx.request(method, self.url + url, json=body, timeout=60, trust_env=False)


def until(is_so: Any, patience: float = PATIENCE) -> float:
    """Wait until something is so; the seconds that it took."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < patience, "it took too long"
        time.sleep(0.5)
    return time.monotonic() - began


@contextmanager
def server(home: Path) -> Iterator[Server]:
    """A server with a database of its own."""
    port = str(_free_port())
    environment = os.environ | {"PREFECT_HOME": str(home), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", port]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = Server(f"http://127.0.0.1:{port}/api")
    try:
        until(found.is_up)
        yield found
    finally:
        process.terminate()
        process.wait()


@contextmanager
def served(found: Server, environment: dict[str, str], *sources: str) -> Iterator["subprocess.Popen[bytes]"]:
    """`foresaid serve` as the leader of a process group, with its log in `serve.log` beside the warehouse."""
    log = Path(environment["FORESAID_WAREHOUSE"]).with_name("serve.log")
    given = os.environ | environment | {"PREFECT_API_URL": found.url, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "review.cli", "serve", *sources]
    with log.open("ab") as stream:
        process = subprocess.Popen(command, env=given, cwd=log.parent, stdout=stream, stderr=stream, process_group=0)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait()


def kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and all that it started, as when the power goes."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
