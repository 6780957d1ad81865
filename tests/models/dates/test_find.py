"""Time expressions in running text, and words that only look like them."""

import itertools

import pytest

from models.dates import find


def _found(text: str) -> list[str]:
    return [each.text for each in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow may have withdrawn its planes.",
        "May I ask whether it may rain?",
        "Theresa May said so, and Mrs May will go.",
        "The march on Raqqa went on; they march again.",
        "The fall of Kabul came after a fall in prices.",
        "Some 2000 troops left, and 1,200 miles lay ahead.",
        "The G20 paid $2015 for 3/4 of it, at 24 items.",
        "The 44-year-old minister, 52 years old then.",
        "It was the second of three; wait a second.",
        "Sun shares rose and Jan Kavan sat down.",
        "They spring up everywhere.",
        "He was seen at this march in the capital.",
        "He said that Sun's profit fell.",
    ],
)
def test_no_time_here(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("March on Washington leaders met in May.", ["in May"]),
        ("The talks are to last two days, 23 and 24 January.", ["two days", "23 and 24 January"]),
        ("Compared to last week, it fell in the last two days.", ["to last week", "in the last two days"]),
        ("The fall of Kabul in the fall of 2021 shocked many.", ["in the fall of 2021"]),
        ("A second term begins on Monday.", ["on Monday"]),
        ("She was 44 years old in 2010.", ["in 2010"]),
        ("It fell in the first quarter of this year, the lowest since 2008.",
         ["in the first quarter of this year", "since 2008"]),
        ("On Friday, 3 March 2017 at 9:30 a.m. it opens.", ["On Friday, 3 March 2017 at 9:30 a.m."]),
        ("They met on Sept. 12.", ["on Sept. 12"]),
        ("In the early hours of Monday, 5 people died.", ["In the early hours of Monday"]),
        ("The quake struck at 7:37 p.m. local time (1137 UTC) on Wednesday.",
         ["at 7:37 p.m. local time (1137 UTC) on Wednesday"]),
        ("It rose from 4 per cent in 2014 to 5 in 2015.", ["in 2014", "in 2015"]),
        ("January’s figures beat last year's third quarter.", ["January", "last year's third quarter"]),
        ("The talks run from 4 to 11 March and resume next week.", ["from 4 to 11 March", "next week"]),
        ("Nobody expects it before Christmas, or by Easter.", ["before Christmas", "by Easter"]),
        ("It reported that third-quarter profit fell.", ["third-quarter"]),
        ("It is open 24 hours a day.", ["24 hours", "a day"]),
        ("They lent money during Lent.", ["during Lent"]),
    ],
)  # fmt: skip
def test_found(text: str, phrases: list[str]) -> None:
    assert _found(text) == phrases


def test_offsets_point_into_the_text_and_do_not_overlap() -> None:
    text = "On 23 January 2017 talks opened — “by the end of\nMarch”, said one; on Monday, another."
    found = find(text)
    assert [text[each.char_start : each.char_end] for each in found] == [each.text for each in found]
    assert all(one.char_end <= other.char_start for one, other in itertools.pairwise(found))
    assert len(found) == 3


def test_a_list_of_years_is_read_whole_and_fast() -> None:
    assert sum(each.text.count("2001") for each in find("2001, " * 500)) == 500
