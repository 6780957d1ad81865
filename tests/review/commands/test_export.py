import csv
import io
import json
from pathlib import Path

import pytest

from review.exits import Exit
from tests import story
from tests.review.conftest import Run

FIELDS = {
    "doc", "kind", "char_start", "char_end", "quote", "headline", "source", "time", "start", "end", "cue", "likelihood",
    "negated", "condition", "stated_on", "model", "model_score",
}  # fmt: skip
TEXTS = {article.address: article.text for article in (story.DELAY, story.OPENING, story.BANK)}


@pytest.mark.usefixtures("told")
def test_every_line_has_the_promised_fields_and_its_exact_words(run: Run) -> None:
    rows = [json.loads(line) for line in run("export", "claims").stdout.splitlines()]
    assert len(rows) == 6
    for row in rows:
        assert row.keys() >= FIELDS
        assert TEXTS[row["doc"]][row["char_start"] : row["char_end"]] == row["quote"]


@pytest.mark.usefixtures("told")
def test_the_articles_own_voice_is_called_author_and_days_are_iso(run: Run) -> None:
    rows = {row["claim_id"]: row for row in map(json.loads, run("export").stdout.splitlines())}
    assert rows[story.TRUCE.claim_id]["source"] == "author"
    assert rows[story.TRUCE.claim_id]["end"] == "2017-02-20"
    assert rows[story.BOYCOTT.claim_id]["end"] is None


@pytest.mark.usefixtures("told")
def test_predictions_alone_as_csv_in_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "predictions.csv"
    assert run("export", "predictions", "--format", "csv", "--output", str(path)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
    assert {row["kind"] for row in rows} == {"prediction"}
    assert len(rows) == 4


@pytest.mark.usefixtures("told")
def test_revisions(run: Run) -> None:
    assert len(run("export", "--revision", "1").stdout.splitlines()) == 6
    assert run("export", "--revision", "2").stdout == ""
    assert all(json.loads(line)["is_current"] for line in run("export", "--all").stdout.splitlines())


@pytest.mark.usefixtures("told")
def test_all_and_one_revision_exclude_each_other(run: Run) -> None:
    assert run("export", "--all", "--revision", "1").exit_code == Exit.USAGE


@pytest.mark.usefixtures("told")
def test_a_file_that_cannot_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("export", "--output", str(tmp_path / "no" / "folder.jsonl"))
    assert done.exit_code == Exit.REFUSED
    assert "cannot be written" in done.stderr


def test_an_empty_ledger_has_nothing_to_export(run: Run) -> None:
    done = run("export")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Nothing to export.\n")
