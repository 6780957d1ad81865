"""From what a person submits, at the command line or at the desk, to a decision that the ledger takes."""

from pydantic import ValidationError

from schemas import Decision
from schemas.errors import VerdictRefused

ARTICLE_PREFIX = "a1_"


def decision_of(claim_id: str, **fields: object) -> Decision:
    """The decision that was submitted. Raises `VerdictRefused` with a sentence where its parts do not fit together."""
    try:
        return Decision.model_validate({"claim_id": claim_id, **fields})
    except ValidationError as error:
        raise VerdictRefused(claim_id, f"This verdict cannot be taken: {reasons(error)}.") from None


def evidence_of(pointer: str | None, **details: object) -> dict[str, object] | None:
    """Evidence by a link or the id of a stored article, with its details; null where nothing at all was said."""
    given = {name: value for name, value in details.items() if value is not None}
    if pointer:
        given["article_id" if pointer.startswith(ARTICLE_PREFIX) else "url"] = pointer
    return given or None


def reasons(error: ValidationError) -> str:
    """Why parts do not fit together, as half a sentence."""
    return "; ".join(problem["msg"].removeprefix("Value error, ") for problem in error.errors())
