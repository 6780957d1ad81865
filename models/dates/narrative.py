"""What a document has said so far that its later dates count from, and from where each of them is seen.

News counts from its publication, a chronicle from the date it has reached; a report on a quarter compares with the
same quarter of the year before. Which it is, the document's own dates tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from models.dates.chart import Located
from models.dates.detection import Found
from models.dates.meaning import (
    Agreed,
    Amount,
    Bound,
    Bounded,
    ByTense,
    Clock,
    Counted,
    Cycle,
    DayPart,
    Landing,
    Meaning,
    Named,
    Now,
    Often,
    Part,
    Shift,
    That,
    Vague,
    inside,
    is_open,
)
from models.dates.names import cycle_unit
from models.dates.resolution import Frame, period
from models.dates.tense import tense_at
from models.dates.units import Period, Unit, shifted
from models.dates.words import Word
from schemas.vocabulary import Tense

FAR: Final = 150
"""Days: a date without its year that lies farther back than this is rather the near one on the other side."""
NEAR: Final = 60
"""Days: a month must be this near to be taken for the one on the other side."""
OLD: Final = 2
"""Years before publication from which on a year is history."""
STEP_BACK: Final = timedelta(days=120)
"""How far a chronicle steps back for a month without its year; one that lies farther back is of the next year."""
ENOUGH_YEARS: Final = 5
MOSTLY: Final = 0.8
"""A document with so many years, so many of them history, is a chronicle."""
_MONTHS: Final = frozenset({Cycle.MONTH, Cycle.SEASON})
_TOLD_BY_VERB: Final = {Tense.PAST: _MONTHS | {Cycle.QUARTER, Cycle.HALF}, Tense.FUTURE: _MONTHS}
"""Names whose side the verb tells however far they lie: months of the past; not the quarter just reported."""
_AHEAD: Final = frozenset({Bound.BY, Bound.UNTIL, Bound.NOT_BEFORE})
A_YEAR_BEFORE: Final = Shift(Unit.YEAR, -1, That(), Landing.ALIKE)


@dataclass(frozen=True, slots=True)
class Narrative:
    """The state of a document at one of its expressions. Each step is a new one."""

    frame: Frame
    is_chronicle: bool
    quarter: Period | None = None
    """The quarter reported on, once one was named."""

    def meant(self, meaning: Meaning, last_word: str) -> Meaning:
        """What an expression means here: "a year ago" and "the latest period" in a report on a quarter."""
        if self.quarter is not None:
            if last_word == "period" and isinstance(meaning, Period):
                return _alike(self.quarter, meaning)
            return A_YEAR_BEFORE if _compares(meaning, last_word) else meaning
        return Shift(Unit.QUARTER, -1) if _is_of_quarter(meaning) else meaning

    def seen(self, meaning: Meaning, tense: Tense) -> Frame:
        """From where a meaning is seen, by the tense of its clause."""
        if self.quarter is not None and (meaning == A_YEAR_BEFORE or _is_of_quarter(meaning)):
            return self.frame._replace(that=self.quarter, tense=Tense.PAST)
        if self.is_chronicle and self.frame.that is not None and _yearly_name(meaning) is not None:
            return self.frame._replace(now=_stepped_back(self.frame.that.start), tense=Tense.FUTURE)
        return self.frame._replace(tense=_side(meaning, self.frame, tense))

    def after(self, meaning: Meaning, seen: Frame) -> "Narrative":
        """The state behind an expression: it has moved to its date, unless that was only compared with."""
        reached = date_of(meaning, seen)
        if reached is None or meaning == A_YEAR_BEFORE or (self.is_chronicle and _is_of_today(meaning)):
            return self
        names_quarter = isinstance(meaning, Named) and reached.unit is Unit.QUARTER and self._is_over(reached)
        moved = self.frame._replace(that=reached)
        return replace(self, frame=moved, quarter=reached if names_quarter else self.quarter)

    def _is_over(self, reached: Period) -> bool:
        return self.frame.now is None or reached.end < self.frame.now


def opening(found: Sequence[Found], frame: Frame) -> Narrative:
    """The state at the beginning of a document with these phrases."""
    return Narrative(frame, _is_chronicle(found, frame.now))


def tense_of(words: Sequence[Word], phrase: Found) -> Tense:
    """The tense in which a phrase speaks: that of its clause, unless its own words tell."""
    meaning = phrase.expression.meaning
    if any(word.form == "ended" for word in words[phrase.start : phrase.end]):
        return Tense.PAST
    tense = tense_at(words, phrase.start, phrase.end)
    if isinstance(meaning, Bounded) and meaning.bound in _AHEAD:
        opens = phrase.start == 0 or words[phrase.start - 1].form == "."
        return tense if opens and tense is Tense.PAST else Tense.FUTURE
    return tense


def looking_back(phrase: Found, core: Located, frame: Frame) -> Frame | None:
    """From 4 March to 11 March 1997: the first takes its year from the last, as seen from there."""
    cores = phrase.expression.cores
    if len(cores) != 2 or core is not cores[0] or not is_open(core.value) or is_open(cores[1].value):
        return None
    last = date_of(cores[1].value, frame)
    return None if last is None else frame._replace(now=last.end, tense=Tense.PAST)


def date_of(meaning: Meaning, frame: Frame) -> Period | None:
    """The date that an expression names; null where it is a length, a repetition or a pointer."""
    if isinstance(meaning, Amount | Counted | Often | Vague | ByTense):
        return None
    try:
        return period(meaning, frame)
    except (ValueError, OverflowError):
        return None


def _stepped_back(day: date) -> date:
    return day - STEP_BACK if day - date.min > STEP_BACK else date.min


def _is_chronicle(found: Sequence[Found], now: date | None) -> bool:
    if now is None:
        return False
    parts = (part for each in found for core in each.expression.cores for part in inside(core.value))
    years = [part.start.year for part in parts if isinstance(part, Period) and part.unit is Unit.YEAR]
    old = sum(year < now.year - OLD for year in years)
    return len(years) >= ENOUGH_YEARS and old >= MOSTLY * len(years)


def _compares(meaning: Meaning, last_word: str) -> bool:
    """A year ago, a year earlier, the year-ago period."""
    if not isinstance(meaning, Shift) or meaning.unit is not Unit.YEAR:
        return False
    return last_word in ("ago", "earlier") or (meaning.base == That() and meaning.steps == -1)


def _alike(quarter: Period, year: Period) -> Period:
    """The 1988 period: the quarter reported on, in that year."""
    return shifted(quarter, 4 * (year.start.year - quarter.start.year))


def _is_of_today(meaning: Meaning) -> bool:
    """Whether it counts from the day of speaking: an aside in a chronicle, which goes on from where it was."""
    return any(isinstance(part, Now) for part in inside(meaning))


def _is_of_quarter(meaning: Meaning) -> bool:
    """The latest quarter, the latest period: the one reported on, or else the last that is over."""
    return meaning == That() or (isinstance(meaning, Shift) and meaning.unit is Unit.QUARTER and meaning.base == That())


def _side(meaning: Meaning, frame: Frame, tense: Tense) -> Tense:
    """The side on which a date without its year lies: that of the verb, unless it is far and the other near.

    Without a verb a day is the nearer one.
    """
    likely = Tense.PAST if tense is Tense.UNKNOWN else tense
    name, now = _yearly_name(meaning), frame.now
    if now is None or name is None or name.cycle in _TOLD_BY_VERB.get(tense, ()):
        return likely
    other = Tense.FUTURE if likely is Tense.PAST else Tense.PAST
    here, there = (period(name, frame._replace(tense=each)) for each in (likely, other))
    if here is None or there is None:
        return likely
    if tense is Tense.UNKNOWN and name.cycle is Cycle.DAY_OF_MONTH:
        return min((likely, here), (other, there), key=lambda each: _distance(each[1], now))[0]
    near = NEAR if name.cycle in _MONTHS else FAR
    return other if _distance(here, now) > FAR and _distance(there, now) < near else likely


def _distance(found: Period, now: date) -> int:
    return min(abs((found.start - now).days), abs((found.end - now).days))


def _yearly_name(meaning: Meaning) -> Named | None:
    """The name without its year that a date rests on: 5 May, the third quarter, early March."""
    while isinstance(meaning, Part | DayPart | Clock | Agreed) and meaning.of is not None:
        meaning = meaning.of
    if isinstance(meaning, Shift):
        meaning = meaning.base
    if isinstance(meaning, Named) and is_open(meaning) and cycle_unit(meaning) is Unit.YEAR:
        return meaning
    return None
