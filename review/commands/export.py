"""`foresaid export`: the ledger's rows for other programs, streamed."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

import click

from review import output
from review.output import Format
from review.parameters import OneOf
from schemas import Kind, load_settings
from schemas.errors import ForesaidError
from warehouse import Warehouse

EXPORT_FORMATS = [fmt for fmt in Format if fmt is not Format.TABLE]


class Exported(StrEnum):
    """What can be written out."""

    CLAIMS = "claims"
    """Every assertion, claims and predictions alike."""
    PREDICTIONS = "predictions"
    """Predictions alone."""


@click.command()
@click.argument("what", type=OneOf(Exported), default=Exported.CLAIMS.value)
@click.option("--format", "fmt", type=OneOf(EXPORT_FORMATS), default=Format.JSONL.value, show_default=True)
@click.option("--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@click.option("--revision", help="The findings of this revision of the extractor, not the current ones.")
@click.option("--all", "every", is_flag=True, help="The findings of every reading; is_current marks those that count.")
def export(what: Exported, fmt: Format, path: Path | None, revision: str | None, every: bool) -> None:
    """Write out claims and predictions with their exact words and places.

    'doc' is the file name or URL, 'char_start' and 'char_end' are half-open offsets into the stored text, 'start' and
    'end' are inclusive days, 'source' is 'author' for the article's own voice.
    """
    if every and revision:
        raise click.UsageError("--all is every revision; leave --revision out.")
    house = Warehouse.at(load_settings())
    rows = house.export_all() if every else house.export(revision)
    with _opened(path) as stream:
        _write(_wanted(rows, what), fmt, stream)


def _wanted(rows: Iterable[dict[str, Any]], what: Exported) -> Iterator[dict[str, Any]]:
    return (row for row in rows if what is Exported.CLAIMS or row["kind"] == Kind.PREDICTION)


def _write(rows: Iterator[dict[str, Any]], fmt: Format, stream: TextIO) -> None:
    first = next(rows, None)
    if first is None:
        click.echo("Nothing to export.", err=True)
        return
    output.write(tuple(first), (tuple(row.values()) for row in chain([first], rows)), fmt, stream)


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise ForesaidError(f"{path} cannot be written ({error.strerror}).") from None
