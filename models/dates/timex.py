"""TIMEX3: the type and value of a time expression, from the same meaning as its interval.

Values follow the TimeML 1.2.1 guidelines as the TempEval-3 corpora apply them: a decade is 198, a fiscal year bears
the number of the year in which it ends, a length of decades is counted in years.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from models.dates.meaning import (
    Amount,
    Bounded,
    ByTense,
    Clock,
    Counted,
    Cycle,
    DayPart,
    Meaning,
    Named,
    Nth,
    Often,
    Part,
    Range,
    Shift,
    Thirds,
    Vague,
)
from models.dates.resolution import Frame, period
from models.dates.units import Period, Unit
from schemas.vocabulary import Tense

_DAY_PARTS_OF_YEAR: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_YEARS_IN: Final = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_CLOCK_LETTER: Final = {Unit.HOUR: "H", Unit.MINUTE: "M", Unit.SECOND: "S"}
_FINER: Final = {Unit.HOUR: (60, Unit.MINUTE), Unit.MINUTE: (60, Unit.SECOND), Unit.YEAR: (12, Unit.MONTH)}
_MOD: Final = {
    Thirds.EARLY: "START",
    Thirds.START: "START",
    Thirds.MIDDLE: "MID",
    Thirds.LATE: "END",
    Thirds.END: "END",
}
_UNKNOWN: Final = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
}


class Timex(NamedTuple):
    """What TIMEX3 says of an expression: `type` is DATE, TIME, DURATION or SET."""

    type: str
    value: str
    mod: str | None = None


def timex(meaning: Meaning, frame: Frame) -> Timex:
    """The annotation of an expression, seen from a day. What cannot be told is X, as the guidelines have it."""
    try:
        return _WRITERS.get(type(meaning), _date)(meaning, frame)
    except (ValueError, OverflowError):
        return Timex("DATE", "XXXX-XX-XX")


def value_of(found: Period) -> str:
    """The value of calendar days named in their unit."""
    start, unit = found.start, found.unit
    year = f"{start.year:04d}"
    if unit in (Unit.WEEK, Unit.WEEKEND):
        iso = start.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit is Unit.WEEKEND else "")
    if unit is Unit.MONTH:
        return f"{year}-{start.month:02d}"
    if unit is Unit.QUARTER:
        return f"{year}-Q{(start.month + 2) // 3}"
    if unit is Unit.HALF:
        return f"{year}-H{1 if start.month < 7 else 2}"
    if unit is Unit.SEASON:
        return f"{year}-{_DAY_PARTS_OF_YEAR[start.month]}"
    if unit is Unit.FISCAL_YEAR:
        return f"{found.end.year:04d}"
    if unit is Unit.DECADE:
        return year[:3]
    if unit is Unit.CENTURY:
        return year[:2]
    return year if unit is Unit.YEAR else start.isoformat()


def _date(meaning: Meaning, frame: Frame) -> Timex:
    found = period(meaning, frame)
    return Timex("DATE", _unknown(meaning) if found is None else value_of(found))


def _unknown(meaning: Meaning) -> str:
    if isinstance(meaning, Named):
        if meaning.cycle is Cycle.WEEKDAY:
            return f"XXXX-WXX-{int(meaning.key) + 1}"
        if meaning.cycle is Cycle.MONTH:
            return f"XXXX-{int(meaning.key):02d}"
        if meaning.cycle is Cycle.SEASON:
            return f"XXXX-{meaning.key}"
        if meaning.cycle is Cycle.QUARTER:
            return f"XXXX-Q{meaning.key}"
    if isinstance(meaning, Shift):
        return _UNKNOWN.get(meaning.unit, "XXXX-XX-XX")
    return "XXXX-XX-XX"


def _part(meaning: Part, frame: Frame) -> Timex:
    return timex(meaning.of, frame)._replace(mod=_MOD[meaning.part])


def _limited(meaning: Bounded, frame: Frame) -> Timex:
    return timex(meaning.of, frame)


def _first(meaning: Range, frame: Frame) -> Timex:
    return timex(meaning.first, frame)


def _by_tense(meaning: ByTense, frame: Frame) -> Timex:
    """In three months: TIMEX3 takes the length, whether it is of the past or the future."""
    if isinstance(meaning.past, Amount):
        return timex(meaning.past, frame)
    return timex(meaning.past if frame.tense is Tense.PAST else meaning.future, frame)


def _nth(meaning: Nth, frame: Frame) -> Timex:
    if meaning.count > 1 and isinstance(meaning.what, Unit):
        return Timex("DURATION", length([(meaning.count, meaning.what)]))
    return _date(meaning, frame)


def _counted(meaning: Counted, frame: Frame) -> Timex:
    """The past year is tagged as the calendar year before."""
    if meaning.is_named and meaning.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return _date(Shift(meaning.unit, 1 if meaning.forward else -1), frame)
    if meaning.number is None and not meaning.forward and meaning.unit in (Unit.YEAR, Unit.DECADE):
        return Timex("DATE", "PAST_REF")
    return Timex("DURATION", length([(meaning.number, meaning.unit)]))


def _amount(meaning: Amount, _: Frame) -> Timex:
    return Timex("DURATION", length(list(meaning.parts)))


def _often(meaning: Often, frame: Frame) -> Timex:
    every = meaning.every
    if isinstance(every, Amount):
        return Timex("SET", length(list(every.parts)))
    return Timex("SET", _unknown(every) if isinstance(every, Named) else timex(every, frame).value)


def _vague(meaning: Vague, _: Frame) -> Timex:
    return Timex("DATE", meaning.reference)


def _clock(meaning: Clock, frame: Frame) -> Timex:
    return Timex("TIME", f"{_day_of(meaning, frame)}T{meaning.hour:02d}:{meaning.minute or 0:02d}")


def _day_part(meaning: DayPart, frame: Frame) -> Timex:
    return Timex("TIME", f"{_day_of(meaning, frame)}T{meaning.part}")


def _day_of(meaning: Clock | DayPart, frame: Frame) -> str:
    found = frame.that or frame_day(frame) if meaning.of is None else period(meaning.of, frame)
    return "XXXX-XX-XX" if found is None else found.start.isoformat()


def frame_day(frame: Frame) -> Period | None:
    """The day of speaking, as a period."""
    return None if frame.now is None else Period(frame.now, frame.now, Unit.DAY)


def length(parts: list[tuple[int | float | None, Unit]]) -> str:
    """An ISO 8601 duration: P2Y6M, PT24H, PXW."""
    days = "".join(_number(number, unit) for number, unit in parts if unit not in _CLOCK_LETTER)
    clock = "".join(_number(number, unit) for number, unit in parts if unit in _CLOCK_LETTER)
    return f"P{days}" + (f"T{clock}" if clock else "")


def _number(number: int | float | None, unit: Unit) -> str:
    if unit in _YEARS_IN and number is not None:
        number, unit = number * _YEARS_IN[unit], Unit.YEAR
    if number is not None and number % 1 and unit in _FINER:
        factor, finer = _FINER[unit]
        whole = _number(int(number), unit) if number >= 1 else ""
        return whole + _number(int(number % 1 * factor), finer)
    letter = _CLOCK_LETTER.get(unit) or {Unit.FISCAL_YEAR: "Y", Unit.DECADE: "DE", Unit.CENTURY: "CE"}.get(
        unit, unit.value
    )
    return f"{'X' if number is None else f'{number:g}'}{letter}"


_WRITERS: Final[dict[type, Callable[[Any, Frame], Timex]]] = {
    Part: _part,
    Bounded: _limited,
    Range: _first,
    ByTense: _by_tense,
    Nth: _nth,
    Counted: _counted,
    Amount: _amount,
    Often: _often,
    Vague: _vague,
    Clock: _clock,
    DayPart: _day_part,
}
