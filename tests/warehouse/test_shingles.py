"""Texts as sets of numbers: what they share, and what a sample of it shows."""

from hypothesis import given
from hypothesis import strategies as st

from warehouse.shingles import WORDS, share, shingles, sketch

WORD_LISTS = st.lists(
    st.sampled_from("the talks were put off again by a week in Geneva says Lavrov".split()), max_size=60
)


def test_the_numbers_are_the_same_on_every_machine() -> None:
    assert shingles("The talks were put off again.") == {1314519115, 3377517046}


def test_case_punctuation_and_breaks_do_not_count() -> None:
    assert shingles("The talks, he said,\nwere “put off”.") == shingles("the TALKS he said were put off")


def test_a_changed_word_costs_the_runs_that_it_stands_in() -> None:
    words = [f"word{n}" for n in range(100)]
    changed = shingles(" ".join([*words[:50], "other", *words[51:]]))
    assert len(shingles(" ".join(words)) - changed) == WORDS


def test_what_is_shorter_than_a_run_is_one_number() -> None:
    assert len(shingles("Put off.")) == len(shingles("—")) == 1
    assert shingles("Put off.") != shingles("Put on.")


@given(WORD_LISTS, WORD_LISTS)
def test_shares_are_shares(first: list[str], second: list[str]) -> None:
    one, other = shingles(" ".join(first)), shingles(" ".join([*first, *second]))
    assert share(one, one) == 1
    assert 0 <= share(other, one) <= 1
    if len(first) >= WORDS:
        assert share(one, other) == 1


@given(st.frozensets(st.integers(0, 2**32 - 1), min_size=1), st.frozensets(st.integers(0, 2**32 - 1), min_size=1))
def test_samples_agree_on_what_lies_below_both_their_ends(one: frozenset[int], other: frozenset[int]) -> None:
    first, second = sketch(one), sketch(one | other)
    end = min(first[-1], second[-1])
    assert {number for number in first if number <= end} <= set(second)
    assert first == sorted(first)
