import io
import sys
from pathlib import Path

import click
import pytest

from review import destination
from schemas.errors import ForesaidError


def test_text_keeps_its_line_ends(tmp_path: Path) -> None:
    with destination.for_text(tmp_path / "file.txt") as stream:
        stream.write("Müller\r\n")
    assert (tmp_path / "file.txt").read_bytes() == "Müller\r\n".encode()


def test_without_a_path_it_is_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    with destination.for_text(None) as stream:
        stream.write("shown\n")
        stream.flush()
    assert capfd.readouterr().out == "shown\n"


def test_bytes_are_not_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(click.UsageError, match="--output"), destination.for_bytes(None):
        pass


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ForesaidError, match="cannot be written"), destination.for_bytes(tmp_path):
        pass
