"""Readings: whole or not at all, the newest counts, and the same words keep their id."""

from datetime import timedelta

from schemas import Kind, Outcome, State
from tests.warehouse.samples import DAY, NOW, RUN, article, claim, keep, prediction, reading
from warehouse import AddedExtractions, Filter, Warehouse
from warehouse.door import FileDoor
from warehouse.reading import claims

STORY = article(1)


def test_a_reading_is_kept_with_all_that_it_found(house: Warehouse) -> None:
    found = reading(STORY, prediction(STORY, 0), claim(STORY, 1))
    house.add_articles("b1", [STORY], RUN, NOW)
    assert house.add_extractions("b2", [found], RUN, NOW) == AddedExtractions(extractions=1, assertions=2, known=0)
    rows = {row["claim_id"]: row for row in house.claims().dicts()}
    assert set(rows) == {one.claim_id for one in found.assertions}
    assert all(STORY.text[row["char_start"] : row["char_end"]] == row["quote"] for row in rows.values())


def test_the_same_reading_again_adds_nothing(house: Warehouse) -> None:
    found = reading(STORY, prediction(STORY))
    keep(house, STORY, found)
    assert house.add_extractions("another batch", [found, found], RUN, NOW) == AddedExtractions(0, 0, 2)
    assert len(house.claims().rows) == 1
    assert house.check() == []


def test_a_newer_reading_takes_the_place_of_an_older_one(house: Warehouse) -> None:
    keep(house, STORY, reading(STORY, prediction(STORY, 0)), reading(STORY, claim(STORY, 1), revision="2"))
    assert [row["claim_id"] for row in house.claims().dicts()] == [claim(STORY, 1).claim_id]
    assert [row["is_current"] for row in house.query("FROM extractions ORDER BY revision").dicts()] == [False, True]


def test_an_older_reading_can_still_be_exported(house: Warehouse) -> None:
    keep(house, STORY, reading(STORY, prediction(STORY, 0)), reading(STORY, claim(STORY, 1), revision="2"))
    assert [row["revision"] for row in house.export()] == ["2"]
    assert [row["revision"] for row in house.export("1")] == ["1"]
    assert [(row["revision"], row["is_current"]) for row in house.export_all()] == [("1", False), ("2", True)]


def test_export_has_the_fields_that_are_promised(house: Warehouse) -> None:
    said = prediction(STORY, condition="if all goes well", time="in a month", negated=True)
    keep(house, STORY, reading(STORY, said))
    (row,) = house.export()
    assert row["doc"] == "story-1.txt"
    assert row["source"] == "author"
    assert (row["start"], row["end"]) == (DAY, DAY + timedelta(days=30))
    promised = (
        "kind char_start char_end quote headline source time cue likelihood negated condition stated_on model"
        " model_score revision claim_id"
    )
    expected = said.model_dump(mode="json") | {
        "source": "author",
        "model": "by hand",
        "revision": "1",
        "claim_id": said.claim_id,
        "stated_on": DAY,
    }
    assert {name: row[name] for name in promised.split()} == {name: expected[name] for name in promised.split()}


def test_claims_are_found_by_every_filter(house: Warehouse) -> None:
    other = article(2, publisher="Furrow Wire", authors=("Bo Lund",), published=DAY + timedelta(days=5))
    keep(house, STORY, reading(STORY, prediction(STORY, 0, source="The Bank"), claim(STORY, 1)))
    keep(house, other, reading(other, claim(other, 0)))
    expected = [
        (Filter(), 3),
        (Filter(limit=2), 2),
        (Filter(kind=Kind.PREDICTION), 1),
        (Filter(source="the bank"), 1),
        (Filter(publisher="furrow wire"), 1),
        (Filter(author="bo lund"), 1),
        (Filter(words="OF STORY 1"), 2),
        (Filter(words="' OR true --"), 0),
        (Filter(claim_id=claim(STORY, 1).claim_id), 1),
        (Filter(article_id=STORY.article_id), 2),
        (Filter(stated_from=DAY + timedelta(days=1)), 1),
        (Filter(stated_to=DAY), 2),
        (Filter(event_from=DAY, event_to=DAY), 1),
        (Filter(event_to=DAY - timedelta(days=1)), 0),
        (Filter(state=State.OPEN), 1),
        (Filter(outcome=Outcome.WRONG), 0),
    ]
    with FileDoor(house.path, lock_timeout=5).reading() as con:
        assert [(wanted, len(claims(con, wanted).rows)) for wanted, _ in expected] == expected


def test_an_empty_batch_is_a_batch(house: Warehouse) -> None:
    assert house.add_extractions("b1", [], RUN, NOW) == AddedExtractions(0, 0, 0)
    assert house.claims().rows == ()
