"""Curves: what a score is worth, and what a threshold would keep."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from models.quality.scoring import Comparison, Counts, counts_of, total

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Assertions whose score lies in one tenth: how many, their mean score, and the share that is right."""

    low: float
    count: int
    mean_score: float
    share_right: float


def reliability(comparisons: Sequence[Comparison]) -> list[Bin]:
    """The reliability curve of `model_score`: calibrated means that mean score and share right agree in every bin.

    An assertion is right when it matches a label. Those that match optional labels are left out, as in every figure.
    """
    judged = [
        (pair.assertion.model_score, True) for one in comparisons for pair in one.pairs if not pair.label.optional
    ]
    judged += [(assertion.model_score, False) for one in comparisons for assertion in one.spurious]
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, is_right in judged:
        bins[min(int(score * BINS), BINS - 1)].append((score, is_right))
    return [_bin(at / BINS, found) for at, found in enumerate(bins) if found]


def _bin(low: float, found: Sequence[tuple[float, bool]]) -> Bin:
    mean_score = sum(score for score, _ in found) / len(found)
    return Bin(low, len(found), mean_score, sum(is_right for _, is_right in found) / len(found))


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error (Naeini et al. 2015): mean distance of score and share right, bins by their size."""
    whole = sum(one.count for one in bins)
    return sum(one.count * abs(one.mean_score - one.share_right) for one in bins) / whole if whole else math.nan


@dataclass(frozen=True, slots=True)
class Point:
    """What a threshold gives."""

    threshold: float
    found: int
    counts: Counts


def point(threshold: float, comparisons: Sequence[Comparison]) -> Point:
    """The point of the precision-recall curve at a threshold that the comparisons were made with."""
    found = sum(len(one.found) for one in comparisons)
    return Point(threshold, found, total([counts_of(one) for one in comparisons]))
