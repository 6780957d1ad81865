"""Whole phrases: a time expression with what sets it as a limit, ranges, and series.

A `Core` is what TIMEX3 calls a time expression; a `Phrase` is one or more of them with their prepositions, as the
annotation contract marks them; `Marked` adds what is only a time phrase because somebody marked it as one.
"""

from typing import NamedTuple

from models.dates.chart import Located
from models.dates.grammar.calendar import fiscal_year
from models.dates.grammar.rules import grammar
from models.dates.meaning import (
    Amount,
    Bound,
    Bounded,
    Counted,
    Cycle,
    Meaning,
    Named,
    Nth,
    Often,
    Part,
    Range,
    Shift,
    That,
    Thirds,
    Vague,
    put_within,
)
from models.dates.units import CLOCK_UNITS, MONTHS_IN, Unit

TO = "to|until|till|til|through|thru|-"
ROUND = "about|around|approximately|roughly|circa|nearly|almost|only|just|at"


class Expression(NamedTuple):
    """What a phrase means, and the time expressions that it is made of."""

    meaning: Meaning
    cores: tuple[Located, ...]


grammar.either("Core", "Date", "Counted", "Amounts", "Often", "Moment", "Days", "VagueWord")
grammar.either("Core", f"{ROUND} Date")


grammar.either("VagueWord", "VagueOnly", "right|just it=VagueOnly", "more|most it=VagueOnly")


@grammar.rule("VagueOnly", "reference=PRESENT|PAST|FUTURE")
def vague_only(reference: str) -> Vague:
    return Vague(reference)


grammar.constant("VagueWord", Vague("PAST_REF"), "the past", "some|a long? time ago", "until now", "up until now")
grammar.constant("VagueWord", Vague("PRESENT_REF"), "at present", "at the? moment|time", "this time|moment", "these days")
grammar.constant("VagueWord", Vague("PRESENT_REF"), "to date", "so far", "thus far")
grammar.constant("VagueWord", Vague("FUTURE_REF"), "the future", "the near|foreseeable|immediate|distant future|term")
grammar.constant("VagueWord", Vague("FUTURE_REF"), "some|one day|time", "in time", "in due course", "in future")
grammar.constant("VagueWord", Vague("FUTURE_REF"), "as soon as possible", "the near|short|medium|long term|run")


# --- series of days in a month --------------------------------------------------------------------------------------


@grammar.rule("Numbers", "the? first=DAYNUM|Ord Link the? last=DAYNUM|Ord", "the? first=DAYNUM|Ord Link Numbers")
def numbers(first: int, last: int | None, numbers: tuple[int, int] | None) -> tuple[int, int] | None:
    end = numbers[1] if numbers else last or 0
    return (first, end) if first < end <= 31 else None


@grammar.rule("Link", TO, ",? and|or", ",")
def link() -> bool:
    return True


@grammar.rule(
    "Days",
    "Numbers of? Month",
    "Month between? Numbers",
    "Numbers of? Month ,? of? year=YearLike",
    "Month between? Numbers ,? of? year=YearLike",
)
def days(numbers: tuple[int, int], month: Named, year: Meaning | None) -> Range | None:
    within = month if year is None else put_within(month, year)
    return None if within is None else _days(numbers, within)


@grammar.rule("Days", "Numbers of|in? month=Rel", "Numbers of that|the month")
def days_of(numbers: tuple[int, int], month: Meaning | None) -> Range | None:
    within = month or Shift(Unit.MONTH, 0, That())
    return _days(numbers, within) if isinstance(within, Shift) and within.unit is Unit.MONTH else None


@grammar.rule("Days", "the first=Ord Link the? last=Ord", "the first=DAYNUM|Ord to|until|- the? last=Ord")
def bare_days(first: int, last: int) -> Range | None:
    return Range(*(Named(Cycle.DAY_OF_MONTH, number) for number in (first, last))) if first < last <= 31 else None


def _days(numbers: tuple[int, int], month: Meaning) -> Range:
    return Range(*(Named(Cycle.DAY_OF_MONTH, number, month) for number in numbers))


@grammar.rule(
    "Days", "the? first=Ord Link last=Ord quarters of|in? year=YearLike", "the? first=Ord Link last=Ord quarters"
)
def quarters(first: int, last: int, year: Meaning | None) -> Range | None:
    return Range(*(Named(Cycle.QUARTER, number, year) for number in (first, last))) if first < last <= 4 else None


@grammar.rule("Days", f"fiscal|financial years first=YEAR and|or|{TO} last=YEAR")
def fiscal_years(first: int, last: int) -> Range | None:
    return Range(fiscal_year(first), fiscal_year(last)) if first < last else None


