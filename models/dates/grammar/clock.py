"""Times of day and parts of the day. They date no more than their day, and are read so that nothing is made of them."""

from models.dates.grammar.rules import grammar
from models.dates.meaning import Clock, DayPart, Meaning, Shift, That
from models.dates.units import Unit

LAST_HOUR = 24
NOON = 12
YESTERDAY, TODAY = Shift(Unit.DAY, -1), Shift(Unit.DAY, 0)
LATE = frozenset({"AF", "EV", "NI"})


# --- times of day ---------------------------------------------------------------------------------------------------


@grammar.rule("Zone", "ZONE", "ZONE ZONE", "local|standard|daylight time", "ZONE local|standard|daylight? time")
@grammar.rule("Zone", "( ZONE )", "( local time )")
def _zone() -> bool:
    return True


@grammar.rule("Elsewhere", "(|{ TIME|NUMBER ZONE )")
def _elsewhere() -> bool:
    """The same moment by another clock: "(1500 UTC)"."""
    return True


@grammar.rule(
    "Hour",
    "hour=Num MERIDIEM",
    "hour=Num o'clock MERIDIEM?",
    "hour=NUMBER : minute=NUMBER MERIDIEM?",
    "hour=NUMBER .|h minute=NUMBER MERIDIEM",
    "hour=HOURNAME",
)
def _hour(hour: float, minute: float | None, meridiem: str | None) -> Clock | None:
    if hour > LAST_HOUR or (minute or 0) > 59:
        return None
    return Clock(_on_dial(int(hour), meridiem), int(minute or 0))


@grammar.rule("Hour", "TIME MERIDIEM?")
def _hour_minute(time: tuple[int, int], meridiem: str | None) -> Clock:
    return Clock(_on_dial(time[0], meridiem), time[1])


@grammar.rule("Hour", "FIGURES Zone", "FIGURES MERIDIEM", "FIGURES hours")
def _military(figures: str, meridiem: str | None) -> Clock | None:
    """1922 UTC; 730 p.m."""
    hours, minutes = figures[:-2], figures[-2:]
    if not 3 <= len(figures) <= 4 or int(hours) > LAST_HOUR or int(minutes) > 59:
        return None
    return Clock(_on_dial(int(hours), meridiem), int(minutes))


@grammar.rule("Hour", "DECIMAL MERIDIEM")
def _dotted_hour(decimal: str, meridiem: str) -> Clock | None:
    """7.30 pm."""
    hours, _, minutes = decimal.partition(".")
    return Clock(_on_dial(int(hours), meridiem), int(minutes)) if int(hours) <= NOON and len(minutes) == 2 else None


@grammar.rule("Hour", "a? quarter|half past|to|before|after Hour", "Num minutes? past|to|before|after Hour")
@grammar.rule("Hour", "just|shortly? before|after Hour", "about|around|approximately Hour")
def _near_hour(hour: Clock) -> Clock:
    return hour


@grammar.rule("At", "Hour Zone? Elsewhere?", "Hour in the DAYPART", "Hour at night")
def _at(hour: Clock) -> Clock:
    return hour


@grammar.rule("At", "hour=Num in the DAYPART", "hour=Num at night")
def _at_number(hour: float, daypart: str | None) -> Clock | None:
    late = daypart is None or daypart in LATE
    return Clock(_on_dial(int(hour), "p" if late else "a"), 0) if 0 < hour <= NOON else None


def _on_dial(hour: int, meridiem: str | None) -> int:
    if meridiem == "p" and hour < NOON:
        return hour + NOON
    return 0 if meridiem == "a" and hour == NOON else hour


# --- parts of the day -----------------------------------------------------------------------------------------------


@grammar.rule("DayPart", "later|earlier? this EARLY? DAYPART")
def _this_part(daypart: str) -> DayPart:
    return DayPart(daypart, TODAY)


@grammar.rule("DayPart", "in? the EARLY? DAYPART", "EARLY DAYPART")
def _some_part(daypart: str) -> DayPart:
    return DayPart(daypart)


@grammar.rule("DayPart", "that EARLY? DAYPART", "the same DAYPART")
def _that_part(daypart: str) -> DayPart:
    return DayPart(daypart, Shift(Unit.DAY, 0, That()))


@grammar.rule("DayPart", "the next|following EARLY? DAYPART", "the DAYPART after")
def _next_part(daypart: str) -> DayPart:
    return DayPart(daypart, Shift(Unit.DAY, 1, That()))


@grammar.rule("DayPart", "the previous EARLY? DAYPART", "the DAYPART before")
def _previous_part(daypart: str) -> DayPart:
    return DayPart(daypart, Shift(Unit.DAY, -1, That()))


@grammar.rule("DayPart", "EARLY? last DAYPART")
def _last_part(daypart: str) -> DayPart:
    return DayPart(daypart, YESTERDAY)


@grammar.rule("DayPart", "EARLY? tonight|tonite")
def _tonight() -> DayPart:
    return DayPart("NI", TODAY)


@grammar.rule("DayPart", "overnight")
def _overnight() -> DayPart:
    return DayPart("NI")


@grammar.rule(
    "DayPart",
    "of=Date ,? in|during? the? EARLY? -? DAYPART",
    "the? EARLY? DAYPART of|on of=Date",
    "EARLY? -? DAYPART of=Date",
)
@grammar.rule("DayPart", "the? EARLY? DAYPART of|on of=Date")
def _part_of_day(of: Meaning, daypart: str) -> DayPart:
    return DayPart(daypart, of)


@grammar.rule("DayPart", "of=Date at night")
def _at_night(of: Meaning) -> DayPart:
    return DayPart("NI", of)


@grammar.rule(
    "DayPart",
    "the? small|early|wee hours of of=Date DAYPART?",
    "the? pre -? dawn hours of of=Date",
    "before dawn on? of=Date",
)
def _small_hours(of: Meaning) -> DayPart:
    return DayPart("MO", of)


@grammar.rule("DayPart", "the? late|closing hours of of=Date DAYPART?")
def _late_hours(of: Meaning) -> DayPart:
    return DayPart("NI", of)


# --- a time on a day ------------------------------------------------------------------------------------------------

grammar.either("OnDay", "Date", "DayPart")


@grammar.rule(
    "Moment",
    "At on|in|of|,? OnDay Elsewhere?",
    "OnDay ,? at|by|around|about? At",
    "OnDay ,? from At to|until|through|- until=At",
    "At to|until|- until=At on|,? OnDay",
)
def _moment(at: Clock, onday: Meaning) -> Clock:
    return Clock(at.hour, at.minute, onday.of if isinstance(onday, DayPart) else onday)


@grammar.rule("Moment", "OnDay at hour=Num")
def _moment_at_number(onday: Meaning, hour: float) -> Clock | None:
    day = onday.of if isinstance(onday, DayPart) else onday
    return Clock(int(hour), 0, day) if 0 <= hour <= LAST_HOUR else None


grammar.either("Moment", "At", "DayPart", "OnDay Zone")
