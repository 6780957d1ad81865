"""Which backups to keep: the newest of each day for some days, and the newest of each week for some weeks.

Pure. Days and weeks are counted that have a backup, so that a machine that stood still for a month keeps what it has.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime


def surplus(made: Iterable[datetime], daily: int, weekly: int) -> set[datetime]:
    """The moments of the backups that are no longer wanted; never the newest one's."""
    newest_first = sorted(made, reverse=True)
    wanted = {
        *newest_first[:1],
        *_newest_of_each(newest_first, lambda moment: moment.date())[:daily],
        *_newest_of_each(newest_first, lambda moment: moment.isocalendar()[:2])[:weekly],
    }
    return set(newest_first) - wanted


def _newest_of_each(newest_first: Sequence[datetime], period: Callable[[datetime], Hashable]) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for moment in newest_first:
        found.setdefault(period(moment), moment)
    return list(found.values())
