"""The vocabulary of time: what a single word can mean. Words of more than one sense have several."""

from enum import StrEnum
from typing import Any, Final

from models.dates.units import Unit

Senses = tuple[tuple[str, Any], ...]


class Category(StrEnum):
    """The senses that rules can ask for."""

    ONES = "ONES"
    """one … nine, and oh/zero."""
    TEENS = "TEENS"
    """ten … nineteen."""
    TENS = "TENS"
    """twenty … ninety."""
    ORDINAL = "ORDINAL"
    """first … thirty-first (tens and ones apart), 1st …"""
    NUMBER = "NUMBER"
    """A number in figures, whole or decimal."""
    DAYNUM = "DAYNUM"
    """1 … 31 in figures."""
    MONTHNUM = "MONTHNUM"
    """1 … 12 in figures."""
    YEAR = "YEAR"
    """A year in four figures."""
    SHORT = "SHORT"
    """A year in two figures."""
    FIGURES = "FIGURES"
    """Exactly as written, for times such as 1030."""
    ERA = "ERA"
    """The 1990s, the '90s, the nineties: the first year and the number of years."""
    TIME = "TIME"
    """9:30."""
    DECIMAL = "DECIMAL"
    THOUSANDS = "THOUSANDS"
    MERIDIEM = "MERIDIEM"
    """am, pm."""
    POSSESSIVE = "POSSESSIVE"
    ZONE = "ZONE"
    MONTH = "MONTH"
    WEEKDAY = "WEEKDAY"
    PLURALDAY = "PLURALDAY"
    """Mondays."""
    SEASON = "SEASON"
    UNIT = "UNIT"
    UNITS = "UNITS"
    """The plural."""
    OFTEN = "OFTEN"
    """daily, weekly: a unit that is repeated."""
    DAYPART = "DAYPART"
    """morning, night: its TIMEX3 sign."""
    HOURNAME = "HOURNAME"
    """noon, midnight: the hour."""
    DAYWORD = "DAYWORD"
    """today, yesterday, tomorrow: how many days away."""
    FEW = "FEW"
    """few, several: a number that is not told."""
    PAST = "PAST"
    PRESENT = "PRESENT"
    FUTURE = "FUTURE"
    """Words that point into the past, the present and the future without a date."""
    EARLY = "EARLY"
    """early, mid, late: which third."""
    EDGE = "EDGE"
    """start, beginning, end: which edge."""
    ROUGHLY = "ROUGHLY"
    """about, nearly: the TIMEX3 modifier."""


def _numbered(words: str, first: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=first)}


_ONES = {"oh": 0, "o": 0, "zero": 0, **_numbered("one two three four five six seven eight nine", 1)}
_TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
_ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30, "twelvth": 12}
_MONTHS = (
    _numbered(
        "january february march april may june july august september october november december",
        1,
    )
    | {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10}
    | {"nov": 11, "dec": 12}
)
_WEEKDAYS = (
    _numbered("monday tuesday wednesday thursday friday saturday sunday", 0)
    | _numbered("mon tue wed thu fri sat sun", 0)
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
_PLURAL_DAYS = _numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays", 0)
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"} | {
    "springtime": "SP",
    "summertime": "SU",
    "wintertime": "WI",
}
_UNITS = {
    "second": Unit.SECOND,
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "season": Unit.SEASON,
    "semester": Unit.HALF,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "millennium": Unit.MILLENNIUM,
}
_SHORT_UNITS = {
    "sec": Unit.SECOND,
    "secs": Unit.SECOND,
    "min": Unit.MINUTE,
    "mins": Unit.MINUTE,
    "h": Unit.HOUR,
    "hr": Unit.HOUR,
    "hrs": Unit.HOUR,
    "wk": Unit.WEEK,
    "wks": Unit.WEEK,
    "wkend": Unit.WEEKEND,
    "qtr": Unit.QUARTER,
    "yr": Unit.YEAR,
    "yrs": Unit.YEAR,
    "mo": Unit.MONTH,
    "mos": Unit.MONTH,
}
_OFTEN = {
    "hourly": Unit.HOUR,
    "daily": Unit.DAY,
    "nightly": Unit.DAY,
    "weekly": Unit.WEEK,
    "monthly": Unit.MONTH,
    "quarterly": Unit.QUARTER,
    "yearly": Unit.YEAR,
    "annually": Unit.YEAR,
    "annual": Unit.YEAR,
}
_DAYPARTS = {
    "morning": "MO",
    "mornings": "MO",
    "midmorning": "MO",
    "dawn": "MO",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "night": "NI",
    "nights": "NI",
    "overnight": "NI",
    "daytime": "DT",
    "lunchtime": "MI",
}
_PAST = (
    "recently recent past previously previous formerly former earlier before once lately already ago originally"
    " initially yesteryear"
).split()
_PRESENT = "now current currently present presently nowadays already yet still today".split()
_FUTURE = "future soon shortly later eventually coming upcoming".split()
_ZONES = (
    "gmt utc bst cet cest est edt cst cdt mst mdt pst pdt et eastern pacific central ist jst hkt aest eet msk ast akst"
).split()
_ROUGHLY = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "circa": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
}
_ERAS = (
    {word: (1900 + 10 * n, 10) for n, word in enumerate("twenties thirties forties fifties sixties".split(), 2)}
    | {word: (1970 + 10 * n, 10) for n, word in enumerate("seventies eighties nineties".split())}
    | {"noughties": (2000, 10)}
)

