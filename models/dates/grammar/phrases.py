"""Whole phrases: time expressions with what sets them as limits, ranges and series.

A `Phrase` is one or more `Core`s with their prepositions, as the annotation contract marks them.
"""

from typing import NamedTuple

from models.dates.chart import Located
from models.dates.grammar.core import TO
from models.dates.grammar.rules import grammar
from models.dates.meaning import (
    Amount,
    Bound,
    Bounded,
    ByTense,
    Counted,
    Cycle,
    Meaning,
    Named,
    Nth,
    Often,
    Range,
    Shift,
    That,
    Vague,
    put_within,
)
from models.dates.units import MONTHS_IN, Unit


class Expression(NamedTuple):
    """What a phrase means, and the time expressions that it is made of."""

    meaning: Meaning
    cores: tuple[Located, ...]


# --- plain ----------------------------------------------------------------------------------------------------------

grammar.constant(
    "Lead", True, "in|on|at|during|over|for|throughout|of|within|inside|around|about|towards|toward|across"
)
grammar.constant(
    "Lead", True, "amid|upon|into", "on or about", "in or around", "back in|on", "for about|around|roughly"
)
grammar.constant(
    "Lead", True, "over|in|for the course of", "over|in|during|for much|most|part|all of", "in the whole of"
)
grammar.constant("Lead", True, "some|any time in|on|during?", "sometime in|on|during?", "in|for both|either")
grammar.constant(
    "Lead", True, "late|early|earlier|later in|on", "as late|recently as in|on?", "by|at the time of", "to"
)


@grammar.rule("Phrase", "Lead? Core", "all|throughout Core", "Lead? Core as a whole")
def _plain(core: Located) -> Expression:
    return Expression(core.value, (core,))


# --- a length up to a date ------------------------------------------------------------------------------------------

grammar.either("Length", "Amount", "TheAmount", "YearLong")
grammar.constant("YearLong", Amount(((1, Unit.YEAR),)), "the? fiscal|financial? year")


@grammar.rule("Phrase", "Lead? Length to|through|ending|ended|until in|on? last=Core")
def _length_to(length: Located, last: Located) -> Expression | None:
    """The twelve months to December; the year ended Sept. 30: whole months up to the end of that one."""
    number, unit = length.value.parts[0]
    months = MONTHS_IN.get(unit)
    if number is None or months is None or not _is_date(last.value):
        return None
    meaning = Nth(-1, Unit.MONTH, Bounded(Bound.NOT_AFTER, last.value), int(number * months))
    return Expression(meaning, (length, last))


grammar.either("Quarterly", "Quarter")


@grammar.rule("Quarterly", "the? UNIT")
def _the_quarter(unit: Unit) -> Shift | None:
    return Shift(unit, 0, That()) if unit is Unit.QUARTER else None


@grammar.rule("Phrase", "Lead? Quarterly ending|ended on? last=Core")
def _quarter_to(quarterly: Located, last: Located) -> Expression:
    """The third quarter ended Sept. 30, the quarter ended July 31: the name tells it, or else the day."""
    if not isinstance(quarterly.value, Named):
        quarterly = quarterly._replace(value=Shift(Unit.QUARTER, 0, last.value))
    return Expression(quarterly.value, (quarterly, last))


# --- limits ---------------------------------------------------------------------------------------------------------

grammar.constant("Limit", Bound.SINCE, "ever? since late|early? in|on?", "dating back to")
grammar.constant(
    "Limit", Bound.FROM, "from on|in?", "starting|beginning|commencing|effective as? of|from|on|in|with|at?"
)
grammar.constant("Limit", Bound.FROM, "as from", "with effect from", "on or|and after")
grammar.constant("Limit", Bound.AS_OF, "as of|at")
grammar.constant("Limit", Bound.BY, "by on|in|about|around?", "by? no|not later than", "on or before", "in time for")
grammar.constant(
    "Limit", Bound.UNTIL, "until|till|til|through|thru at? least?", "to at least", "up until|to|through", "through to"
)
grammar.constant(
    "Limit", Bound.BEFORE, "before", "prior to", "ahead of", "earlier than", "anytime|sometime|sometimes before"
)
grammar.constant(
    "Limit", Bound.AFTER, "after|following", "later than", "beyond", "anytime|sometime|sometimes after", "past"
)
grammar.constant("Limit", Bound.NOT_BEFORE, "not before|until", "no|not earlier|sooner than", "as early|soon as in|on?")
grammar.constant("Limit", Bound.NOT_BEFORE, "at the earliest in|on?", "anytime from")


