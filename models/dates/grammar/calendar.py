"""Dates by the calendar: days, months, quarters, halves, seasons, years, decades, centuries, named days."""

from datetime import date

from models.dates.grammar.rules import grammar
from models.dates.holidays import HOLIDAY_PATTERNS
from models.dates.meaning import Agreed, Cycle, Figures, Landing, Meaning, Named, Range, Shift, put_within
from models.dates.units import FISCAL_START, MONTHS_IN, Period, Unit, containing, span

# --- names that recur every year ------------------------------------------------------------------------------------

grammar.either("Yearly", "Month", "MonthDay", "Quarter", "Half", "Season", "Holiday")


@grammar.rule("Month", "MONTH", "the month of MONTH")
def _month(month: int) -> Named:
    return Named(Cycle.MONTH, month)


@grammar.rule("MonthDay", "Month number=DAYNUM", "Month the? number=Ord", "Month -|/|. number=DAYNUM")
@grammar.rule("MonthDay", "the? number=DAYNUM of? Month", "number=DAYNUM -|/|. Month", "Month . the? number=Ord")
@grammar.rule("MonthDay", "the? number=Ord day? of? Month", "number=Ord - Month")
def _day_of_month(month: Named, number: int) -> Named | None:
    return Named(Cycle.DAY_OF_MONTH, number, month) if number <= 31 else None


@grammar.rule("DashedDay", "DAYNUM -|/ Month")
def _dashed_day(daynum: int, month: Named) -> Named:
    """31-Oct, as in 31-Oct-74; but July 13-15 are days."""
    return Named(Cycle.DAY_OF_MONTH, daynum, month)


@grammar.rule("MonthDay", "the ides of Month")
def _ides(month: Named) -> Named:
    return Named(Cycle.DAY_OF_MONTH, 15 if month.key in (3, 5, 7, 10) else 13, month)


@grammar.rule("Quarter", "the? which=Ord fiscal? quarter|qtr", "the? fiscal -? which=Ord -? quarter", "q which=NUMBER")
@grammar.rule("Quarter", "which=Ord - quarter")
def _quarter(which: float) -> Named | None:
    return Named(Cycle.QUARTER, int(which)) if which in (1, 2, 3, 4) else None


@grammar.rule("Half", "the? which=Ord -? half", "h which=NUMBER")
def _half(which: float) -> Named | None:
    return Named(Cycle.HALF, int(which)) if which in (1, 2) else None


@grammar.rule("Season", "the? SEASON", "the? season of SEASON")
def _season(season: str) -> Named:
    return Named(Cycle.SEASON, season)


for _name, _patterns in HOLIDAY_PATTERNS.items():
    grammar.constant("Holiday", Named(Cycle.HOLIDAY, _name), *_patterns)


# --- years, and longer ----------------------------------------------------------------------------------------------

grammar.either("YearLike", "Year", "FiscalYear", "ThisYear")


@grammar.rule(
    "FiscalYear", "fy -? year=YEAR|SHORT", "the? fiscal|financial year? year=YEAR", "the? year=YEAR fiscal year"
)
def _fiscal(year: int) -> Period:
    return fiscal_year(year)


def fiscal_year(year: int) -> Period:
    """That of the United States government, which begins in October of the year before."""
    return span(date(year - 1, FISCAL_START, 1), MONTHS_IN[Unit.FISCAL_YEAR], Unit.FISCAL_YEAR)


@grammar.rule("ThisYear", "Rel")
def _this_year(rel: Meaning) -> Meaning | None:
    if not isinstance(rel, Shift) or rel.unit not in (Unit.YEAR, Unit.FISCAL_YEAR):
        return None
    return Shift(rel.unit, rel.steps) if rel.landing is Landing.ALIKE else rel


@grammar.rule("Decade", "the? ERA", "the? decade of the? ERA", "the? Century ERA")
def _decade(era: tuple[int, int], century: Period | None) -> Period:
    first, years = era
    if century is not None:
        first = century.start.year - 1 + first % 100
    return span(date(first, 1, 1), 12 * years, Unit.DECADE if years == 10 else Unit.CENTURY)


