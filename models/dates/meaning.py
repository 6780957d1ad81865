"""What time expressions mean, before anybody says when they were written.

The grammar builds these values out of words; `resolution` works out the days that they denote from a given day,
`timex` their TIMEX3 annotation. Both read the same value, so the two cannot drift apart. The set follows the operators
over intervals of SCATE (Bethard & Parker 2016): a name recurs, and is fixed by an enclosing period or by a side.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final, cast

from models.dates.units import Period, Unit


class Cycle(Enum):
    """The kinds of names that recur."""

    MONTH = "month"
    DAY_OF_MONTH = "day of month"
    WEEKDAY = "weekday"
    WEEKEND = "weekend"
    WEEK = "week of year"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    HOLIDAY = "named day"


class Thirds(Enum):
    """Which part of a period."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    START = "start"
    END = "end"


class Bound(Enum):
    """How a phrase sets a date as a limit."""

    SINCE = "since"
    FROM = "from"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    AS_OF = "as of"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    LATER_IN = "later in"
    SO_FAR_IN = "so far in"


class Landing(Enum):
    """What is meant at the end of so many steps."""

    UNIT = "unit"
    """The calendar unit: three weeks ago."""
    DAY = "day"
    """The day counted off: three weeks from tomorrow."""
    ALIKE = "alike"
    """A stretch like the one that it is counted from: the third quarter, and the same a year earlier."""


@dataclass(frozen=True, slots=True)
class Now:
    """The day of speaking: publication, or the day on which a quotation was said."""


@dataclass(frozen=True, slots=True)
class That:
    """The date that the narrative has reached."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that recurs: March, Monday, the third quarter, Christmas, the 15th.

    `within` is the period in which it is meant, if the words give one. `step` says which one instead, seen from
    `base`: -1 the last, 0 this, 1 the next; None = on the side that the tense says. "Last Friday" is that of the week
    before; with `counted`, occurrences are counted whatever the week: the coming Friday, two Fridays from now.
    """

    cycle: Cycle
    key: int | str
    within: "Meaning | None" = None
    step: int | None = None
    base: "Meaning" = Now()
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Two numbers that are a day and a month, in an order that the document knows: 3/4/2017."""

    first: int
    second: int
    year: Period | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """A date given with its weekday, which helps to find the year: Friday the 13th; Monday, 5 May."""

    weekday: int
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit or name in a period, from its start (1, 2, …) or its end (-1, …), or the first or last `count`."""

    index: int
    what: Unit | Named
    of: "Meaning"
    count: int = 1


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from `base`; `landing` says whether the unit itself is meant or something smaller in it."""

    unit: Unit
    steps: int
    base: "Meaning" = Now()
    landing: Landing = Landing.UNIT


@dataclass(frozen=True, slots=True)
class Counted:
    """A stretch counted off from a day: the past three weeks, the next ten days, within a year of the truce.

    `number` is None where the words don't tell it: the coming weeks.
    """

    number: int | float | None
    unit: Unit
    forward: bool
    base: "Meaning" = Now()
    is_named: bool = False
    """Whether it is one unit without its number: the past year."""


@dataclass(frozen=True, slots=True)
class Part:
    """Early, mid, late; the start, the end."""

    part: Thirds
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day: MO, MI, AF, EV, NI, DT."""

    part: str
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    hour: int
    minute: int | None
    of: "Meaning | None" = None


@dataclass(frozen=True, slots=True)
class Bounded:
    """A date as a limit: since, until, by, before, after it."""

    bound: Bound
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another. Where they are only named side by side, they need not come in order."""

    first: "Meaning"
    last: "Meaning"
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: two and a half years; numbers are None where the words don't tell them."""

    parts: tuple[tuple[int | float | None, Unit], ...]


@dataclass(frozen=True, slots=True)
class Often:
    """Something repeated: daily, every Monday, twice a year."""

    every: "Meaning"
    times: int | None = None


@dataclass(frozen=True, slots=True)
class ByTense:
    """What means one thing of the past and another of the future: "in three months", "the next year"."""

    past: "Meaning"
    future: "Meaning"


@dataclass(frozen=True, slots=True)
class Vague:
    """A pointer without a date: PAST_REF, PRESENT_REF, FUTURE_REF."""

    reference: str


Meaning = (
    Period
    | Now
    | That
    | Named
    | Figures
    | Agreed
    | Nth
    | Shift
    | Counted
    | Part
    | DayPart
    | Clock
    | Bounded
    | Range
    | Amount
    | Often
    | ByTense
    | Vague
)


def put_within(inner: Meaning, outer: Meaning) -> Meaning | None:
    """`inner` fixed by the period `outer`: (5 May, 2017), (Monday, next week). None where that says nothing."""
    if isinstance(inner, Named):
        if inner.step is not None:
            return None
        deeper = outer if inner.within is None else put_within(inner.within, outer)
        return None if deeper is None else replace(inner, within=deeper)
    if isinstance(inner, Part | Agreed | Nth | DayPart | Clock):
        deeper = outer if inner.of is None else put_within(inner.of, outer)
        return None if deeper is None else replace(inner, of=deeper)
    return None


_PARTS: Final[dict[type, tuple[str, ...]]] = {
    Named: ("within", "base"),
    Agreed: ("of",),
    Nth: ("of",),
    Shift: ("base",),
    Counted: ("base",),
    Part: ("of",),
    DayPart: ("of",),
    Clock: ("of",),
    Bounded: ("of",),
    Range: ("first", "last"),
    Often: ("every",),
    ByTense: ("past", "future"),
}


def inside(meaning: Meaning) -> Iterator[Meaning]:
    """A meaning and those that it is made of, as far as they bear on its date."""
    yield meaning
    for name in _PARTS.get(type(meaning), ()):
        part = getattr(meaning, name)
        if part is not None and not (name == "base" and isinstance(meaning, Named) and meaning.step is None):
            yield from inside(part)  # the base of a name counts only with a step


def settled(meaning: Meaning, *, past: bool) -> Meaning:
    """A meaning with every part that depends on the tense taken as of the past, or as of the future."""
    if isinstance(meaning, ByTense):
        return settled(meaning.past if past else meaning.future, past=past)
    if not any(isinstance(part, ByTense) for part in inside(meaning)):
        return meaning
    parts = {name: getattr(meaning, name) for name in _PARTS[type(meaning)]}
    changed = {name: settled(part, past=past) for name, part in parts.items() if part is not None}
    return cast(Meaning, replace(cast(Any, meaning), **changed))


def is_open(meaning: Meaning | None) -> bool:
    """Whether it recurs and its words don't say which one is meant."""
    if isinstance(meaning, Named):
        return meaning.step is None and (meaning.within is None or is_open(meaning.within))
    if isinstance(meaning, Figures):
        return meaning.year is None
    if isinstance(meaning, Part | Agreed | Nth):
        return is_open(meaning.of)
    if isinstance(meaning, DayPart | Clock):
        return meaning.of is None or is_open(meaning.of)
    return False
