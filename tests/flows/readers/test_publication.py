from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.readers.publication import dateline, day_in_address, parse_day

DAY = date(2017, 1, 27)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    "value",
    [
        "2017-01-27",
        "2017-01-27T23:30:00-05:00",
        "Fri, 27 Jan 2017 23:30:00 +0000",
        "27 January 2017",
        "27th of January 2017",
        "Friday, January 27, 2017",
        "Jan. 27, 2017",
        "20170127",
        "20170127T103000Z",
        "D:20170127120000+02'00'",
        "27.01.2017",
        "01/27/2017",
        "1/27/2017 3:00 PM",
    ],
)
def test_day_is_read_as_written(value: str) -> None:
    assert parse_day(value) == DAY


@pytest.mark.parametrize(
    "value", ["", "2017", "January 2017", "27 January", "31 June 2017", "2017-13-40", "yesterday", "1485500000", "May"]
)
def test_what_is_no_whole_day_is_none(value: str) -> None:
    assert parse_day(value) is None


def test_numeric_date_with_two_readings_waits_for_the_text() -> None:
    assert parse_day("04/09/2026") is None
    assert parse_day("04/09/2026", "Version 2 of April 9, 2026.") == date(2026, 4, 9)
    assert parse_day("04/09/2026", "Version 2 of 4 September 2026.") == date(2026, 9, 4)
    assert parse_day("04/09/2026", "April 9, 2026 or 4 September 2026") is None
    assert parse_day("04/04/2026") == date(2026, 4, 4)


@given(DAYS)
def test_iso_days_are_fixed_points(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day:%d %B} {day.year:04}") == day


@given(st.text())
def test_any_string_is_answered(value: str) -> None:
    assert parse_day(value) is None or isinstance(parse_day(value), date)
    assert dateline(value) is None or isinstance(dateline(value), date)


@pytest.mark.parametrize(
    "text",
    [
        "Title\n\n27 January 2017\n\nBody.",
        "Title\n\nBy Jane Roe, 27 January 2017\n\nBody.",
        "Jane Roe | January 27, 2017\nBody.",
        "LONDON, January 27, 2017 (Newsroom) — The bank will",
        "ASTANA, Kazakhstan, 23 January 2017 - The talks\nGeneva, 27 January 2017 – later".replace("23", "27"),
        "NEW YORK, Jan. 27, 2017 (Desk) -- Shares",
        "Updated 3 Feb 2017\nPublished: 27 Jan 2017, 10:30 GMT\nBody.",
        "Published on Friday, January 27, 2017",
        "(27 January 2017)",
    ],
)
def test_dateline_is_found(text: str) -> None:
    assert dateline(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "On 27 January 2017, he said it would rain.",
        "By 27 January 2017 they will have left.",
        "The talks resume on 27 January 2017",
        "Summit in Geneva, 27 January 2017",
        "Updated: 27 January 2017",
        "27 January\nBody",
        "line\n" * 40 + "27 January 2017",
    ],
)
def test_date_in_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2017/01/27/talks", DAY),
        ("https://a.example/news/talks-20170127.html", DAY),
        ("https://a.example/2017-01-27-talks/", DAY),
        ("https://a.example/2017/01/talks", None),
        ("https://a.example/id/20171332", None),
        ("https://a.example/", None),
    ],
)
def test_day_in_address(url: str, day: date | None) -> None:
    assert day_in_address(url) == day


@given(DAYS.filter(lambda day: day.year >= 1900), st.integers(0, 1000))
def test_shifting_the_day_shifts_the_dateline(day: date, days: int) -> None:
    later = min(day + timedelta(days), date(2999, 12, 31))
    assert dateline(f"Title\n\n{later.day} {later:%B} {later.year}\n\nBody.") == later
