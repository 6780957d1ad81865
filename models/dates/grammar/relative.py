"""Calendar units and names seen from the day of speaking, or from the date that the narrative has reached."""

from dataclasses import replace

from models.dates.grammar.rules import grammar
from models.dates.meaning import Cycle, Landing, Meaning, Named, Now, Shift, That, is_open, put_within
from models.dates.units import CLOCK_UNITS, Unit

FISCAL = "fiscal|financial"
NOW = Now()


@grammar.rule("DayWord", "DAYWORD")
def _day_word(dayword: int) -> Shift:
    return Shift(Unit.DAY, dayword)


@grammar.rule("DayWord", "the? day before yesterday")
def _before_yesterday() -> Shift:
    return Shift(Unit.DAY, -2)


@grammar.rule("DayWord", "the? day after tomorrow|tmrw")
def _after_tomorrow() -> Shift:
    return Shift(Unit.DAY, 2)


# --- this week, last year, the month after next ---------------------------------------------------------------------


@grammar.rule("Rel", "this|current UNIT", "the current|present UNIT", "this same|very|whole UNIT")
def _this_unit(unit: Unit) -> Meaning | None:
    return _unit(unit, 0)


@grammar.rule("Rel", "last|past UNIT", "this past UNIT", "the? just past|ended UNIT")
def _last_unit(unit: Unit) -> Meaning | None:
    return _unit(unit, -1)


@grammar.rule("Rel", "next|coming|upcoming UNIT", "this|the coming|upcoming UNIT")
def _next_unit(unit: Unit) -> Meaning | None:
    return _unit(unit, 1)


@grammar.rule("Rel", "the? UNIT after the? next")
def _unit_after_next(unit: Unit) -> Meaning | None:
    return _unit(unit, 2)


@grammar.rule("Rel", "the? UNIT before last")
def _unit_before_last(unit: Unit) -> Meaning | None:
    return _unit(unit, -2)


@grammar.rule("Rel", f"this|current {FISCAL} year", f"the current|present {FISCAL} year")
def _this_fiscal_year() -> Shift:
    return Shift(Unit.FISCAL_YEAR, 0)


@grammar.rule("Rel", f"the? last|past|previous {FISCAL} year")
def _last_fiscal_year() -> Shift:
    return Shift(Unit.FISCAL_YEAR, -1)


@grammar.rule("Rel", f"the? next|coming {FISCAL} year")
def _next_fiscal_year() -> Shift:
    return Shift(Unit.FISCAL_YEAR, 1)


# --- that week, the following year, the previous day ----------------------------------------------------------------


@grammar.rule("Rel", "that same|very? UNIT", "the? same UNIT")
def _that_unit(unit: Unit) -> Meaning | None:
    return _unit(unit, 0, That())


@grammar.rule("Rel", "the? following|subsequent UNIT", "the UNIT after that?")
def _following_unit(unit: Unit) -> Meaning | None:
    return _unit(unit, 1, That())


@grammar.rule("Rel", f"the? following|subsequent {FISCAL} year")
def _following_fiscal_year() -> Shift:
    return Shift(Unit.FISCAL_YEAR, 1, That())


@grammar.rule("Rel", "the? previous|preceding|prior UNIT", "the UNIT before that?")
def _previous_unit(unit: Unit) -> Meaning | None:
    return _unit(unit, -1, That())


def _unit(unit: Unit, steps: int, base: Meaning = NOW) -> Meaning | None:
    if unit in CLOCK_UNITS:
        return None
    if unit is Unit.WEEKEND:
        return Named(Cycle.WEEKEND, 0, step=steps, base=base)
    return Shift(unit, steps, base)


# --- the quarter that a report compares with ------------------------------------------------------------------------


@grammar.rule("Rel", "the? latest UNIT|period")
def _latest_unit(unit: Unit | None) -> Meaning | None:
    return That() if unit is None else _unit(unit, 0, That())


@grammar.rule("Rel", "year - earlier|ago", "the? comparable? year - earlier|ago UNIT|period|figure")
@grammar.rule("Rel", "the? same|corresponding|comparable|like? UNIT|period a year earlier|ago|before")
@grammar.rule("Rel", "the? same|corresponding|comparable|like UNIT|period of|in? the? last|previous|prior year")
def _year_earlier(unit: Unit | None) -> Meaning | None:
    """Of a report on the third quarter, the third quarter of the year before."""
    return None if unit in CLOCK_UNITS else Shift(Unit.YEAR, -1, That(), Landing.ALIKE)


@grammar.rule("Rel", "the? year - earlier|ago name=Quarter|Half|Month")
def _year_earlier_name(name: Named) -> Meaning | None:
    return put_within(name, Shift(Unit.YEAR, -1))


@grammar.rule("Rel", "the Year period|quarter")
def _year_period(year: Meaning) -> Meaning:
    return year


@grammar.rule("Rel", "the quarter")
def _the_quarter() -> Meaning:
    return Shift(Unit.QUARTER, 0, That())


# --- this Monday, last October, the following April -----------------------------------------------------------------

grammar.either("Name", "Yearly", "Weekly")


@grammar.rule("Picked", "this|current Name")
def _this_name(name: Named) -> Meaning | None:
    return _pick(name, 0)


@grammar.rule("Picked", "the? last Name", "previous Name")
def _last_name(name: Named) -> Meaning | None:
    return _pick(name, -1)


@grammar.rule("Picked", "next Name")
def _next_name(name: Named) -> Meaning | None:
    return _pick(name, 1)


@grammar.rule("Picked", "this|the? coming|upcoming Name")
def _coming_name(name: Named) -> Meaning | None:
    return _pick(name, 1, counted=True)


@grammar.rule("Picked", "this|the? just? past Name")
def _past_name(name: Named) -> Meaning | None:
    return _pick(name, -1, counted=True)


@grammar.rule("Picked", "Name after the? next", "name=Weekly week")
def _name_after_next(name: Named) -> Meaning | None:
    return _pick(name, 2, counted=True)


@grammar.rule("Picked", "that same|very? Name", "the same Name")
def _that_name(name: Named) -> Meaning | None:
    return _pick(name, 0, That())


@grammar.rule("Picked", "the? following Name", "the next Name")
def _following_name(name: Named) -> Meaning | None:
    return _pick(name, 1, That(), counted=True)


@grammar.rule("Picked", "the? preceding|prior Name", "the previous Name")
def _preceding_name(name: Named) -> Meaning | None:
    return _pick(name, -1, That(), counted=True)


def _pick(name: Named, step: int, base: Meaning = NOW, *, counted: bool = False) -> Meaning | None:
    if not is_open(name):
        return None
    return replace(name, step=step, base=base, counted=counted)
