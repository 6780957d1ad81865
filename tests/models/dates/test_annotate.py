"""TIMEX3 type and value, with the narrative's time carried through a document."""

from datetime import date

import pytest

from models.dates import annotate

PUBLISHED = date(1998, 2, 27)  # a Friday


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("He left on Thursday.", "Thursday", "DATE", "1998-02-26"),
        ("He will leave Monday.", "Monday", "DATE", "1998-03-02"),
        ("It is to be published in early March.", "early March", "DATE", "1998-03"),
        ("He left last week.", "last week", "DATE", "1998-W08"),
        ("He left over the weekend.", "the weekend", "DATE", "1998-W08-WE"),
        ("He left in the third quarter.", "the third quarter", "DATE", "1997-Q3"),
        ("He left last fall.", "last fall", "DATE", "1997-FA"),
        ("He left in the 1980s.", "the 1980s", "DATE", "198"),
        ("He left in the 19th century.", "the 19th century", "DATE", "18"),
        ("He left in fiscal 1997.", "fiscal 1997", "DATE", "1997"),
        ("He left at the end of 1997.", "the end of 1997", "DATE", "1997"),
        ("He left at 9 a.m. Thursday.", "9 a.m. Thursday", "TIME", "1998-02-26T09:00"),
        ("He left last night.", "last night", "TIME", "1998-02-26TNI"),
        ("He stayed for two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("He stayed for 36 hours.", "36 hours", "DURATION", "PT36H"),
        ("He stayed for several weeks.", "several weeks", "DURATION", "PXW"),
        ("He stayed in the past two decades.", "the past two decades", "DURATION", "P20Y"),
        ("He calls every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("It rose in mid-afternoon yesterday.", "mid-afternoon yesterday", "TIME", "1998-02-26TAF"),
        ("He left in a year or two.", "a year or two", "DURATION", "PXY"),
        ("He prays during Easter week.", "Easter week", "DATE", "1998-W15"),
        ("It flies daily.", "daily", "SET", "P1D"),
        ("There are four flights a week.", "a week", "SET", "P1W"),
        ("He is now there.", "now", "DATE", "PRESENT_REF"),
    ],
)
def test_one_expression(text: str, words: str, kind: str, value: str) -> None:
    (found,) = annotate(text, PUBLISHED)
    assert (text[found.char_start : found.char_end], found.type, found.value) == (words, kind, value)


def test_the_end_of_a_period_is_marked_as_such() -> None:
    assert [each.mod for each in annotate("early 1997, mid-1997 and the end of 1997", PUBLISHED)] == [
        "START",
        "MID",
        "END",
    ]


def test_a_range_is_two_expressions() -> None:
    found = annotate("He stayed from 4 March to 11 March 1997.", PUBLISHED)
    assert [each.value for each in found] == ["1997-03-04", "1997-03-11"]


def test_a_chronicle_moves_on() -> None:
    found = annotate("On 5 January 1997 he fell ill. The next day he died.", PUBLISHED)
    assert [each.value for each in found] == ["1997-01-05", "1997-01-06"]


def test_a_report_on_a_quarter_compares_with_that_quarter() -> None:
    found = annotate("Profit fell in the third quarter of 1997. It was 5 million a year earlier.", PUBLISHED)
    assert [each.value for each in found] == ["1997-Q3", "1996-Q3"]


@pytest.mark.parametrize(
    "phrase",
    ["the corresponding period last year", "the quarter a year ago", "the 1996 period", "the like period of last year"],
)
def test_a_report_on_a_quarter_names_the_same_quarter_of_another_year(phrase: str) -> None:
    found = annotate(f"Profit fell in the third quarter of 1997. It was 5 million in {phrase}.", PUBLISHED)
    assert found[-1].value == "1996-Q3"


def test_without_a_verb_a_day_is_the_nearer_one() -> None:
    assert [each.value for each in annotate("Flights daily from May 6; from October 6.", PUBLISHED)][1:] == [
        "1998-05-06",
        "1997-10-06",
    ]


def test_an_aside_from_today_leaves_a_chronicle_where_it_is() -> None:
    text = "War came in 1861, 1862, 1863, 1864 and 1865. Nobody knows today why. In May he was taken."
    assert annotate(text, PUBLISHED)[-1].value == "1865-05"


def test_what_cannot_be_told_is_x() -> None:
    assert [each.value for each in annotate("On Monday, in March, the next day.", None)] == [
        "XXXX-WXX-1",
        "XXXX-03",
        "XXXX-XX-XX",
    ]


def test_months_of_a_chronicle_count_from_the_date_it_has_reached() -> None:
    text = "War came in 1861, 1862, 1863 and 1864. It ended in April 1865. In May he was taken. In March he was freed."
    assert [each.value for each in annotate(text, PUBLISHED)][4:] == ["1865-04", "1865-05", "1865-03"]


def test_a_chronicle_of_the_first_year() -> None:
    text = "It fell in the year 1, in 1100, 1200, 1300, 1400 and 1500. On 1 January 0001 it stood. In May it fell."
    assert annotate(text, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The team planned to leave on Thursday.", "1998-03-05"),
        ("It announced an agreement to buy a bank in Peoria, Ill., in March.", "1998-03"),
        ("Officials postponed until Tuesday any action.", "1998-03-03"),
        ("Until Thursday, they had not called him.", "1998-02-26"),
        ("On Thursday, when he set aside his plans, he left.", "1998-02-26"),
        ("Marches were banned this summer.", "1998-SU"),
        ("Prices fell over the past year.", "1997"),
        ("It will slow in coming months.", "FUTURE_REF"),
        ("It will one day be the largest.", "FUTURE_REF"),
        ("The offer had been scheduled to expire at midnight Thursday.", "1998-02-26T24:00"),
        ("The owner could not be reached on Thursday.", "1998-02-26"),
        ("He and the president meet Monday in London.", "1998-03-02"),
    ],
)
def test_the_side_on_which_a_date_lies(text: str, value: str) -> None:
    assert [each.value for each in annotate(text, PUBLISHED)] == [value]
