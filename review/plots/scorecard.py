"""The record of one source, outlet, author, horizon or word: its figures as the views give them, and its sheet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from review.plots.brier import brier_plot
from review.plots.calibration import calibration_plot
from review.plots.drawing import Bar, Drawing, Ink, Mark, Words, moved
from review.plots.horizons import horizon_plot
from review.plots.svg import svg
from review.queries import query
from schemas import Dimension
from schemas.errors import NoSuchName

if TYPE_CHECKING:
    from warehouse import Result

Ask = Callable[[str, Sequence[object]], "Result"]
"""Puts a question to the warehouse, its published copy or the board."""

MARGIN, GAP = 24.0, 28.0
HEAD = 64.0  # room for the title of the sheet
NAME_SHOWN = 70  # characters of a name that fit above the plots


@dataclass(frozen=True)
class Scorecard:
    """A row of the view `scores`, its rows of `calibration`, and what came true by horizon."""

    dimension: Dimension
    name: str
    score: dict[str, Any]
    calibration: list[dict[str, Any]]
    horizons: list[dict[str, Any]]

    @property
    def title(self) -> str:
        """The name and what it is the name of."""
        return "All predictions" if self.dimension is Dimension.ALL else f"{self.name} ({self.dimension.value})"

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return svg(sheet(self))


def scorecard(ask: Ask, dimension: Dimension, name: str) -> Scorecard:
    """The record under a heading. Names are compared without regard to case; `NoSuchName` says which ones are near."""
    found = ask(query("scorecard_score"), [dimension.value, name]).dicts()
    if not found:
        near = [row[0] for row in ask(query("scorecard_names"), [dimension.value, name]).rows]
        hint = f"The nearest names are {', '.join(map(repr, near))}." if near else "There are no predictions yet."
        raise NoSuchName(dimension.value, name, hint)
    heading = [dimension.value, found[0]["name"]]
    return Scorecard(
        dimension=dimension,
        name=found[0]["name"],
        score=found[0],
        calibration=ask(query("scorecard_calibration"), heading).dicts(),
        horizons=ask(query("scorecard_horizons"), heading).dicts(),
    )


def sheet(card: Scorecard) -> Drawing:
    """The three plots of a record in a row, under its name and what they rest on."""
    plots = [calibration_plot(card.calibration), brier_plot(card.score), horizon_plot(card.horizons)]
    width = 2 * MARGIN + sum(plot.width for plot in plots) + GAP * (len(plots) - 1)
    height = HEAD + max(plot.height for plot in plots) + MARGIN
    return Drawing(
        width,
        height,
        f"Track record: {card.title}",
        " ".join([_rests_on(card.score), *(f"{plot.title}: {plot.description}" for plot in plots)]),
        (Bar(0, 0, width, height, Ink.PAPER), *_head(card), *_row(plots)),
    )


def _row(plots: Sequence[Drawing]) -> Iterator[Mark]:
    right = MARGIN
    for plot in plots:
        yield from moved(plot.marks, right, HEAD)
        right += plot.width + GAP


def _head(card: Scorecard) -> Iterator[Mark]:
    title = card.title if len(card.title) <= NAME_SHOWN else card.title[: NAME_SHOWN - 1] + "…"
    yield Words(MARGIN, MARGIN + 8, title, Ink.TEXT, 18, is_bold=True)
    yield Words(MARGIN, MARGIN + 28, _rests_on(card.score), size=12)


def _rests_on(score: dict[str, Any]) -> str:
    """What the figures rest on, and whether that is enough."""
    parts = [
        f"{score['n']:,} judged of {score['predictions']:,} predictions",
        f"{score['resolvability']:.0%} concrete enough to judge",
        "a small sample: these figures say little" if score["is_small_sample"] else "",
    ]
    return "; ".join(filter(None, parts)) + "."
