"""The reading order of a printed page: columns from left to right, lines from top to bottom, lines to paragraphs.

Pure geometry, in points from the lower left corner. A page is cut where a gutter runs through most of its lines; a line
across the gutter (a headline, a table) ends the columns above it. Words that the printer hyphenated are joined, unless
the text has the hyphenated word elsewhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_MIN_GUTTER = 6.0
_MAX_CROSSING = 0.3
"""Share of a page's lines that may run across a gutter."""
_MIN_LINES = 4
"""Lines that make a column."""
_GAP = 1.6
"""Line distances, in line heights, from which on a new paragraph begins."""
_LARGER = 1.15
"""A heading's letters, against the page's."""
_SHORT = 0.85
"""A line that ends before this share of the column's width, and ends a sentence, ends its paragraph."""
_SENTENCE_END = (".", "!", "?", "”", '"', ":")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, its box and the height of its letters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one text."""

    text: str
    height: float


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page as columns, each from top to bottom."""
    gutter = _gutter(lines)
    if gutter is None:
        return [_downwards(lines)] if lines else []
    columns: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in _downwards(lines):
        if _crosses(line, gutter):
            columns += [*in_reading_order(left), *in_reading_order(right), [line]]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*columns, *in_reading_order(left), *in_reading_order(right)]


def paragraphs(column: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of a column: set apart by space, by the size of letters, or by a short last line."""
    if not column:
        return
    width = max(line.right for line in column) - min(line.left for line in column)
    pending = [column[0]]
    for before, line in pairwise(column):
        if _begins_paragraph(before, line, width):
            yield _paragraph(pending)
            pending = []
        pending.append(line)
    yield _paragraph(pending)


def joined(parts: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with those joined that a column's or page's end has broken in the middle of a sentence."""
    whole: list[Paragraph] = []
    for part in parts:
        before = whole[-1] if whole else None
        if before and _goes_on(before, part):
            whole[-1] = Paragraph(f"{before.text}\n{part.text}", before.height)
        else:
            whole.append(part)
    text = " ".join(part.text for part in whole)
    known = {word.lower() for word in re.findall(r"\b\w+-\w+\b", text)}
    return [Paragraph(_unbroken(part.text, known), part.height) for part in whole]


def is_heading(part: Paragraph, usual: float) -> bool:
    """Whether the letters are larger than the usual ones of the document."""
    return part.height >= _LARGER * usual and len(part.text) < 300


def _downwards(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-round(line.top), line.left))


def _gutter(lines: Sequence[Line]) -> float | None:
    """The left edge of a column that the fewest lines cross, if enough stand on either side at the same height."""
    edges = sorted({line.left - _MIN_GUTTER / 2 for line in lines}, reverse=True)
    gutters = [edge for edge in edges if _is_gutter(edge, lines)]
    return min(gutters, key=lambda edge: sum(_crosses(line, edge) for line in lines), default=None)


def _is_gutter(edge: float, lines: Sequence[Line]) -> bool:
    left = [line for line in lines if line.right <= edge - _MIN_GUTTER / 2]
    right = [line for line in lines if line.left >= edge]
    is_clear = sum(_crosses(line, edge) for line in lines) <= _MAX_CROSSING * len(lines)
    return is_clear and min(len(left), len(right)) >= _MIN_LINES and _side_by_side(left, right)


def _crosses(line: Line, edge: float) -> bool:
    return line.left < edge < line.right


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    top = min(max(line.top for line in left), max(line.top for line in right))
    bottom = max(min(line.bottom for line in left), min(line.bottom for line in right))
    shorter = min(max(line.top for line in side) - min(line.bottom for line in side) for side in (left, right))
    return top - bottom > shorter / 2


def _begins_paragraph(before: Line, line: Line, width: float) -> bool:
    height = max(before.height, 1.0)
    is_far = before.bottom - line.top > (_GAP - 1) * height
    is_other_size = not (1 / _LARGER < line.height / height < _LARGER)
    is_indented = line.left - before.left > height / 2 and before.text.endswith(_SENTENCE_END)
    was_last = before.right - before.left < _SHORT * width and before.text.endswith(_SENTENCE_END)
    return is_far or is_other_size or is_indented or was_last


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    return Paragraph("\n".join(line.text for line in lines), median(line.height for line in lines))


def _goes_on(before: Paragraph, part: Paragraph) -> bool:
    same_size = 1 / _LARGER < part.height / max(before.height, 1.0) < _LARGER
    return same_size and not before.text.endswith(_SENTENCE_END) and part.text[:1].islower()


def _unbroken(text: str, known: set[str]) -> str:
    def mended(found: re.Match[str]) -> str:
        hyphenated = f"{found[1]}-{found[2]}"
        return hyphenated if hyphenated.lower() in known else found[1] + found[2]

    return " ".join(re.sub(r"(\w+)[-\u00ad]\n([a-z]\w*)", mended, text).split())
