"""Parts of periods: early and late, first and last, what is left of the year."""

from models.dates.grammar.rules import grammar
from models.dates.meaning import (
    Bound,
    Bounded,
    ByTense,
    Cycle,
    Meaning,
    Named,
    Nth,
    Part,
    Shift,
    That,
    Thirds,
    put_within,
)
from models.dates.units import CLOCK_UNITS, Unit

THIS_YEAR = Shift(Unit.YEAR, 0)
THIS_MONTH = Shift(Unit.MONTH, 0)
THIS_WEEK = Shift(Unit.WEEK, 0)

grammar.either(
    "Date", "SplitYear", "CalendarDate", "Picked", "Year", "FiscalYear", "Rel", "DayWord", "Decade", "Century"
)
grammar.either("Date", "Ago", "Nested", "Part", "Picked , it=DayName", "Picked it=DayName")
grammar.either("Whole", "Date", "around|about Date")


@grammar.rule("Date", "the weekend", "weekend")
def _weekend() -> Named:
    return Named(Cycle.WEEKEND, 0)


@grammar.rule("Whole", "the UNIT")
def _the_unit(unit: Unit) -> Meaning | None:
    """The end of the month, the first half of the year: the running one."""
    if unit in CLOCK_UNITS:
        return None
    return Named(Cycle.WEEKEND, 0) if unit is Unit.WEEKEND else Shift(unit, 0)


@grammar.rule("Whole", "the next UNIT")
def _the_next_unit(unit: Unit) -> Meaning | None:
    return None if unit in CLOCK_UNITS else ByTense(Shift(unit, 1, That()), Shift(unit, 1))


@grammar.rule("Whole", "the fiscal|financial year")
def _the_fiscal_year() -> Meaning:
    return Shift(Unit.FISCAL_YEAR, 0)


# --- early, late, start, end ----------------------------------------------------------------------------------------


@grammar.rule(
    "Part", "the? EARLY -? in|on? of=Whole", "the? EARLY part? of|in of=Whole", "the? EARLY UNITS of of=Whole"
)
def _third(early: str, of: Meaning) -> Part:
    return Part(Thirds(early), of)


@grammar.rule("Part", "the? very? EDGE of of=Whole", "EDGE of=Rel", "of=Rel|Year POSSESSIVE EDGE")
def _edge(edge: str, of: Meaning) -> Part:
    return Part(Thirds(edge), of)


@grammar.rule("Part", "the? EDGE of UNIT")
def _edge_of_this(edge: str, unit: Unit) -> Part | None:
    """At the end of month."""
    return None if unit in CLOCK_UNITS else Part(Thirds(edge), Shift(unit, 0))


for _unit, _letter in ((Unit.DAY, "d"), (Unit.WEEK, "w"), (Unit.MONTH, "m"), (Unit.QUARTER, "q"), (Unit.YEAR, "y")):
    grammar.constant("Part", Part(Thirds.END, Shift(_unit, 0)), f"the? eo{_letter}")


@grammar.rule("Part", "the? first|opening few? days|weeks of of=Whole")
def _opening(of: Meaning) -> Part:
    return Part(Thirds.START, of)


@grammar.rule("Part", "the? last|final|closing|dying few? days|weeks of of=Whole", "the latter part of of=Whole")
def _closing(of: Meaning) -> Part:
    return Part(Thirds.END, of)


@grammar.rule("Part", "the? year POSSESSIVE? -? end", "the? end of year")
def _year_end() -> Part:
    return Part(Thirds.END, THIS_YEAR)


@grammar.rule("Part", "the? end - of=Year", "year -? end of=Year")
def _end_of_year(of: Meaning) -> Part:
    return Part(Thirds.END, of)


@grammar.rule("Part", "the? month -? end", "the? end of month")
def _month_end() -> Part:
    return Part(Thirds.END, THIS_MONTH)


@grammar.rule("Part", "mid -? summer", "midsummer")
def _midsummer() -> Part:
    return Part(Thirds.MIDDLE, Named(Cycle.SEASON, "SU"))


@grammar.rule("Part", "mid -? winter", "midwinter")
def _midwinter() -> Part:
    return Part(Thirds.MIDDLE, Named(Cycle.SEASON, "WI"))


# --- the nth in a period --------------------------------------------------------------------------------------------


@grammar.rule("Nested", "the? Ord what=UNIT|WeekdayName of|in|, of=Whole", "the? Ord what=UNIT|WeekdayName of=Rel")
def _nth(ord: int, what: Unit | Named, of: Meaning) -> Nth | None:
    return None if what in CLOCK_UNITS else Nth(ord, what, of)