_TABLES: Final[dict[Category, dict[str, Any]]] = {
    Category.ONES: _ONES,
    Category.TEENS: _TEENS,
    Category.TENS: _TENS,
    Category.ORDINAL: _ORDINALS,
    Category.MONTH: _MONTHS,
    Category.WEEKDAY: _WEEKDAYS,
    Category.PLURALDAY: _PLURAL_DAYS,
    Category.SEASON: _SEASONS,
    Category.UNIT: _UNITS | _SHORT_UNITS,
    Category.UNITS: {f"{word}s": unit for word, unit in _UNITS.items()}
    | {"centuries": Unit.CENTURY, "millennia": Unit.MILLENNIUM, "summers": Unit.YEAR, "winters": Unit.YEAR},
    Category.OFTEN: _OFTEN,
    Category.DAYPART: _DAYPARTS,
    Category.HOURNAME: {"noon": 12, "midday": 12, "midnight": 24},
    Category.DAYWORD: {"today": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tomorrows": 1},
    Category.FEW: dict.fromkeys("few several many some numerous countless multiple".split(), None),
    Category.PAST: dict.fromkeys(_PAST, "PAST_REF"),
    Category.PRESENT: dict.fromkeys(_PRESENT, "PRESENT_REF"),
    Category.FUTURE: dict.fromkeys(_FUTURE, "FUTURE_REF"),
    Category.EARLY: {"early": "early", "mid": "middle", "middle": "middle", "late": "late"},
    Category.EDGE: {"start": "start", "beginning": "start", "outset": "start", "opening": "start"}
    | {"end": "end", "close": "end", "conclusion": "end", "ending": "end"},
    Category.ROUGHLY: _ROUGHLY,
    Category.ZONE: dict.fromkeys(_ZONES, None),
    Category.ERA: _ERAS,
    Category.POSSESSIVE: {"'s": None},
}


def _by_word() -> dict[str, Senses]:
    senses: dict[str, list[tuple[str, Any]]] = {}
    for category, table in _TABLES.items():
        for word, value in table.items():
            senses.setdefault(word, []).append((category.value, value))
    return {word: tuple(found) for word, found in senses.items()}


_SENSES: Final = _by_word()
_CUTOFF: Final = 30
"""A year in two figures below this is of this century: '29 is 2029, '30 is 1930."""


def senses_of_word(form: str) -> tuple[Senses, frozenset[str]]:
    """What a word can mean, and every key under which a rule may ask for it."""
    senses = _SENSES.get(form, ())
    return senses, frozenset({form, *(category for category, _ in senses)})


def senses_of_number(kind: Category, form: str) -> tuple[Senses, frozenset[str]]:
    """The same for what is written in figures."""
    senses = tuple(_READERS[kind](form)) if kind in _READERS else ()
    return senses, frozenset(category for category, _ in senses)


def century_of(short: int) -> int:
    """The year that two figures stand for."""
    return short + (2000 if short < _CUTOFF else 1900)


def _number(form: str) -> list[tuple[str, Any]]:
    value = int(form) if len(form) < 9 else 0
    senses: list[tuple[str, Any]] = [(Category.NUMBER, value), (Category.FIGURES, form)]
    if len(form) <= 2:
        if 1 <= value <= 31:
            senses.append((Category.DAYNUM, value))
        if 1 <= value <= 12:
            senses.append((Category.MONTHNUM, value))
    if len(form) == 2:
        senses.append((Category.SHORT, century_of(value)))
    if len(form) == 4 and 1000 <= value <= 2199:
        senses.append((Category.YEAR, value))
    return senses


def _short(form: str) -> list[tuple[str, Any]]:
    return [(Category.YEAR, century_of(int(form[1:])))]


def _ordinal(form: str) -> list[tuple[str, Any]]:
    return [(Category.ORDINAL, int(form[:-2]))]


def _decimal(form: str) -> list[tuple[str, Any]]:
    return [(Category.NUMBER, float(form)), (Category.DECIMAL, form)]


def _thousands(form: str) -> list[tuple[str, Any]]:
    return [(Category.NUMBER, int(form.replace(",", "")[:9]))]


def _era(form: str) -> list[tuple[str, Any]]:
    digits = form.strip("'’‘s")
    if len(digits) == 2:
        return [(Category.ERA, (century_of(int(digits)), 10))] if digits.endswith("0") else []
    year = int(digits)
    if year < 1000 or digits[3] != "0":
        return []
    return [(Category.ERA, (year, 100 if digits.endswith("00") and year < 2000 else 10))]


def _time(form: str) -> list[tuple[str, Any]]:
    hour, minute = (int(part) for part in form.replace("h", ":").split(":")[:2])
    return [(Category.TIME, (hour, minute))] if hour <= 24 and minute < 60 else []


def _meridiem(form: str) -> list[tuple[str, Any]]:
    return [(Category.MERIDIEM, form[0])]


_READERS: Final = {
    Category.NUMBER: _number,
    Category.SHORT: _short,
    Category.ORDINAL: _ordinal,
    Category.DECIMAL: _decimal,
    Category.THOUSANDS: _thousands,
    Category.ERA: _era,
    Category.TIME: _time,
    Category.MERIDIEM: _meridiem,
}
