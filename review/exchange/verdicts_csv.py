"""Verdicts in a CSV file: what stands in it, row by row. Nothing here knows the ledger.

The columns are named as in the view `verdicts`; `claim_id` and `outcome` have to be there. A row whose outcome is empty
is not judged yet and passed over, so an exported view with outcomes filled in by hand is such a file.
Refuses columns that neither a verdict nor any view has, for a misspelt one would be a loss. A row that makes no verdict
is a sentence, and costs only itself.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from review.exchange.spreadsheet import FIRST_ROW, rows_of
from schemas import Decision, Outcome
from schemas.errors import ForesaidError

NEEDED = ("claim_id", "outcome")
PLAIN = (*NEEDED, "reviewer", "days_late", "note")
EVIDENCE = ("evidence_url", "evidence_article_id", "evidence_quote", "evidence_dated")
COLUMNS = (*PLAIN, *EVIDENCE)

HINTS = {
    "claim_id": "say which claim it is about in the column claim_id",
    "outcome": f"the outcome is {', '.join(outcome for outcome in Outcome if outcome is not Outcome.WITHDRAWN)}",
    "reviewer": "say who decides, in the column reviewer or with --reviewer",
    "days_late": "days_late is a number of days, from 1",
    "evidence_dated": "evidence_dated is a day, written as 2017-02-23",
}
"""What to say of a column that cannot be read."""


@dataclass(frozen=True)
class Submitted:
    """A row that makes a decision."""

    row: int
    decision: Decision


@dataclass(frozen=True)
class Unusable:
    """A row that makes none, and why."""

    row: int
    claim_id: str
    reason: str


def read(data: bytes, reviewer: str | None, others: Collection[str]) -> list[Submitted | Unusable]:
    """The judged rows of a file. `reviewer` decides where a row names nobody; columns of `others` are passed over."""
    rows = rows_of(data)
    header = [name.strip() for name in next(rows, [])]
    _refuse_header(header, others)
    entries = (_entry(number, header, row, reviewer) for number, row in enumerate(rows, FIRST_ROW) if any(row))
    return [entry for entry in entries if entry]


def _refuse_header(header: Sequence[str], others: Collection[str]) -> None:
    for name in NEEDED:
        if name not in header:
            raise ForesaidError(f"The file has no column {name}; its first row names the columns.")
    for name, count in Counter(header).items():
        if name and name not in COLUMNS and name not in others:
            raise ForesaidError(f"No verdict has a column {name!r}; the columns are {', '.join(COLUMNS)}.")
        if name and count > 1:
            raise ForesaidError(f"The file has two columns {name}; keep one.")


def _entry(number: int, header: Sequence[str], row: Sequence[str], reviewer: str | None) -> Submitted | Unusable | None:
    """What a row makes; null if it is not judged yet."""
    cells = {name: cell.strip() for name, cell in zip(header, row, strict=False) if cell.strip()}
    claim_id = cells.get("claim_id", "")
    if len(row) != len(header):  # a comma outside of quotation marks would put words into the wrong columns
        return Unusable(number, claim_id, f"The row has {len(row)} cells, the first {len(header)}; quote its text.")
    if "outcome" not in cells:
        return None
    try:
        return Submitted(number, _decision(cells, reviewer))
    except ValidationError as error:
        return Unusable(number, claim_id, _reasons(error))


def _decision(cells: Mapping[str, str], reviewer: str | None) -> Decision:
    fields: dict[str, Any] = {name: cells[name] for name in PLAIN if name in cells}
    fields["outcome"] = cells["outcome"].lower()
    if reviewer:
        fields.setdefault("reviewer", reviewer)
    evidence = {name.removeprefix("evidence_"): cells[name] for name in EVIDENCE if name in cells}
    return Decision.model_validate_strings(fields | ({"evidence": evidence} if evidence else {}))


def _reasons(error: ValidationError) -> str:
    """What a person can do about it, in a sentence."""
    problems = (("_".join(map(str, problem["loc"])), problem["msg"]) for problem in error.errors())
    said = "; ".join(HINTS.get(column, message.removeprefix("Value error, ")) for column, message in problems)
    return f"This makes no verdict: {said}."
