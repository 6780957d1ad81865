"""A web site on this machine: paths and what they answer, and every request that came."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]


@dataclass
class Page:
    """An answer: a status, headers and a body; or a `drama` that writes to the socket itself."""

    body: bytes = b""
    status: int = 200
    headers: Headers = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    drama: Callable[[socket.socket], None] | None = None


@dataclass
class Request:
    path: str
    headers: Headers


class Site:
    """Set `pages[path]` to an answer or to a function of the request that gives one; look at `requests` afterwards."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page | Callable[[Request], Page]] = {}
        self.requests: list[Request] = []

    def url(self, path: str) -> str:
        return f"{self.address}{path}"

    def asked(self, path: str) -> int:
        return sum(request.path == path for request in self.requests)

    def answer(self, request: Request) -> Page:
        self.requests.append(request)
        page = self.pages.get(request.path, Page(b"not here", status=404))
        return page if isinstance(page, Page) else page(request)


@contextmanager
def served() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.site = Site(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.site  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = self.server.site.answer(Request(self.path, dict(self.headers)))  # type: ignore[attr-defined]
        try:
            self._send(page)
        except OSError:
            self.close_connection = True  # the reader hung up, as it should on some pages

    def _send(self, page: Page) -> None:
        if page.drama:
            page.drama(self.connection)
            self.close_connection = True
            return
        self.send_response(page.status)
        for name, value in ({"Content-Length": str(len(page.body))} | page.headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, format: str, *args: object) -> None:
        """Tests read the requests, nobody reads a log."""
