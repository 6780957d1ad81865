"""The horizon plot: what came true of things said a week, a month, a year ahead, beside what the words promised."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from review.plots.drawing import Anchor, Dot, Drawing, Ink, Line, Mark, Words
from review.plots.panel import HEIGHT, WIDTH, Panel, heading
from review.plots.samples import RING_SAYS, sample

TITLE = "Horizon"
HORIZONS = ("week", "month", "quarter", "year", "longer", "undated")
FIELD = Panel(left=40, top=52, right=332, bottom=228, limit=len(HORIZONS))
RADIUS = 4.5
PROMISE = 9.0  # half the width of the mark that shows what the words stood for


def horizon_plot(horizons: Sequence[Mapping[str, Any]]) -> Drawing:
    """The plot of the rows of `scorecard_horizons.sql`: per horizon the share that came true with its 95 % interval, a
    bar for the mean of what the words stood for, and how many were judged of how many. Small samples are rings."""
    rows = sorted(horizons, key=lambda row: HORIZONS.index(row["horizon"]))
    return Drawing(WIDTH, HEIGHT, TITLE, _described(rows), tuple(_marks(rows)))


def _marks(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mark]:
    yield heading(TITLE)
    yield from FIELD.heights("came true, %")
    for place, horizon in enumerate(HORIZONS):
        yield Words(FIELD.across(place + 0.5), FIELD.bottom + 16, horizon, anchor=Anchor.MIDDLE)
    yield Words(FIELD.left - 6, FIELD.bottom + 32, "n / all", anchor=Anchor.END)
    for row in rows:
        yield from _column(row, FIELD.across(HORIZONS.index(row["horizon"]) + 0.5))
    yield FIELD.below("judged of all; bar: what the words stood for", 3)
    if any(row["is_small_sample"] for row in rows):
        yield FIELD.below(RING_SAYS, 4)


def _column(row: Mapping[str, Any], x: float) -> Iterator[Mark]:
    count = f"{row['n']:,} / {row['predictions']:,}"
    yield Words(x, FIELD.bottom + 32, count, Ink.TEXT, anchor=Anchor.MIDDLE)
    if row["n"] == 0:
        return
    promised = FIELD.up(row["chance_at_mid"])
    yield Line(((x - PROMISE, promised), (x + PROMISE, promised)), Ink.IDEAL, 3)
    yield Line(((x, FIELD.up(row["hit_rate_low"])), (x, FIELD.up(row["hit_rate_high"]))), Ink.DATA, 1.5)
    yield Dot(x, FIELD.up(row["hit_rate"]), RADIUS, Ink.DATA, is_hollow=row["is_small_sample"])


def _described(rows: Sequence[Mapping[str, Any]]) -> str:
    judged = [row for row in rows if row["n"]]
    if not judged:
        return "Nothing has been judged yet."
    return " ".join(
        f"Horizon {row['horizon']}: of {sample(row)} judged, {row['hit_rate']:.0%} came true; "
        f"the words stood for {row['chance_at_mid']:.0%}."
        for row in judged
    )
