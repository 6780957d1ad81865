"""`foresaid resolve` and `foresaid undo`: verdicts from the command line. Both append; nothing is overwritten."""

from typing import Any

import click

from review.decisions import decision_of, evidence_of
from review.parameters import DAY, OUTCOMES, OneOf, now, reviewer_option
from schemas import Outcome, load_settings
from warehouse import Warehouse


@click.command()
@click.argument("claim")
@click.argument("outcome", type=OneOf(OUTCOMES))
@reviewer_option
@click.option(
    "--evidence", "pointer", metavar="URL|ARTICLE", help="What it rests on: a link, or the id of a stored article."
)
@click.option("--quote", metavar="TEXT", help="The words of the evidence that count.")
@click.option("--dated", type=DAY, help="When the evidence was published; a stored article knows by itself.")
@click.option("--days-late", type=click.IntRange(min=1), help="For 'late': days after the window.")
@click.option("--note", metavar="TEXT", help="For 'void' the reason, which is required.")
def resolve(claim: str, outcome: Outcome, reviewer: str, note: str | None, days_late: int | None, **given: Any) -> None:
    """Say what became of a prediction.

    Another verdict by the same reviewer supersedes the first; one by another reviewer stands beside it, and what most
    of them found is the resolution.
    """
    decision = decision_of(
        claim, outcome=outcome, reviewer=reviewer, note=note, days_late=days_late, evidence=evidence_of(**given)
    )
    verdict = Warehouse.at(load_settings()).decide(decision, now())
    click.echo(f"{claim}: {verdict.outcome.value}, says {verdict.reviewer} ({verdict.verdict_id}).")


@click.command()
@click.argument("claim")
@reviewer_option
def undo(claim: str, reviewer: str) -> None:
    """Take back your verdict on a prediction. The verdict stays in the ledger, superseded."""
    Warehouse.at(load_settings()).undo(claim, reviewer, now())
    click.echo(f"{claim}: the verdict of {reviewer} is taken back.")
