"""The calibration plot: of what was called 70 % likely, how much came true? On the diagonal, 70 % of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from review.plots.drawing import Anchor, Dot, Drawing, Ink, Line, Mark, Words
from review.plots.panel import HEIGHT, WIDTH, Panel, heading
from review.plots.samples import RING_SAYS, sample

TITLE = "Calibration"
FIELD = Panel(left=40, top=52, right=326, bottom=228)
RADIUS = 4.5
COUNT_GAP = 26.0  # "1,234" fits


def calibration_plot(bins: Sequence[Mapping[str, Any]]) -> Drawing:
    """The plot of rows of the view `calibration` under one heading: each tenth of probability that was used, with the
    95 % interval of what came true and the number of predictions under it. Small samples are rings."""
    return Drawing(WIDTH, HEIGHT, TITLE, _described(bins), tuple(_marks(bins)))


def _marks(bins: Sequence[Mapping[str, Any]]) -> Iterator[Mark]:
    yield heading(TITLE)
    yield from FIELD.heights("came true, %")
    yield from FIELD.verticals("what the words stood for, % (dashed: perfect)")
    yield Line(((FIELD.across(0), FIELD.up(0)), (FIELD.across(1), FIELD.up(1))), Ink.IDEAL, is_dashed=True)
    yield Words(FIELD.left - 6, FIELD.bottom + 48, "n", anchor=Anchor.END)
    yield from _counts(bins)
    for row in bins:
        yield from _point(row)
    if any(row["is_small_sample"] for row in bins):
        yield FIELD.below(RING_SAYS, 4)


def _point(row: Mapping[str, Any]) -> Iterator[Mark]:
    x = FIELD.across(row["chance_at_mid"])
    yield Line(((x, FIELD.up(row["hit_rate_low"])), (x, FIELD.up(row["hit_rate_high"]))), Ink.DATA, 1.5)
    yield Dot(x, FIELD.up(row["hit_rate"]), RADIUS, Ink.DATA, is_hollow=row["is_small_sample"])


def _counts(bins: Sequence[Mapping[str, Any]]) -> Iterator[Mark]:
    """How many predictions each point rests on, under it; further right where two points are too close."""
    place = 0.0
    for row in bins:
        place = max(FIELD.across(row["chance_at_mid"]), place + COUNT_GAP)
        yield Words(place, FIELD.bottom + 48, f"{row['n']:,}", Ink.TEXT, anchor=Anchor.MIDDLE)


def _described(bins: Sequence[Mapping[str, Any]]) -> str:
    if not bins:
        return "Nothing has been judged yet."
    return " ".join(
        f"Of {sample(row)} said with some {row['chance_at_mid']:.0%}, {row['hit_rate']:.0%} came true "
        f"(between {row['hit_rate_low']:.0%} and {row['hit_rate_high']:.0%})."
        for row in bins
    )
