"""Every check finds what it is there to find, and the chain of verdicts shows every tampering."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Outcome, Verdict
from schemas.vocabulary import Basis, FailureStage, FeedbackReason, Granularity, Kind, Likelihood, PublishedBasis
from tests.warehouse.samples import DAY, NOW, article, claim, decision, keep, prediction, reading
from warehouse import Warehouse
from warehouse.checking import chain_breaks
from warehouse.door import FileDoor
from warehouse.statements import scripts
from warehouse.verdicts import hash_of

STORY, LATER = article(1), article(2, published=DAY)
SAID, OTHER = prediction(STORY, 0), prediction(STORY, 1, by=None)

DAMAGE = {
    "unique_ids": "INSERT INTO ledger.articles FROM ledger.articles LIMIT 1",
    "references": "DELETE FROM ledger.extractions",
    "whole_batches": "DELETE FROM ledger.batches",
    "quotes": "UPDATE ledger.articles SET text = 'x' || text",
    "dates": "UPDATE ledger.assertions SET t_from = t_to + 1",
    "publication_dates": "UPDATE ledger.appearances SET published = NULL",
    "vocabulary": "UPDATE ledger.verdicts SET outcome = 'true'",
    "verdicts": "UPDATE ledger.verdicts SET days_late = 2",
    "one_verdict_each": "UPDATE ledger.verdicts SET reviewer = 'ann'",
    "evidence": "UPDATE ledger.verdicts SET evidence_dated = DATE '1900-01-01'",
    "lexicon": "UPDATE ledger.lexicon SET low = high + 1 WHERE word = 'likely'",
    "lineage": "INSERT INTO ledger.lineage SELECT article_id, 'copy', article_id, 1, '', '', NULL FROM ledger.articles",
    "topics": "INSERT INTO ledger.topics VALUES ('Nothing', '*')",
    "single_rows": "INSERT INTO ledger.settings FROM ledger.settings",
    "verdict_chain": "UPDATE ledger.verdicts SET note = 'otherwise'",
}


@pytest.fixture(scope="module")
def filled(blank: Warehouse) -> Path:
    keep(blank, STORY, reading(STORY, SAID, OTHER, claim(STORY, 2)))
    keep(blank, LATER)
    blank.decide(decision(SAID, reviewer="ann"), NOW)
    blank.decide(decision(SAID, reviewer="bob"), NOW)
    return blank.path


@pytest.fixture
def story(tmp_path: Path, filled: Path) -> Warehouse:
    return Warehouse(shutil.copyfile(filled, tmp_path / "foresaid.duckdb"))


def _damage(house: Warehouse, sql: str) -> None:
    with FileDoor(house.path, lock_timeout=5).writing() as con:
        con.execute(sql)


def test_a_sound_warehouse_has_no_problems(story: Warehouse) -> None:
    assert story.check() == []


def test_an_empty_warehouse_has_no_problems(house: Warehouse) -> None:
    assert house.check() == []


@pytest.mark.parametrize("check", DAMAGE)
def test_damage_is_found(story: Warehouse, check: str) -> None:
    _damage(story, DAMAGE[check])
    problems = {problem.check: problem for problem in story.check()}
    assert problems[check].count > 0
    assert problems[check].rows
    assert problems[check].message.endswith(".")


def test_every_check_is_tried() -> None:
    assert {name for name, _ in scripts("checks")} | {"verdict_chain"} == set(DAMAGE)


def test_the_check_of_words_knows_the_whole_vocabulary() -> None:
    sql = dict(scripts("checks"))["vocabulary"]
    for words in (Basis, FailureStage, FeedbackReason, Granularity, Kind, Likelihood, Outcome, PublishedBasis):
        assert all(f"'{word}'" in sql for word in words), words


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM ledger.verdicts WHERE position = 1",
        "DELETE FROM ledger.verdicts WHERE position = 2",
        "DELETE FROM ledger.verdicts",
        "UPDATE ledger.verdicts SET position = 3 - position",
        "UPDATE ledger.verdicts SET outcome = 'wrong' WHERE position = 2",
        "UPDATE ledger.verdicts SET decided_at = decided_at + INTERVAL 1 SECOND WHERE position = 1",
        "UPDATE ledger.verdicts SET hash = previous_hash WHERE position = 2",
    ],
)
def test_tampering_breaks_the_chain(story: Warehouse, sql: str) -> None:
    _damage(story, sql)
    assert "verdict_chain" in {problem.check for problem in story.check()}


def _chain(outcomes: list[Outcome]) -> list[Verdict]:
    chain: list[Verdict] = []
    for number, outcome in enumerate(outcomes):
        fields = decision(SAID, outcome).model_dump() | {
            "verdict_id": f"v1_{number}",
            "extraction_id": "x1",
            "decided_at": NOW,
            "previous_hash": chain[-1].hash if chain else "",
            "hash": "-",
        }
        verdict = Verdict.model_validate(fields)
        chain.append(verdict.model_copy(update={"hash": hash_of(verdict)}))
    return chain


def _head(chain: list[Verdict]) -> tuple[int, str]:
    return len(chain), chain[-1].hash if chain else ""


@given(st.lists(st.sampled_from(Outcome), max_size=6))
def test_an_untouched_chain_holds(outcomes: list[Outcome]) -> None:
    chain = _chain(outcomes)
    assert list(chain_breaks(chain, *_head(chain))) == []


CHANGES: list[Callable[[Verdict], dict[str, object]]] = [
    lambda verdict: {"reviewer": verdict.reviewer + "x"},
    lambda verdict: {"note": "changed"},
    lambda verdict: {"extraction_id": "x2"},
    lambda verdict: {"supersedes": "v1_9"},
]


@given(st.lists(st.sampled_from(Outcome), min_size=1, max_size=6), st.data())
def test_any_change_anywhere_breaks_it(outcomes: list[Outcome], data: st.DataObject) -> None:
    chain = _chain(outcomes)
    head = _head(chain)
    place = data.draw(st.integers(0, len(chain) - 1))
    change = data.draw(st.sampled_from(CHANGES))
    chain[place] = chain[place].model_copy(update=change(chain[place]))
    assert list(chain_breaks(chain, *head))


@given(st.lists(st.sampled_from(Outcome), min_size=1, max_size=6), st.data())
def test_any_row_that_is_gone_breaks_it(outcomes: list[Outcome], data: st.DataObject) -> None:
    chain = _chain(outcomes)
    head = _head(chain)
    del chain[data.draw(st.integers(0, len(chain) - 1))]
    assert list(chain_breaks(chain, *head))
