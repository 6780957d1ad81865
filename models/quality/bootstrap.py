"""Intervals: how far a figure would move had other documents been labelled.

Efron's percentile bootstrap over whole documents, since assertions of one document stand or fall together.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.quality.scoring import FIGURES, Counts, total

ROUNDS = 1000
INSIDE = (2.5, 97.5)
"""Percentiles that an interval of 95 % lies between."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its 95 % interval; not a number where there is nothing to judge."""

    value: float
    low: float
    high: float


def estimates(counts: Sequence[Counts], rounds: int = ROUNDS, seed: int = 0) -> dict[str, Estimate]:
    """Every figure over the documents, with the interval of so many resamples. Refuses an empty list."""
    if not counts:
        raise ValueError("an estimate needs at least one document")
    whole, resampled = total(counts), _resampled(counts, rounds, seed)
    return {name: _estimate(compute(whole), [*map(compute, resampled)]) for name, compute in FIGURES.items()}


def _estimate(value: float, resampled: Sequence[float]) -> Estimate:
    if math.isnan(value):
        return Estimate(math.nan, math.nan, math.nan)
    low, high = np.nanpercentile([value, *resampled], INSIDE)  # a resample may hold nothing to judge
    return Estimate(value, float(low), float(high))


def _resampled(counts: Sequence[Counts], rounds: int, seed: int) -> list[Counts]:
    """Sums over as many documents as there are, drawn with replacement."""
    names = sorted({name for one in counts for name in one.sums})
    table = np.array([[one.sums[name] for name in names] for one in counts])
    times = np.random.default_rng(seed).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=rounds)
    return [Counts(Counter(dict(zip(names, row, strict=True)))) for row in (times @ table).tolist()]
