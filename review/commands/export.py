"""`foresaid export`: what is in the ledger, for other programs."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from review import exchange
from review.destination import output_option
from review.exchange import FileFormat
from review.parameters import OneOf
from schemas import Kind, load_settings
from warehouse import Warehouse

CLAIMS, PREDICTIONS = FINDINGS = ("claims", "predictions")


@click.command()
@click.argument("what", default=CLAIMS)
@click.option("--format", "fmt", type=OneOf(FileFormat), help="jsonl unless given; for fatebook csv.")
@output_option
@click.option("--revision", help="The findings of this revision of the extractor, not the current ones.")
@click.option("--all", "every", is_flag=True, help="The findings of every reading; is_current marks those that count.")
def export(what: str, fmt: FileFormat | None, path: Path | None, revision: str | None, every: bool) -> None:
    """Write out claims and predictions with their exact words and places, or what else is known.

    \b
    claims       every assertion, claims and predictions alike
    predictions  predictions alone
    claimreview  settled predictions as schema.org ClaimReview
    fatebook     predictions as Fatebook exports them
    scores, …    any view that docs/tables.md describes

    In claims and predictions 'doc' is the file name or URL, 'char_start' and 'char_end' are half-open offsets into the
    stored text, 'start' and 'end' are inclusive days, 'source' is 'author' for the article's own voice.
    docs/exchange.md describes the other forms.
    """
    if every and revision:
        raise click.UsageError("--all is every revision; leave --revision out.")
    if (every or revision) and what not in FINDINGS:
        raise click.UsageError("--all and --revision go with claims and predictions.")
    house = Warehouse.at(load_settings())
    found = _findings(house, what, revision, every) if what in FINDINGS else _other(house, what)
    if found is None:
        click.echo("Nothing to export.", err=True)
        return
    chosen = fmt or found.formats[0]
    if chosen not in found.formats:
        raise click.UsageError(f"{what} is written as {' or '.join(found.formats)}.")
    found.write(chosen, path)


def _findings(house: Warehouse, what: str, revision: str | None, every: bool) -> exchange.Table | None:
    rows = house.export_all() if every else house.export(revision)
    return exchange.findings(house, _wanted(rows, what))


def _wanted(rows: Iterable[dict[str, Any]], what: str) -> Iterator[dict[str, Any]]:
    return (row for row in rows if what == CLAIMS or row["kind"] == Kind.PREDICTION)


def _other(house: Warehouse, what: str) -> exchange.Table | exchange.Reviews:
    match what:
        case "claimreview":
            return exchange.reviews(house, load_settings())
        case "fatebook":
            return exchange.questions(house)
    return exchange.view(house, what)
