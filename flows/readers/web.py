"""Fetching: one document from one address, by plain HTTP(S), with limits on everything.

An address is refused that is no http(s) URL or leads into a private network or to this machine, unless settings allow
it; so is each hop of a redirection. The connection goes to the very address that was checked, so that a name cannot
change its meaning in between. Size, time and the number of hops are limited; what may pass by itself is tried again.
Refuses proxies from the environment: they would resolve names out of sight.
"""

import asyncio
import ipaddress
import random
import socket
import ssl
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from flows.readers.streams import Stream, opened, too_large
from schemas import Settings
from schemas.errors import ReadError
from schemas.record import Record

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"foresaid/{version('foresaid')}"
_MAX_HOPS = 5
_TRIES = 3
_MAX_RETRY_AFTER = 30.0
_PASSING = {429, 500, 502, 503, 504}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5"


class Validators(Record):
    """What a server gave to ask it whether a document has changed."""

    etag: str | None = None
    last_modified: str | None = None


class Answer(Record):
    """What a server sent. `is_unchanged` says that it has nothing new; then there is no data."""

    url: str
    """The address after all redirections."""
    data: bytes = b""
    media_type: str = ""
    charset: str | None = None
    validators: Validators = Validators()
    is_unchanged: bool = False
    moved_to: str | None = None
    """The new address, where the server says that the document has moved for good."""

    def stream(self) -> Stream:
        """The answer's body as a stream to be read."""
        return Stream(self.url, opened(BytesIO(self.data)), self.media_type, self.charset)


class Fetcher:
    """Fetches documents within the limits of the settings; waits between two requests to one host.

    `fetch` raises `ReadError`: `bad_url`, `private_address`, `unreachable`, `too_slow`, `too_large`, `redirects`,
    `gone` (404, 410), `unavailable` (an overloaded or broken server), `refused` (other answers than 200).
    """

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        self._settings = settings
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def fetch(self, url: str, validators: Validators | None = None) -> Answer:
        """The document at `url`; with `validators`, only if it has changed."""
        for attempt in range(1, _TRIES + 1):
            self._wait_for_turn(url)
            try:
                return asyncio.run(_fetched(url, validators or Validators(), self._settings))
            except _MayPassError as error:
                if attempt == _TRIES:
                    raise error.final from None
                self._sleep(error.retry_after or self._pause(attempt))
        raise AssertionError("unreachable")

    def _pause(self, attempt: int) -> float:
        """The host's pause, doubled with each try, and up to as much again by chance."""
        return float(self._settings.host_pause * 2**attempt * (1 + random.random()))  # noqa: S311

    def _wait_for_turn(self, url: str) -> None:
        host = url.split("/")[2] if url.count("/") >= 2 else url
        wait = self._last.get(host, 0.0) + self._settings.host_pause - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        self._last[host] = time.monotonic()


class _MayPassError(Exception):
    """A failure that another try may not meet; carries what to raise if it does, and what the server asks to wait."""

    def __init__(self, final: ReadError, retry_after: float = 0.0) -> None:
        super().__init__(str(final))
        self.final = final
        self.retry_after = retry_after


async def _fetched(url: str, validators: Validators, settings: Settings) -> Answer:
    import httpx

    try:
        async with asyncio.timeout(settings.fetch_timeout):
            return await _followed(url, validators, settings)
    except TimeoutError:
        raise _MayPassError(
            ReadError(
                url,
                "too_slow",
                f"{url} did not arrive within {settings.fetch_timeout:g} seconds; try later, "
                "or raise FORESAID_FETCH_TIMEOUT.",
            )
        ) from None
    except (httpx.HTTPError, OSError, UnicodeError) as error:
        raise _MayPassError(
            ReadError(url, "unreachable", f"{url} cannot be reached ({_said(error)}); check the address or try later.")
        ) from None
    except httpx.InvalidURL:
        raise _bad_url(url) from None


