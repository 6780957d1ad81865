"""Every question of docs/cookbook.md has an answer on a ledger in which everything happened that it asks about."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

import seeds
from flows import pipeline
from flows.readers import Overrides
from models import load
from schemas import Failure, FailureStage, Outcome, PublishedBasis, Settings, Slip
from tests.warehouse.samples import DAY, NOW, RUN, article, claim, decision, keep, prediction, reading
from warehouse import Published, Warehouse

COOKBOOK = (Path(__file__).parents[2] / "docs" / "cookbook.md").read_text("utf-8")
QUESTIONS = dict(re.findall(r"^### (.+?)\n```sql\n(.+?)\n```$", COOKBOOK, re.MULTILINE | re.DOTALL))

TALKS = article(1, sentences=8, title="Geneva talks")
LATER = article(2, published=DAY + timedelta(days=20), publisher="Furrow Wire")
BANK = prediction(TALKS, 0, by=DAY + timedelta(days=8), source="the bank", condition="if all goes well")
PUT_OFF = prediction(TALKS, 1, by=DAY + timedelta(days=12), source="the bank")
DISPUTED = prediction(TALKS, 2, by=DAY + timedelta(days=20))
VAGUE = prediction(TALKS, 3, by=None)
INSTEAD = prediction(LATER, 0, by=DAY + timedelta(days=24), cue="is likely to", likelihood="likely")


@pytest.fixture(scope="module")
def copy(blank: Warehouse) -> Published:
    keep(blank, TALKS, reading(TALKS, BANK, PUT_OFF, DISPUTED, VAGUE, claim(TALKS, 4)))
    keep(blank, LATER, reading(LATER, INSTEAD))
    keep(blank, article(3, published=None, published_basis=PublishedBasis.UNKNOWN))
    failure = Failure(address="empty.txt", stage=FailureStage.READ, reason="empty", message="empty.txt is empty.")
    blank.add_failures("b1_failures", [failure], RUN, NOW)
    blank.decide(decision(BANK), NOW)
    blank.decide(decision(PUT_OFF, Outcome.LATE), NOW + timedelta(days=1))
    blank.decide(decision(DISPUTED, reviewer="ann"), NOW)
    blank.decide(decision(DISPUTED, Outcome.WRONG, reviewer="bob"), NOW)
    blank.decide(decision(INSTEAD), NOW)
    blank.link(Slip(claim_id=PUT_OFF.claim_id, replaced_by=INSTEAD.claim_id, reviewer="ann"), NOW)
    path = blank.path.with_name("analyst.duckdb")
    blank.publish(path, NOW)
    return Published(path)


def test_it_answers_as_many_questions_as_it_says() -> None:
    assert len(QUESTIONS) == 24
    assert len(re.findall("```sql", COOKBOOK)) == len(QUESTIONS)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample articles, read by the extractor that needs no trained model."""
    folder = tmp_path_factory.mktemp("seeded")
    chosen = Settings(
        warehouse=str(folder / "foresaid.duckdb"), published_copy=folder / "analyst.duckdb", extractor="wordlist"
    )
    house = Warehouse.at(chosen)
    pipeline.ingest([str(seeds.ARTICLES)], house, chosen, Overrides(), NOW)
    pipeline.extract(house, load(chosen), chosen, NOW)
    return Published(pipeline.publish(house, chosen, NOW))


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_question_can_be_put_to_the_seeds(seeded: Published, question: str) -> None:
    assert seeded.query(QUESTIONS[question]).columns


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_question_has_an_answer(copy: Published, question: str) -> None:
    assert copy.query(QUESTIONS[question]).rows
