"""A drawing as PNG, through matplotlib. Its import takes a second, so nothing imports this until a PNG is wanted."""

import io
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from review.plots.drawing import COLOURS, RING, Anchor, Bar, Dot, Drawing, Ink, Line, Mark, Words

UNITS_PER_INCH = 96
POINTS = 72 / UNITS_PER_INCH  # points that make a unit of the drawing
DOTS_PER_INCH = 2 * UNITS_PER_INCH  # sharp on paper and on fine screens
SIDES = {Anchor.START: "left", Anchor.MIDDLE: "center", Anchor.END: "right"}


def png(drawing: Drawing) -> bytes:
    """The drawing as a PNG file, two dots a unit, titled and described in its metadata."""
    figure = Figure(figsize=(drawing.width / UNITS_PER_INCH, drawing.height / UNITS_PER_INCH), dpi=DOTS_PER_INCH)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, drawing.width), ylim=(drawing.height, 0))
    axes.axis("off")
    for order, mark in enumerate(drawing.marks):
        _paint(mark, axes, order)
    stream = io.BytesIO()
    figure.savefig(stream, format="png", metadata={"Title": drawing.title, "Description": drawing.description})
    return stream.getvalue()


def _paint(mark: Mark, axes: Axes, order: int) -> None:
    match mark:
        case Line():
            _line(mark, axes, order)
        case Dot():
            axes.add_patch(Circle((mark.x, mark.y), mark.radius, zorder=order, **_surface(mark)))
        case Bar():
            axes.add_patch(Rectangle((mark.x, mark.y), mark.width, mark.height, zorder=order, **_surface(mark)))
        case Words():
            _words(mark, axes, order)


def _line(mark: Line, axes: Axes, order: int) -> None:
    across, down = zip(*mark.points, strict=True)
    dashes = (0, (4, 3)) if mark.is_dashed else "solid"
    axes.plot(
        across, down, color=COLOURS[mark.ink], linewidth=mark.width * POINTS, linestyle=dashes, zorder=order,
        solid_capstyle="butt",
    )  # fmt: skip


def _words(mark: Words, axes: Axes, order: int) -> None:
    axes.text(
        mark.x, mark.y, mark.text, color=COLOURS[mark.ink], fontsize=mark.size * POINTS, ha=SIDES[mark.anchor],
        va="baseline", fontweight="bold" if mark.is_bold else "normal", zorder=order,
        parse_math=False,  # a dollar sign in a name is a dollar sign
    )  # fmt: skip


def _surface(mark: Dot | Bar) -> dict[str, Any]:
    if mark.is_hollow:
        return {"facecolor": COLOURS[Ink.PAPER], "edgecolor": COLOURS[mark.ink], "linewidth": RING * POINTS}
    return {"facecolor": COLOURS[mark.ink], "edgecolor": "none"}
