import json
from pathlib import Path

import pytest

from review.exits import Exit
from tests.review.conftest import Run

TEXT = "The talks will open on 23 February 2017. Rebels rejected the draft on Tuesday."


@pytest.fixture(autouse=True)
def wordlist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORESAID_EXTRACTOR", "wordlist")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, "utf-8")
    return path


def counts(run: Run, *arguments: str) -> dict[str, int]:
    (row,) = json.loads(run(*arguments, "--format", "json").stdout)
    return dict(row)


def test_an_article_goes_in_and_its_claims_come_out(run: Run, article: Path) -> None:
    found = counts(run, "ingest", str(article), "--published", "2017-02-01", "--publisher", "The Review")
    assert (found["articles"], found["extracted"], found["failed"]) == (1, 1, 0)
    rows = [json.loads(line) for line in run("export").stdout.splitlines()]
    assert found["assertions"] == len(rows) > 0
    assert all(TEXT[row["char_start"] : row["char_end"]] == row["quote"] for row in rows)
    assert {(row["stated_on"], row["publisher"]) for row in rows} == {("2017-02-01", "The Review")}


def test_the_copy_for_analysts_is_published(run: Run, article: Path) -> None:
    run("ingest", str(article))
    assert run("sql", "SELECT count(*) AS articles FROM articles", "--format", "csv").stdout == "articles\n1\n"


def test_the_same_again_adds_nothing(run: Run, article: Path) -> None:
    run("ingest", str(article))
    again = counts(run, "ingest", str(article))
    assert (again["articles"], again["known"], again["extracted"]) == (0, 1, 0)


def test_what_fails_is_said_and_costs_nothing_else(run: Run, article: Path, tmp_path: Path) -> None:
    done = run("ingest", str(tmp_path / "missing.txt"), str(article))
    assert done.exit_code == Exit.SOME_FAILED
    assert "1 new articles" in done.stdout
    assert "missing.txt" in done.stderr


def test_a_person_may_see_progress_and_a_script_does_not(run: Run, article: Path) -> None:
    assert "Reading" in run("ingest", str(article), "--progress").stderr
    assert run("ingest", str(article)).stderr == ""


def test_extract_reads_what_this_extractor_has_not_read(run: Run, told: object) -> None:
    assert counts(run, "extract")["extracted"] == 3
    assert counts(run, "extract")["extracted"] == 0


def test_a_missing_model_is_said_before_anything_is_read(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FORESAID_EXTRACTOR", "minilm")
    monkeypatch.setenv("FORESAID_MODEL_FOLDER", str(tmp_path / "nowhere"))
    done = run("ingest", str(article))
    assert done.exit_code == Exit.REFUSED
    assert json.loads(run("status", "--format", "json").stdout)[0]["articles"] == 0


def test_another_outlet_s_copy_is_told_apart_from_what_is_new(run: Run, tmp_path: Path) -> None:
    text = " ".join(f"Delegation {n} will arrive in Geneva on day {n} of the talks, the envoy said." for n in range(30))
    shared = {"text": text, "published": "2017-02-01"}
    outlets = [{"id": name, "publisher": name, **shared} for name in ("The Review", "The Herald")]
    outlets[1]["text"] += " The Herald added this line."
    path = tmp_path / "both.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in outlets), "utf-8")
    assert "2 new articles (0 known, 1 copies); 1 read" in run("ingest", str(path)).stdout
