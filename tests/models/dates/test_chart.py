"""The grammar engine by itself."""

from typing import Any

import pytest

from models.dates.chart import Chart, Grammar, Located
from models.dates.words import words_of


def _read(grammar: Grammar, text: str, symbol: str = "Date") -> dict[int, Any]:
    return Chart(grammar, words_of(text)).outcomes(symbol, 0)


def test_a_rule_gets_what_its_parameters_are_named_after() -> None:
    grammar = Grammar()
    grammar.rule("Date", "MONTH day=DAYNUM ,? YEAR?", "day=DAYNUM of? MONTH YEAR?")(
        lambda month, day, year: (year, month, day)
    )
    assert _read(grammar, "May 3, 2017") == {2: (None, 5, 3), 3: (None, 5, 3), 4: (2017, 5, 3)}
    assert _read(grammar, "3 of May") == {3: (None, 5, 3)}


def test_of_two_readings_of_the_same_words_the_first_declared_counts() -> None:
    grammar = Grammar()
    grammar.constant("Date", "first", "one|two day")
    grammar.constant("Date", "second", "two day", "two day off")
    assert _read(grammar, "two day off") == {2: "first", 3: "second"}


def test_a_rule_may_turn_a_match_down() -> None:
    grammar = Grammar()
    grammar.rule("Date", "DAYNUM")(lambda daynum: daynum if daynum > 12 else None)
    assert _read(grammar, "13") == {1: 13}
    assert _read(grammar, "12") == {}


def test_symbols_nest_and_may_be_located() -> None:
    grammar = Grammar(located=("Inner",))
    grammar.either("Inner", "MONTH")
    grammar.rule("Date", "early Inner", "early Date")(lambda inner=None, date=None: inner or date)
    assert _read(grammar, "early early May") == {3: Located(5, 2, 3)}


def test_either_passes_on_the_item_that_it_names() -> None:
    grammar = Grammar()
    grammar.either("Date", "DAYNUM of it=MONTH")
    assert _read(grammar, "3 of May") == {3: 5}


@pytest.mark.parametrize("text", ["", "nothing known", "May"])
def test_nothing_found(text: str) -> None:
    grammar = Grammar()
    grammar.either("Date", "MONTH DAYNUM")
    assert _read(grammar, text) == {}
