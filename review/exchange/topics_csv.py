"""Topics in a CSV file: a row a phrase, in the columns `topic` and `phrase`. One wrong row, and the file is refused."""

from collections.abc import Mapping

from pydantic import ValidationError

from review.decisions import reasons
from review.exchange.spreadsheet import FIRST_ROW, rows_of
from schemas import TopicPhrase
from schemas.errors import ForesaidError

COLUMNS = ("topic", "phrase")


def read(data: bytes) -> list[TopicPhrase]:
    """The phrases of a file, in its order."""
    rows = rows_of(data)
    header = [name.strip() for name in next(rows, [])]
    if sorted(header) != sorted(COLUMNS):
        raise ForesaidError("The file has other columns than topic and phrase; its first row names the columns.")
    found = [
        _phrase(number, dict(zip(header, row, strict=False))) for number, row in enumerate(rows, FIRST_ROW) if any(row)
    ]
    if not found:
        raise ForesaidError("The file names no topic; give at least one, for nothing could be asked by topic then.")
    return found


def _phrase(number: int, cells: Mapping[str, str]) -> TopicPhrase:
    try:
        return TopicPhrase.model_validate({name: cells.get(name, "") for name in COLUMNS})
    except ValidationError as error:
        raise ForesaidError(f"Row {number} of the file makes no phrase of a topic: {reasons(error)}.") from None
