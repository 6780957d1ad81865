import io
from typing import Any

import pytest
from matplotlib.image import imread

from review.plots.drawing import Anchor, Bar, Dot, Drawing, Ink, Line, Mark, Words
from review.plots.png import png

PAPER = Bar(0, 0, 100, 80, Ink.PAPER)
DATA = (11, 92, 173)


def pixels(*marks: Mark) -> Any:
    """Rows of colours, two to a unit."""
    return (
        imread(io.BytesIO(png(Drawing(100, 80, "A plot", "What it shows.", (PAPER, *marks)))))[:, :, :3] * 255
    ).round()


def at(image: Any, x: float, y: float) -> tuple[int, ...]:
    return tuple(int(part) for part in image[int(y * 2), int(x * 2)])


def test_a_drawing_is_painted_at_twice_its_size() -> None:
    assert pixels().shape == (160, 200, 3)


def test_marks_are_where_they_are_said_to_be() -> None:
    image = pixels(Dot(20, 10, 5, Ink.DATA), Bar(50, 60, 20, 10, Ink.DATA), Line(((0, 40), (100, 40)), Ink.DATA, 3))
    assert [at(image, *place) for place in ((20, 10), (60, 65), (50, 40))] == [DATA] * 3
    assert [at(image, *place) for place in ((30, 10), (60, 55), (50, 45))] == [(255, 255, 255)] * 3


def test_a_hollow_mark_has_paper_inside() -> None:
    image = pixels(Dot(20, 10, 5, Ink.DATA, is_hollow=True))
    assert at(image, 20, 10) == (255, 255, 255)
    assert at(image, 25, 10) == DATA


def test_later_marks_cover_earlier_ones() -> None:
    image = pixels(Line(((0, 10), (100, 10)), Ink.TEXT, 2), Bar(40, 0, 20, 20, Ink.DATA))
    assert at(image, 50, 10) == DATA


@pytest.mark.parametrize(("anchor", "side"), [(Anchor.START, 70), (Anchor.END, 30)])
def test_words_run_from_their_anchor(anchor: Anchor, side: int) -> None:
    inked = pixels(Words(50, 40, "mmmm", Ink.TEXT, anchor=anchor)).sum(axis=2) < 600
    columns = inked.any(axis=0).nonzero()[0] / 2
    assert columns.size
    assert abs(columns.mean() - side) < 20
    assert (columns.min() >= 49) if anchor is Anchor.START else (columns.max() <= 51)


def test_a_dollar_sign_in_a_name_is_no_formula() -> None:
    assert (pixels(Words(10, 40, r"$\frac$", Ink.TEXT)) < 255).any()
