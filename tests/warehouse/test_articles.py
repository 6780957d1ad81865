"""Texts once, appearances as often as they differ, failures kept, and what is still to be read."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Article, Failure, FailureStage, PublishedBasis, Region, RegionKind
from tests.warehouse.samples import DAY, NOW, RUN, article, keep, prediction, reading
from warehouse import AddedArticles, Filter, Warehouse

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(words)
    known = draw(st.one_of(st.none(), st.dates()))
    return Article(
        address=draw(words),
        text=text,
        title=draw(st.none() | words),
        publisher=draw(st.none() | words),
        published=known,
        published_basis=draw(st.sampled_from(list(PublishedBasis)[:-1])) if known else PublishedBasis.UNKNOWN,
        language=draw(st.none() | st.just("en")),
        regions=(Region(char_start=0, char_end=len(text), kind=RegionKind.TITLE),) if draw(st.booleans()) else (),
    )


@given(st.lists(articles(), max_size=8, unique_by=lambda found: found.article_id))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8)
def test_what_is_stored_comes_back_as_it_was(empty: Path, tmp_path: Path, found: list[Article]) -> None:
    path = tmp_path / "fresh.duckdb"
    shutil.copyfile(empty, path)
    house = Warehouse(path)
    house.add_articles("b1", found, RUN, NOW)
    assert house.pending("m", "1", 1000) == sorted(found, key=lambda one: one.article_id)


def test_an_article_comes_back_whole(house: Warehouse) -> None:
    given_article = article(
        language="en", regions=(Region(char_start=0, char_end=5, kind=RegionKind.TITLE),), authors=("A B", "C D")
    )
    house.add_articles("b1", [given_article], RUN, NOW)
    assert house.pending("m", "1", 10) == [given_article]


def test_the_same_batch_again_adds_nothing(house: Warehouse) -> None:
    found = [article(1), article(2)]
    assert house.add_articles("b1", found, RUN, NOW) == AddedArticles(articles=2, appearances=2, known=0)
    assert house.add_articles("b1", found, RUN, NOW) == AddedArticles(articles=0, appearances=0, known=2)
    assert house.query("SELECT count(*) FROM ledger.batches").rows == ((1,),)


def test_the_same_article_in_another_batch_adds_nothing(house: Warehouse) -> None:
    house.add_articles("b1", [article(1)], RUN, NOW)
    added = house.add_articles("b2", [article(1), article(2)], "run-2", NOW + timedelta(days=1))
    assert added == AddedArticles(articles=1, appearances=1, known=1)


def test_twice_in_one_batch_is_once(house: Warehouse) -> None:
    assert house.add_articles("b1", [article(1), article(1)], RUN, NOW) == AddedArticles(1, 1, 1)


def test_the_same_text_at_another_address_is_another_appearance(house: Warehouse) -> None:
    house.add_articles("b1", [article(1)], RUN, NOW)
    added = house.add_articles("b2", [article(1, address="https://example.org/1")], RUN, NOW)
    assert added == AddedArticles(articles=0, appearances=1, known=0)
    assert house.query("SELECT doc, appearances FROM articles").rows == (("story-1.txt", 2),)


def test_another_date_at_the_same_address_is_another_appearance(house: Warehouse) -> None:
    house.add_articles("b1", [article(1)], RUN, NOW)
    assert house.add_articles("b2", [article(1, published=DAY + timedelta(days=1))], RUN, NOW).appearances == 1


def _undated(**changes: object) -> Article:
    return article(published=None, published_basis=PublishedBasis.UNKNOWN, **changes)


@pytest.mark.parametrize(
    ("seen", "counting"),
    [
        ([_undated()], None),
        ([_undated(), article()], DAY),
        ([article(), article(published=date(2017, 2, 2))], DAY),
        ([article(), article(published=date(2017, 2, 2), published_basis=PublishedBasis.GIVEN)], date(2017, 2, 2)),
    ],
    ids=["no date at all", "first known date", "first of two dates", "a given date before a found one"],
)
def test_which_appearance_counts(house: Warehouse, seen: list[Article], counting: date | None) -> None:
    for number, found in enumerate(seen):
        house.add_articles(f"b{number}", [found], RUN, NOW + timedelta(minutes=number))
    assert house.query("SELECT published, is_dated FROM articles").rows == ((counting, counting is not None),)


def test_the_order_inside_a_batch_decides_between_appearances(house: Warehouse) -> None:
    house.add_articles("b1", [article(address="z.txt"), article(address="a.txt")], RUN, NOW)
    assert house.query("SELECT doc FROM articles").rows == (("z.txt",),)


def test_what_has_been_read_is_no_longer_pending(house: Warehouse) -> None:
    first, second = article(1), article(2)
    keep(house, first, reading(first, prediction(first)))
    keep(house, second)
    assert house.pending("by hand", "1", 10) == [second]
    assert len(house.pending("by hand", "2", 10)) == 2
    assert len(house.pending("another", "1", 10)) == 2


def test_an_article_whose_date_changed_is_pending_again(house: Warehouse) -> None:
    undated = _undated()
    keep(house, undated, reading(undated))
    assert house.pending("by hand", "1", 10) == []
    house.add_articles("b2", [article()], RUN, NOW)
    assert house.pending("by hand", "1", 10) == [article()]


def test_pending_goes_on_behind_the_last_one(house: Warehouse) -> None:
    house.add_articles("b1", [article(number) for number in range(5)], RUN, NOW)
    seen: list[str] = []
    while page := house.pending("m", "1", 2, after=seen[-1] if seen else ""):
        seen += [one.article_id for one in page]
    assert seen == sorted(article(number).article_id for number in range(5))


def test_failures_are_kept_once_a_run(house: Warehouse) -> None:
    empty = Failure(address="a.txt", stage=FailureStage.READ, reason="empty", message="a.txt is empty.")
    assert house.add_failures("b1", [empty, empty], RUN, NOW) == 1
    assert house.add_failures("b2", [empty], RUN, NOW) == 0
    assert house.add_failures("b3", [empty], "run-2", NOW) == 1
    assert house.query("SELECT doc, stage, reason FROM failures").rows == (("a.txt", "read", "empty"),) * 2


def test_runs_say_what_they_added(house: Warehouse) -> None:
    found = article()
    keep(house, found, reading(found, prediction(found)))
    house.add_articles("again", [found], "run-2", NOW + timedelta(hours=1))
    runs = house.query("SELECT run, articles, extractions, batches FROM runs ORDER BY run").rows
    assert runs == ((RUN, 1, 1, 2), ("run-2", 0, 0, 1))


def test_a_moment_without_a_time_zone_is_refused(house: Warehouse) -> None:
    with pytest.raises(ValueError, match="time zone"):
        house.add_articles("b1", [article()], RUN, NOW.replace(tzinfo=None))
    assert house.claims(Filter()).rows == ()
