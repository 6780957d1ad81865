"""What limits make of dates: since, until, by, before and after a day, a month, a year.

The side of the day of speaking is closed where docs/annotation.md says so ("since": up to publication; "by": from
publication on), otherwise open, that is null.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from models.dates.meaning import Bound, Bounded, ByTense, Clock, Counted, DayPart, Meaning, Part, Range, Thirds
from models.dates.resolution import Frame, period
from models.dates.units import Unit
from schemas.vocabulary import Tense

ONE_DAY: Final = timedelta(days=1)


class Days(NamedTuple):
    """Days from `start` to `end`; a null side is open."""

    start: date | None
    end: date | None
    unit: Unit | None
    """Null for a stretch whose two ends are set apart."""


def days(meaning: Meaning, frame: Frame) -> Days | None:
    """The days that a phrase sets; null where it sets none or they cannot be told."""
    try:
        return _days(meaning, frame)
    except (ValueError, OverflowError):
        return None  # beyond the years that a calendar holds


def _days(meaning: Meaning, frame: Frame) -> Days | None:
    if isinstance(meaning, ByTense):
        return _days(meaning.past if frame.tense is Tense.PAST else meaning.future, frame)
    if isinstance(meaning, Bounded):
        return _limited(meaning, frame)
    if isinstance(meaning, Clock | DayPart) and meaning.of is not None:
        return _days(meaning.of, frame)
    found = period(meaning, frame)
    if found is None:
        return None
    return Days(found.start, found.end, None if isinstance(meaning, Counted | Range) else found.unit)


_FORWARD: Final = frozenset({Bound.BY, Bound.UNTIL, Bound.BEFORE, Bound.NOT_BEFORE, Bound.LATER_IN})


def _limited(meaning: Bounded, frame: Frame) -> Days | None:
    bound = meaning.bound
    seen = frame
    if bound is Bound.SINCE or bound is Bound.SO_FAR_IN or bound is Bound.AS_OF:
        seen = frame._replace(tense=Tense.PAST)
    elif frame.tense is not Tense.PAST and bound in _FORWARD:
        seen = frame._replace(tense=Tense.FUTURE)
    if bound is Bound.BEFORE and isinstance(meaning.of, Part) and meaning.of.part is Thirds.END:
        bound = Bound.BY
    limit = _days(meaning.of, seen)
    return None if limit is None else _LIMITS[bound](limit, seen)


def _since(limit: Days, frame: Frame) -> Days | None:
    if limit.start is None:
        return None
    begun = frame.now is not None and limit.start <= frame.now
    return Days(limit.start, frame.now if begun else None, limit.unit)


def _from(limit: Days, frame: Frame) -> Days | None:
    if limit.start is None:
        return None
    if limit.unit is None:
        return limit  # from March 4 to 11: both ends are given
    past = frame.tense is Tense.PAST and frame.now is not None and limit.start <= frame.now
    return Days(limit.start, frame.now if past else None, limit.unit)


def _by(limit: Days, frame: Frame) -> Days | None:
    return _up_to(limit.end, limit.unit, frame)


def _before(limit: Days, frame: Frame) -> Days | None:
    """Before a day: that day is the limit. Before a month or a year: the day on which it has not begun yet."""
    if limit.start is None:
        return None
    whole = limit.unit not in (Unit.DAY, None)
    return _up_to(limit.start - ONE_DAY if whole else limit.start, limit.unit, frame)


def _until(limit: Days, frame: Frame) -> Days | None:
    return _before(limit, frame) if limit.unit is Unit.SEASON else _by(limit, frame)


def _up_to(end: date | None, unit: Unit | None, frame: Frame) -> Days | None:
    if end is None:
        return None
    ahead = frame.now is not None and frame.now <= end
    return Days(frame.now if ahead else None, end, unit)


def _after(limit: Days, _: Frame) -> Days | None:
    if limit.end is None:
        return None
    start = limit.end if limit.unit is Unit.DAY else limit.end + ONE_DAY
    return Days(start, None, limit.unit)


def _not_before(limit: Days, _: Frame) -> Days | None:
    return None if limit.start is None else Days(limit.start, None, limit.unit)


def _not_after(limit: Days, _: Frame) -> Days | None:
    return Days(None, limit.end, limit.unit)


def _as_of(limit: Days, _: Frame) -> Days | None:
    return limit


def _later_in(limit: Days, frame: Frame) -> Days | None:
    if frame.now is None or limit.end is None or limit.start is None or frame.tense is Tense.PAST:
        return limit
    return limit._replace(start=max(frame.now, limit.start)) if frame.now <= limit.end else limit


def _so_far_in(limit: Days, frame: Frame) -> Days | None:
    if frame.now is None or limit.start is None or limit.start > frame.now:
        return None
    return limit._replace(end=frame.now)


_LIMITS: Final[dict[Bound, Callable[[Days, Frame], Days | None]]] = {
    Bound.SINCE: _since,
    Bound.FROM: _from,
    Bound.BY: _by,
    Bound.UNTIL: _until,
    Bound.BEFORE: _before,
    Bound.AFTER: _after,
    Bound.AS_OF: _as_of,
    Bound.NOT_BEFORE: _not_before,
    Bound.NOT_AFTER: _not_after,
    Bound.LATER_IN: _later_in,
    Bound.SO_FAR_IN: _so_far_in,
}
