"""`foresaid publish`, `check` and `status`: the warehouse itself."""

from dataclasses import asdict
from typing import Any

import click

from review import output
from review.exits import Exit
from review.output import Format
from review.parameters import format_option, now, today
from schemas import load_settings
from warehouse import Warehouse, backups

SOURCE_COLUMNS = (
    "url", "failures_in_a_row", "last_success_at", "last_failure", "articles_per_week", "next_visit_at",
)  # fmt: skip
PROBLEM_COLUMNS = ("check", "count", "message", "rows")


@click.command()
def publish() -> None:
    """Write the read-only copy for analysts and put it in the place of the old one.

    Whoever has the old one open goes on reading it.
    """
    settings = load_settings()
    Warehouse.at(settings).publish(settings.published_copy, now())
    click.echo(f"Published to {settings.published_copy}.")


@click.command()
@format_option
@click.pass_context
def check(ctx: click.Context, fmt: Format) -> None:
    """Verify that every rule of the ledger holds, the chain of verdicts included.

    Exits with 1 and lists the rules that are broken, each with the first rows that break it.
    """
    problems = Warehouse.at(load_settings()).check()
    if fmt is Format.TABLE and not problems:
        click.echo("The warehouse is sound.")
        return
    output.write(PROBLEM_COLUMNS, [(p.check, p.count, p.message, p.rows) for p in problems], fmt)
    if problems:
        ctx.exit(Exit.SOME_FAILED)


@click.command()
@format_option
def status(fmt: Format) -> None:
    """Show what is stored, what is due, what failed, the last backup, the end of the chain of verdicts, and how the
    sources of articles fare.

    Whoever notes the last hash down elsewhere can later prove that no verdict was changed or removed.
    """
    settings = load_settings()
    house = Warehouse.at(settings)
    made = list(backups.backups(settings.backups))
    found = asdict(house.status(today())) | {"last_backup_at": made[-1] if made else None}
    sources = house.sources()
    if fmt is Format.TABLE:
        output.write(("what", "value"), [(name.replace("_", " "), value) for name, value in found.items()], fmt)
        _write_sources(sources)
    else:
        output.write((*found, "sources"), [(*found.values(), sources)], fmt)


def _write_sources(sources: list[dict[str, Any]]) -> None:
    """The sources of articles under a table, those that fail first; nothing where none was ever asked."""
    if sources:
        click.echo("\nSources of articles, those that fail first")
        output.write(SOURCE_COLUMNS, [tuple(row[name] for name in SOURCE_COLUMNS) for row in sources], Format.TABLE)