@grammar.rule("Limited", "Limit Core")
def _limited(limit: Bound, core: Located) -> Expression | None:
    if isinstance(core.value, Amount | Often):
        return None
    return Expression(Bounded(limit, core.value), (core,))


@grammar.rule("Limited", "Limit Series")
def _limited_series(limit: Bound, series: Expression) -> Expression:
    return Expression(Bounded(limit, series.meaning), series.cores)


@grammar.rule("Limited", "from Core on|onward|onwards|forward", "in|on? Core onward|onwards|forward")
def _onwards(core: Located) -> Expression:
    return Expression(Bounded(Bound.FROM, core.value), (core,))


@grammar.rule("Limited", "in|on? Core and after|beyond|later|thereafter", "on|in|by|until|from? Core at the earliest")
def _not_before(core: Located) -> Expression:
    return Expression(Bounded(Bound.NOT_BEFORE, core.value), (core,))


@grammar.rule("Limited", "before Core at the earliest")
def _none_before(core: Located) -> Expression:
    """No change before 2008 at the earliest."""
    return Expression(Bounded(Bound.BEFORE, core.value), (core,))


@grammar.rule("Limited", "on|in|by|before|until|from? Core at the latest")
def _at_latest(core: Located) -> Expression:
    return Expression(Bounded(Bound.BY, core.value), (core,))


@grammar.rule("Limited", "since Amounts now?")
def _since_amount(amounts: Amount) -> Expression | None:
    """Since four weeks: as much as for the last four weeks."""
    number, unit = amounts.parts[0]
    return None if number is None else Expression(Counted(number, unit, forward=False), ())


@grammar.rule("Limited", "before|by|until of=Whole|Yearly is|are|has|was out|over|up|ended|finished")
@grammar.rule("Limited", "before of=Whole|Yearly ends|closes|expires")
def _before_out(of: Meaning) -> Expression:
    """Before the year is out."""
    return Expression(Bounded(Bound.BY, of), ())


# --- ranges and series ----------------------------------------------------------------------------------------------


@grammar.rule("Series", f"from first=Core {TO} in|at? last=Core", "between first=Core and|- last=Core")
@grammar.rule("Series", f"first=Core ,? {TO} last=Core")
def _span(first: Located, last: Located) -> Expression | None:
    return _joined(first, last, ordered=True)


grammar.constant("NowWord", Shift(Unit.DAY, 0), "now", "the present day?")


@grammar.rule("Series", f"from|between NowWord and|{TO} last=Core")
def _span_from_now(nowword: Meaning, last: Located) -> Expression | None:
    return Expression(Range(nowword, last.value), (last,)) if _is_date(last.value) else None


@grammar.rule("Series", f"from|between first=Core and|{TO} NowWord")
def _span_to_now(first: Located, nowword: Meaning) -> Expression | None:
    return Expression(Range(first.value, nowword), (first,)) if _is_date(first.value) else None


@grammar.rule("Series", f"of=Rel from|between first=Weekly and|{TO} last=Weekly")
def _days_of_week(of: Meaning, first: Named, last: Named) -> Expression | None:
    start, end = put_within(first, of), put_within(last, of)
    if start is None or end is None or not isinstance(of, Shift) or of.unit is not Unit.WEEK:
        return None
    return Expression(Range(start, end), ())


@grammar.rule("Series", f"from DAYNUM {TO} last=Core")
def _span_from_number(daynum: int, last: Located) -> Expression:
    return Expression(Range(Named(Cycle.DAY_OF_MONTH, daynum), last.value), (last,))


@grammar.rule("Series", "both? first=Core Joint last=Core")
def _pair(first: Located, last: Located) -> Expression | None:
    return _joined(first, last, ordered=False)


@grammar.rule("Series", "both? first=Core Joint|, rest=Series")
def _series(first: Located, rest: Expression) -> Expression | None:
    joined = _joined(first, rest.cores[-1], ordered=False)
    return None if joined is None else Expression(joined.meaning, (first, *rest.cores))


grammar.constant("Joint", True, ",? and again? on|in?", "or", "-", "to")


def _joined(first: Located, last: Located, *, ordered: bool) -> Expression | None:
    if not (_is_date(first.value) and _is_date(last.value)):
        return None
    start = first.value.first if isinstance(first.value, Range) else first.value
    end = last.value.last if isinstance(last.value, Range) else last.value
    return Expression(Range(start, end, ordered), (first, last))


def _is_date(meaning: Meaning) -> bool:
    return not isinstance(meaning, Amount | Often | Vague | Counted | ByTense)


grammar.either("Phrase", "Limited", "Lead? it=Series", "Lead? the? it=Series period", "Lead? the period it=Series")
