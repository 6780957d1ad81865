from review.plots.drawing import Dot, Ink, Line, Words
from review.plots.horizons import FIELD, horizon_plot
from tests.review.plots.rows import horizon


def test_horizons_stand_in_the_order_of_their_length_whatever_the_order_of_rows() -> None:
    rows = [horizon("year", hit_rate=0.2), horizon("undated", hit_rate=0.3), horizon("week", hit_rate=0.9)]
    drawing = horizon_plot(rows)
    points = [(mark.x, mark.y) for mark in drawing.marks if isinstance(mark, Dot)]
    assert points == [
        (FIELD.across(0.5), FIELD.up(0.9)), (FIELD.across(3.5), FIELD.up(0.2)), (FIELD.across(5.5), FIELD.up(0.3)),
    ]  # fmt: skip
    assert drawing.description.startswith("Horizon week: of 40 predictions judged, 90% came true; the words stood for")


def test_a_bar_shows_what_the_words_stood_for() -> None:
    drawing = horizon_plot([horizon("month", chance_at_mid=0.8)])
    (bar,) = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.ink is Ink.IDEAL]
    assert {y for _, y in bar.points} == {FIELD.up(0.8)}


def test_what_nobody_judged_is_counted_and_has_no_point() -> None:
    drawing = horizon_plot([horizon("week", n=0), horizon("month", n=3)])
    counts = [mark.text for mark in drawing.marks if isinstance(mark, Words) and " / " in mark.text]
    assert counts == ["n / all", "0 / 5", "3 / 8"]
    (point,) = [mark for mark in drawing.marks if isinstance(mark, Dot)]
    assert point.is_hollow
    assert "week" not in drawing.description


def test_nothing_judged() -> None:
    assert horizon_plot([horizon("week", n=0)]).description == "Nothing has been judged yet."
