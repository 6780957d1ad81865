"""Early, mid and late; the start and the end: which days of a period they are, by docs/annotation.md.

The first, middle and last third; of a month to the day (1-10, 11-20, 21-), of a year four months each. The start and
the end are the first and last month of a year or quarter, the first and last week of a month.
"""

from datetime import date, timedelta
from typing import Final

from models.dates.meaning import Thirds
from models.dates.units import MONTHS_IN, Period, Unit, add_months

EARLY_UNTIL: Final = 10
MIDDLE_UNTIL: Final = 20
WEEK: Final = timedelta(days=6)
ONE_DAY: Final = timedelta(days=1)


def part_of(of: Period, part: Thirds) -> Period:
    """That part of a period, in its unit."""
    if of.start == of.end:
        return of
    if part in (Thirds.START, Thirds.END):
        return _edge(of, part)
    return _third(of, part)


def _edge(of: Period, part: Thirds) -> Period:
    start = part is Thirds.START
    if of.unit in (Unit.DECADE, Unit.CENTURY):
        months = 12 if of.unit is Unit.DECADE else 120
    elif of.unit in MONTHS_IN and of.unit is not Unit.MONTH:
        months = 1
    elif of.unit is Unit.MONTH:
        return Period(of.start, of.start + WEEK, of.unit) if start else Period(of.end - WEEK, of.end, of.unit)
    else:
        return _third(of, Thirds.EARLY if start else Thirds.LATE)
    if start:
        return Period(of.start, add_months(of.start, months) - ONE_DAY, of.unit)
    return Period(add_months(of.end + ONE_DAY, -months), of.end, of.unit)


def _third(of: Period, part: Thirds) -> Period:
    if of.unit is Unit.WEEK:
        return _third_of_week(of, part)
    first, second = _cuts(of)
    ends = {
        Thirds.EARLY: (of.start, first - ONE_DAY),
        Thirds.MIDDLE: (first, second - ONE_DAY),
        Thirds.LATE: (second, of.end),
    }
    return Period(*ends[part], of.unit)


def _third_of_week(of: Period, part: Thirds) -> Period:
    """A third of seven days takes in every day that it touches: Monday to Wednesday, to Friday, to Sunday."""
    first = of.start + timedelta(days={Thirds.EARLY: 0, Thirds.MIDDLE: 2, Thirds.LATE: 4}[part])
    return Period(first, min(first + timedelta(days=2), of.end), of.unit)


def _cuts(of: Period) -> tuple[date, date]:
    """The days on which the middle and the last third begin."""
    if of.unit is Unit.MONTH and of.start.day == 1 and of.start.month == of.end.month:
        return of.start.replace(day=EARLY_UNTIL + 1), of.start.replace(day=MIDDLE_UNTIL + 1)
    if of.unit is Unit.DECADE:
        return add_months(of.start, 48), add_months(of.start, 84)
    if of.unit is Unit.CENTURY:
        return add_months(of.start, 396), add_months(of.start, 804)
    if of.unit in MONTHS_IN and MONTHS_IN[of.unit] % 3 == 0:
        third = MONTHS_IN[of.unit] // 3
        return add_months(of.start, third), add_months(of.start, 2 * third)
    length = (of.end - of.start).days + 1
    return of.start + timedelta(days=length // 3), of.start + timedelta(days=2 * length // 3)
