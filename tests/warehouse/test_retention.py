"""Which backups are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from warehouse.retention import surplus

SUNDAY = datetime(2026, 11, 29, 2, 15, tzinfo=UTC)
moments = st.lists(st.datetimes(timezones=st.just(UTC)), unique=True, max_size=40)


def nights(*ago: int) -> list[datetime]:
    return [SUNDAY - timedelta(days=days) for days in ago]


def test_a_week_of_days_and_the_last_of_each_week_before() -> None:
    made = nights(*range(60))
    kept = sorted(set(made) - surplus(made, daily=7, weekly=4), reverse=True)
    assert kept == nights(0, 1, 2, 3, 4, 5, 6, 7, 14, 21)


def test_of_several_a_day_the_newest_is_kept() -> None:
    made = [SUNDAY + timedelta(hours=hours) for hours in range(5)]
    assert surplus(made, daily=7, weekly=4) == set(made[:-1])


def test_a_machine_that_stood_still_keeps_what_it_has() -> None:
    made = nights(0, 100, 101, 102)
    assert surplus(made, daily=7, weekly=4) == set()


def test_nothing_to_keep_from() -> None:
    assert surplus([], daily=1, weekly=0) == set()


@given(moments, st.integers(1, 9), st.integers(0, 9))
def test_the_newest_stays_and_no_more_than_wanted_is_kept(made: list[datetime], daily: int, weekly: int) -> None:
    kept = set(made) - surplus(made, daily, weekly)
    assert kept >= {max(made)} if made else kept == set()
    assert len(kept) <= daily + weekly


@given(moments, st.integers(1, 9), st.integers(0, 9))
def test_clearing_twice_is_clearing_once(made: list[datetime], daily: int, weekly: int) -> None:
    kept = set(made) - surplus(made, daily, weekly)
    assert surplus(kept, daily, weekly) == set()
