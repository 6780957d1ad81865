"""`foresaid sql`: one reading statement over the published copy, or the live warehouse."""

import sys

import click

from review import output
from review.output import Format
from review.parameters import format_option
from schemas import load_settings
from warehouse import Published, Warehouse

SECONDS = 60.0  # what a question may take unless told otherwise


@click.command()
@click.argument("statement")
@click.option("--live", is_flag=True, help="Ask the live warehouse; others wait meanwhile.")
@click.option("--max-rows", type=click.IntRange(min=1), help="Cut the answer after so many rows.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), default=SECONDS, show_default=True)
@format_option
def sql(statement: str, live: bool, max_rows: int | None, seconds: float, fmt: Format) -> None:
    """Ask in SQL: the statement, or '-' to read it from standard input.

    It is put to the copy that `foresaid publish` and every ingest write. docs/tables.md describes the views.
    """
    settings = load_settings()
    place = Warehouse.at(settings) if live else Published(settings.published_copy)
    text = sys.stdin.read() if statement == "-" else statement
    answer = place.query(text, max_rows=max_rows, seconds=seconds)
    output.write(answer.columns, answer.rows, fmt)
    if answer.is_cut:
        click.echo(f"Cut after {len(answer.rows)} rows; there are more.", err=True)
