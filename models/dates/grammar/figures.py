"""Dates written in figures alone."""

from datetime import date
from typing import Final

from models.dates.grammar.rules import grammar
from models.dates.lexicon import century_of
from models.dates.meaning import Cycle, Figures, Named
from models.dates.units import Period, Unit, containing, day, span

COMPACT: Final = 8
"""Figures in 20170123."""
MONTHS: Final = 12
ROUND_THE_CLOCK: Final = (24, 7, None)
"""24/7 is no date."""


def _day(year: int, month: int, number: int) -> Period | None:
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


@grammar.rule("Iso", "YEAR - month=MONTHNUM|MONTH - DAYNUM", "YEAR / month=MONTHNUM|MONTH / DAYNUM")
@grammar.rule("Iso", "YEAR . month=MONTHNUM . DAYNUM")
def _iso(year: int, month: int, daynum: int) -> Period | None:
    return _day(year, month, daynum)


grammar.either("Numeric", "Iso", "Iso t? TIME")


@grammar.rule("Numeric", "FIGURES")
def _compact(figures: str) -> Period | None:
    if len(figures) != COMPACT or figures[:2] not in ("18", "19", "20"):
        return None
    return _day(int(figures[:4]), int(figures[4:6]), int(figures[6:]))


@grammar.rule("Numeric", "first=DAYNUM / second=DAYNUM", "first=DAYNUM /|-|. second=DAYNUM /|-|.|, year=YEAR|SHORT")
def _slashed(first: int, second: int, year: int | None) -> Figures | None:
    """Day and month in an order that only the document can tell, unless one of them cannot be a month."""
    if (first > MONTHS and second > MONTHS) or (first, second, year) == ROUND_THE_CLOCK:
        return None
    return Figures(first, second, containing(date(year, 1, 1), Unit.YEAR) if year else None)


@grammar.rule("Numeric", "MONTHNUM /|- YEAR", "YEAR /|- MONTHNUM")
def _month_of_year(monthnum: int, year: int) -> Period:
    return span(date(year, monthnum, 1), 1, Unit.MONTH)


@grammar.rule("Numeric", "year=NUMBER q which=NUMBER")
def _quarter_code(year: float, which: float) -> Named | None:
    """18q4."""
    if which not in (1, 2, 3, 4) or not 0 <= year <= 2199:
        return None
    full = int(year) if year >= 1000 else century_of(int(year) % 100)
    return Named(Cycle.QUARTER, int(which), containing(date(full, 1, 1), Unit.YEAR))
