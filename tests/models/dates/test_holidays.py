"""Named days: computed ones against known dates, those of lunar calendars against the package they were taken from."""

from datetime import date

import holidays.calendars
import pytest

from models.dates.holidays import holiday
from models.dates.named_days import NAMED_DAYS, Lunar


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("easter", date(2017, 4, 16)),
        ("good friday", date(2017, 4, 14)),
        ("orthodox easter", date(2018, 4, 8)),
        ("pentecost", date(2013, 5, 19)),
        ("thanksgiving", date(2016, 11, 24)),
        ("black friday", date(2010, 11, 26)),
        ("memorial day", date(2002, 5, 27)),
        ("labor day", date(2022, 9, 5)),
        ("election day", date(2020, 11, 3)),
        ("martin luther king day", date(2013, 1, 21)),
        ("chinese new year", None),
    ],
)
def test_known_dates(name: str, first: date | None) -> None:
    if first is None:
        assert name not in NAMED_DAYS
    else:
        assert holiday(name, first.year) == (first, first)


def test_ramadan_lasts_until_the_feast() -> None:
    assert holiday("ramadan", 2018) == (date(2018, 5, 16), date(2018, 6, 14))


def test_outside_the_tables_a_lunar_feast_has_no_date() -> None:
    assert holiday("diwali", 1950) is None
    assert holiday("eid al-fitr", 2150) is None


def test_the_table_of_lunar_feasts_is_that_of_its_source() -> None:
    islamic, hebrew = holidays.calendars._IslamicLunar(), holidays.calendars._HebrewLunisolar()
    for year in (1975, 2018, 2046):
        assert _first("eid al-adha", year) in {day for day, _ in islamic.eid_al_adha_dates(year)}
        assert _first("yom kippur", year) == hebrew.yom_kippur_date(year)


def test_every_named_day_is_known_in_a_year_of_all_tables() -> None:
    lunar = [name for name, (rule, _) in NAMED_DAYS.items() if isinstance(rule, Lunar)]
    assert [name for name in NAMED_DAYS if not any(holiday(name, year) for year in (2017, 2018))] == []
    assert len(lunar) > 40


def _first(name: str, year: int) -> date | None:
    days = holiday(name, year)
    return None if days is None else days[0]
