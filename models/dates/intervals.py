"""Days into the record that is stored: an interval with its granularity and its basis."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from models.dates.meaning import Cycle, Meaning, Named, Now, That, is_open
from models.dates.resolution import Days, Frame, days
from models.dates.units import Unit
from schemas.dates import NO_DATE, Interval
from schemas.vocabulary import Basis, Granularity

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


def interval(meaning: Meaning, frame: Frame) -> Interval:
    """The interval that a phrase denotes; `NO_DATE` where it denotes none or it cannot be told."""
    found = days(meaning, frame)
    if found is None or (found.start is None and found.end is None):
        return NO_DATE
    if found.start is not None and found.end is not None and found.end < found.start:
        return NO_DATE
    return Interval(start=found.start, end=found.end, granularity=_granularity(found), basis=basis(meaning))


def basis(meaning: Meaning) -> Basis:
    """What its days are counted from: nothing but the words, the day of speaking, or a date given before."""
    parts = list(_parts(meaning))
    if any(isinstance(part, That) for part in parts):
        return Basis.INHERITED
    if any(isinstance(part, Now) for part in parts) or _has_open_name(meaning):
        return Basis.RELATIVE
    return Basis.EXPLICIT


def _granularity(found: Days) -> Granularity:
    return Granularity.RANGE if found.unit is None else _GRANULARITY.get(found.unit, Granularity.RANGE)


def _has_open_name(meaning: Meaning) -> bool:
    return any(is_open(part) for part in _parts(meaning) if not isinstance(part, Named) or part is meaning)


def _parts(meaning: object) -> Iterator[object]:
    """The meaning and everything that it is made of, as far as it bears on its date."""
    yield meaning
    if not is_dataclass(meaning):
        return
    for each in fields(meaning):
        if each.name == "base" and isinstance(meaning, Named) and meaning.step is None:
            continue  # the base of a name counts only with a step
        yield from _parts(getattr(meaning, each.name))