# --- ranges and series ----------------------------------------------------------------------------------------------


@grammar.rule(
    "Series", f"from first=Core {TO} in? last=Core", "between first=Core and|- last=Core", f"first=Core {TO} last=Core"
)
@grammar.rule("Series", f"from number=DAYNUM {TO} last=Core")
def span_of(first: Located | None, number: int | None, last: Located) -> Expression | None:
    if first is None:
        lone = Named(Cycle.DAY_OF_MONTH, number or 0)
        return Expression(Range(lone, last.value), (last,))
    return _series(first, last)


@grammar.rule("Series", "both? first=Core Joint last=Core", "both? first=Core Joint rest=Series")
def series(first: Located, last: Located | None, rest: Expression | None) -> Expression | None:
    if rest is not None:
        joined = _series(first, rest.cores[-1], ordered=False)
        return None if joined is None else Expression(joined.meaning, (first, *rest.cores))
    return None if last is None else _series(first, last, ordered=False)


@grammar.rule("Joint", ",? and again? on|in?", "or", ",", "-", "to")
def joint() -> bool:
    return True


def _series(first: Located, last: Located, *, ordered: bool = True) -> Expression | None:
    if not (_dates(first.value) and _dates(last.value)):
        return None
    start = first.value.first if isinstance(first.value, Range) else first.value
    end = last.value.last if isinstance(last.value, Range) else last.value
    return Expression(Range(start, end, ordered), (first, last))


def _dates(meaning: Meaning) -> bool:
    return not isinstance(meaning, Amount | Often | Vague)


# --- a length up to a date ------------------------------------------------------------------------------------------


@grammar.rule("YearLong", "the? fiscal|financial? year")
def year_long() -> Amount:
    return Amount(((1, Unit.YEAR),))


grammar.either("Length", "Amount", "YearLong")


@grammar.rule("Phrase", "Lead? Length to|through|ending|ended|until in|on? last=Core")
def length_to(length: Located, last: Located) -> Expression | None:
    """The twelve months to December; the year ended Sept. 30: whole months up to the end of that one."""
    number, unit = length.value.parts[0]
    months = MONTHS_IN.get(unit)
    if number is None or months is None or not _dates(last.value):
        return None
    meaning = Nth(-1, Unit.MONTH, Bounded(Bound.NOT_AFTER, last.value), int(number * months))
    return Expression(meaning, (length, last))


@grammar.rule("Phrase", "Lead? Quarterly ending|ended on? last=Core")
def quarter_to(quarterly: Located, last: Located) -> Expression:
    """The third quarter ended Sept. 30, the quarter ended July 31: the day tells the calendar, the name its number."""
    value = quarterly.value
    if not isinstance(value, Named):
        quarterly = quarterly._replace(value=Shift(Unit.QUARTER, 0, last.value))
    return Expression(quarterly.value, (quarterly, last))


@grammar.rule("Quarterly", "the? UNIT")
def the_quarter(unit: Unit) -> Shift | None:
    return Shift(unit, 0, That()) if unit is Unit.QUARTER else None


grammar.either("Quarterly", "Quarter")


# --- limits ---------------------------------------------------------------------------------------------------------

_LIMITS = {
    Bound.SINCE: ("ever? since late|early? in|on?", "dating back to"),
    Bound.FROM: (
        "from|starting|beginning|commencing|effective as? of|from|on|in|with|at?",
        "from on|in",
        "as from",
        "with effect from",
        "on or after",
        "on and after",
    ),
    Bound.AS_OF: ("as of|at", "as recently|late as in|on?"),
    Bound.BY: (
        "by on|in|about|around?",
        "no|not later than",
        "by no later than",
        "on or before",
        "before or on",
        "in time for",
    ),
    Bound.UNTIL: ("until|till|til|through|thru|to at? least?", "up until|to|through", "through to", "as far as"),
    Bound.BEFORE: ("before", "prior to", "ahead of", "earlier than", "anytime|sometime|sometimes before"),
    Bound.AFTER: ("after", "later than", "beyond", "anytime|sometime|sometimes after", "past"),
    Bound.NOT_BEFORE: (
        "not before|until",
        "no|not earlier|sooner than",
        "as early|soon as in|on?",
        "at the earliest in|on?",
        "anytime from",
    ),
}


def _declare_limits() -> None:
    for bound, words in _LIMITS.items():
        for pattern in words:
            grammar.constant("Limit", bound, pattern)


_declare_limits()


@grammar.rule("Limited", "Limit Core", "Limit Series")
def limited(limit: Bound, core: Located | None, series: Expression | None) -> Expression | None:
    if series is not None:
        return Expression(Bounded(limit, series.meaning), series.cores)
    return None if core is None else Expression(Bounded(limit, core.value), (core,))


