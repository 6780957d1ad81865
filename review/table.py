"""A table for people who read a terminal: columns as wide as they need, long texts wrapped, headings underlined.

Plain text and quick to load; nothing in a cell is markup.
"""

import textwrap
from collections.abc import Iterator, Sequence

GAP = "  "
NARROWEST = 6  # characters that a column keeps, however tight it gets


def lines(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of a table that is at most so wide, unless it has too many columns even for that."""
    widths = _fitted(heads, rows, width - len(GAP) * (len(heads) - 1))
    yield from _row(heads, widths)
    yield GAP.join("─" * size for size in widths)
    for row in rows:
        yield from _row(row, widths)


def _fitted(heads: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of the columns: what each needs, the widest ones cut until all fit."""
    columns = zip(heads, *rows, strict=True)
    widths = [max(len(line) for cell in column for line in cell.splitlines() or [""]) for column in columns]
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    parts = [_wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for number in range(max(map(len, parts), default=0)):
        line = (part[number] if number < len(part) else "" for part in parts)
        yield GAP.join(piece.ljust(size) for piece, size in zip(line, widths, strict=True)).rstrip()


def _wrapped(cell: str, width: int) -> list[str]:
    lines = (_printable(line) for line in cell.splitlines())
    return [piece for line in lines for piece in textwrap.wrap(line, width) or [""]] or [""]


def _printable(text: str) -> str:
    """The text without what a terminal would obey: an article may hold escape sequences."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
