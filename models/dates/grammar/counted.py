"""Dates and stretches counted off: three weeks ago, two days later, a week from tomorrow, within six months."""

from dataclasses import replace

from models.dates.grammar.rules import grammar
from models.dates.meaning import (
    Amount,
    ByTense,
    Counted,
    Landing,
    Meaning,
    Named,
    Now,
    Range,
    Shift,
    That,
    Vague,
    put_within,
)
from models.dates.units import CLOCK_UNITS, Unit

TODAY = Shift(Unit.DAY, 0)
FINER = {Unit.DECADE: (10, Unit.YEAR), Unit.YEAR: (12, Unit.MONTH), Unit.WEEK: (7, Unit.DAY)}

grammar.either("Point", "DayWord", "CalendarDate", "Picked", "Year")


@grammar.rule("Point", "now")
def _now() -> Meaning:
    return TODAY


def is_told(amounts: Amount) -> bool:
    """Whether its words count off days: not "a few days", nor "an hour"."""
    return all(number is not None and unit not in CLOCK_UNITS for number, unit in amounts.parts)


# --- a date so far away ---------------------------------------------------------------------------------------------


@grammar.rule("Ago", "Amounts ago|back")
def _ago(amounts: Amount) -> Meaning:
    return _off(amounts, -1, Now())


@grammar.rule("Ago", "Amounts from now", "Amounts hence")
def _from_now(amounts: Amount) -> Meaning:
    return _off(amounts, 1, Now())


@grammar.rule("Ago", "Amounts later|afterwards|afterward|thereafter", "Amounts after that|this")
def _later(amounts: Amount) -> Meaning | None:
    return _off(amounts, 1, That()) if is_told(amounts) else None


@grammar.rule("Ago", "Amounts earlier|before|previously|prior|beforehand")
def _earlier(amounts: Amount) -> Meaning | None:
    return _off(amounts, -1, That()) if is_told(amounts) else None


@grammar.rule("Ago", "Amounts from|after|following Point")
def _after_point(amounts: Amount, point: Meaning) -> Meaning:
    return _off(amounts, 1, point)


@grammar.rule("Ago", "Amounts before|ago Point", "Amounts prior to Point")
def _before_point(amounts: Amount, point: Meaning) -> Meaning:
    return _off(amounts, -1, point)


@grammar.rule("Ago", "UNITS ago|earlier", "long ago", "not? too? long ago")
def _long_ago() -> Vague:
    return Vague("PAST_REF")


@grammar.rule("Ago", "UNITS later|away|hence|ahead")
def _long_hence() -> Vague:
    return Vague("FUTURE_REF")


@grammar.rule("Ago", "Num name=WeekdayName from now|today", "Num name=WeekdayName later|hence")
def _weekdays_on(num: float, name: Named) -> Meaning:
    return replace(name, step=int(num), counted=True)


@grammar.rule("Ago", "Num name=WeekdayName ago|back")
def _weekdays_back(num: float, name: Named) -> Meaning:
    return replace(name, step=-int(num), counted=True)


@grammar.rule("Ago", "name=Yearly in Amounts", "name=Yearly Amounts hence", "name=Yearly Amounts from now")
def _name_years_on(name: Named, amounts: Amount) -> Meaning | None:
    """Thanksgiving in three years."""
    return _name_years_off(name, amounts, 1)


@grammar.rule("Ago", "name=Yearly Amounts ago")
def _name_years_back(name: Named, amounts: Amount) -> Meaning | None:
    return _name_years_off(name, amounts, -1)


def _name_years_off(name: Named, amounts: Amount, direction: int) -> Meaning | None:
    number, unit = amounts.parts[0]
    if number is None or unit is not Unit.YEAR or len(amounts.parts) > 1:
        return None
    return put_within(name, Shift(Unit.YEAR, direction * int(number)))


@grammar.rule("Ago", "the? Ord? Name after Point")
def _name_after(ord: int | None, name: Named, point: Meaning) -> Meaning:
    return replace(name, step=ord or 1, base=point, counted=True)


@grammar.rule("Ago", "the? Name before Point")
def _name_before(name: Named, point: Meaning) -> Meaning:
    return replace(name, step=-1, base=point, counted=True)


