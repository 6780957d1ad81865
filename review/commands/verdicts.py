"""`foresaid resolve` and `foresaid undo`: verdicts from the command line. Both append; nothing is overwritten."""

from typing import Any

import click
from pydantic import ValidationError

from review.parameters import DAY, OUTCOMES, OneOf, now, reviewer_option
from schemas import Decision, Outcome, load_settings
from schemas.errors import VerdictRefused
from warehouse import Warehouse

ARTICLE_PREFIX = "a1_"


@click.command()
@click.argument("claim")
@click.argument("outcome", type=OneOf(OUTCOMES))
@reviewer_option
@click.option("--evidence", metavar="URL|ARTICLE", help="What it rests on: a link, or the id of a stored article.")
@click.option("--quote", metavar="TEXT", help="The words of the evidence that count.")
@click.option("--dated", type=DAY, help="When the evidence was published; a stored article knows by itself.")
@click.option("--days-late", type=click.IntRange(min=1), help="For 'late': days after the window.")
@click.option("--note", metavar="TEXT", help="For 'void' the reason, which is required.")
def resolve(
    claim: str, outcome: Outcome, reviewer: str, note: str | None, days_late: int | None, **evidence: Any
) -> None:
    """Say what became of a prediction.

    Another verdict by the same reviewer supersedes the first; one by another reviewer stands beside it, and what most
    of them found is the resolution.
    """
    decision = decision_of(
        claim, outcome=outcome, reviewer=reviewer, note=note, days_late=days_late, evidence=_evidence(**evidence)
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


def decision_of(claim_id: str, **fields: object) -> Decision:
    """The decision that was submitted. Raises `VerdictRefused` with a sentence where its parts do not fit together."""
    try:
        return Decision.model_validate({"claim_id": claim_id, **fields})
    except ValidationError as error:
        raise VerdictRefused(claim_id, f"This verdict cannot be taken: {_reasons(error)}.") from None


def _evidence(evidence: str | None, **details: object) -> dict[str, object] | None:
    """What the options say of the evidence; null where nothing was said, and then no rule of it applies."""
    given = {name: value for name, value in details.items() if value is not None}
    if evidence:
        given["article_id" if evidence.startswith(ARTICLE_PREFIX) else "url"] = evidence
    return given or None


def _reasons(error: ValidationError) -> str:
    return "; ".join(problem["msg"].removeprefix("Value error, ") for problem in error.errors())