@grammar.rule("Decade", "the? hundreds=TEENS -? ERA")
def _spoken_decade(hundreds: int, era: tuple[int, int]) -> Period:
    """The nineteen seventies."""
    return span(date(100 * hundreds + era[0] % 100, 1, 1), MONTHS_IN[Unit.DECADE], Unit.DECADE)


@grammar.rule("Decade", "the? two thousand and? tens", "the? twenty -? tens")
def _twenty_tens() -> Period:
    return span(date(2010, 1, 1), MONTHS_IN[Unit.DECADE], Unit.DECADE)


@grammar.rule("Decade", "the? two thousands")
def _two_thousands() -> Period:
    return span(date(2000, 1, 1), MONTHS_IN[Unit.DECADE], Unit.DECADE)


@grammar.rule("Century", "the? Ord -? century")
def _century(ord: int) -> Period | None:
    return containing(date(100 * ord - 50, 1, 1), Unit.CENTURY) if ord <= 30 else None


@grammar.rule("SplitYear", "YEAR /|- SHORT")
def _split_year(year: int, short: int) -> Range | None:
    """2000-02, 2016/17: from the first to the last."""
    last = year - year % 100 + short % 100
    if last <= year:
        return None
    return Range(containing(date(year, 1, 1), Unit.YEAR), containing(date(last, 1, 1), Unit.YEAR))


# --- put together ---------------------------------------------------------------------------------------------------


@grammar.rule("Dated", "name=Yearly ,? of|in? year=YearLike")
@grammar.rule("Dated", "the? year=YearLike ,|-|/? POSSESSIVE? name=Yearly", "name=Month|MonthDay .|/|- year=Year")
def _dated(name: Named, year: Meaning) -> Meaning | None:
    return put_within(name, year)


@grammar.rule("Dated", "name=MonthDay ,? SHORT", "name=DashedDay -|/ SHORT", "name=Month SHORT")
def _short_year(name: Named, short: int) -> Meaning | None:
    """14 April 15; August 99. "August 15" is a day."""
    if name.cycle is Cycle.MONTH and short % 100 <= 31:
        return None
    return put_within(name, containing(date(short, 1, 1), Unit.YEAR))


@grammar.rule("Dated", "Month number=Small ,? Year")
def _spelled_day(month: Named, number: int, year: Meaning) -> Named | None:
    """January twenty two, 2018. Without its year a number in words is rather that of something counted."""
    return Named(Cycle.DAY_OF_MONTH, number, put_within(month, year)) if 1 <= number <= 31 else None


@grammar.rule("Weekly", "WEEKDAY")
def _weekly(weekday: int) -> Named:
    return Named(Cycle.WEEKDAY, weekday)


@grammar.rule("WeekdayName", "number=WEEKDAY|PLURALDAY")
def _weekday_name(number: int) -> Named:
    return Named(Cycle.WEEKDAY, number)


grammar.either("CalendarDate", "Dated", "Yearly", "Numeric", "Weekly")


@grammar.rule("DayName", "date=Dated|Yearly|Numeric")
def _day_name(date: Meaning) -> Meaning | None:
    if isinstance(date, Named):
        return date if date.cycle in (Cycle.DAY_OF_MONTH, Cycle.HOLIDAY) else None
    return date if isinstance(date, Figures) or (isinstance(date, Period) and date.unit is Unit.DAY) else None


@grammar.rule("CalendarDate", "WEEKDAY ,? the? DayName", "DayName ,? WEEKDAY", "WEEKDAY ( DayName )")
def _agreed(weekday: int, dayname: Meaning) -> Agreed:
    return Agreed(weekday, dayname)


@grammar.rule("CalendarDate", "WEEKDAY the number=Ord", "WEEKDAY number=Ord", "WEEKDAY the number=DAYNUM")
def _weekday_the(weekday: int, number: int) -> Agreed | None:
    return Agreed(weekday, Named(Cycle.DAY_OF_MONTH, number)) if number <= 31 else None
