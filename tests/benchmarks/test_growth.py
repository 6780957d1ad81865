"""The benchmarks of growth: what they make, and what they print."""

import json
from pathlib import Path

import pytest

from benchmarks import growth, growth_ingest, growth_likeness
from benchmarks.growth import Taken
from warehouse import Warehouse


def test_time_that_grows_faster_than_the_data_is_marked() -> None:
    sizes = {
        10_000: {"search": Taken(0.1, 200), "check": Taken(0.1, 200)},
        1_000_000: {"search": Taken(10, 900), "check": Taken(40, 900)},
    }
    head, search, check = growth.table(sizes)
    assert head.split() == ["10,000", "claims", "1,000,000", "claims", "per", "tenfold"]
    assert search.split() == ["search", "0.10", "200", "MB", "10.00", "900", "MB", "10.0"]
    assert check.split()[-2:] == ["20.0", "!"]


@pytest.mark.slow
def test_a_warehouse_that_was_multiplied_is_sound(tmp_path: Path) -> None:
    house = Warehouse(tmp_path / "foresaid.duckdb")
    growth.ledger.build(house, 20, 2)
    growth.multiply(house.path, 5)
    assert house.check() == []
    assert house.query("SELECT count(*), count(DISTINCT claim_id) FROM claims").rows == ((1000, 1000),)
    assert house.query("SELECT count(*) FROM ledger.sketches").rows == ((100,),)


def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    said = [
        f"The envoy of house {n} told reporters that round {n} of the talks would begin in week {n}." for n in range(60)
    ]
    entries = [
        {"id": "a", "text": " ".join(said[:40]), "publisher": "Quay", "title": "T", "published": "2017-01-27"},
        {"id": "b", "text": " ".join(said[20:]), "publisher": "Post", "title": "T", "published": "2017-01-28"},
        {"id": "c", "text": " ".join(said[39:]), "publisher": "Post", "title": "T", "published": "2017-01-29"},
    ]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return path


def test_made_articles_are_the_same_each_time(tmp_path: Path) -> None:
    made = [tmp_path / "one.jsonl", tmp_path / "other.jsonl"]
    for path in made:
        growth_ingest.write_made(path, source(tmp_path), 3)
    assert made[0].read_text() == made[1].read_text()
    assert len({json.loads(line)["text"] for line in made[0].read_text().splitlines()}) == 3


def test_likeness_is_told_by_what_articles_have_in_common(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    growth_likeness.main(source(tmp_path))
    shown = capsys.readouterr().out
    assert "two outlets: 0.5" in shown
    assert "one outlet, one title, within a month: 1.00 (b and c)" in shown
