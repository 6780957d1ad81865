"""Lengths of time, and what is repeated. Both are recognised so that they are not taken for dates."""

from models.dates.grammar.numbers import FIRST_YEAR
from models.dates.grammar.rules import grammar
from models.dates.meaning import Amount, Cycle, DayPart, Meaning, Named, Often
from models.dates.units import CLOCK_UNITS, Unit

MORE = "more|full|whole|entire|single|straight|consecutive|additional|business|working|trading|calendar|fiscal|long"


grammar.constant("Amount", Amount(((None, Unit.MONTH),)), "some time", "a long time", "quite some time")


@grammar.rule("Amount", "unit=UNITS")
def _bare(unit: Unit) -> Amount:
    """For weeks."""
    return Amount(((None, unit),))


grammar.either("Units", "unit=UNIT|UNITS", f"{MORE} unit=UNIT|UNITS")


@grammar.rule("Amount", "Num -? unit=Units", "a|an|another|one unit=Units")
@grammar.rule("Amount", "the? full|whole|entire -? unit=UNIT", "all -? unit=UNIT")
def _amount(num: float | None, unit: Unit) -> Amount:
    return Amount(((1 if num is None else num, unit),))


@grammar.rule("Amount", "low=Num to|or|- high=Num unit=Units")
def _between(low: float, high: float, unit: Unit) -> Amount | None:
    """Six or seven months. The 2016-17 season is no such length."""
    return Amount(((None, unit),)) if low < high < FIRST_YEAR else None


@grammar.rule("TheAmount", "the|these|those first|initial|latest|final? Num unit=UNITS", "first|latest Num unit=UNITS")
def _the_amount(num: float, unit: Unit) -> Amount:
    """The first nine months."""
    return Amount(((num, unit),))


@grammar.rule("Amount", "a|an unit=UNIT or two|three")
def _or_two(unit: Unit) -> Amount:
    """A year or two."""
    return Amount(((None, unit),))


@grammar.rule("Amount", "half -? a|an? unit=UNIT", "a half -? unit=UNIT")
def _half(unit: Unit) -> Amount:
    return Amount(((0.5, unit),))


@grammar.rule("Amount", "a|an|one unit=UNIT and a? half", "Num unit=UNITS and a? half")
def _and_a_half(num: float | None, unit: Unit) -> Amount:
    return Amount((((num or 1) + 0.5, unit),))


@grammar.rule("Amount", "a? quarter of an hour", "in? a quarter -? hour")
def _quarter_hour() -> Amount:
    return Amount(((15, Unit.MINUTE),))


@grammar.rule("Amount", "three -? quarters of an hour")
def _three_quarters() -> Amount:
    return Amount(((45, Unit.MINUTE),))


@grammar.rule(
    "Amount", "a|the|these? FEW more|short|long? unit=UNITS", "a number of unit=UNITS", "a? matter of unit=UNITS"
)
@grammar.rule("Amount", "FEW - unit=UNIT", "unit=UNITS - long", "unit=UNITS or UNITS")
@grammar.rule("Amount", "dozens|scores|hundreds|thousands|tens of unit=UNITS")
def _untold(unit: Unit) -> Amount:
    """Some years; six or seven months."""
    return Amount(((None, unit),))


@grammar.rule("Amount", "a? fortnight")
def _fortnight() -> Amount:
    return Amount(((2, Unit.WEEK),))


@grammar.rule("Amount", "a? quarter -? of? a? century")
def _quarter_century() -> Amount:
    return Amount(((25, Unit.YEAR),))


@grammar.rule("Amounts", "Amount", "Amount ,? and? more=Amounts", "Roughly Amount", "Amount or so|more|less")
def _amounts(amount: Amount, more: Amount | None) -> Amount | None:
    """Two years and three months; but 24 hours a day are a length and a rate."""
    if more is None:
        return amount
    last, following = amount.parts[-1][1], more.parts[0][1]
    return None if last in CLOCK_UNITS and following not in CLOCK_UNITS else Amount(amount.parts + more.parts)


@grammar.rule(
    "Roughly", "ROUGHLY", "more|less|fewer than", "at least|most", "as long|much|many as", "up to", "well? under|over"
)
@grammar.rule("Roughly", "fully|exactly|somewhat over", "no|not more|less|fewer than")
def _roughly() -> str:
    return "roughly"


# --- what is repeated -----------------------------------------------------------------------------------------------


@grammar.rule("Often", "unit=OFTEN", "every|each|per unit=UNIT")
def _often(unit: Unit) -> Often:
    return Often(Amount(((1, unit),)))


@grammar.rule("Often", "one=UNIT -? by|in|after -? two=UNIT")
def _day_by_day(one: Unit, two: Unit) -> Often | None:
    return Often(Amount(((1, one),))) if one is two else None


@grammar.rule("Often", "every|each Amount")
def _every_amount(amount: Amount) -> Often:
    return Often(amount)


@grammar.rule("Often", "every other unit=UNIT", "every Ord unit=UNIT")
def _every_nth(ord: int | None, unit: Unit) -> Often:
    return Often(Amount(((ord or 2, unit),)))


@grammar.rule("Often", "once|twice a|an|per|each|every unit=UNIT", "Num times a|an|per|each|every unit=UNIT")
def _times_a(num: float | None, unit: Unit) -> Often:
    return Often(Amount(((1, unit),)), times=int(num) if num else None)


@grammar.rule("Often", "every|each name=Weekly|Yearly")
def _every_name(name: Meaning) -> Often:
    return Often(name)


@grammar.rule("Often", "every|each DAYPART")
def _every_part(daypart: str) -> Often:
    return Often(DayPart(daypart))


@grammar.rule("Often", "PLURALDAY", "PLURALDAY DAYPART")
def _plural_weekday(pluralday: int) -> Often:
    return Often(Named(Cycle.WEEKDAY, pluralday))
