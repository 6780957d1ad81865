"""`foresaid claims` and `foresaid due`: what is in the ledger, and what of it wants a verdict."""

from datetime import date

import click

from review import output
from review.output import Format
from review.parameters import DAY, OUTCOMES, OneOf, format_option, today
from schemas import Kind, State, load_settings
from warehouse import Filter, Warehouse

LISTED = 50  # claims that are shown unless told otherwise

CLAIM_COLUMNS = (
    "claim_id", "stated_on", "kind", "headline", "source", "t_from", "t_to", "likelihood", "state", "outcome",
)  # fmt: skip
DUE_COLUMNS = ("claim_id", "reason", "due_on", "days_over", "headline", "source", "likelihood", "stated_on")


@click.command()
@click.option("--kind", type=OneOf(Kind))
@click.option("--source", metavar="NAME", help="Who asserts it; 'author' for the articles' own voice.")
@click.option("--publisher", metavar="NAME")
@click.option("--author", metavar="NAME")
@click.option("--topic", metavar="NAME", help="One of those that `foresaid sql 'FROM topics'` lists.")
@click.option("--words", metavar="TEXT", help="Words that stand together in the headline or the quote.")
@click.option("--stated-from", type=DAY, help="Published on this day or later.")
@click.option("--stated-to", type=DAY, help="Published on this day or earlier.")
@click.option("--event-from", type=DAY, help="About something on this day or later.")
@click.option("--event-to", type=DAY, help="About something on this day or earlier.")
@click.option("--state", type=OneOf(State), help="Where a prediction stands.")
@click.option("--outcome", type=OneOf(OUTCOMES))
@click.option("--limit", type=click.IntRange(min=0), default=LISTED, show_default=True, help="How many at most.")
@format_option
def claims(fmt: Format, **wanted: object) -> None:
    """List claims and predictions, newest publication first.

    A table shows the columns for a look; the other formats hold all of them.
    """
    found = Warehouse.at(load_settings()).claims(Filter.model_validate(wanted))
    output.write_result(found, fmt, CLAIM_COLUMNS)
    if fmt is Format.TABLE and len(found.rows) == wanted["limit"]:
        click.echo(f"These are the first {len(found.rows)}; --limit shows more.", err=True)


@click.command()
@click.option("--on", "day", type=DAY, default=None, help="The day to look from; today unless given.")
@click.option("--ahead", type=click.IntRange(min=0), default=0, show_default=True, help="Days ahead to include.")
@format_option
def due(fmt: Format, day: date | None, ahead: int) -> None:
    """List the predictions to judge now, overdue ones first, and why.

    A prediction that the text does not date comes up on its review date, which is policy's or a reviewer's.
    """
    found = Warehouse.at(load_settings()).due(day or today(), ahead)
    output.write_result(found, fmt, DUE_COLUMNS)
