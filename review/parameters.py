"""What several verbs take: days, the format of rows, the reviewer; and the clock, which commands read here."""

from datetime import UTC, date, datetime
from enum import StrEnum

import click

from review.output import Format
from schemas import Outcome


class Day(click.ParamType[date]):
    """A calendar day, written YYYY-MM-DD."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2017-02-23.", param, ctx)


class OneOf(click.Choice[StrEnum]):
    """A member of a closed vocabulary, written as it is stored and exported."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        return str(choice)


DAY = Day()
OUTCOMES = [outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN]  # taking back is `undo`

format_option = click.option(
    "--format",
    "fmt",
    type=OneOf(Format),
    default=Format.TABLE.value,
    show_default=True,
    help="What the rows are written as.",
)

reviewer_option = click.option("--reviewer", metavar="NAME", required=True, help="Who decides.")


def now() -> datetime:
    """The moment at which the command runs."""
    return datetime.now(UTC)


def today() -> date:
    """The day on which the command runs, in UTC as everywhere in the ledger."""
    return now().date()