@grammar.rule("Ago", "the? day before Point", "the? eve of Point")
def _day_before(point: Meaning) -> Meaning:
    return Shift(Unit.DAY, -1, point, Landing.DAY)


@grammar.rule("Ago", "the? day after Point")
def _day_after(point: Meaning) -> Meaning:
    return Shift(Unit.DAY, 1, point, Landing.DAY)


def _off(amounts: Amount, direction: int, base: Meaning) -> Meaning:
    """The date so far from another. Counted from a day it is a day; from now it has the unit of its words."""
    landing = Landing.ALIKE if isinstance(base, That) else Landing.UNIT if isinstance(base, Now) else Landing.DAY
    if len(amounts.parts) > 1:
        landing = Landing.DAY
    found = base
    for number, unit in amounts.parts:
        if number is None:
            return Vague("PAST_REF" if direction < 0 else "FUTURE_REF")
        factor, finer = FINER.get(unit, (1, unit)) if number % 1 else (1, unit)
        found = Shift(finer, direction * int(number * factor), found, landing)
    return found


# --- stretches that run up to now, or on from it --------------------------------------------------------------------


@grammar.rule("Counted", "the|these? last|past|previous|preceding Amount", "the? Num last|past unit=UNITS|UNIT")
@grammar.rule("Counted", "the past|last unit=UNIT")
def _past_stretch(amount: Amount | None, num: float | None, unit: Unit | None) -> Meaning:
    return _stretch(amount, num, unit, forward=False)


@grammar.rule("Counted", "the? last|past|preceding unit=UNITS", "the? most? recent unit=UNITS", "in? unit=UNITS past")
def _past_units(unit: Unit) -> Counted:
    return Counted(None, unit, forward=False)


grammar.constant("Counted", Vague("FUTURE_REF"), "coming|upcoming UNITS")


@grammar.rule(
    "Counted", "the|these? next|coming|upcoming|following Amount", "the? Num next|coming|upcoming unit=UNITS|UNIT"
)
def _coming_stretch(amount: Amount | None, num: float | None, unit: Unit | None) -> Meaning:
    return _stretch(amount, num, unit, forward=True)


@grammar.rule(
    "Counted",
    "the coming|upcoming unit=UNITS",
    "the? next unit=UNITS",
    "the? unit=UNITS ahead",
    "the? unit=UNITS to come",
)
def _coming_units(unit: Unit) -> Counted:
    return Counted(None, unit, forward=True)


@grammar.rule("Counted", "the next unit=UNIT")
def _next_unit(unit: Unit) -> Meaning:
    following = Shift(unit, 1, That())
    return following if unit is Unit.DAY else ByTense(past=following, future=Counted(1, unit, forward=True))


@grammar.rule("Counted", "within|inside the? next|coming|upcoming? Amounts")
def _within(amounts: Amount) -> Meaning:
    if len(amounts.parts) > 1:
        return ByTense(past=amounts, future=Range(TODAY, _off(amounts, 1, Now())))
    return ByTense(past=amounts, future=_stretch(amounts, None, None, forward=True))


@grammar.rule(
    "Counted", "within|inside|for Amount ,? from|of|after Point", "within|inside Amount thereafter|afterwards"
)
@grammar.rule(
    "Counted", "for? Amount ,? starting|beginning|commencing from|on? Point", "from|starting? Point for Amount"
)
def _within_of(amount: Amount, point: Meaning | None) -> Counted:
    number, unit = amount.parts[0]
    return Counted(number, unit, forward=True, base=point or That())


@grammar.rule("Counted", "in Amounts", "in Amounts POSSESSIVE time", "Amounts in the future")
def _in_amount(amounts: Amount) -> Meaning:
    """In three weeks: of the past how long it took, of the future when it will be."""
    return ByTense(past=amounts, future=_off(amounts, 1, Now()))


def _stretch(amount: Amount | None, num: float | None, unit: Unit | None, *, forward: bool) -> Counted:
    if amount is not None:
        number, named = amount.parts[0]
        return Counted(number, named, forward)
    return Counted(num or 1, unit or Unit.DAY, forward, is_named=num is None)
