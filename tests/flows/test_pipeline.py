import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows import pipeline
from flows.readers import Overrides
from flows.report import Report
from schemas import Article, Settings
from schemas.errors import ModelError, WarehouseError
from tests.flows.fakes import FirstWords
from warehouse import Problem, Published, Warehouse

NOW = datetime(2017, 1, 27, 8, tzinfo=UTC)
GERMAN = "Die Gespräche in Genf sind auf den 20. Februar verschoben worden, sagte ein Sprecher der Vereinten Nationen."


def rows(warehouse: Warehouse, what: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in warehouse.query(what).rows]


def written(tmp_path: Path, *texts: str) -> Path:
    path = tmp_path / "articles.jsonl"
    records = ({"id": f"a{number}", "text": text, "published": "2017-01-27"} for number, text in enumerate(texts))
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


@pytest.fixture
def warehouse(settings: Settings) -> Warehouse:
    return Warehouse.at(settings)


@pytest.fixture
def small(settings: Settings) -> Settings:
    return settings.model_copy(update={"batch_size": 3})


def test_whole_way(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, *(f"Article {n} says that it will rain.\n" for n in range(8)))
    told: list[Report] = []
    report = pipeline.ingest([str(path)], warehouse, small, Overrides(), NOW, told.append)
    assert (report.articles, report.appearances, report.known, report.failed) == (8, 8, 0, 0)
    assert [step.read for step in told] == [3, 6, 8]
    report = pipeline.extract(warehouse, FirstWords(), small, NOW)
    assert (report.extracted, report.assertions) == (8, 8)
    assert warehouse.check() == []
    assert len(rows(Published(pipeline.publish(warehouse, small, NOW)), "FROM claims")) == 8  # type: ignore[arg-type]


def test_second_time_adds_nothing(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, *(f"Article {n} says that it will rain.\n" for n in range(8)))
    pipeline.ingest([str(path)], warehouse, small, Overrides(), NOW)
    pipeline.extract(warehouse, FirstWords(), small, NOW)
    other = small.model_copy(update={"batch_size": 5})
    again = pipeline.ingest([str(path)], warehouse, other, Overrides(), NOW)
    assert (again.articles, again.appearances, again.known) == (0, 0, 8)
    assert pipeline.extract(warehouse, FirstWords(), other, NOW) == Report()


def test_same_text_elsewhere_is_another_appearance(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("It will rain on Sunday, the office said.")
    report = pipeline.ingest([str(tmp_path)], warehouse, small, Overrides(publisher="Quay"), NOW)
    assert (report.articles, report.appearances) == (1, 2)
    assert rows(warehouse, "SELECT DISTINCT publisher FROM ledger.appearances") == [("Quay",)]


def test_given_date_beats_the_documents(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, "It will rain.")
    pipeline.ingest([str(path)], warehouse, small, Overrides(published=NOW.date().replace(day=3)), NOW)
    assert rows(warehouse, "SELECT published::VARCHAR, published_basis FROM ledger.appearances") == [
        ("2017-01-03", "given")
    ]


def test_faults_are_kept_and_cost_nothing_else(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, "It will rain.", "", "It may snow.")
    report = pipeline.ingest([str(path), str(tmp_path / "missing.txt")], warehouse, small, Overrides(), NOW)
    assert (report.articles, report.failed, report.reasons) == (2, 2, {"empty": 1, "missing": 1})
    assert rows(warehouse, "SELECT stage, reason FROM ledger.failures ORDER BY reason") == [
        ("read", "empty"),
        ("read", "missing"),
    ]


def test_crash_on_one_article_costs_no_other(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, *(f"Article {n} says that it will rain.\n" for n in range(6)), "A poisoned article.")
    pipeline.ingest([str(path)], warehouse, small, Overrides(), NOW)
    report = pipeline.extract(warehouse, FirstWords(fails_on="poisoned"), small, NOW)
    assert (report.extracted, report.reasons) == (6, {"crashed": 1})
    assert "RuntimeError: cannot read this" in report.failures[0].message
    assert rows(warehouse, "SELECT address, stage FROM ledger.failures") == [("a6", "extract")]
    assert pipeline.extract(warehouse, FirstWords(), small, NOW).extracted == 1


def test_what_an_extractor_refuses_is_told_in_its_own_words(
    tmp_path: Path, warehouse: Warehouse, small: Settings
) -> None:
    path = written(tmp_path, "It will rain.", "It will snow.")
    pipeline.ingest([str(path)], warehouse, small, Overrides(), NOW)
    down = FirstWords(fails_on="snow", fault=ModelError("The server does not answer; start it."))
    report = pipeline.extract(warehouse, down, small, NOW)
    assert (report.extracted, report.reasons) == (1, {"refused": 1})
    assert report.failures[0].message.endswith(
        "was not read: The server does not answer; start it. The next run tries again."
    )


def test_other_languages_are_stored_and_it_is_said(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, GERMAN, "It will rain on Sunday.")
    pipeline.ingest([str(path)], warehouse, small, Overrides(), NOW)
    report = pipeline.extract(warehouse, FirstWords(), small, NOW)
    assert report.reasons == {"not_english": 1}
    assert "'de'" in report.failures[0].message
    assert pipeline.extract(warehouse, FirstWords(), small, NOW) == Report()


def test_memory_of_feeds_that_cannot_be_kept_is_a_failure(warehouse: Warehouse, settings: Settings) -> None:
    visits = pipeline.visits_of(settings, NOW)
    visits.failed("https://a.example", "no answer")
    settings.published_copy.with_name("visits.json").mkdir()
    report = pipeline.remember(visits, warehouse, "run", NOW)
    assert report.reasons == {"unwritable": 1}


def test_day_of_all_stages(tmp_path: Path, warehouse: Warehouse, small: Settings) -> None:
    path = written(tmp_path, "It will rain.")
    report = pipeline.daily([str(path)], warehouse, FirstWords(), small, NOW)
    assert (report.articles, report.extracted) == (1, 1)
    assert small.published_copy.exists()


def test_ledger_that_is_not_sound_is_not_published() -> None:
    pipeline.sound([])
    with pytest.raises(WarehouseError, match="two texts share an id"):
        pipeline.sound([Problem("unique", "two texts share an id", 3, [])])


def test_batches_hold_what_the_settings_say(tmp_path: Path, small: Settings) -> None:
    path = written(tmp_path, *(f"Article {n}." for n in range(7)))
    found = list(pipeline.batches([str(path)], Overrides(), small, pipeline.visits_of(small, NOW)))
    assert [len(batch) for batch in found] == [3, 3, 1]
    assert all(isinstance(item, Article) for batch in found for item in batch)
