"""Numbers in words and figures, and years as they are spoken."""

from datetime import date
from typing import Final

from models.dates.grammar.rules import grammar
from models.dates.units import Period, Unit, containing

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2199
"""Outside these a figure is not read as a year."""
DOZEN: Final = 12

grammar.either("Num", "NUMBER", "Small", "Hundreds", "Thousands")


@grammar.rule("Small", "ONES", "TEENS", "TENS", "TENS -? ONES", "TENS and ONES")
def _small(ones: int | None, teens: int | None, tens: int | None) -> int:
    return (ones or 0) + (teens or 0) + (tens or 0)


@grammar.rule("Hundreds", "hundreds=Small hundred and? rest=Small?", "a hundred and? rest=Small?")
def _hundreds(hundreds: int | None, rest: int | None) -> int:
    return 100 * (hundreds or 1) + (rest or 0)


@grammar.rule("Thousands", "thousands=Small thousand and? rest=Small?", "thousands=Small thousand rest=Hundreds")
@grammar.rule("Thousands", "a thousand and? rest=Small?")
def _thousands(thousands: int | None, rest: int | None) -> int:
    return 1000 * (thousands or 1) + (rest or 0)


@grammar.rule("Num", "whole=Small and a|an|one? half", "whole=NUMBER and a|an|one? half")
def _and_a_half(whole: float) -> float:
    return whole + 0.5


@grammar.rule("Num", "whole=NUMBER upper=NUMBER / lower=NUMBER", "whole=NUMBER - upper=NUMBER / lower=NUMBER")
def _mixed(whole: float, upper: float, lower: float) -> float | None:
    """2 1/2."""
    return whole + upper / lower if 0 < upper < lower else None


@grammar.rule("Num", "a|the? couple of?", "a pair of", "both")
def _couple() -> int:
    return 2


@grammar.rule("Num", "a? dozen")
def _dozen() -> int:
    return DOZEN


@grammar.rule("Ord", "ORDINAL", "TENS -? ORDINAL")
def _ordinal(ordinal: int, tens: int | None) -> int | None:
    if tens is None:
        return ordinal
    return tens + ordinal if ordinal < 10 else None


@grammar.rule("Spoken", "hundreds=TEENS TENS -? ONES", "hundreds=TEENS TENS", "hundreds=TEENS TEENS")
@grammar.rule("Spoken", "hundreds=TEENS oh|o|zero ONES")
def _spoken_year(hundreds: int, teens: int | None, tens: int | None, ones: int | None) -> int:
    """Nineteen ninety-six, nineteen twelve, nineteen oh five."""
    return 100 * hundreds + (teens or 0) + (tens or 0) + (ones or 0)


@grammar.rule("Spoken", "twenty -? TEENS")
def _twenty_twelve(teens: int) -> int:
    return 2000 + teens


@grammar.rule("Spoken", "two thousand and? Small?")
def _two_thousand(small: int | None) -> int:
    return 2000 + (small or 0)


@grammar.rule("Spoken", "one thousand Hundreds")
def _one_thousand(hundreds: int) -> int:
    return 1000 + hundreds


@grammar.rule("Year", "year Num", "year=NUMBER a.d.", "a.d. year=NUMBER")
def _early_year(num: float | None, year: float | None) -> Period | None:
    """Year 247; 14 AD; AD 14."""
    value = num or year or 0
    return containing(date(int(value), 1, 1), Unit.YEAR) if 1 <= value < FIRST_YEAR else None


@grammar.rule("Year", "a.d.? year=YEAR a.d.?", "year=Spoken", "the? calendar? year year=YEAR", "the? year year=Spoken")
def _year(year: int) -> Period | None:
    return containing(date(year, 1, 1), Unit.YEAR) if FIRST_YEAR <= year <= LAST_YEAR else None
