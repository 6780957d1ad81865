"""What was understood, said in a sentence."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from models.dates.meaning import (
    Agreed,
    Amount,
    Bound,
    Bounded,
    Clock,
    Counted,
    Cycle,
    DayPart,
    Figures,
    Landing,
    Meaning,
    Named,
    Now,
    Nth,
    Often,
    Part,
    Range,
    Shift,
    That,
    Thirds,
    Vague,
    inside,
    settled,
)
from models.dates.resolution import Frame
from models.dates.units import Period, Unit
from schemas.dates import Interval
from schemas.vocabulary import Basis, Tense

_MONTHS: Final = "January February March April May June July August September October November December".split()
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_UNITS: Final = {unit: unit.name.lower().replace("_", " ") for unit in Unit}
_THIRDS: Final = {
    Thirds.EARLY: "the first third of",
    Thirds.MIDDLE: "the middle third of",
    Thirds.LATE: "the last third of",
    Thirds.START: "the start of",
    Thirds.END: "the end of",
}
_BOUNDS: Final = {
    Bound.SINCE: "from {} on, up to the day of speaking",
    Bound.FROM: "from {} on",
    Bound.BY: "by {}",
    Bound.UNTIL: "until {}",
    Bound.BEFORE: "before {}",
    Bound.AFTER: "after {}",
    Bound.AS_OF: "as things stood in {}",
    Bound.NOT_BEFORE: "not before {}",
    Bound.NOT_AFTER: "the time up to the end of {}",
    Bound.LATER_IN: "what is left of {}",
    Bound.SO_FAR_IN: "{} so far",
}
_REFERENCES: Final = {"PAST_REF": "the past", "PRESENT_REF": "the present", "FUTURE_REF": "the future"}
_STEPS: Final = {-1: "the last", 0: "this", 1: "the next"}


def sentence(meaning: Meaning, frame: Frame, found: Interval) -> str:
    """One sentence on what a phrase means and what it came to, or why it came to nothing."""
    meaning = settled(meaning, past=frame.tense is Tense.PAST)
    told = describe(meaning)
    if found.basis is Basis.NONE:
        return f"It means {told}: {_why_not(meaning, frame)}."
    if found.basis is Basis.EXPLICIT:
        return f"It means {told}, which the words give by themselves: {_days(found)}."
    if found.basis is Basis.INHERITED:
        return f"It means {told}, counted from the date given before: {_days(found)}."
    side = "" if frame.tense is Tense.UNKNOWN else f" with the {frame.tense} in view"
    return f"It means {told}, seen from {_day(frame.now)}{side}: {_days(found)}."


def describe(meaning: Meaning) -> str:
    """A meaning in words."""
    return _WRITERS[type(meaning)](meaning)


def _why_not(meaning: Meaning, frame: Frame) -> str:
    if isinstance(meaning, Amount | Often | Vague) or (isinstance(meaning, Counted) and meaning.number is None):
        return "that is no date which a calendar can hold"
    if any(isinstance(part, That) for part in inside(meaning)) and frame.that is None:
        return "the date from which it counts was not given"
    if any(isinstance(part, Figures) for part in inside(meaning)) and frame.day_first is None:
        return "which is the day and which the month cannot be told"
    if frame.now is None:
        return "without the day of publication it cannot be told which"
    if frame.tense is Tense.UNKNOWN:
        return "whether it lies before or after publication cannot be told without the tense"
    return "it does not come to a date"


def _day(value: date | None) -> str:
    return "an unknown day" if value is None else f"{_WEEKDAYS[value.weekday()]} {_plain_day(value)}"


def _plain_day(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def _days(found: Interval) -> str:
    if found.start is None or found.end is None:
        return f"until {_plain_day(found.end)}" if found.end else f"from {_plain_day(found.start or date.min)} on"
    if found.start == found.end:
        return _plain_day(found.start)
    return f"{_plain_day(found.start)} to {_plain_day(found.end)}"


# --- meanings in words ----------------------------------------------------------------------------------------------


def _period(meaning: Period) -> str:
    if meaning.unit is Unit.DAY:
        return _plain_day(meaning.start)
    if meaning.unit is Unit.MONTH:
        return f"{_MONTHS[meaning.start.month - 1]} {meaning.start.year}"
    if meaning.unit is Unit.YEAR:
        return f"the year {meaning.start.year}"
    if meaning.unit is Unit.FISCAL_YEAR:
        return f"the fiscal year {meaning.end.year}"
    return f"the {_UNITS[meaning.unit]} from {meaning.start.year} to {meaning.end.year}"


def _named(meaning: Named) -> str:
    name = _name(meaning)
    if meaning.step is not None:
        which = _STEPS.get(meaning.step, f"number {meaning.step} of")
        return f"{which} {name}" + ("" if meaning.base == Now() else f" from {describe(meaning.base)}")
    if meaning.within is None or (
        meaning.cycle is Cycle.DAY_OF_MONTH and isinstance(meaning.within, Named) and _is_plain(meaning.within)
    ):
        return name
    return f"{name} of {describe(meaning.within)}"


def _name(meaning: Named) -> str:
    key = meaning.key
    if meaning.cycle is Cycle.DAY_OF_MONTH:
        month = meaning.within
        if isinstance(month, Named) and _is_plain(month):
            return f"{key} {describe(month)}"
        return f"the day {key}"
    if meaning.cycle is Cycle.MONTH:
        return _MONTHS[int(key) - 1]
    if meaning.cycle is Cycle.WEEKDAY:
        return _WEEKDAYS[int(key)]
    if meaning.cycle is Cycle.SEASON:
        return _SEASONS[str(key)]
    if meaning.cycle is Cycle.HOLIDAY:
        return str(key).title()
    return "weekend" if meaning.cycle is Cycle.WEEKEND else f"{meaning.cycle.value} {key}"


def _is_plain(month: Named) -> bool:
    return month.step is None and month.cycle is Cycle.MONTH


def _shift(meaning: Shift) -> str:
    unit = _UNITS[meaning.unit]
    what = "the day" if meaning.landing is Landing.DAY else f"the {unit}"
    base = "" if meaning.base == Now() else f" from {describe(meaning.base)}"
    if meaning.steps == 0:
        return f"the running {unit}" if not base else f"the {unit} of{base.removeprefix(' from')}"
    direction = "back" if meaning.steps < 0 else "on"
    return f"{what} {abs(meaning.steps)} {unit}{'s' * (abs(meaning.steps) > 1)} {direction}{base}"


def _counted(meaning: Counted) -> str:
    number = "some" if meaning.number is None else f"{meaning.number:g}"
    side = "from" if meaning.forward else "up to"
    base = "the day of speaking" if meaning.base == Now() else describe(meaning.base)
    return f"{number} {_UNITS[meaning.unit]}{'s' * (meaning.number != 1)} {side} {base}"


def _nth(meaning: Nth) -> str:
    what = _UNITS[meaning.what] if isinstance(meaning.what, Unit) else describe(meaning.what)
    if meaning.count > 1:
        return f"the {'first' if meaning.index > 0 else 'last'} {meaning.count} {what}s of {describe(meaning.of)}"
    which = f"number {meaning.index}" if meaning.index > 0 else f"number {-meaning.index} from the end"
    return f"{what} {which} of {describe(meaning.of)}"


def _amount(meaning: Amount) -> str:
    parts = (f"{'some' if number is None else f'{number:g}'} {_UNITS[unit]}s" for number, unit in meaning.parts)
    return f"a length of {' and '.join(parts)}"


def _of_day(meaning: DayPart | Clock) -> str:
    time = meaning.part if isinstance(meaning, DayPart) else f"{meaning.hour:02d}:{meaning.minute or 0:02d}"
    return f"a time of day ({time})" + (f" on {describe(meaning.of)}" if meaning.of else "")


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    Now: lambda _: "the day of speaking",
    That: lambda _: "the date given before",
    Period: _period,
    Named: _named,
    Figures: lambda each: f"the figures {each.first} and {each.second}, a day and a month",
    Agreed: lambda each: f"{describe(each.of)}, a {_WEEKDAYS[each.weekday]}",
    Nth: _nth,
    Shift: _shift,
    Counted: _counted,
    Part: lambda each: f"{_THIRDS[each.part]} {describe(each.of)}",
    DayPart: _of_day,
    Clock: _of_day,
    Bounded: lambda each: _BOUNDS[each.bound].format(describe(each.of)),
    Range: lambda each: f"{describe(each.first)} to {describe(each.last)}",
    Amount: _amount,
    Often: lambda each: f"something repeated ({describe(each.every)})",
    Vague: lambda each: f"a pointer to {_REFERENCES[each.reference]}",
}
