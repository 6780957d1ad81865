"""Phrases and the days they denote: golden files by phenomenon, and what context does to them."""

from datetime import date
from pathlib import Path

import pytest

from models.dates import NO_CONTEXT, Context, resolve
from schemas import NO_DATE, Basis, Granularity, Interval, Tense

GOLDEN = sorted(Path(__file__).with_name("golden").glob("*.tsv"))
PUBLISHED = date(2017, 1, 25)  # a Wednesday


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("path", GOLDEN, ids=[path.stem for path in GOLDEN])
def test_golden(path: Path) -> None:
    found = []
    for published, tense, phrase, *_ in _rows(path):
        got = resolve(phrase, date.fromisoformat(published), Tense(tense))
        days = [str(each or "-") for each in (got.start, got.end)]
        found.append([published, tense, phrase, *days, got.granularity.value, got.basis.value])
    assert found == _rows(path)


def _on(year: int, month: int, day: int, granularity: Granularity = Granularity.DAY) -> Interval:
    value = date(year, month, day)
    return Interval(start=value, end=value, granularity=granularity, basis=Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("the next day", date(2016, 12, 25), date(2016, 12, 25)),
        ("two days later", date(2016, 12, 26), date(2016, 12, 26)),
        ("the same evening", date(2016, 12, 24), date(2016, 12, 24)),
        ("that week", date(2016, 12, 19), date(2016, 12, 25)),
        ("three months later", date(2017, 3, 1), date(2017, 3, 31)),
        ("thirty years earlier", date(1986, 1, 1), date(1986, 12, 31)),
        ("the following April", date(2017, 4, 1), date(2017, 4, 30)),
        ("the preceding Saturday", date(2016, 12, 17), date(2016, 12, 17)),
        ("for the 26th of that month", date(2016, 12, 26), date(2016, 12, 26)),
        ("since then", date(2016, 12, 24), PUBLISHED),
        ("within a week thereafter", date(2016, 12, 24), date(2016, 12, 31)),
    ],
)
def test_a_chronicle_counts_from_the_date_it_has_reached(phrase: str, start: date, end: date) -> None:
    got = resolve(phrase, PUBLISHED, Tense.PAST, NO_CONTEXT.after(_on(2016, 12, 24)))
    assert (got.start, got.end, got.basis) == (start, end, Basis.INHERITED)


def test_a_year_later_than_a_quarter_is_that_quarter_again() -> None:
    third = Interval(
        start=date(2016, 7, 1), end=date(2016, 9, 30), granularity=Granularity.QUARTER, basis=Basis.EXPLICIT
    )
    got = resolve("a year earlier", PUBLISHED, Tense.PAST, NO_CONTEXT.after(third))
    assert (got.start, got.end) == (date(2015, 7, 1), date(2015, 9, 30))


def test_no_day_follows_a_year() -> None:
    year = Interval(start=date(2016, 1, 1), end=date(2016, 12, 31), granularity=Granularity.YEAR, basis=Basis.EXPLICIT)
    assert resolve("the next day", PUBLISHED, Tense.PAST, NO_CONTEXT.after(year)) == NO_DATE


def test_what_has_no_date_leaves_the_narrative_where_it_is() -> None:
    reached = NO_CONTEXT.after(_on(2016, 12, 24))
    assert reached.after(NO_DATE) is reached


def test_a_quotation_counts_from_the_day_it_was_said() -> None:
    said = Context(spoken_on=date(2017, 1, 20))
    assert resolve("yesterday", PUBLISHED, Tense.PAST, said).start == date(2017, 1, 19)


def test_the_order_of_the_document_decides_which_is_the_day() -> None:
    assert resolve("3/4/2016", PUBLISHED, Tense.PAST, Context(day_first=True)).start == date(2016, 4, 3)
    assert resolve("3/4/2016", PUBLISHED, Tense.PAST, Context(day_first=False)).start == date(2016, 3, 4)


@pytest.mark.parametrize(
    "phrase", ["on Monday", "this week", "last year", "in February", "three weeks ago", "by Friday"]
)
def test_without_a_publication_date_relative_phrases_stay_unread(phrase: str) -> None:
    for tense in Tense:
        assert resolve(phrase, None, tense) == NO_DATE


@pytest.mark.parametrize("phrase", ["23 January 2017", "in March 2016", "by the end of 2017", "between 2008 and 2012"])
def test_without_a_publication_date_the_calendar_still_holds(phrase: str) -> None:
    assert resolve(phrase, None).end is not None


def test_2020_is_a_year_and_not_a_time_of_day() -> None:
    got = resolve("by 2020", PUBLISHED, Tense.FUTURE)
    assert (got.start, got.end) == (PUBLISHED, date(2020, 12, 31))


@pytest.mark.parametrize(
    "phrase", ["in 9999", "next century", "the 99th of May", "in the year 0", "5000 years ago", "week 54"]
)
def test_beyond_the_calendar_there_is_no_date(phrase: str) -> None:
    got = resolve(phrase, date(9999, 12, 31), Tense.FUTURE)
    assert got.end is None or got.end.year <= 9999
