"""What a plot is made of: marks on a sheet, in units of a pixel, counted from the top left.

A plot is worked out once, as marks, and painted twice: as SVG for pages and as PNG for reports. So both say the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

Point = tuple[float, float]


class Ink(StrEnum):
    """What a mark stands for. SVG carries it as a class, so that a page may give it another colour."""

    PAPER = "paper"
    TEXT = "text"
    QUIET = "quiet"
    """Words and ticks that explain."""
    GRID = "grid"
    IDEAL = "ideal"
    """What a perfect or a simple-minded forecaster would get."""
    DATA = "data"


COLOURS = {
    Ink.PAPER: "#ffffff",
    Ink.TEXT: "#1b1f24",
    Ink.QUIET: "#57606a",  # 6:1 on white
    Ink.GRID: "#d8dee4",
    Ink.IDEAL: "#8c959f",
    Ink.DATA: "#0b5cad",
}
RING = 1.8
"""Width of the stroke of what is hollow."""


class Anchor(StrEnum):
    """Which end of the words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Line:
    """A line through points; dashed where what it shows is not measured."""

    points: tuple[Point, ...]
    ink: Ink
    width: float = 1.0
    is_dashed: bool = False

    def moved(self, right: float, down: float) -> "Line":
        return replace(self, points=tuple((x + right, y + down) for x, y in self.points))


@dataclass(frozen=True)
class Dot:
    """A disc, or a ring where it rests on a small sample."""

    x: float
    y: float
    radius: float
    ink: Ink
    is_hollow: bool = False

    def moved(self, right: float, down: float) -> "Dot":
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True)
class Bar:
    """A rectangle, or its outline where it rests on a small sample."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    is_hollow: bool = False

    def moved(self, right: float, down: float) -> "Bar":
        return replace(self, x=self.x + right, y=self.y + down)


@dataclass(frozen=True)
class Words:
    """A line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    ink: Ink = Ink.QUIET
    size: float = 11.0
    anchor: Anchor = Anchor.START
    is_bold: bool = False

    def moved(self, right: float, down: float) -> "Words":
        return replace(self, x=self.x + right, y=self.y + down)


Mark = Line | Dot | Bar | Words


@dataclass(frozen=True)
class Drawing:
    """A sheet with marks. `description` says in sentences what the marks show, for who does not see them."""

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...] = field(repr=False)


def moved(marks: Iterable[Mark], right: float, down: float) -> tuple[Mark, ...]:
    """The marks at another place."""
    return tuple(mark.moved(right, down) for mark in marks)
