"""`foresaid date`: what a time phrase is understood to mean, and the days it comes to."""

from datetime import date as Day  # noqa: N812  (the command itself is called date)
from typing import TYPE_CHECKING

import click

from review import output
from review.output import Format
from review.parameters import DAY, OneOf, format_option
from schemas import Tense

if TYPE_CHECKING:
    from models.dates import Reading

COLUMNS = ("phrase", "start", "end", "granularity", "basis", "timex_type", "timex_value", "understood")


@click.command()
@click.argument("phrases", nargs=-1, required=True, metavar="PHRASE...")
@click.option("--published", type=DAY, help="Day on which it was said; relative phrases stay unread without it.")
@click.option(
    "--tense", type=OneOf(Tense), default=Tense.UNKNOWN.value, show_default=True, help="Which Monday is meant."
)
@click.option("--day-first", "order", flag_value="day", help="Read 3/4 as 3 April.")
@click.option("--month-first", "order", flag_value="month", help="Read 3/4 as 4 March.")
@format_option
def date(phrases: tuple[str, ...], published: Day | None, tense: Tense, order: str | None, fmt: Format) -> None:
    """Explain how time phrases are read, such as "late February".

    A phrase that gives no date, or one that cannot be told, has neither start nor end; the sentence says why.
    """
    from models.dates import Context, explain

    context = Context(day_first=None if order is None else order == "day")
    readings = [explain(phrase, published, tense, context) for phrase in phrases]
    output.write(COLUMNS, [_row(reading) for reading in readings], fmt)


def _row(reading: "Reading") -> list[object]:
    interval = reading.interval
    return [
        reading.phrase,
        interval.start,
        interval.end,
        interval.granularity,
        interval.basis,
        reading.timex_type,
        reading.timex_value,
        reading.understood,
    ]
