"""The Brier band: how far off, over all that words of probability may mean, and beside what needs no insight."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from review.plots.drawing import Anchor, Bar, Dot, Drawing, Ink, Line, Mark, Words
from review.plots.panel import HEIGHT, WIDTH, Panel, heading
from review.plots.samples import sample

TITLE = "Brier score"
FIFTY_FIFTY = 0.25  # what always saying fifty-fifty gets, whatever happens
LANE = 44.0
TOP, BOTTOM = 52.0, 228.0
LEFT, RIGHT = 8.0, 332.0
BAND_HEIGHT = 12.0
MEASURES = ("brier_at_low", "brier_at_mid", "brier_at_high")


@dataclass(frozen=True)
class Lane:
    """A row of the plot: what it shows, and where."""

    y: float
    label: str


def brier_plot(score: Mapping[str, Any]) -> Drawing:
    """The plot of a row of the view `scores`: the band between the lowest and the highest of its three Brier scores
    with the middle reading marked, and below it what three simple-minded forecasters would get."""
    return Drawing(WIDTH, HEIGHT, TITLE, _described(score), tuple(_marks(score)))


def _marks(score: Mapping[str, Any]) -> Iterator[Mark]:
    yield heading(TITLE)
    if score["n"] == 0:
        yield Words((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2, "Nothing has been judged yet.", anchor=Anchor.MIDDLE)
        return
    others = _others(score)
    field = Panel(LEFT, TOP, RIGHT, BOTTOM, limit=_limit(score, others))
    yield from field.scale(5)
    yield from _band(score, field)
    for number, (label, value) in enumerate(others.items(), 1):
        yield from _lane(field, TOP + LANE * number, label, value)
    yield field.below("0 is perfect; further left is better", 2)
    yield field.below("band: the words read low, middle, high", 3)
    if score["is_small_sample"]:
        yield field.below(f"outline: only {score['n']} judged, says little", 4)


def _band(score: Mapping[str, Any], field: Panel) -> Iterator[Mark]:
    readings = [score[name] for name in MEASURES]
    low, high, mid = min(readings), max(readings), score["brier_at_mid"]
    y = TOP + 22
    yield Words(LEFT + 4, TOP + 14, f"this record: {mid:.3f}  ({low:.3f} to {high:.3f})", Ink.TEXT, is_bold=True)
    yield Bar(
        field.across(low), y, max(1.0, field.across(high) - field.across(low)), BAND_HEIGHT, Ink.DATA,
        is_hollow=score["is_small_sample"],
    )  # fmt: skip
    yield Line(((field.across(mid), y - 3), (field.across(mid), y + BAND_HEIGHT + 3)), Ink.TEXT, 2)


def _lane(field: Panel, y: float, label: str, value: float) -> Iterator[Mark]:
    yield Words(LEFT + 4, y + 14, f"{label}: {value:.3f}")
    yield Line(((field.left, y + 27), (field.across(value), y + 27)), Ink.IDEAL, is_dashed=True)
    yield Dot(field.across(value), y + 27, 4, Ink.IDEAL)


def _others(score: Mapping[str, Any]) -> dict[str, float]:
    return {
        "always the base rate": score["brier_base_rate"],
        "nothing ever changes": score["brier_status_quo"],
        "always fifty-fifty": FIFTY_FIFTY,
    }


def _limit(score: Mapping[str, Any], others: Mapping[str, float]) -> float:
    """The right edge: 0.5 is room enough for most records, and 1 for all. Two scales only, so that plots compare."""
    return 0.5 if max(*(score[name] for name in MEASURES), *others.values()) <= 0.5 else 1.0


def _described(score: Mapping[str, Any]) -> str:
    if score["n"] == 0:
        return "Nothing has been judged yet."
    low, mid, high = (score[name] for name in MEASURES)
    others = "; ".join(f"{label} {value:.3f}" for label, value in _others(score).items())
    return (
        f"Over {sample(score)} the Brier score is {mid:.3f}, with the words read low {low:.3f}, read high {high:.3f}. "
        f"For comparison: {others}. 0 is perfect."
    )
