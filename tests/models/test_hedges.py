"""Hedges: the rulings of the contract on single cues, and what holds for any words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.hedges import likelihood_of, stated_chance
from schemas import Likelihood

RULED = Path(__file__).with_name("golden") / "likelihoods.tsv"
CUES = [line.split("\t") for line in RULED.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("cue", "ruled"), CUES)
def test_a_cue_stands_for_its_class(cue: str, ruled: str) -> None:
    assert likelihood_of(cue) == ruled


@pytest.mark.parametrize("cue", ["", "the envoy", "42", "1000%"])
def test_words_that_say_nothing_have_no_class(cue: str) -> None:
    assert likelihood_of(cue) is None


def test_a_plain_statement_is_certain() -> None:
    assert likelihood_of(None) is Likelihood.CERTAIN


@given(st.text(max_size=80))
def test_no_words_are_refused(cue: str) -> None:
    assert likelihood_of(cue) in (None, *Likelihood)
    chance = stated_chance(cue)
    assert chance is None or 0 <= chance <= 100


@given(st.sampled_from(CUES), st.sampled_from((str.upper, str.title, lambda cue: f" {cue.replace(' ', '  ')}\n")))
def test_case_and_spacing_change_nothing(cue: list[str], change: object) -> None:
    assert callable(change)
    assert likelihood_of(change(cue[0])) == cue[1]


@given(st.integers(0, 100))
def test_a_higher_chance_is_never_a_lower_class(chance: int) -> None:
    rising = [Likelihood.UNLIKELY, Likelihood.POSSIBLE, Likelihood.LIKELY, Likelihood.CERTAIN]
    lower, higher = (likelihood_of(f"a {percent}% chance") for percent in (max(chance - 1, 0), chance))
    assert lower is not None
    assert higher is not None
    assert rising.index(lower) <= rising.index(higher)


@pytest.mark.parametrize(
    ("words", "chance"),
    [
        ("a 65% chance", 65),
        ("62.5 per cent", 62.5),
        ("one in three", 100 / 3),
        ("3 chance in 4", 75),
        ("three in one", None),
        ("² in 3", None),
        ("1,000%", None),
        ("one in many", None),
        ("zero in three", None),
        ("250%", None),
        ("the odds", None),
    ],
)
def test_a_stated_chance_is_read(words: str, chance: float | None) -> None:
    assert stated_chance(words) == chance
