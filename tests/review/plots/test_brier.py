import pytest

from review.plots.brier import brier_plot
from review.plots.drawing import Bar, Dot, Drawing, Ink, Line, Words
from tests.review.plots.rows import score


def band(drawing: Drawing) -> Bar:
    (found,) = [mark for mark in drawing.marks if isinstance(mark, Bar)]
    return found


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def test_the_band_spans_all_three_readings_of_the_words() -> None:
    drawing = brier_plot(score(brier_at_low=0.2, brier_at_mid=0.1, brier_at_high=0.15))
    drawn, width = band(drawing), 332 - 8
    assert (drawn.x - 8) / width * 0.5 == pytest.approx(0.1)
    assert drawn.width / width * 0.5 == pytest.approx(0.1)
    assert "this record: 0.100  (0.100 to 0.200)" in words(drawing)


def test_the_middle_reading_is_marked() -> None:
    (tick,) = [mark for mark in brier_plot(score()).marks if isinstance(mark, Line) and mark.ink is Ink.TEXT]
    assert tick.points[0][0] == pytest.approx(8 + 324 * 0.15 / 0.5)


def test_what_needs_no_insight_stands_beside_it() -> None:
    drawing = brier_plot(score())
    places = [round((mark.x - 8) / 324 * 0.5, 3) for mark in drawing.marks if isinstance(mark, Dot)]
    assert places == [0.22, 0.4, 0.25]
    assert "always fifty-fifty: 0.250" in words(drawing)


def test_a_bad_record_gets_the_long_scale() -> None:
    assert "0.5" in words(brier_plot(score()))
    assert "1.0" in words(brier_plot(score(brier_at_low=0.8)))


def test_a_small_sample_is_an_outline_and_said_to_be_small() -> None:
    drawing = brier_plot(score(n=4))
    assert band(drawing).is_hollow
    assert "outline: only 4 judged, says little" in words(drawing)
    assert "Over 4 predictions (a small sample)" in drawing.description
    assert not band(brier_plot(score(n=40))).is_hollow


def test_nothing_judged() -> None:
    drawing = brier_plot(score(n=0, brier_at_low=None, brier_at_mid=None, brier_at_high=None, brier_status_quo=None))
    assert drawing.description == "Nothing has been judged yet."
    assert "Nothing has been judged yet." in words(drawing)
