"""Intervals over documents."""

import math
from collections import Counter

import pytest

from models.quality.bootstrap import estimates
from models.quality.scoring import FIGURES, Counts


def counts(right: int, missed: int, spurious: int) -> Counts:
    return Counts(Counter({"assertion right": right, "assertion missed": missed, "assertion spurious": spurious}))


def test_the_value_lies_in_its_interval() -> None:
    documents = [counts(n % 7 + 1, n % 3, n % 4) for n in range(30)]
    found = estimates(documents)
    assert found.keys() == FIGURES.keys()
    for name in ("assertion f1", "precision", "recall"):
        assert 0 < found[name].low < found[name].value < found[name].high < 1


def test_the_same_seed_gives_the_same_interval() -> None:
    documents = [counts(n % 5, 1, 2) for n in range(9)]
    assert estimates(documents)["recall"] == estimates(documents)["recall"]
    assert estimates(documents)["recall"] != estimates(documents, seed=1)["recall"]


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    found = estimates([counts(3, 1, 1)] * 8)["assertion f1"]
    assert found.low == found.value == found.high == pytest.approx(0.75)


def test_more_documents_make_it_narrower() -> None:
    few, many = (estimates([counts(4, 0, 1), counts(1, 3, 2)] * times)["recall"] for times in (3, 60))
    assert many.high - many.low < few.high - few.low


def test_where_there_is_nothing_to_judge_there_is_no_interval() -> None:
    found = estimates([counts(1, 0, 0)] * 3)["date"]
    assert all(math.isnan(value) for value in (found.value, found.low, found.high))


def test_a_resample_without_anything_to_judge_is_left_out() -> None:
    rare = Counts(Counter({"date judged": 1, "date right": 1}))
    found = estimates([rare, *[counts(1, 0, 0)] * 20])["date"]
    assert (found.low, found.value, found.high) == (1, 1, 1)


def test_no_documents_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one document"):
        estimates([])
