"""Topics: what belongs to one, by which phrase, and how they are counted and replaced."""

import shutil
from pathlib import Path

import pytest

import seeds
from review.exchange.topics_csv import read
from schemas import TopicPhrase
from tests.warehouse.samples import NOW, article, decision, keep, prediction, reading
from warehouse import Warehouse

SAYS = {
    "The E.U.'s border will stay open": "EU",
    "Europe will vote": None,
    "NEUROSIS will spread": None,
    "Sanctioned firms will close": "Sanctions",
    "Unsanctioned talks will begin": None,
    "A cease-fire will hold": "Truce",
    "A cease, fire and water will follow": "Truce",
    "Cease to fire will nobody": None,
    "Переговоры в Женеве начнутся": "Geneva",
    "Geneva’s talks will begin": "Geneva",
}
PHRASES = [
    ("EU", "EU"), ("EU", "E.U."), ("Sanctions", "sanction*"), ("Truce", "cease-fire"), ("Truce", "ceasefire"),
    ("Geneva", "geneva"), ("Geneva", "женеве"),
]  # fmt: skip
FOLLOWED = [TopicPhrase(topic=topic, phrase=phrase) for topic, phrase in PHRASES]


def test_a_phrase_is_found_as_whole_words_whatever_their_case_script_and_punctuation(house: Warehouse) -> None:
    found = [
        prediction(story, headline=says, char_end=len(says), quote=says)
        for number, says in enumerate(SAYS)
        for story in [article(number, text=says + ".", title=None)]
    ]
    for number, one in enumerate(found):
        story = article(number, text=one.quote + ".", title=None)
        keep(house, story, reading(story, one))
    house.follow(FOLLOWED)
    topics = dict(house.query("FROM claim_topics").rows)
    assert {one.quote: topics.get(one.claim_id) for one in found} == SAYS
    assert house.check() == []


def test_the_title_of_its_article_tells_too_and_a_claim_may_have_several_topics(house: Warehouse) -> None:
    story = article(1, title="Geneva: what the EU wants")
    keep(house, story, reading(story, prediction(story)))
    house.follow(FOLLOWED)
    assert sorted(topic for _, topic in house.query("FROM claim_topics").rows) == ["EU", "Geneva"]


def test_topics_are_counted_and_scored(house: Warehouse) -> None:
    story, other = article(1, title="Geneva"), article(2, title="Rome")
    keep(house, story, reading(story, prediction(story, 0), prediction(story, 1)))
    keep(house, other, reading(other, prediction(other)))
    house.follow(FOLLOWED)
    house.decide(decision(prediction(story, 0)), NOW)
    counts = "SELECT topic, assertions, predictions, resolved, articles FROM topics WHERE assertions > 0"
    assert house.query(counts).rows == (("Geneva", 2, 2, 1, 1),)
    scores = house.query("SELECT name, predictions, n, hit_rate FROM scores WHERE dimension = 'topic'").rows
    assert scores == (("Geneva", 2, 1, 1.0),)


def test_a_new_warehouse_follows_the_topics_that_ship_until_others_are_set(tmp_path: Path, empty: Path) -> None:
    path = shutil.copyfile(empty, tmp_path / "foresaid.duckdb")
    shipped = {(phrase.topic, phrase.phrase) for phrase in read(seeds.TOPICS.read_bytes())}
    assert set(Warehouse(path).query("FROM ledger.topics").rows) == shipped
    Warehouse(path).follow([*FOLLOWED, FOLLOWED[0]])
    assert sorted(Warehouse(path).query("FROM ledger.topics").rows) == sorted(PHRASES)


def test_there_is_always_a_topic(house: Warehouse) -> None:
    with pytest.raises(ValueError, match="at least one"):
        house.follow([])
