"""What was understood, in a sentence; and why nothing came of it."""

from datetime import date

import pytest

from models.dates import explain
from schemas import Tense

PUBLISHED = date(2017, 1, 20)


@pytest.mark.parametrize(
    ("phrase", "tense", "words"),
    [
        ("late February", Tense.FUTURE, "the last third of February, seen from Friday 20 January 2017"),
        ("by the end of 2017", Tense.FUTURE, "by the end of the year 2017, which the words give by themselves"),
        ("on Monday", Tense.UNKNOWN, "before or after publication cannot be told without the tense"),
        ("12/1", Tense.PAST, "which is the day and which the month cannot be told"),
        ("the next day", Tense.PAST, "the date from which it counts was not given"),
        ("soon", Tense.FUTURE, "no date which a calendar can hold"),
        ("for three years", Tense.FUTURE, "a length of 3 years"),
        ("every Monday", Tense.PAST, "something repeated (Monday)"),
        ("over the next decade", Tense.FUTURE, "1 decade from the day of speaking"),
        ("the second Tuesday of March", Tense.FUTURE, "Tuesday number 2 of March"),
        ("Friday the 13th", Tense.FUTURE, "the day 13, a Friday"),
        ("31 June", Tense.PAST, "does not come to a date"),
        ("the weather", Tense.PAST, "no time expression that is known here"),
    ],
)
def test_sentence(phrase: str, tense: Tense, words: str) -> None:
    assert words in explain(phrase, PUBLISHED, tense).understood


def test_without_publication() -> None:
    assert "without the day of publication" in explain("this week", None, Tense.PAST).understood


def test_timex_of_a_phrase_is_that_of_its_expression() -> None:
    read = explain("since the protests began in June", PUBLISHED, Tense.PAST)
    assert (read.timex_type, read.timex_value) == ("DATE", "2016-06")
