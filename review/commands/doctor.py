"""`foresaid doctor`: what is wrong with this installation, and what to do."""

import click

from flows.health import State, examine
from review import output
from review.exits import Exit
from review.output import Format
from review.parameters import format_option, now
from schemas import load_settings

COLUMNS = ("what", "state", "said", "advice")


@click.command()
@format_option
@click.pass_context
def doctor(ctx: click.Context, fmt: Format) -> None:
    """Look at the packages, the model, memory and disks, the ledger, its copy and backups, the sources and schedules.

    Exits with 1 if something is wrong. Nothing is repaired; the last column says what to do.
    """
    findings = list(examine(load_settings(), now()))
    output.write(COLUMNS, [tuple(getattr(finding, name) for name in COLUMNS) for finding in findings], fmt)
    if any(finding.state is State.WRONG for finding in findings):
        ctx.exit(Exit.SOME_FAILED)
