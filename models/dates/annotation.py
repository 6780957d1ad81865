"""A whole document: every time expression with its TIMEX3 annotation, the narrative's own time carried along."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from models.dates.chart import Located
from models.dates.detection import Found, read_text
from models.dates.likeness import is_rate
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
    Often,
    Part,
    Shift,
    That,
    Vague,
    is_open,
)
from models.dates.names import cycle_unit
from models.dates.resolution import Frame, period
from models.dates.tense import tense_at
from models.dates.timex import timex
from models.dates.units import Period, Unit, day
from models.dates.words import Word
from schemas.vocabulary import Tense

_OUTSIDE: Final = frozenset("in within inside for at on during just only over".split())
"""Words that the grammar needs and TIMEX3 leaves outside the tag."""
_UNTAGGED: Final = frozenset(
    "recent previously formerly lately future soon shortly quarterly annual annually yearly".split()
)
_UNTAGGED_PHRASES: Final = frozenset({"so far", "thus far", "this time", "the time", "the moment", "in time", "time"})
"""What time phrases TIMEX3 corpora rarely tag: fewer than half of their occurrences in TimeBank are."""
FAR: Final = 150
"""Days: a date without its year that lies farther back than this is rather the near one on the other side."""


NEAR: Final = 60
"""Days: a month must be this near to be taken for the one on the other side."""
_MONTHS: Final = frozenset({Cycle.MONTH, Cycle.SEASON})
_TOLD_BY_VERB: Final = {Tense.PAST: _MONTHS | {Cycle.QUARTER, Cycle.HALF}, Tense.FUTURE: _MONTHS}
"""Names whose side the verb tells however far they lie: months of the past; not the quarter just reported."""


class Mention(NamedTuple):
    """A TIMEX3 expression in a text: half-open offsets and annotation."""

    char_start: int
    char_end: int
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    mod: str | None = None


def annotate(text: str, published: date | None, day_first: bool | None = None) -> tuple[Mention, ...]:
    """The time expressions of a document, by the TIMEX3 guidelines, in order."""
    words, found = read_text(text)
    start = Frame(published, that=day(published) if published else None, day_first=day_first)
    return tuple(_mentions(words, found, start))


def _mentions(words: Sequence[Word], found: list[Found], frame: Frame) -> Iterator[Mention]:
    quarter: Period | None = None
    for phrase in found:
        tense = _tense(words, phrase)
        for core in phrase.expression.cores:
            start, end = _tagged(words, core)
            if _is_untagged(words, start, end):
                continue
            meaning: Meaning = Often(core.value) if is_rate(words, core) else core.value
            seen, compares = frame, _compares(meaning, words[core.end - 1].form)
            if quarter is None:
                meaning = Shift(Unit.QUARTER, -1) if _speaks_of_quarter(meaning) else meaning
            elif compares or _speaks_of_quarter(meaning):
                meaning = Shift(Unit.YEAR, -1, That(), Landing.ALIKE) if compares else meaning
                seen = frame._replace(that=quarter)
            seen = _looking_back(phrase, core, seen) or seen._replace(tense=_side(meaning, seen, tense))
            yield Mention(words[start].start, words[end - 1].end, *timex(meaning, seen))
            reached = _reached(meaning, seen)
            if reached is not None and not compares:
                frame = frame._replace(that=reached)
                quarter = reached if isinstance(meaning, Named) and reached.unit is Unit.QUARTER else quarter


def _looking_back(phrase: Found, core: Located, frame: Frame) -> Frame | None:
    """From 4 March to 11 March 1997: the first takes its year from the last."""
    cores = phrase.expression.cores
    if len(cores) != 2 or core is not cores[0] or not is_open(core.value) or is_open(cores[1].value):
        return None
    last = _reached(cores[1].value, frame)
    return None if last is None else frame._replace(now=last.end, tense=Tense.PAST)


def _tense(words: Sequence[Word], phrase: Found) -> Tense:
    meaning = phrase.expression.meaning
    if any(word.form == "ended" for word in words[phrase.start : phrase.end]):
        return Tense.PAST
    if isinstance(meaning, Bounded) and meaning.bound in (Bound.BY, Bound.UNTIL, Bound.NOT_BEFORE):
        return Tense.FUTURE
    return tense_at(words, phrase.start, phrase.end)


def _tagged(words: Sequence[Word], core: Located) -> tuple[int, int]:
    start, end = core.start, core.end
    while start < end - 1 and words[start].form in _OUTSIDE and words[start + 1].form not in ("least", "most"):
        start += 1
    return start, end


def _is_untagged(words: Sequence[Word], start: int, end: int) -> bool:
    if end - start == 1:
        return words[start].form in _UNTAGGED
    return " ".join(word.form for word in words[start:end]) in _UNTAGGED_PHRASES


def _compares(meaning: Meaning, last_word: str) -> bool:
    """A year ago, a year earlier: in a report on a quarter, that quarter of the year before."""
    if not isinstance(meaning, Shift) or meaning.unit is not Unit.YEAR:
        return False
    return last_word in ("ago", "earlier") or (meaning.base == That() and meaning.steps == -1)


def _speaks_of_quarter(meaning: Meaning) -> bool:
    """The latest quarter, the latest period: the one reported on, or else the last that is over."""
    return meaning == That() or (isinstance(meaning, Shift) and meaning.unit is Unit.QUARTER and meaning.base == That())


def _side(meaning: Meaning, frame: Frame, tense: Tense) -> Tense:
    """The side on which a date without its year lies: that of the verb, unless it is far and the other near."""
    likely = Tense.PAST if tense is Tense.UNKNOWN else tense
    name = _yearly_name(meaning)
    if frame.now is None or name is None or (name.cycle in _TOLD_BY_VERB.get(tense, ())):
        return likely
    other = Tense.FUTURE if likely is Tense.PAST else Tense.PAST
    here, there = (period(name, frame._replace(tense=each)) for each in (likely, other))
    if here is None or there is None:
        return likely
    near = NEAR if name.cycle in _MONTHS else FAR
    return other if _distance(here, frame.now) > FAR and _distance(there, frame.now) < near else likely


def _distance(found: Period, now: date) -> int:
    return min(abs((found.start - now).days), abs((found.end - now).days))


def _yearly_name(meaning: Meaning) -> Named | None:
    """The name without its year that a date rests on: 5 May, the third quarter, early March."""
    while isinstance(meaning, Part | DayPart | Clock | Agreed) and meaning.of is not None:
        meaning = meaning.of
    if isinstance(meaning, Named) and is_open(meaning) and cycle_unit(meaning) is Unit.YEAR:
        return meaning
    return None


def _reached(meaning: Meaning, frame: Frame) -> Period | None:
    if isinstance(meaning, Amount | Counted | Often | Vague | ByTense):
        return None
    try:
        return period(meaning, frame)
    except (ValueError, OverflowError):
        return None