@grammar.rule(
    "Limited",
    "in|on|at? Core on|onward|onwards|forward",
    "Core and after|beyond|later",
    "on|in Core and after|beyond|later",
)
def onwards(core: Located) -> Expression:
    return Expression(Bounded(Bound.FROM, core.value), (core,))


@grammar.rule("Limited", "before Core at the earliest")
def none_before(core: Located) -> Expression:
    """No change before 2008 at the earliest."""
    return Expression(Bounded(Bound.BEFORE, core.value), (core,))


@grammar.rule("Limited", "on|in|by|until|from? Core at the earliest")
def at_earliest(core: Located) -> Expression:
    return Expression(Bounded(Bound.NOT_BEFORE, core.value), (core,))


@grammar.rule("Limited", "on|in|by|before|until|from? Core at the latest")
def at_latest(core: Located) -> Expression:
    return Expression(Bounded(Bound.BY, core.value), (core,))


@grammar.rule(
    "Limited",
    "before|by|until of=Running is|are|has|was out|over|up|ended|finished",
    "before of=Running ends|closes|expires",
)
def before_out(of: Meaning) -> Expression:
    """Before the year is out."""
    return Expression(Bounded(Bound.BY, of), ())


grammar.either("Running", "Whole", "Yearly")


# --- phrases --------------------------------------------------------------------------------------------------------


@grammar.rule("Phrase", "Core", "Lead Core", "all|throughout Core", "Lead? Core as a whole")
def plain(core: Located) -> Expression:
    return Expression(core.value, (core,))


grammar.either("Phrase", "Limited", "Lead? it=Series", "Lead? the? it=Series period", "Lead? the period it=Series")


@grammar.rule(
    "Lead", "in|on|at|during|over|for|throughout|of|within|inside|around|about|towards|toward|across|amid|upon|into"
)
@grammar.rule(
    "Lead",
    "on or about",
    "over|in|for the course of",
    "as late|recently as in|on?",
    "some|any time in|on|during?",
    "sometime in|on|during?",
    "back in|on",
    "late|early|earlier|later in|on",
    "in or around",
    "for about|around|roughly|nearly|almost",
)
@grammar.rule(
    "Lead",
    "over|in|during|for much|most|part|all of",
    "in both",
    "in either",
    "for both",
    "in the whole of",
    "the whole of",
)
def lead() -> bool:
    return True


# --- what has to be marked to be a time phrase ----------------------------------------------------------------------

grammar.either("Marked", "Phrase")


@grammar.rule("Marked", "then", "at that|the time", "at which point|time", "in that period", "on|in that day|year")
def then() -> Expression:
    return Expression(That(), ())


@grammar.rule("Marked", "Limit then", "Limit which", "Limit that")
def limit_then(limit: Bound) -> Expression:
    return Expression(Bounded(limit, That()), ())


@grammar.rule("Marked", "since", "ever since")
def since() -> Expression:
    return Expression(Bounded(Bound.SINCE, That()), ())


@grammar.rule("Marked", "after|thereafter")
def after() -> Expression:
    return Expression(Bounded(Bound.AFTER, That()), ())


@grammar.rule("Marked", "Lead? next", "Lead? the year after")
def next_year() -> Expression:
    """Growth of 3 % this year and 4 % next."""
    return Expression(Shift(Unit.YEAR, 1), ())


@grammar.rule("Marked", "EDGE next", "Lead the? EDGE of next")
def edge_of_next(edge: str) -> Expression:
    return Expression(Part(Thirds(edge), Shift(Unit.YEAR, 1)), ())


for _number, _word in enumerate(("first", "second", "third", "fourth"), start=1):
    grammar.constant("QuarterWord", Named(Cycle.QUARTER, _number), f"the {_word}")


@grammar.rule("Marked", "in|for QuarterWord")
def quarter_alone(quarterword: Named) -> Expression:
    """5 % in the third quarter and 4 % in the fourth."""
    return Expression(quarterword, ())


@grammar.rule("Marked", "Lead? the Ord", "Limit the Ord")
def ordinal_alone(ord: int, limit: Bound | None) -> Expression:
    """On the 15th."""
    name = Named(Cycle.DAY_OF_MONTH, ord)
    return Expression(name if limit is None else Bounded(limit, name), ())


@grammar.rule("Marked", "Lead the? UNIT", "Limit the UNIT", "the UNIT")
def the_unit(unit: Unit, limit: Bound | None) -> Expression | None:
    """During the quarter, throughout the week: the one that was spoken of."""
    if unit in CLOCK_UNITS:
        return None
    whole = Shift(unit, 0, That())
    return Expression(whole if limit is None else Bounded(limit, whole), ())
