"""`foresaid import`: what people did elsewhere, taken over into the ledger."""

from collections import Counter
from typing import BinaryIO

import click

from review import output
from review.exchange import imports, topics_csv, verdicts_csv
from review.exchange.imports import Change, Step
from review.exchange.views import NAMES_IN_CLAIMS
from review.exits import Exit
from review.output import Format
from review.parameters import format_option, now
from review.queries import query
from schemas import load_settings
from warehouse import Warehouse

SHOWN = ("row", "change", "claim_id", "headline", "reviewer", "before", "after", "says")


@click.group("import")
def import_() -> None:
    """Take over what people did elsewhere."""


@import_.command("verdicts")
@click.argument("file", type=click.File("rb"))
@click.option("--reviewer", metavar="NAME", help="Who decided, where a row names nobody in the column reviewer.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@format_option
@click.pass_context
def verdicts(ctx: click.Context, file: BinaryIO, reviewer: str | None, dry_run: bool, fmt: Format) -> None:
    """Take verdicts over from a CSV FILE, or show what that would change.

    The columns are claim_id, outcome, reviewer, days_late, note, evidence_url, evidence_article_id, evidence_quote and
    evidence_dated; the first two are needed. Columns of the views may stand beside them, and rows without an outcome
    are passed over: export what is due, fill in the outcomes, take it over. The same file again changes nothing.

    Exits with 1 if rows were refused; the others are taken over.
    """
    house = Warehouse.at(load_settings())
    columns = {name for (name,) in house.query(query("import_columns")).rows}
    entries = verdicts_csv.read(file.read(), reviewer, columns | NAMES_IN_CLAIMS.keys())
    steps = imports.plan(entries, imports.known_of(house, entries))
    if not dry_run:
        steps = imports.take_over(house, steps, now())
    _show(steps, fmt)
    click.echo(_summary(steps, "would be" if dry_run else "were"), err=True)
    if any(step.change is Change.REFUSED for step in steps):
        ctx.exit(Exit.SOME_FAILED)


@import_.command("topics")
@click.argument("file", type=click.File("rb"))
def topics(file: BinaryIO) -> None:
    """Follow the topics of a CSV FILE, in the place of those that are followed now.

    The columns are topic and phrase; a topic has a row for each word or phrase by which it is recognised, "sanction*"
    also where the word goes on. `foresaid sql "FROM ledger.topics" --format csv` writes such a file to begin with.
    """
    phrases = topics_csv.read(file.read())
    Warehouse.at(load_settings()).follow(phrases)
    count = len({phrase.topic for phrase in phrases})
    click.echo(f"Topics followed now: {count}, with {len(phrases)} phrases; `foresaid publish` tells the copy.")


def _show(steps: list[Step], fmt: Format) -> None:
    """The rows; a table leaves out those that change nothing."""
    shown = [step for step in steps if fmt is not Format.TABLE or step.change is not Change.KNOWN]
    if shown or fmt is not Format.TABLE:
        output.write(SHOWN, [[getattr(step, name) for name in SHOWN] for step in shown], fmt)


def _summary(steps: list[Step], verb: str) -> str:
    counts = Counter(step.change for step in steps)
    return (
        f"{counts[Change.NEW]} verdicts {verb} added, {counts[Change.REPLACED]} replaced; "
        f"{counts[Change.KNOWN]} stand already, {counts[Change.REFUSED]} {verb} refused."
    )
