"""Where the names of the calendar fall: March, Monday, the third quarter, Christmas, the 15th."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from models.dates.holidays import holiday
from models.dates.meaning import Cycle, Named
from models.dates.units import (
    Period,
    Unit,
    add_months,
    containing,
    day,
    shifted,
    span,
)
from schemas.vocabulary import Tense

_AHEAD: Final = frozenset({Tense.FUTURE, Tense.PRESENT})
_SEARCH: Final = {
    Tense.PAST: range(0, -9, -1),
    Tense.PRESENT: range(-1, 9),
    Tense.FUTURE: range(-1, 9),
    Tense.UNKNOWN: range(0, -2, -1),
}
"""In which cycles to look, seen from the one of the day: winter may have begun in the last, 29 February be far off."""
MONTHLY: Final = frozenset({Cycle.DAY_OF_MONTH})
WEEKLY: Final = frozenset({Cycle.WEEKDAY, Cycle.WEEKEND})
SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def cycle_unit(name: Named) -> Unit:
    """The unit once in which a name comes round: a weekday in a week, the 15th in a month, 5 May in a year."""
    outermost = name
    while isinstance(outermost.within, Named):
        outermost = outermost.within
    if outermost.cycle in WEEKLY:
        return Unit.WEEK
    return Unit.MONTH if outermost.cycle in MONTHLY else Unit.YEAR


def nearest(name: Named, now: date, tense: Tense) -> Period | None:
    """Where an open name falls next on the side of the tense. What holds the day itself is meant, whatever the tense.

    Without a tense nothing else is told: null.
    """
    here = containing(now, cycle_unit(name))
    for step in _SEARCH[tense]:
        found = _occurrence(name, here, step)
        if found and (tense in _AHEAD or found.start <= now) and (tense is Tense.PAST or now <= found.end):
            return found
    return None


def occurrences(name: Named, around: date, reach: int) -> list[Period]:
    """Where an open name falls in the cycles about a day, `reach` of them on either side, in order."""
    here = containing(around, cycle_unit(name))
    found = (_occurrence(name, here, step) for step in range(-reach, reach + 1))
    return [each for each in found if each is not None]


def _occurrence(name: Named, here: Period, step: int) -> Period | None:
    try:
        return place_in(name, shifted(here, step))
    except (ValueError, OverflowError):
        return None  # beyond the calendar


def place_in(name: Named, outer: Period) -> Period | None:
    """A name in a period; null where it does not occur there, as 31 June or the second Easter."""
    if isinstance(name.within, Named):
        inner = place_in(name.within, outer)
        if inner is None:
            return None
        outer = inner
    return _PLACES[name.cycle](name.key, outer)


def _month(key: int | str, outer: Period) -> Period | None:
    first = date(outer.start.year, int(key), 1)
    if first < outer.start.replace(day=1):
        first = first.replace(year=first.year + 1)
    return span(first, 1, Unit.MONTH) if first <= outer.end else None


def _day_of_month(key: int | str, outer: Period) -> Period | None:
    if outer.unit is not Unit.MONTH:
        return None
    try:
        return day(outer.start.replace(day=int(key)))
    except ValueError:
        return None


def _weekday(key: int | str, outer: Period) -> Period | None:
    return day(outer.start + timedelta(days=(int(key) - outer.start.weekday()) % 7))


def _weekend(_: int | str, outer: Period) -> Period:
    return containing(outer.start, Unit.WEEKEND)


def _week(key: int | str, outer: Period) -> Period | None:
    try:
        monday = date.fromisocalendar(outer.start.year, int(key), 1)
    except ValueError:
        return None
    return containing(monday, Unit.WEEK)


def _quarter(key: int | str, outer: Period) -> Period | None:
    if outer.unit not in (Unit.YEAR, Unit.FISCAL_YEAR):
        return None
    return span(add_months(outer.start, 3 * (int(key) - 1)), 3, Unit.QUARTER)


def _half(key: int | str, outer: Period) -> Period | None:
    first = key == 1
    if outer.unit in (Unit.YEAR, Unit.FISCAL_YEAR):
        return span(outer.start if first else add_months(outer.start, 6), 6, Unit.HALF)
    length = (outer.end - outer.start).days + 1
    middle = outer.start + timedelta(days=length // 2 - 1)
    if outer.unit in (Unit.DECADE, Unit.CENTURY):
        middle = add_months(outer.start, 60 if outer.unit is Unit.DECADE else 600) - timedelta(days=1)
    return Period(outer.start, middle, Unit.HALF) if first else Period(middle + timedelta(days=1), outer.end, Unit.HALF)


def _season(key: int | str, outer: Period) -> Period | None:
    if outer.unit not in (Unit.YEAR, Unit.FISCAL_YEAR):
        return None
    return span(date(outer.start.year, SEASON_MONTH[str(key)], 1), 3, Unit.SEASON)


def _holiday(key: int | str, outer: Period) -> Period | None:
    for year in range(outer.start.year, outer.end.year + 1):
        ends = holiday(str(key), year)
        if ends is not None and outer.start <= ends[0] <= outer.end:
            return Period(*ends, Unit.DAY)
    return None


_PLACES: Final[dict[Cycle, Callable[[int | str, Period], Period | None]]] = {
    Cycle.MONTH: _month,
    Cycle.DAY_OF_MONTH: _day_of_month,
    Cycle.WEEKDAY: _weekday,
    Cycle.WEEKEND: _weekend,
    Cycle.WEEK: _week,
    Cycle.QUARTER: _quarter,
    Cycle.HALF: _half,
    Cycle.SEASON: _season,
    Cycle.HOLIDAY: _holiday,
}
