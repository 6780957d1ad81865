"""How alike two readings are."""

from benchmarks.rounding import likeness


def test_likeness_counts_the_spans_that_both_found() -> None:
    some, others = {(0, 0, 10), (0, 20, 30), (1, 0, 10)}, {(0, 0, 10), (0, 20, 31)}
    assert likeness(some, some) == 1
    assert likeness(some, others) == 2 / 5
    assert likeness(set(), set()) == 0