async def _followed(url: str, validators: Validators, settings: Settings) -> Answer:
    import httpx

    moved_to: str | None = None
    is_permanent = True
    here = url
    async with httpx.AsyncClient(trust_env=False, verify=_certificates(), timeout=settings.fetch_timeout) as client:
        for _ in range(_MAX_HOPS + 1):
            request = await _request(client, httpx.URL(here), validators, settings)
            response = await client.send(request, stream=True, follow_redirects=False)
            try:
                if not response.has_redirect_location:
                    return await _answer(response, url, here, moved_to, settings)
            finally:
                await response.aclose()
            here = str(httpx.URL(here).join(response.headers["Location"]))
            is_permanent = is_permanent and response.status_code in (301, 308)
            moved_to = here if is_permanent else None
    raise ReadError(
        url, "redirects", f"{url} leads on more than {_MAX_HOPS} times; give the address it should lead to."
    )


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust; reading the list takes longer than most answers, so it is read once."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


async def _request(
    client: "httpx.AsyncClient", url: "httpx.URL", validators: Validators, settings: Settings
) -> "httpx.Request":
    """A request to the checked address itself, under the host's name."""
    if url.scheme not in ("http", "https") or not url.host:
        raise _bad_url(str(url))
    address = await _checked_address(url, settings.allow_private_addresses)
    headers = {"Host": url.netloc.decode("ascii"), "User-Agent": USER_AGENT, "Accept": _ACCEPT}
    if validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return client.build_request(
        "GET",
        url.copy_with(host=address, username=None, password=None),
        headers=headers,
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )


async def _checked_address(url: "httpx.URL", allow_private: bool) -> str:
    loop = asyncio.get_running_loop()
    port = url.port or (443 if url.scheme == "https" else 80)
    found = await loop.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    public = addresses if allow_private else [address for address in addresses if is_public(address)]
    if not public:
        raise ReadError(
            str(url),
            "private_address",
            f"{url} leads into a private network; set FORESAID_ALLOW_PRIVATE_ADDRESSES=true if that is meant.",
        )
    return public[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also when it wraps another address."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = (
            ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None)
        )
        ip = inner or ip
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


async def _answer(response: "httpx.Response", url: str, here: str, moved_to: str | None, settings: Settings) -> Answer:
    status = response.status_code
    if status == HTTPStatus.NOT_MODIFIED:
        return Answer(url=here, is_unchanged=True, moved_to=moved_to)
    if status != HTTPStatus.OK:
        raise _refusal(response, url)
    kind, _, _ = response.headers.get("Content-Type", "").partition(";")
    return Answer(
        url=here,
        data=await _body(response, url, settings.max_bytes),
        media_type=kind.strip().lower(),
        charset=response.charset_encoding,
        validators=Validators(etag=response.headers.get("ETag"), last_modified=response.headers.get("Last-Modified")),
        moved_to=moved_to,
    )


async def _body(response: "httpx.Response", url: str, max_bytes: int) -> bytes:
    """The body, unpacked. Stops at the limit, whatever length the server stated."""
    data = bytearray()
    async for chunk in response.aiter_bytes():
        data += chunk
        if len(data) > max_bytes:
            raise too_large(url, max_bytes)
    return bytes(data)


def _refusal(response: "httpx.Response", url: str) -> ReadError | _MayPassError:
    status = response.status_code
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return ReadError(url, "gone", f"{url} is not there any more (answer {status}); correct or remove the address.")
    if status in _PASSING:
        later = ReadError(url, "unavailable", f"{url} cannot be had now (answer {status} of its server); try later.")
        return _MayPassError(later, _retry_after(response))
    return ReadError(url, "refused", f"{url} was refused by its server (answer {status}); open it in a browser.")


def _retry_after(response: "httpx.Response") -> float:
    """The seconds that the server asks to wait, within reason."""
    value = response.headers.get("Retry-After", "")
    if value.isdigit():
        return min(float(value), _MAX_RETRY_AFTER)
    try:
        return min(max(0.0, parsedate_to_datetime(value).timestamp() - time.time()), _MAX_RETRY_AFTER)
    except (ValueError, TypeError):
        return 0.0


def _bad_url(url: str) -> ReadError:
    return ReadError(url, "bad_url", f"{url} is no address of the web; give one that begins with http:// or https://.")


def _said(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__
