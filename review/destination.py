"""Where a command writes to: a file, or standard output. A file that cannot be written is refused with the reason."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from schemas.errors import ForesaidError

output_option = click.option(
    "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output."
)


@contextmanager
def for_text(path: Path | None) -> Iterator[TextIO]:
    """A stream of UTF-8 text that keeps line ends as they are written."""
    if path is None:
        yield sys.stdout
        return
    with _refusing(path), path.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def for_bytes(path: Path | None) -> Iterator[BinaryIO]:
    """A stream of bytes. Refuses a terminal, on which they would say nothing."""
    if path is None:
        if sys.stdout.isatty():
            raise click.UsageError("This is not for reading on a terminal; name a file with --output.")
        yield sys.stdout.buffer
        return
    with _refusing(path), path.open("wb") as stream:
        yield stream


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ForesaidError(f"{path} cannot be written ({error.strerror}).") from None
