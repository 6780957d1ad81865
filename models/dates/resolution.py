"""From what a time expression means to the days it denotes, seen from a given day. Pure; null rather than a guess.

The rules are those of docs/annotation.md. `period` answers for anything that names days; what "since" and "by" make
of such days is the matter of `limits`.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from models.dates.meaning import (
    Agreed,
    Amount,
    Bounded,
    ByTense,
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
    Vague,
    is_open,
)
from models.dates.names import nearest, occurrences, place_in
from models.dates.thirds import part_of
from models.dates.units import (
    CLOCK_UNITS,
    Period,
    Unit,
    containing,
    day,
    last_weeks_of,
    moved,
    shifted,
    units_of,
)
from schemas.vocabulary import Tense

NEARBY: Final = timedelta(days=14)
"""A date that agrees with its weekday is meant if it is as near as this, whatever the tense."""


class Frame(NamedTuple):
    """From where a phrase is seen: the day of speaking, the side of it, and the date the narrative has reached."""

    now: date | None
    tense: Tense = Tense.UNKNOWN
    that: Period | None = None
    day_first: bool | None = None


def period(meaning: Meaning, frame: Frame) -> Period | None:
    """The days that an expression without limits names; null where it names none or they cannot be told."""
    reader = _PERIODS.get(type(meaning))
    return None if reader is None else reader(meaning, frame)


# --- what names days ------------------------------------------------------------------------------------------------


def _now(_: Now, frame: Frame) -> Period | None:
    return None if frame.now is None else day(frame.now)


def _that(_: That, frame: Frame) -> Period | None:
    return frame.that


def _fixed(meaning: Period, _: Frame) -> Period:
    return meaning


def _named(meaning: Named, frame: Frame) -> Period | None:
    if meaning.step is not None:
        base = period(meaning.base, frame)
        return None if base is None else _stepped(meaning, base, frame.tense)
    if not is_open(meaning):
        return _inside(meaning, frame)
    if frame.now is None:
        return None
    return nearest(meaning, frame.now, frame.tense)


def _inside(meaning: Named, frame: Frame) -> Period | None:
    """A name in the period that its words give, outermost first."""
    within = meaning.within
    outer = _named(within, frame) if isinstance(within, Named) else period(within, frame) if within else None
    return None if outer is None else place_in(meaning, outer)


def _on_side(periods: list[Period], now: date, tense: Tense) -> Period | None:
    """The nearest of them on the side of the tense. What holds the day itself is meant, whatever the tense."""
    if tense is Tense.PAST:
        return max((each for each in periods if each.start <= now), default=None)
    if tense in (Tense.FUTURE, Tense.PRESENT):
        return min((each for each in periods if each.end >= now), default=None)
    return next((each for each in periods if each.start <= now <= each.end), None)


def _stepped(meaning: Named, base: Period, tense: Tense) -> Period | None:
    name, step = replace(meaning, step=None), meaning.step or 0
    if step == 0:
        side = tense if meaning.base == Now() else Tense.UNKNOWN
        return _this(name, base.start, side) or _in_cycle(name, base.start, 0)
    if not meaning.counted and abs(step) <= 2 and _weekly(name):
        return _in_cycle(name, base.start, step)
    found = occurrences(name, base.start, reach=abs(step) + 1)
    if step > 0:
        ahead = sorted(each for each in found if each.start > base.end)
        return ahead[step - 1] if len(ahead) >= step else None
    behind = sorted((each for each in found if each.end < base.start), reverse=True)
    return behind[-step - 1] if len(behind) >= -step else None


def _this(name: Named, now: date, tense: Tense) -> Period | None:
    """This Monday is on the side of the tense. This summer was not last summer if the next one is nearer."""
    found = nearest(name, now, tense)
    ahead = None if tense is not Tense.PAST or _weekly(name) else nearest(name, now, Tense.FUTURE)
    if found is None or ahead is None:
        return found
    return ahead if ahead.start - now < now - found.end else found


def _weekly(name: Named) -> bool:
    return name.cycle in (Cycle.WEEKDAY, Cycle.WEEKEND)


def _in_cycle(name: Named, base: date, step: int) -> Period | None:
    unit = Unit.WEEK if _weekly(name) else Unit.YEAR
    return place_in(name, shifted(containing(base, unit), step))


def _figures(meaning: Figures, frame: Frame) -> Period | None:
    day_first = _order(meaning, frame.day_first)
    if day_first is None:
        return None
    number, month = (meaning.first, meaning.second) if day_first else (meaning.second, meaning.first)
    if meaning.year is not None:
        return day(date(meaning.year.start.year, month, number))
    return _named(Named(Cycle.DAY_OF_MONTH, number, Named(Cycle.MONTH, month)), frame)


def _order(meaning: Figures, known: bool | None) -> bool | None:
    if meaning.first == meaning.second:
        return True
    if meaning.first > 12:
        return True
    return False if meaning.second > 12 else known


def _agreed(meaning: Agreed, frame: Frame) -> Period | None:
    """A date whose weekday is given too: of several years or months, the nearest in which the two agree."""
    if not is_open(meaning.of):
        return period(meaning.of, frame)
    if frame.now is None or not isinstance(meaning.of, Named):
        return None
    now = frame.now
    fitting = [each for each in occurrences(meaning.of, now, reach=8) if each.start.weekday() == meaning.weekday]
    close = min(fitting, key=lambda each: abs(each.start - now), default=None)
    if close is None or abs(close.start - now) <= NEARBY:
        return close
    return _on_side(fitting, now, frame.tense) or close


def _nth(meaning: Nth, frame: Frame) -> Period | None:
    of = _whole(meaning.of, frame)
    if of is None:
        return None
    if isinstance(meaning.what, Named):
        found = [each for each in occurrences(meaning.what, of.start, reach=54) if of.start <= each.start <= of.end]
    elif meaning.what is Unit.WEEK and meaning.index < 0:
        found = last_weeks_of(of)[::-1]
    else:
        found = units_of(of, meaning.what)
    if meaning.count > 1:
        some = found[: meaning.count] if meaning.index > 0 else found[-meaning.count :]
        return Period(some[0].start, some[-1].end, some[0].unit) if len(some) == meaning.count else None
    place = meaning.index - 1 if meaning.index > 0 else meaning.index
    return found[place] if -len(found) <= place < len(found) else None


def _whole(meaning: Meaning, frame: Frame) -> Period | None:
    """The period that something is counted in; for "the year to March" the years up to then."""
    if not isinstance(meaning, Bounded):
        return period(meaning, frame)
    limit = period(meaning.of, frame)
    return None if limit is None else Period(limit.end.replace(year=limit.end.year - 9, day=1), limit.end, limit.unit)


_IN_A_YEAR: Final = {Unit.QUARTER: 4, Unit.HALF: 2}


def _shift(meaning: Shift, frame: Frame) -> Period | None:
    base = period(meaning.base, frame)
    if base is None:
        return None
    if meaning.unit is Unit.DAY and base.start != base.end:
        return None
    if meaning.landing is Landing.DAY:
        return day(moved(base.start, meaning.steps, meaning.unit))
    if meaning.unit in CLOCK_UNITS:
        return None
    if meaning.landing is Landing.ALIKE and meaning.unit is Unit.YEAR and base.unit in _IN_A_YEAR:
        return shifted(base, meaning.steps * _IN_A_YEAR[base.unit])
    return shifted(containing(base.start, meaning.unit), meaning.steps)


def _counted(meaning: Counted, frame: Frame) -> Period | None:
    base = period(meaning.base, frame)
    if base is None or meaning.number is None or meaning.unit in CLOCK_UNITS:
        return None
    if meaning.forward:
        edge = base.end if meaning.base == Now() else base.start
        return Period(edge, _count(edge, meaning.number, meaning.unit), meaning.unit)
    return Period(_count(base.start, -meaning.number, meaning.unit), base.start, meaning.unit)


def _count(start: date, number: float, unit: Unit) -> date:
    whole = int(number)
    edge = moved(start, whole, unit)
    if number == whole:
        return edge
    half = {Unit.YEAR: (6, Unit.MONTH), Unit.DECADE: (5, Unit.YEAR)}.get(unit)
    return edge if half is None else moved(edge, half[0] if number > 0 else -half[0], half[1])


def _part(meaning: Part, frame: Frame) -> Period | None:
    of = period(meaning.of, frame)
    return None if of is None else part_of(of, meaning.part)


def _of_day(meaning: DayPart | Clock, frame: Frame) -> Period | None:
    return None if meaning.of is None else period(meaning.of, frame)


def _by_tense(meaning: ByTense, frame: Frame) -> Period | None:
    return period(meaning.past if frame.tense is Tense.PAST else meaning.future, frame)


def _limit(meaning: Bounded, frame: Frame) -> Period | None:
    """The date that a limit is set by; what the limit makes of it, `limits` says."""
    return period(meaning.of, frame)


def _nothing(_: Any, __: Frame) -> None:
    return None


# --- from one date to another ---------------------------------------------------------------------------------------


def _range(meaning: Range, frame: Frame) -> Period | None:
    """From the first to the last. Of dates named side by side in no order, the closer together is meant."""
    if meaning.ordered:
        return _about_now(meaning, frame) or _in_order(meaning.first, meaning.last, frame)
    found = _in_order(meaning.first, meaning.last, frame)
    turned = _in_order(meaning.last, meaning.first, frame)
    return min((each for each in (found, turned) if each is not None), key=_length, default=None)


def _about_now(meaning: Range, frame: Frame) -> Period | None:
    """From 1 October to 7 November, said in between: the one that is on, whatever the tense."""
    if frame.now is None or not (is_open(meaning.first) and is_open(meaning.last)):
        return None
    start = period(meaning.first, frame._replace(tense=Tense.PAST))
    end = None if start is None else period(meaning.last, _looking(frame, start.start, Tense.FUTURE))
    if start is None or end is None or end.end <= frame.now:
        return None
    return Period(start.start, end.end, Unit.DAY)


def _in_order(first: Meaning, last: Meaning, frame: Frame) -> Period | None:
    """What one end leaves open (its year, its month) the other may tell, or the tense."""
    from_end = is_open(first) and (frame.tense is Tense.PAST or not is_open(last))
    if from_end:
        end = period(last, frame)
        start = None if end is None else period(first, _looking(frame, end.end, Tense.PAST))
    else:
        start = period(first, frame)
        seen = frame if start is None or not is_open(last) else _looking(frame, start.start, Tense.FUTURE)
        end = period(last, seen)
    if start is None or end is None or end.end < start.start:
        return None
    return Period(start.start, end.end, Unit.DAY)


def _length(found: Period) -> timedelta:
    return found.end - found.start


def _looking(frame: Frame, now: date, tense: Tense) -> Frame:
    return frame._replace(now=now, tense=tense)


_PERIODS: Final[dict[type, Callable[[Any, Frame], Period | None]]] = {
    Now: _now,
    That: _that,
    Period: _fixed,
    Named: _named,
    Figures: _figures,
    Agreed: _agreed,
    Nth: _nth,
    Shift: _shift,
    Counted: _counted,
    Part: _part,
    DayPart: _of_day,
    Clock: _of_day,
    ByTense: _by_tense,
    Bounded: _limit,
    Range: _range,
    Amount: _nothing,
    Often: _nothing,
    Vague: _nothing,
}