@grammar.rule(
    "Nested", "the? Ord? last|final what=UNIT|WeekdayName of|in of=Whole", "the? last what=WeekdayName of=Month"
)
def _nth_last(ord: int | None, what: Unit | Named, of: Meaning) -> Nth | None:
    return None if what in CLOCK_UNITS else Nth(-(ord or 1), what, of)


@grammar.rule(
    "Nested",
    "the? last what=UNIT|WeekdayName but one of|in of=Whole",
    "of=OldYear POSSESSIVE last what=UNIT|WeekdayName but one",
)
def _last_but_one(what: Unit | Named, of: Meaning) -> Nth | None:
    return None if what in CLOCK_UNITS else Nth(-2, what, of)


@grammar.rule("OldYear", "the old? year")
def _old_year() -> Meaning:
    return THIS_YEAR


@grammar.rule("Nested", "the? first Num unit=UNITS of|in of=Whole", "of=Rel POSSESSIVE first Num unit=UNITS")
def _first_units(num: float, unit: Unit, of: Meaning) -> Nth | None:
    return None if unit in CLOCK_UNITS else Nth(1, unit, of, int(num))


@grammar.rule("Nested", "the? last|final|closing Num unit=UNITS of|in of=Whole")
def _last_units(num: float, unit: Unit, of: Meaning) -> Nth | None:
    return None if unit in CLOCK_UNITS else Nth(-1, unit, of, int(num))


@grammar.rule(
    "Nested", "name=Half|Quarter of of=Whole", "name=Half|Quarter of=Rel", "of=Rel POSSESSIVE name=Half|Quarter"
)
def _half_of(name: Named, of: Meaning) -> Meaning | None:
    return put_within(name, of)


@grammar.rule("Nested", "Weekly of|in|from|, on? of=Rel", "Weekly of=Rel", "of=Rel POSSESSIVE|on? Weekly")
def _weekday_in(weekly: Named, of: Meaning) -> Meaning | None:
    return put_within(weekly, of) if isinstance(of, Shift) and of.unit is Unit.WEEK else None


@grammar.rule("Nested", "the? number=Ord day? of of=Whole", "the? number=DAYNUM of of=Whole", "the? number=Ord of=Rel")
def _day_in_month(number: int, of: Meaning) -> Meaning | None:
    month = of.future if isinstance(of, ByTense) else of
    if not isinstance(month, Shift) or month.unit is not Unit.MONTH or number > 31:
        return None
    return Named(Cycle.DAY_OF_MONTH, number, of)


@grammar.rule("Nested", "the? number=Ord of that|the month")
def _day_in_that_month(number: int) -> Meaning | None:
    return Named(Cycle.DAY_OF_MONTH, number, Shift(Unit.MONTH, 0, That())) if number <= 31 else None


@grammar.rule("Nested", "the? week of the Ord")
def _week_of_day(ord: int) -> Shift | None:
    return Shift(Unit.WEEK, 0, Named(Cycle.DAY_OF_MONTH, ord)) if ord <= 31 else None


@grammar.rule("Nested", "the? week of|commencing|beginning|starting on? CalendarDate", "w / c CalendarDate")
def _week_of(calendardate: Meaning) -> Shift:
    return Shift(Unit.WEEK, 0, calendardate)


@grammar.rule("Nested", "the? Holiday week")
def _holiday_week(holiday: Named) -> Shift:
    return Shift(Unit.WEEK, 0, holiday)


@grammar.rule("Nested", "week NUMBER", "week NUMBER of|in|, Year")
def _week_number(number: float, year: Meaning | None) -> Named | None:
    return Named(Cycle.WEEK, int(number), year) if 1 <= number <= 53 else None


# --- later this week, so far this year ------------------------------------------------------------------------------


@grammar.rule("Part", "later in|on|during? of=Rel", "later in|on of=Whole", "the? rest|remainder|balance of? of=Whole")
def _later_in(of: Meaning) -> Bounded:
    return Bounded(Bound.LATER_IN, of)


@grammar.rule("Part", "so|thus far in? of=Rel", "of=Rel so far", "so|thus far in of=Whole", "of=Rel to date")
def _so_far_in(of: Meaning) -> Bounded:
    return Bounded(Bound.SO_FAR_IN, of)


@grammar.rule("Part", "the? year -? to -? date")
def _year_to_date() -> Bounded:
    return Bounded(Bound.SO_FAR_IN, THIS_YEAR)


grammar.either(
    "Part", "earlier|sometime in|on? Rel", "earlier|sometime in|on Whole", "earlier|later DayWord", "earlier on? Weekly"
)
grammar.either("Part", "some time in|on? Rel", "just|only DayWord")
