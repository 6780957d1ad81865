"""What TIMEX3 calls a time expression: a date, a time of day, a length, a repetition, a pointer without a date."""

from models.dates.grammar.calendar import fiscal_year
from models.dates.grammar.rules import grammar
from models.dates.meaning import Cycle, Meaning, Named, Range, Shift, That, Vague, put_within
from models.dates.units import Unit

TO = "to|until|till|til|through|thru|-"
ROUND = "about|around|approximately|roughly|circa|nearly|almost|only|just|at"

grammar.either("Core", "Date", "Counted", "Amounts", "TheAmount", "Often", "Moment", "Days", "VagueWord")
grammar.either("Core", f"{ROUND} Date", f"{ROUND} Moment")


# --- pointers without a date ----------------------------------------------------------------------------------------

grammar.either("VagueWord", "VagueOnly", "right|just it=VagueOnly")
grammar.constant("VagueWord", Vague("PAST_REF"), "more|most recently")


@grammar.rule("VagueOnly", "reference=PRESENT|PAST|FUTURE")
def _vague_only(reference: str) -> Vague:
    return Vague(reference)


grammar.constant("VagueWord", Vague("PAST_REF"), "the past", "some|a long? time ago", "until now", "up until now")
grammar.constant(
    "VagueWord", Vague("PRESENT_REF"), "at present", "at the? moment|time", "this time|moment", "these days"
)
grammar.constant("VagueWord", Vague("PRESENT_REF"), "to date", "so far", "thus far")
grammar.constant("VagueWord", Vague("FUTURE_REF"), "the future", "the near|foreseeable|immediate|distant future|term")
grammar.constant(
    "VagueWord", Vague("FUTURE_REF"), "some day", "one of these days", "in time", "in due course", "in future"
)
grammar.constant("VagueWord", Vague("FUTURE_REF"), "as soon as possible", "the near|short|medium|long term|run")


# --- several days of a month, several quarters ----------------------------------------------------------------------


@grammar.rule("Numbers", "the? first=DAYNUM|Ord Link the? last=DAYNUM|Ord", "the? first=DAYNUM|Ord Link rest=Numbers")
def _numbers(first: int, last: int | None, rest: tuple[int, int] | None) -> tuple[int, int] | None:
    end = rest[1] if rest else last or 0
    return (first, end) if first < end <= 31 else None


grammar.constant("Link", True, TO, ",? and|or", ",")


@grammar.rule("Days", "Numbers of? Month", "Month between? Numbers")
@grammar.rule("Days", "Numbers of? Month ,? of? year=YearLike", "Month between? Numbers ,? of? year=YearLike")
def _days(numbers: tuple[int, int], month: Named, year: Meaning | None) -> Range | None:
    within = month if year is None else put_within(month, year)
    return None if within is None else _range(Cycle.DAY_OF_MONTH, *numbers, within)


@grammar.rule("Days", "Numbers of|in? month=Rel", "Numbers of that|the month")
def _days_of(numbers: tuple[int, int], month: Meaning | None) -> Range | None:
    within = month or Shift(Unit.MONTH, 0, That())
    return (
        _range(Cycle.DAY_OF_MONTH, *numbers, within)
        if isinstance(within, Shift) and within.unit is Unit.MONTH
        else None
    )


@grammar.rule("Days", "the first=Ord Link the? last=Ord", "the first=DAYNUM|Ord to|until|- the? last=Ord")
def _bare_days(first: int, last: int) -> Range | None:
    return _range(Cycle.DAY_OF_MONTH, first, last, None) if first < last <= 31 else None


@grammar.rule(
    "Days", "the? first=Ord Link last=Ord quarters of|in? year=YearLike", "the? first=Ord Link last=Ord quarters"
)
def _quarters(first: int, last: int, year: Meaning | None) -> Range | None:
    return _range(Cycle.QUARTER, first, last, year) if first < last <= 4 else None


@grammar.rule("Days", f"fiscal|financial years first=YEAR and|or|{TO} last=YEAR")
def _fiscal_years(first: int, last: int) -> Range | None:
    return Range(fiscal_year(first), fiscal_year(last)) if first < last else None


def _range(cycle: Cycle, first: int, last: int, within: Meaning | None) -> Range:
    return Range(Named(cycle, first, within), Named(cycle, last, within))
