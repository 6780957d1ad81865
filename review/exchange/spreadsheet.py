"""The rows of a CSV file, as a spreadsheet saves it: in UTF-8, with a comma, semicolon or tab between the cells.

Refuses a file that is no such CSV, with a sentence that says what to do.
"""

import csv
import io
from collections.abc import Iterator

from schemas.errors import ForesaidError

DELIMITERS = ",;\t"
"""What spreadsheets put between cells; the header tells which."""
FIRST_ROW = 2  # as spreadsheets count, where the header is row 1


def rows_of(data: bytes) -> Iterator[list[str]]:
    """The rows of a file, the header first."""
    text = _text(data)
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise ForesaidError(f"Line {reader.line_num} of the file is no CSV: {error}.") from None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ForesaidError("The file is not UTF-8; save it as “CSV UTF-8”.") from None
