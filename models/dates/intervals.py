"""Days into the record that is stored: an interval with its granularity and its basis."""

from datetime import date
from functools import lru_cache
from typing import Final

from models.dates.limits import Days, days
from models.dates.meaning import Meaning, Now, That, inside, is_open, settled
from models.dates.resolution import Frame
from models.dates.units import Period, Unit, containing
from schemas.dates import NO_DATE, Interval
from schemas.vocabulary import Basis, Granularity, Tense

_GRANULARITY: Final = {
    Unit.DAY: Granularity.DAY,
    Unit.WEEK: Granularity.WEEK,
    Unit.WEEKEND: Granularity.WEEK,
    Unit.MONTH: Granularity.MONTH,
    Unit.QUARTER: Granularity.QUARTER,
    Unit.SEASON: Granularity.SEASON,
    Unit.HALF: Granularity.HALF,
    Unit.YEAR: Granularity.YEAR,
    Unit.FISCAL_YEAR: Granularity.YEAR,
    Unit.DECADE: Granularity.DECADE,
    Unit.CENTURY: Granularity.CENTURY,
}

_UNIT: Final = {granularity: unit for unit, granularity in reversed(_GRANULARITY.items())}


def interval(meaning: Meaning, frame: Frame) -> Interval:
    """The interval that a phrase denotes; `NO_DATE` where it denotes none or it cannot be told."""
    found = days(meaning, frame)
    if found is None or (found.start is None and found.end is None):
        return NO_DATE
    if found.start is not None and found.end is not None and found.end < found.start:
        return NO_DATE
    told = basis(meaning, past=frame.tense is Tense.PAST)
    return Interval(start=found.start, end=found.end, granularity=_granularity(found), basis=told)


def period_of(anchor: Interval, published: date | None) -> Period | None:
    """A stored interval as the date that a narrative has reached: that of the limit where it runs up to one."""
    unit = _UNIT.get(anchor.granularity, Unit.DAY)
    if anchor.end is not None and anchor.start in (None, published) and anchor.granularity is not Granularity.RANGE:
        return containing(anchor.end, unit)
    return None if anchor.start is None else Period(anchor.start, anchor.end or anchor.start, unit)


@lru_cache(maxsize=4096)
def basis(meaning: Meaning, *, past: bool) -> Basis:
    """What its days are counted from: nothing but the words, the day of speaking, or a date given before."""
    parts = list(inside(settled(meaning, past=past)))
    if any(isinstance(part, That) for part in parts):
        return Basis.INHERITED
    if any(isinstance(part, Now) or is_open(part) for part in parts):
        return Basis.RELATIVE
    return Basis.EXPLICIT


def _granularity(found: Days) -> Granularity:
    return Granularity.RANGE if found.unit is None else _GRANULARITY.get(found.unit, Granularity.RANGE)
