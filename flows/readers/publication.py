"""The day of publication, read from what a document says of itself.

Refuses to guess: a date needs its day, month and four-digit year; "04/09/2026" may be two days and is taken only if
the text spells one of them out. Nothing here looks at a clock or at a file's times.
"""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})\b"

ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}.*)?$")
DAY_MONTH_YEAR = re.compile(rf"\b{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
MONTH_DAY_YEAR = re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE)
_NUMERIC = re.compile(r"^(?P<first>\d{1,2})[./-](?P<second>\d{1,2})[./-](?P<year>\d{4})\b")

_SPELLED = (ISO, DAY_MONTH_YEAR, MONTH_DAY_YEAR)
_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=[/_.-]|$)")
_ADDRESS_COMPACT = re.compile(r"[/_-](?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?=[/_.a-z-]|$)")

_DATELINE_LINES = 12
_LABEL = r"(?:(?:published|posted|publication date|release date|released|issued|date)\b(?:\s+on)?\s*[:–—-]?\s*)?"
_TIME_OF_DAY = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"
_LINE_OF_DATE = re.compile(rf"\W*{_LABEL}(?P<date>.+?){_TIME_OF_DAY}\W*$", re.IGNORECASE)
_NO_PLACE = rf"(?!(?:on|since|by|until|till|from|in|after|before|as|{'|'.join(_MONTHS)})\b)"
_PLACE = rf"(?i:{_NO_PLACE})[A-Z][\w.'’/-]+(?:\s[A-Z][\w.'’/-]+){{0,3}}"
_AGENCY = re.compile(rf"{_PLACE}(?:,\s*{_PLACE})?[,:]?\s+(?P<date>[^()—–]{{8,30}}?)\s*(?:\([^)]*\)\s*)?(?:[—–]|--?\s)")
_BESIDE_NAMES = re.compile(
    rf"(?:[Bb]y\s.{{2,80}}?\s*[,|•·–—]|.{{2,60}}?\s*[|•·]|{_PLACE},)\s*(?P<date>[^|•·]{{8,40}})$"
)


def parse_day(value: str, text: str = "") -> date | None:
    """The day that a field's value states, in its own time zone; null if it states none or more than one.

    `text` is the document: where a numeric date has two readings, the one that the text spells out is meant.
    """
    value = value.strip()
    if numeric := _NUMERIC.match(value):
        return _one_reading(numeric, text)
    compact = _COMPACT.match(value.removeprefix("D:"))
    if compact:
        return _day_of(compact)
    return next((day for pattern in _SPELLED if (day := _day_of(pattern.search(value)))), None)


def day_in_address(url: str) -> date | None:
    """The day that a page's address carries (`/2017/01/27/`, `-20170127`)."""
    return _day_of(_ADDRESS.search(url)) or _day_of(_ADDRESS_COMPACT.search(url))


def dateline(text: str) -> date | None:
    """The day that stands on a line of its own, beside a byline or in an agency's dateline, near the top of the text.

    A line that speaks of an update is no publication date, and a date inside a sentence is none either.
    """
    for line in _first_lines(text):
        for pattern in (_LINE_OF_DATE, _AGENCY, _BESIDE_NAMES):
            found = pattern.match(line)
            day = found and _whole_day(found["date"])
            if day:
                return day
    return None


def _first_lines(text: str) -> Iterator[str]:
    head = text[:4000].splitlines()
    lines = [line.strip() for line in head if line.strip()]
    return (line for line in lines[:_DATELINE_LINES] if not re.search(r"\b(updated|modified|accessed)\b", line, re.I))


def _whole_day(value: str) -> date | None:
    return next((day for pattern in _SPELLED if (day := _day_of(pattern.fullmatch(value.strip())))), None)


def _one_reading(numeric: re.Match[str], text: str) -> date | None:
    first, second, year = int(numeric["first"]), int(numeric["second"]), int(numeric["year"])
    readings = {day for day in (_day(year, first, second), _day(year, second, first)) if day}
    if len(readings) > 1:
        readings &= _days_spelled(text)
    return readings.pop() if len(readings) == 1 else None


def _days_spelled(text: str) -> set[date]:
    return {day for pattern in _SPELLED for found in pattern.finditer(text) if (day := _day_of(found))}


def _day_of(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    month = found["month"]
    return _day(int(found["year"]), int(month) if month.isdigit() else _MONTHS[month.lower()], int(found["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
