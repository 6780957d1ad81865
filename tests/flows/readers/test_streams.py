import gzip
import os
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.readers.streams import Stream, lines, opened, unpacked, whole
from schemas.errors import ReadError

LIMIT = 1_000_000


def stream(data: bytes, address: str = "a.gz") -> Stream:
    return Stream(address, opened(BytesIO(data)))


@given(st.lists(st.binary(max_size=5000), min_size=1, max_size=4))
def test_members_are_unpacked_one_after_the_other(members: list[bytes]) -> None:
    inside = unpacked(stream(b"".join(map(gzip.compress, members))), LIMIT)
    assert inside.file.read() == b"".join(members)
    assert inside.address == "a"


def test_what_is_not_packed_passes() -> None:
    plain = stream(b"plain", "a.txt")
    assert unpacked(plain, LIMIT) is plain


def test_much_is_unpacked_without_holding_it() -> None:
    packed = gzip.compress(os.urandom(100_000) * 3)
    inside = unpacked(stream(packed), LIMIT)
    assert sum(iter(lambda: len(inside.file.read1(1000)), 0)) == 300_000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(os.urandom(100_000))[:5000], "broken_gzip"),
        (gzip.compress(b"text " * 100)[:-4], "broken_gzip"),
        (b"\x1f\x8b and no gzip", "broken_gzip"),
        (gzip.compress(b"fine") + b"\x1f\x8b and no gzip", "broken_gzip"),
        (gzip.compress(bytes(50_000_000)), "bomb"),
    ],
)
def test_damage_and_bombs_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        unpacked(stream(data), LIMIT).file.read()
    assert refused.value.reason == reason


def test_document_beyond_the_limit_is_refused() -> None:
    assert whole(stream(b"x" * 10), 10).data == b"x" * 10
    with pytest.raises(ReadError) as refused:
        whole(stream(b"x" * 11), 10)
    assert refused.value.reason == "too_large"


def test_long_line_is_passed_over_and_the_rest_goes_on() -> None:
    assert list(lines(stream(b"a\n" + b"x" * 100 + b"\nb\n" + b"y" * 50), 10)) == [b"a\n", None, b"b\n", None]
