"""Named days: on which days of a year they fall."""

from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from dateutil import easter

from models.dates.named_days import LASTING, NAMED_DAYS, After, Fixed, Lunar, Rule, Weekday

HOLIDAY_PATTERNS: Final = {name: patterns for name, (_, patterns) in NAMED_DAYS.items()}
"""The words for each, as patterns of the grammar."""

Days = tuple[date, date]


@lru_cache(maxsize=4096)
def holiday(name: str, year: int) -> Days | None:
    """First and last day of a named day in a year; null where it has none or its calendar is not known so far."""
    try:
        first = _first_day(NAMED_DAYS[name][0], year)
        return None if first is None else (first, _last_day(name, first))
    except (ValueError, OverflowError):
        return None


def _last_day(name: str, first: date) -> date:
    lasting = LASTING.get(name, 1)
    if isinstance(lasting, int):
        return first + timedelta(days=lasting - 1)
    over = [
        each for each in (holiday(lasting, first.year), holiday(lasting, first.year + 1)) if each and each[0] > first
    ]
    return over[0][0] - timedelta(days=1) if over else first


def _first_day(rule: Rule, year: int) -> date | None:
    if isinstance(rule, Fixed):
        return date(year, rule.month, rule.day)
    if isinstance(rule, Weekday):
        return _nth_weekday(rule, year)
    if isinstance(rule, After):
        of = holiday(rule.name, year)
        return None if of is None else of[0] + timedelta(days=rule.days)
    if isinstance(rule, Lunar):
        return _looked_up(rule, year)
    return easter.easter(year, easter.EASTER_ORTHODOX if rule.orthodox else easter.EASTER_WESTERN) + timedelta(
        rule.days
    )


def _nth_weekday(rule: Weekday, year: int) -> date:
    if rule.nth > 0:
        first = date(year, rule.month, 1) + timedelta(days=rule.after)
        return first + timedelta(days=(rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1))
    last = date(year + rule.month // 12, rule.month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - rule.weekday) % 7)


def _looked_up(rule: Lunar, year: int) -> date | None:
    """The day on which the feast falls first in that year."""
    found = next((day for day in _table().get(rule.feast, "").split() if day.startswith(f"{year:04d}")), None)
    return None if found is None else date.fromisoformat(found) + timedelta(days=rule.days)


@cache
def _table() -> dict[str, str]:
    """For each feast its days, one after the other, as they stand in the file."""
    lines = Path(__file__).with_name("lunar_feasts.txt").read_text(encoding="ascii").splitlines()
    return dict(line.split(" ", 1) for line in lines if not line.startswith("#"))
