"""What is a time phrase only because somebody marked it as one: "then", "in the fourth", "next"."""

from datetime import date

from models.dates.grammar.numbers import FIRST_YEAR, LAST_YEAR
from models.dates.grammar.phrases import Expression
from models.dates.grammar.rules import grammar
from models.dates.meaning import Bound, Bounded, Cycle, Figures, Meaning, Named, Nth, Part, Shift, That, Thirds
from models.dates.units import CLOCK_UNITS, Unit, span

NEXT_YEAR = Shift(Unit.YEAR, 1)
THAT = Expression(That(), ())

grammar.either("Marked", "Phrase")
grammar.constant("Marked", THAT, "then", "at that|the time", "at which point|time", "on|in that day|year")
grammar.constant("Marked", Expression(Bounded(Bound.AFTER, That()), ()), "after|thereafter|afterwards")
grammar.constant("Marked", Expression(NEXT_YEAR, ()), "in|for? next", "in|for? the year after")


@grammar.rule("Marked", "Limit then|which|that")
def _limit_then(limit: Bound) -> Expression:
    return Expression(Bounded(limit, That()), ())


@grammar.rule("Marked", "Lead? the? EDGE of next")
def _edge_of_next(edge: str) -> Expression:
    """3.4 % at the end of this year and 3.8 % at the end of next."""
    return Expression(Part(Thirds(edge), NEXT_YEAR), ())


for _number, _word in enumerate(("first", "second", "third", "fourth"), start=1):
    grammar.constant("QuarterWord", Named(Cycle.QUARTER, _number), f"the {_word}")


@grammar.rule("Marked", "in|for QuarterWord")
def _quarter_alone(quarterword: Named) -> Expression:
    """5 % in the third quarter and 4 % in the fourth."""
    return Expression(quarterword, ())


@grammar.rule("Marked", "Lead? the? number=Ord", "limit=Limit the? number=Ord", "on|for? the? number=DAYNUM")
def _day_alone(number: int, limit: Bound | None) -> Expression | None:
    """On the 15th."""
    return _limited(Named(Cycle.DAY_OF_MONTH, number), limit) if number <= 31 else None


@grammar.rule("Marked", "Lead? the? Ord Weekly")
def _weekday_of_month(ord: int, weekly: Named) -> Expression:
    """The second Sunday: of the month that was spoken of."""
    return Expression(Nth(ord, weekly, Shift(Unit.MONTH, 0, That())), ())


@grammar.rule("Marked", "on|in|by|until? first=DAYNUM - second=DAYNUM")
def _dashed(first: int, second: int) -> Expression:
    return Expression(Figures(first, second), ())


@grammar.rule("Marked", "on|in? DECIMAL")
def _dotted(decimal: str) -> Expression | None:
    """On 4.22; 2015.3."""
    first, second = (int(part) for part in decimal.split("."))
    if 1 <= first <= 31 and 1 <= second <= 31:
        return Expression(Figures(first, second), ())
    if FIRST_YEAR <= first <= LAST_YEAR and 1 <= second <= 12:
        return Expression(span(date(first, second, 1), 1, Unit.MONTH), ())
    return None


@grammar.rule("Marked", "Lead? the UNIT", "limit=Limit the UNIT")
def _that_unit(unit: Unit, limit: Bound | None) -> Expression | None:
    """During the quarter, throughout the week: the one that was spoken of."""
    return None if unit in CLOCK_UNITS else _limited(Shift(unit, 0, That()), limit)


def _limited(meaning: Meaning, limit: Bound | None) -> Expression:
    return Expression(meaning if limit is None else Bounded(limit, meaning), ())
