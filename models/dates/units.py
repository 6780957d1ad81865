"""The units of the calendar, and the stretches of days that they cut it into. Pure arithmetic on dates.

Functions raise `ValueError` or `OverflowError` where the calendar ends (before the year 1, after 9999); whoever reads
phrases turns that into "no date".
"""

import calendar
from datetime import date, timedelta
from enum import Enum
from typing import Final, NamedTuple


class Unit(Enum):
    """A unit in which time phrases speak; the value is its sign in an ISO 8601 duration."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "SE"
    HALF = "H"
    YEAR = "Y"
    FISCAL_YEAR = "FY"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "ML"


CLOCK_UNITS: Final = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
MONTHS_IN: Final = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.FISCAL_YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12000,
}
SHORTEST_MONTH: Final = 28
DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7}
"""How many days lie between one and the next."""

FISCAL_START: Final = 10
"""The fiscal year of the United States government begins on 1 October of the year before."""
SEASON_START: Final = 3
"""Spring begins in March; the seasons are quarters that run from there (meteorological, northern)."""


class Period(NamedTuple):
    """Days from `start` to `end`, both included, and the unit in which they were named."""

    start: date
    end: date
    unit: Unit


def day(value: date) -> Period:
    """A single day."""
    return Period(value, value, Unit.DAY)


def span(start: date, months: int, unit: Unit) -> Period:
    """Whole months from the first of one."""
    return Period(start, add_months(start, months) - timedelta(days=1), unit)


def containing(value: date, unit: Unit) -> Period:
    """The calendar unit in which a day lies. For a weekend, that of the day's week."""
    if unit in CLOCK_UNITS or unit is Unit.DAY:
        return day(value)
    if unit in DAYS_IN:
        monday = value - timedelta(days=value.weekday())
        first = monday + timedelta(days=5) if unit is Unit.WEEKEND else monday
        return Period(first, monday + timedelta(days=6), unit)
    months = MONTHS_IN[unit]
    offset = {Unit.FISCAL_YEAR: FISCAL_START, Unit.SEASON: SEASON_START}.get(unit, 1) - 1
    if unit is Unit.CENTURY or unit is Unit.MILLENNIUM:
        offset = 12  # the 13th century began with 1201
    index = value.year * 12 + value.month - 1 - offset
    first_index = index - index % months + offset
    return span(date(first_index // 12, first_index % 12 + 1, 1), months, unit)


def shifted(period: Period, steps: int) -> Period:
    """The same unit, so many units on (or back)."""
    if period.unit in CLOCK_UNITS or period.unit in DAYS_IN:
        days = timedelta(days=steps * DAYS_IN.get(period.unit, 0))
        return Period(period.start + days, period.end + days, period.unit)
    months = MONTHS_IN[period.unit]
    return span(add_months(period.start, steps * months), months, period.unit)


def moved(value: date, steps: int, unit: Unit) -> date:
    """The day so many units on (or back), counted exactly: a month on from the 31st is the month's last day."""
    if unit in CLOCK_UNITS:
        return value
    if unit in DAYS_IN:
        return value + timedelta(days=steps * DAYS_IN[unit])
    return add_months(value, steps * MONTHS_IN[unit])


def add_months(value: date, months: int) -> date:
    """So many months on, clipped to the length of the month."""
    year, month = divmod(value.year * 12 + value.month - 1 + months, 12)
    day = value.day
    if day > SHORTEST_MONTH:
        day = min(day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def units_of(period: Period, unit: Unit) -> list[Period]:
    """The whole calendar units that begin inside a period; weeks count from its first day.

    "The first week of August" is thus 1 to 7 August, and "the last" counts back from its end (`last_units_of`).
    """
    if unit is Unit.WEEK:
        return _weeks(period, period.start, 1)
    found = []
    current = containing(period.start, unit)
    while current.start <= period.end:
        if current.start >= period.start:
            found.append(current)
        current = shifted(current, 1)
    return found


def last_weeks_of(period: Period) -> list[Period]:
    """The weeks of a period counted back from its last day, the last one first."""
    return _weeks(period, period.end, -1)


def _weeks(period: Period, edge: date, direction: int) -> list[Period]:
    found = []
    while period.start <= edge <= period.end:
        other = edge + direction * timedelta(days=6)
        first, last = min(edge, other), max(edge, other)
        found.append(Period(max(first, period.start), min(last, period.end), Unit.WEEK))
        edge += direction * timedelta(days=7)
    return found
