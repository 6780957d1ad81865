"""The field of a plot: where its shares lie on the sheet, its grid, its words at the edges."""

from collections.abc import Iterator
from dataclasses import dataclass

from review.plots.drawing import Anchor, Ink, Line, Mark, Words

WIDTH, HEIGHT = 340.0, 300.0
"""Every plot has this size, so that they stand in a row."""
TITLE_AT = 16.0


@dataclass(frozen=True)
class Panel:
    """A rectangle of the sheet in which 0 is at the left and at the bottom, and `limit` at the right."""

    left: float
    top: float
    right: float
    bottom: float
    limit: float = 1.0

    def across(self, value: float) -> float:
        return self.left + (self.right - self.left) * value / self.limit

    def up(self, share: float) -> float:
        return self.bottom - (self.bottom - self.top) * share

    def heights(self, label: str) -> Iterator[Mark]:
        """Grid lines for shares from the bottom to the top, and what they are shares of."""
        for percent in range(0, 101, 25):
            y = self.up(percent / 100)
            yield Line(((self.left, y), (self.right, y)), Ink.GRID)
            yield Words(self.left - 6, y + 4, f"{percent}", anchor=Anchor.END)
        yield Words(self.left - 32, self.top - 8, label)

    def verticals(self, label: str) -> Iterator[Mark]:
        """The same from the left to the right edge."""
        for percent in range(0, 101, 25):
            x = self.across(percent / 100)
            yield Line(((x, self.top), (x, self.bottom)), Ink.GRID)
            yield Words(x, self.bottom + 16, f"{percent}", anchor=Anchor.MIDDLE)
        yield self.below(label, 2)

    def scale(self, steps: int) -> Iterator[Mark]:
        """A line along the bottom with ticks at even steps, and their values."""
        yield Line(((self.left, self.bottom), (self.right, self.bottom)), Ink.IDEAL)
        for step in range(steps + 1):
            value = self.limit * step / steps
            x = self.across(value)
            yield Line(((x, self.bottom - 4), (x, self.bottom)), Ink.IDEAL)
            yield Words(x, self.bottom + 16, f"{value:.1f}", anchor=Anchor.MIDDLE)

    def below(self, label: str, line: int) -> Words:
        """Words centred under the field, on the first, second, … line."""
        return Words((self.left + self.right) / 2, self.bottom + 16 * line, label, anchor=Anchor.MIDDLE)


def heading(title: str) -> Words:
    """The title of a plot."""
    return Words(0, TITLE_AT, title, Ink.TEXT, 13, is_bold=True)
