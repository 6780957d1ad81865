import gzip
import os
from pathlib import Path

import pytest

from schemas import Article, Failure
from tests.flows.conftest import Read

LARGE = os.urandom(500_001).hex().encode()
PAGE = (
    b"<html><body><p>%s will begin on 8 February, the envoy said, and may last for more than a week.</p></body></html>"
)
MESSAGE = b"From: Desk <d@x.example>\nSubject: %s\nMessage-ID: <%s@x>\n\nThe bank may wait for %s.\n"


def warc(*pages: tuple[str, str, str, bytes]) -> bytes:
    """An archive of answers: address, status, media type, body."""
    return b"".join(gzip.compress(record(*page)) for page in pages)


def record(address: str, status: str, media_type: str, body: bytes) -> bytes:
    answer = f"HTTP/1.0 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2020-05-05T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def addresses(found: list[Article | Failure]) -> list[str]:
    return [item.address for item in found]


def test_warc(tmp_path: Path, readings: Read) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        warc(
            ("https://a.example/1", "200 OK", "text/html; charset=utf-8", PAGE % b"Talks"),
            ("https://a.example/2", "404 Not Found", "text/html", PAGE % b"Nothing"),
            ("https://a.example/3", "200 OK", "image/png", b"\x89PNG"),
            ("https://a.example/4", "200 OK", "text/plain", LARGE),
            ("https://a.example/2017/01/27/5", "200 OK", "text/html", PAGE % b"Elections"),
        )
    )
    first, large, last = readings(path)
    assert isinstance(first, Article)
    assert isinstance(large, Failure)
    assert isinstance(last, Article)
    assert addresses([first, large, last]) == [
        "https://a.example/1",
        "https://a.example/4",
        "https://a.example/2017/01/27/5",
    ]
    assert (large.reason, first.published, str(last.published)) == ("too_large", None, "2017-01-27")


def test_warc_that_breaks_off(tmp_path: Path, readings: Read) -> None:
    path = tmp_path / "crawl.warc.gz"
    whole = warc(*((f"https://a.example/{n}", "200 OK", "text/html", PAGE % b"%d" % n) for n in range(3)))
    path.write_bytes(whole[:-200])
    found = readings(path)
    assert [item.reason if isinstance(item, Failure) else "read" for item in found][-1] in (
        "broken_gzip",
        "broken_warc",
    )
    assert isinstance(found[0], Article)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_mbox(tmp_path: Path, readings: Read, pack: type[bytes]) -> None:
    box = b"".join(
        b"From d@x.example Fri Jan 27 06:30:00 2017\n" + MESSAGE % (name, name, name) + b"\n>From now on it waits.\n\n"
        for name in (b"one", b"two")
    )
    path = tmp_path / "letters.mbox"
    path.write_bytes(pack(box + b"From d@x.example Fri Jan 27 06:30:00 2017\nSubject: long\n\n" + LARGE))
    one, two, long = readings(path)
    assert addresses([one, two, long]) == ["mid:one@x", "mid:two@x", "letters.mbox#3"]
    assert isinstance(one, Article)
    assert one.text == "The bank may wait for one.\n\nFrom now on it waits."
    assert isinstance(long, Failure)
    assert long.reason == "too_large"


def test_json_lines(tmp_path: Path, readings: Read) -> None:
    path = tmp_path / "records.jsonl.gz"
    lines = [
        b'{"text": "One will come.", "id": "a"}',
        b"",
        b"{broken",
        b'{"text": "' + LARGE + b'"}',
        b'{"text": "Two may."}',
    ]
    path.write_bytes(gzip.compress(b"\n".join(lines)))
    found = readings(path)
    assert addresses(found) == ["a", "records.jsonl#3", "records.jsonl#4", "records.jsonl#5"]
    assert [item.reason for item in found if isinstance(item, Failure)] == ["not_json", "too_large"]
