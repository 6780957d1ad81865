"""What scores are worth."""

import math

import pytest

from models.quality.curves import calibration_error, point, reliability
from tests.models.quality.labelled import compared, found, label

COMPARED = [
    compared(
        [label("the talks were delayed"), label("It rained", optional=True)],
        [
            found("the talks were delayed", model_score=0.95),
            found("Rebels will leave by June", model_score=0.91),
            found("It rained", model_score=0.2),
            found("The truce may not hold", model_score=1.0),
            found("on Friday", model_score=0.35),
        ],
    )
]


def test_scores_are_held_against_what_is_right() -> None:
    low, high = reliability(COMPARED)
    assert (low.low, low.count, low.share_right) == (0.3, 1, 0)
    assert (high.low, high.count) == (0.9, 3)
    assert high.share_right == pytest.approx(1 / 3)
    assert high.mean_score == pytest.approx((0.95 + 0.91 + 1.0) / 3)


def test_the_error_is_the_mean_distance() -> None:
    low, high = reliability(COMPARED)
    assert calibration_error([low, high]) == pytest.approx((0.35 + 3 * (high.mean_score - 1 / 3)) / 4)
    assert math.isnan(calibration_error([]))


def test_a_point_counts_what_was_found() -> None:
    found_point = point(0.4, COMPARED)
    assert (found_point.threshold, found_point.found) == (0.4, 5)
    assert found_point.counts.precision("assertion") == pytest.approx(1 / 4)
