"""Named days: the words for them, and the days on which they fall in a year."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dateutil import easter as _easter

WESTERN, ORTHODOX = _easter.EASTER_WESTERN, _easter.EASTER_ORTHODOX


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, n: int) -> Callable[[int], date]:
    """The nth weekday of a month; n = -1 the last."""

    def on(year: int) -> date:
        if n > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return on


def _after_easter(days: int, church: int = WESTERN) -> Callable[[int], date]:
    return lambda year: _easter.easter(year, church) + timedelta(days=days)


def _after(of: Callable[[int], date], days: int) -> Callable[[int], date]:
    return lambda year: of(year) + timedelta(days=days)


_THANKSGIVING = _nth(11, 3, 4)
_HOLIDAYS: Final[dict[str, tuple[Callable[[int], date], tuple[str, ...]]]] = {
    "new year": (_fixed(1, 1), ("new year|years POSSESSIVE? day?", "the new year")),
    "christmas": (_fixed(12, 25), ("christmas|xmas day?",)),
    "christmas eve": (_fixed(12, 24), ("christmas|xmas eve",)),
    "easter": (_after_easter(0), ("easter sunday?",)),
    "good friday": (_after_easter(-2), ("good friday",)),
    "easter monday": (_after_easter(1), ("easter monday",)),
    "thanksgiving": (_THANKSGIVING, ("thanksgiving day?",)),
    "labor day": (_nth(9, 0, 1), ("labor day",)),
    "memorial day": (_nth(5, 0, -1), ("memorial day",)),
}
HOLIDAY_PATTERNS: Final = {name: patterns for name, (_, patterns) in _HOLIDAYS.items()}


def holiday(name: str, year: int) -> tuple[date, date] | None:
    """First and last day of a named day or season in a year; null where it has none."""
    first = _HOLIDAYS[name][0](year)
    return first, first
