import csv
import io
import json
from pathlib import Path

import pytest

from review.exits import Exit
from tests import story
from tests.review.conftest import Run

pytestmark = pytest.mark.usefixtures("told")

FILE = f"""claim_id,outcome,note
{story.TRUCE.claim_id},wrong,Shelling.
{story.OPENS.claim_id},confirmed,
"""


def outcomes(run: Run) -> dict[str, str | None]:
    rows = json.loads(run("claims", "--kind", "prediction", "--format", "json").stdout)
    return {row["claim_id"]: row["outcome"] for row in rows if row["outcome"]}


def test_a_dry_run_shows_what_would_change_and_changes_nothing(run: Run) -> None:
    done = run("import", "verdicts", "-", "--reviewer", "Ada", "--dry-run", stdin=FILE)
    assert done.exit_code == 0
    assert story.TRUCE.headline in done.stdout
    assert done.stderr == "2 verdicts would be added, 0 replaced; 0 stand already, 0 would be refused.\n"
    assert outcomes(run) == {}


def test_taking_over_twice_is_taking_over_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.csv"
    path.write_text(FILE, "utf-8")
    first, second = (run("import", "verdicts", str(path), "--reviewer", "Ada") for _ in range(2))
    assert first.stderr == "2 verdicts were added, 0 replaced; 0 stand already, 0 were refused.\n"
    assert second.stderr == "0 verdicts were added, 0 replaced; 2 stand already, 0 were refused.\n"
    assert second.stdout == ""
    assert outcomes(run) == {story.TRUCE.claim_id: "wrong", story.OPENS.claim_id: "confirmed"}
    assert run("check").exit_code == 0


def test_what_is_due_is_exported_judged_and_taken_over(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "due", "--format", "csv").stdout, newline="")))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, [*rows[0], "note"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(row | {"outcome": "void" if row["claim_id"] == story.BOYCOTT.claim_id else ""} for row in rows)
    done = run("import", "verdicts", "-", "--reviewer", "Ada", stdin=stream.getvalue())
    assert done.exit_code == Exit.SOME_FAILED
    assert "a void verdict needs its reason" in " ".join(done.stdout.split())
    judged = stream.getvalue().replace(",\n", ",Nobody can tell.\n")
    assert run("import", "verdicts", "-", "--reviewer", "Ada", stdin=judged).exit_code == 0
    assert outcomes(run) == {story.BOYCOTT.claim_id: "void"}


def test_a_bad_row_costs_only_itself(run: Run) -> None:
    done = run("import", "verdicts", "-", "--reviewer", "Ada", "--format", "jsonl", stdin=FILE + "c1_nobody,wrong,\n")
    assert done.exit_code == Exit.SOME_FAILED
    assert [json.loads(line)["change"] for line in done.stdout.splitlines()] == ["new", "new", "refused"]
    assert len(outcomes(run)) == 2


def test_a_file_that_is_none_of_ours_is_refused(run: Run) -> None:
    done = run("import", "verdicts", "-", stdin="claim_id,outcome,colour\n")
    assert done.exit_code == Exit.REFUSED
    assert "No verdict has a column 'colour'" in done.stderr


def test_a_file_that_is_not_there_is_a_usage_error(run: Run) -> None:
    assert run("import", "verdicts", "nowhere.csv").exit_code == Exit.USAGE


def test_other_topics_are_followed(run: Run) -> None:
    written = run("sql", "--live", "FROM ledger.topics", "--format", "csv").stdout
    assert run("import", "topics", "-", stdin=written).exit_code == 0
    done = run("import", "topics", "-", stdin="topic,phrase\nMoney,inflation\nMoney,prices\n")
    assert done.stdout == "Topics followed now: 1, with 2 phrases; `foresaid publish` tells the copy.\n"
    assert json.loads(run("claims", "--topic", "Money", "--format", "json").stdout)[0]["source"] == "the bank"
    assert run("import", "topics", "-", stdin="topic,phrase\n").exit_code == Exit.REFUSED
