"""Whatever is given: each ends in articles or in failures with a sentence, and what stands beside it is read."""

import errno
import gzip
import os
import re
from pathlib import Path

import pytest

from schemas import Article, Failure
from schemas.errors import NoRoom
from tests.flows.conftest import Read

GOOD = "The bank may wait until March, its governor said on Friday."
NOISE = os.urandom(5000)

FILES: dict[str, tuple[bytes, list[str]]] = {
    "empty.txt": (b"", ["empty"]),
    "blank.txt": (b" \r\n\t\n", ["empty"]),
    "binary.txt": (NOISE, ["not_text"]),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + NOISE, ["not_text"]),
    "huge.txt": (b"word " * 300_000, ["too_large"]),
    "huge.json": (b'{"text": "' + b"x" * 1_200_000 + b'"}', ["too_large"]),
    "wrong-encoding.txt": (GOOD.replace("may", "“may”").encode("cp1252"), ["read"]),
    "utf-16.txt": (GOOD.encode("utf-16"), ["read"]),
    "broken.html": (b"<html><body><p>" + GOOD.encode() + b" " + GOOD.encode() + b"<div <span><p", ["read"]),
    "no-article.html": (b"<html><body></body></html>", ["no_text"]),
    "broken.pdf": (b"%PDF-1.7\n" + NOISE, ["broken_pdf"]),
    "broken.json": (b'{"text": "cut o', ["not_json"]),
    "no-text.json": (b'{"title": "T"}', ["no_text_field"]),
    "surrogate.json": (b'{"text": "half a character: \\ud800"}', ["not_unicode"]),
    "mixed.jsonl": (
        b'{"text": "It may rain."}\n{broken\n17\n{"text": "It may snow."}\n',
        ["read", "not_json", "no_text_field", "read"],
    ),
    "bomb.jsonl.gz": (gzip.compress(bytes(30_000_000)), ["bomb"]),
    "cut-off.txt.gz": (gzip.compress(NOISE)[:1000], ["broken_gzip"]),
    "no-mail.eml": (b"no headers at all", ["not_mail"]),
    "attack.xml": (b'<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><title>&a;</title></channel></rss>', ["hostile"]),
    "deep.json": (b"[" * 200_000, ["not_json"]),
    "deep.html": (b"<div>" * 100_000 + GOOD.encode(), ["no_text"]),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bad")
    for name, (data, _) in FILES.items():
        (path / name).write_bytes(data)
    (path / "zz-good.txt").write_text(GOOD)
    return path


def outcomes(found: list[Article | Failure]) -> list[str]:
    return [item.reason if isinstance(item, Failure) else "read" for item in found]


@pytest.mark.parametrize("name", FILES)
def test_file(folder: Path, readings: Read, name: str) -> None:
    found = readings(folder / name)
    assert outcomes(found) == FILES[name][1]
    for item in found:
        if isinstance(item, Failure):
            assert re.search(r"[;(]", item.message), "a sentence that says what to do"
            assert name.removesuffix(".gz") in item.message


def test_folder_of_them_all_is_read_to_its_end(folder: Path, readings: Read) -> None:
    found = readings(folder)
    assert len(found) == sum(len(expected) for _, expected in FILES.values()) + 1
    assert isinstance(found[-1], Article)
    assert found[-1].text == GOOD


def test_missing_file(tmp_path: Path, readings: Read) -> None:
    (failure,) = readings(tmp_path / "nothing.txt")
    assert isinstance(failure, Failure)
    assert failure.message == f"{tmp_path / 'nothing.txt'} does not exist; check the path."


def test_folder_without_files(tmp_path: Path, readings: Read) -> None:
    assert outcomes(readings(tmp_path)) == ["empty"]


def test_what_a_folder_leaves_out_is_said(tmp_path: Path, readings: Read) -> None:
    for name in ("a.txt", "b.jpg", "c.py", "d", ".hidden.txt", "e.md.gz"):
        data = GOOD.encode() + name.encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(GOOD)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "f.txt").write_text(GOOD + "f")
    *read, left_out = readings(tmp_path)
    assert [item.address for item in read] == ["a.txt", "e.md", "sub/f.txt"]
    assert isinstance(left_out, Failure)
    assert "3 files" in left_out.message
    assert ".jpg, .py, no ending" in left_out.message


def test_file_that_may_not_be_opened(tmp_path: Path, readings: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A superuser may open everything, so the refusal is made up."""
    (tmp_path / "a.txt").write_text(GOOD)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (failure,) = readings(tmp_path / "a.txt")
    assert isinstance(failure, Failure)
    assert (failure.reason, "Permission denied" in failure.message) == ("unreadable", True)


def test_folder_that_may_not_be_opened(tmp_path: Path, readings: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert outcomes(readings(tmp_path)) == ["unreadable"]


def test_links_in_a_circle_are_not_followed(tmp_path: Path, readings: Read) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "circle").symlink_to(tmp_path)
    assert outcomes(readings(tmp_path)) == ["read"]


def test_endless_file(readings: Read) -> None:
    assert outcomes(readings("/dev/zero")) == ["too_large"]


def test_machine_without_room_is_no_fault_of_a_document(
    tmp_path: Path, readings: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.readers import forms

    def fill(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setitem(forms._BY_ENDING, ".txt", fill)
    (tmp_path / "a.txt").write_text(GOOD)
    with pytest.raises(NoRoom, match="free some space"):
        readings(tmp_path)


def test_reader_that_crashes_is_a_failure(tmp_path: Path, readings: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.readers import forms

    def crash(_: object) -> None:
        raise ValueError("nobody thought of this")

    monkeypatch.setitem(forms._BY_ENDING, ".txt", crash)
    (tmp_path / "a.txt").write_text(GOOD)
    (failure,) = readings(tmp_path / "a.txt")
    assert isinstance(failure, Failure)
    assert (failure.reason, "ValueError: nobody thought of this" in failure.message) == ("crashed", True)
