"""How the sources of articles fare: kept a row a source and run, and summed up in a view."""

from datetime import timedelta
from typing import Any

from schemas import SourceVisit
from tests.warehouse.samples import NOW, RUN
from warehouse import Warehouse

FEED = "https://news.example/feed"


def visit(**changes: Any) -> SourceVisit:
    return SourceVisit.model_validate({"url": FEED, "every_minutes": 60, "is_answered": True} | changes)


def asked(house: Warehouse, *visits: SourceVisit, every: timedelta = timedelta(hours=12)) -> dict[str, Any]:
    """The health of the feed after these visits, one a run."""
    for number, found in enumerate(visits):
        house.add_visits(f"b{number}", [found], f"run-{number}", NOW + number * every)
    (health,) = house.query("FROM source_health").dicts()
    return health


def test_the_same_batch_twice_is_one(house: Warehouse) -> None:
    assert house.add_visits("b1", [visit()], RUN, NOW) == 1
    assert house.add_visits("b1", [visit()], RUN, NOW) == 0
    assert house.add_visits("b2", [visit(new_documents=2)], RUN, NOW) == 0
    assert house.check() == []


def test_one_that_answers(house: Warehouse) -> None:
    health = asked(house, visit(new_documents=3))
    assert (health["failures_in_a_row"], health["last_failure"], health["new_documents"]) == (0, None, 3)
    assert (health["last_success_at"], health["next_visit_at"]) == (NOW, NOW + timedelta(hours=1))
    assert health["articles_per_week"] is None


def test_one_that_fell_silent(house: Warehouse) -> None:
    silent = [visit(is_answered=False, message=f"No answer ({number}).") for number in range(2)]
    health = asked(house, visit(is_answered=False, message="Moved."), visit(), *silent)
    assert (health["failures_in_a_row"], health["last_failure"]) == (2, "No answer (1).")
    assert health["last_success_at"] == NOW + timedelta(hours=12)
    assert health["last_failure_at"] == NOW + timedelta(hours=36)


def test_one_that_never_answered(house: Warehouse) -> None:
    health = asked(house, *[visit(is_answered=False, message="No.", every_minutes=None) for _ in range(3)])
    assert (health["failures_in_a_row"], health["last_success_at"], health["next_visit_at"]) == (3, None, None)


def test_what_it_brings_a_week_is_counted_over_four_weeks_without_the_first_visit(house: Warehouse) -> None:
    health = asked(house, visit(new_documents=500), *[visit(new_documents=n % 2) for n in range(1, 100)])
    assert health["articles_per_week"] == 7.0


def test_those_that_fail_come_first(house: Warehouse) -> None:
    house.add_visits("b", [visit(), visit(url="https://z.example", is_answered=False, message="No.")], RUN, NOW)
    assert [row["url"] for row in house.query("FROM source_health").dicts()] == ["https://z.example", FEED]
