import gzip
import socket
import time
from typing import Any

import pytest

from flows.readers import web
from flows.readers.web import Answer, Fetcher, Validators, is_public
from schemas import Settings
from schemas.errors import ReadError
from tests.flows.site import Page, Request, Site


class Clock:
    """Sleeps that take no time."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(local: Settings, clock: Clock) -> Fetcher:
    return Fetcher(local, clock.sleep)


def refusal(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(ReadError) as refused:
        fetcher.fetch(url)
    assert url in str(refused.value)
    return refused.value.reason


def redirect(target: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": target})


def test_page_is_fetched_under_our_name(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Page("<p>é</p>".encode(), headers={"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'})
    answer = fetcher.fetch(site.url("/a"))
    assert (answer.url, answer.data.decode(), answer.media_type, answer.charset) == (
        site.url("/a"),
        "<p>é</p>",
        "text/html",
        "utf-8",
    )
    assert answer.validators.etag == '"1"'
    (request,) = site.requests
    assert request.headers["User-Agent"].startswith("foresaid/")
    assert request.headers["Host"] == site.address.removeprefix("http://")


def test_unchanged_page_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    def page(request: Request) -> Page:
        known = (
            request.headers.get("If-None-Match") == '"1"' and request.headers.get("If-Modified-Since") == "yesterday"
        )
        return Page(status=304) if known else Page(b"new")

    site.pages["/a"] = page
    assert fetcher.fetch(site.url("/a"), Validators(etag='"1"', last_modified="yesterday")).is_unchanged
    assert fetcher.fetch(site.url("/a"), Validators(etag='"0"')).data == b"new"


def test_redirections_are_followed_and_a_move_for_good_is_told(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/old": redirect("/new", 301), "/here": redirect("/new"), "/new": Page(b"text")}
    moved = fetcher.fetch(site.url("/old"))
    assert (moved.url, moved.moved_to) == (site.url("/new"), site.url("/new"))
    assert fetcher.fetch(site.url("/here")).moved_to is None


def test_redirections_that_lead_nowhere(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert refusal(fetcher, site.url("/a")) == "redirects"
    assert len(site.requests) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example"])
def test_redirection_to_another_scheme_is_refused(site: Site, fetcher: Fetcher, target: str) -> None:
    site.pages["/a"] = redirect(target)
    with pytest.raises(ReadError) as refused:
        fetcher.fetch(site.url("/a"))
    assert refused.value.reason == "bad_url"


@pytest.mark.parametrize("url", ["http://", "http:///path", "http://[::1", "http://a b/", "http://\x00/"])
def test_what_is_no_address_is_refused(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(ReadError) as refused:
        fetcher.fetch(url)
    assert refused.value.reason in ("bad_url", "unreachable")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"],
)
def test_private_addresses_are_refused(settings: Settings, host: str, clock: Clock) -> None:
    with pytest.raises(ReadError) as refused:
        Fetcher(settings, clock.sleep).fetch(f"http://{host}/")
    assert refused.value.reason == "private_address"
    assert "FORESAID_ALLOW_PRIVATE_ADDRESSES" in str(refused.value)


def test_redirection_into_a_private_network_is_refused(
    site: Site, local: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first hop counts as public here, the second is checked anew."""
    site.pages["/a"] = redirect("http://10.0.0.1/")
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(ReadError) as refused:
        Fetcher(local.model_copy(update={"allow_private_addresses": False}), clock.sleep).fetch(site.url("/a"))
    assert refused.value.reason == "private_address"
    assert len(site.requests) == 1


def test_connection_goes_to_the_address_that_was_checked(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that answers otherwise when asked again is not asked again."""
    real, asked = socket.getaddrinfo, []

    def lookup(host: Any, *rest: Any, **options: Any) -> Any:
        asked.append(host)
        return real("127.0.0.1" if host == "rebinding.example" else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    site.pages["/a"] = Page(b"text")
    port = site.address.rpartition(":")[2]
    assert fetcher.fetch(f"http://rebinding.example:{port}/a").data == b"text"
    assert asked.count("rebinding.example") == 1
    assert site.requests[0].headers["Host"] == f"rebinding.example:{port}"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


def dripping(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.05)


def dripping_headers(connection: socket.socket) -> None:
    for _ in range(200):
        connection.sendall(b"X: y\r\n" if _ else b"HTTP/1.1 200 OK\r\n")
        time.sleep(0.05)


def hanging(connection: socket.socket) -> None:
    connection.settimeout(20)
    connection.recv(65536)
    while connection.recv(65536):
        pass


def lying(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")


def nonsense(connection: socket.socket) -> None:
    connection.sendall(b"\x16\x03\x01 this is no HTTP\r\n\r\n")


@pytest.mark.parametrize(
    ("drama", "reason"),
    [
        (endless, "too_large"),
        (dripping, "too_slow"),
        (dripping_headers, "too_slow"),
        (hanging, "too_slow"),
        (lying, "unreachable"),
        (nonsense, "unreachable"),
    ],
)
def test_hostile_servers_come_to_an_end(site: Site, local: Settings, clock: Clock, drama: Any, reason: str) -> None:
    site.pages["/a"] = Page(drama=drama)
    impatient = Fetcher(local.model_copy(update={"fetch_timeout": 0.3}), clock.sleep)
    started = time.monotonic()
    assert refusal(impatient, site.url("/a")) == reason
    assert time.monotonic() - started < 5


def test_packed_body_that_grows_is_stopped_at_the_limit(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Page(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"})
    assert refusal(fetcher, site.url("/a")) == "too_large"


@pytest.mark.parametrize(
    ("status", "reason", "tries"), [(404, "gone", 1), (410, "gone", 1), (403, "refused", 1), (503, "unavailable", 3)]
)
def test_what_may_pass_is_tried_again(
    site: Site, fetcher: Fetcher, clock: Clock, status: int, reason: str, tries: int
) -> None:
    site.pages["/a"] = Page(status=status)
    assert refusal(fetcher, site.url("/a")) == reason
    assert (site.asked("/a"), len(clock.slept)) == (tries, tries - 1)


def test_server_that_recovers(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    answers = iter([Page(status=503, headers={"Retry-After": "7"}), Page(b"text")])
    site.pages["/a"] = lambda _: next(answers)
    assert fetcher.fetch(site.url("/a")).data == b"text"
    assert clock.slept == [7.0]


def test_nobody_there(fetcher: Fetcher) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert refusal(fetcher, f"http://127.0.0.1:{port}/") == "unreachable"


def test_requests_to_one_host_are_apart(site: Site, local: Settings, clock: Clock) -> None:
    site.pages |= {"/a": Page(b"a"), "/b": Page(b"b")}
    polite = Fetcher(local.model_copy(update={"host_pause": 60.0}), clock.sleep)
    assert [polite.fetch(site.url(path)).data for path in ("/a", "/b")] == [b"a", b"b"]
    assert len(clock.slept) == 1
    assert 50 < clock.slept[0] <= 60


def test_answer_is_a_stream() -> None:
    stream = Answer(url="https://a.example/a", data=b"text", media_type="text/plain").stream()
    assert (stream.peek(), stream.address, stream.media_type) == (b"text", "https://a.example/a", "text/plain")
