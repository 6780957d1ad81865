"""Generators for tests: one that says what it is told to, and a server that does."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from models.backends.generative import Reply

FOUND: dict[str, Any] = {
    "sentence": 0,
    "quote": "the talks may resume in March",
    "kind": "prediction",
    "source": "Ana Okafor",
    "source_words": "she",
    "time": "in March",
    "cue": "may",
    "likelihood": "possible",
    "negated": False,
    "condition": "",
}


def answer(*found: dict[str, Any]) -> str:
    """An answer of assertions, each `FOUND` with the changes given."""
    return json.dumps({"assertions": [FOUND | changes for changes in found]})


@dataclass
class Told:
    """A generator that gives its replies one by one, and remembers what it was asked."""

    replies: list[Reply]
    name: str = "told"
    revision: str = "1"
    asked: list[str] = field(default_factory=list)

    def reply(self, instructions: str, question: str) -> Reply:
        assert "Answer with JSON alone" in instructions
        self.asked.append(question)
        return self.replies.pop(0) if self.replies else Reply(answer(), 10)


@dataclass(frozen=True)
class Said:
    """What a server says to one request: status, body, headers; `pause` seconds before every byte of the body."""

    body: object
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0


def completion(text: str, finish: str = "stop", tokens: int | None = 42) -> Said:
    usage = {"usage": {"total_tokens": tokens}} if tokens else {}
    return Said({"choices": [{"message": {"content": text}, "finish_reason": finish}], **usage})


@dataclass
class Server:
    """Its address, and the requests that it got."""

    address: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def serving(*sayings: Said) -> Iterator[Server]:
    """A server on the loopback that says these things one after the other, the last one for ever."""
    waiting = list(sayings)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(lambda: waiting.pop(0) if len(waiting) > 1 else waiting[0]))
    server.daemon_threads = True
    server.told = Server(f"http://127.0.0.1:{server.server_port}/v1")  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.told  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(following: Callable[[], Said]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told: Server = self.server.told  # type: ignore[attr-defined]
            told.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            told.keys.append(self.headers.get("Authorization"))
            told.paths.append(self.path)
            said = following()
            data = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
            self.send_response(said.status)
            for name, value in {"Content-Length": str(len(data)), "Connection": "close", **said.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self._write(data, said.pause)

        def _write(self, data: bytes, pause: float) -> None:
            try:
                for at in range(len(data)) if pause else ():
                    time.sleep(pause)
                    self.wfile.write(data[at : at + 1])
                    self.wfile.flush()
                self.wfile.write(data if not pause else b"")
            except OSError:
                pass  # the client has gone, as it should

        def log_message(self, *_: object) -> None:
            pass

    return Handler
