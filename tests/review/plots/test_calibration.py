import pytest

from review.plots.calibration import FIELD, calibration_plot
from review.plots.drawing import Dot, Drawing, Ink, Line, Words
from tests.review.plots.rows import tenth


def dots(drawing: Drawing) -> list[Dot]:
    return [mark for mark in drawing.marks if isinstance(mark, Dot)]


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


@pytest.mark.parametrize("share", [0.0, 0.25, 0.7, 1.0])
def test_what_is_well_calibrated_lies_on_the_diagonal(share: float) -> None:
    drawing = calibration_plot([tenth(share, share)])
    (diagonal,) = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.is_dashed]
    (left, bottom), (right, top) = diagonal.points
    (dot,) = dots(drawing)
    assert dot.x == pytest.approx(left + (right - left) * share)
    assert dot.y == pytest.approx(bottom + (top - bottom) * share)


def test_more_came_true_than_was_said_lies_above_the_diagonal() -> None:
    (dot,) = dots(calibration_plot([tenth(0.4, 0.9)]))
    assert dot.y < FIELD.up(0.4)


def test_the_interval_runs_from_its_low_to_its_high_end() -> None:
    drawing = calibration_plot([tenth(0.7, 0.6, hit_rate_low=0.3, hit_rate_high=0.8)])
    (interval,) = [mark for mark in drawing.marks if isinstance(mark, Line) and mark.ink is Ink.DATA]
    assert interval.points == ((FIELD.across(0.7), FIELD.up(0.3)), (FIELD.across(0.7), FIELD.up(0.8)))


def test_small_samples_are_rings_and_said_to_be_small() -> None:
    drawing = calibration_plot([tenth(0.4, 0.5, n=7), tenth(0.9, 0.9, n=1234)])
    assert [dot.is_hollow for dot in dots(drawing)] == [True, False]
    assert {"7", "1,234", "rings: few judged, says little"} <= set(words(drawing))
    assert "Of 7 predictions (a small sample) said with some 40%, 50% came true" in drawing.description
    assert "Of 1,234 predictions said" in drawing.description


def test_rings_are_explained_only_where_there_are_any() -> None:
    assert "rings: few judged, says little" not in words(calibration_plot([tenth(0.9, 0.9)]))


def test_counts_of_points_that_meet_stand_apart() -> None:
    drawing = calibration_plot([tenth(0.899, 0.5, n=101), tenth(0.901, 0.5, n=102)])
    one, other = (mark.x for mark in drawing.marks if isinstance(mark, Words) and mark.text in ("101", "102"))
    assert other - one >= 26


def test_nothing_judged() -> None:
    drawing = calibration_plot([])
    assert drawing.description == "Nothing has been judged yet."
    assert dots(drawing) == []
