"""The notebook of docs/ runs from top to bottom on the seeds, with verdicts taken over from a file."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

import seeds
from schemas import Settings
from tests.review.conftest import Run
from warehouse import Warehouse

NOTEBOOK = json.loads((Path(__file__).parents[2] / "docs" / "notebook.ipynb").read_text("utf-8"))
CELLS = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
OUTCOMES = ("confirmed", "wrong", "confirmed", "partly", "")


def shown(cell: str, names: dict[str, Any]) -> Any:
    """What a cell shows: the value of its last line, after the others have run."""
    *before, last = ast.parse(cell).body
    assert isinstance(last, ast.Expr), "a cell ends in what it shows"
    exec(compile(ast.Module(before, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


@pytest.fixture
def judged_seeds(run: Run, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORESAID_EXTRACTOR", "wordlist")
    assert run("ingest", str(seeds.ARTICLES)).exit_code == 0
    predictions = (
        Warehouse.at(settings).query("SELECT claim_id FROM predictions WHERE repeats IS NULL ORDER BY ALL").rows
    )
    lines = [f"{claim},{OUTCOMES[number % len(OUTCOMES)]}" for number, (claim,) in enumerate(predictions[:15])]
    done = run("import", "verdicts", "-", "--reviewer", "ann", stdin="\n".join(["claim_id,outcome", *lines, ""]))
    assert done.stderr.startswith("12 verdicts were added")
    run("publish")


@pytest.mark.slow
@pytest.mark.usefixtures("judged_seeds")
def test_every_cell_runs_on_the_seeds_and_has_something_to_show() -> None:
    names: dict[str, Any] = {}
    answers = [shown(cell, names) for cell in CELLS]
    *tables, sheet, known, still_open = answers
    assert all(table.fetchall() for table in [*tables, known, still_open])
    assert sheet._repr_svg_().startswith("<svg")
    assert known.fetchall()[0][1:] == (0, 12)
    names["con"].close()


def test_every_quote_is_verbatim_says_the_notebook(told: Warehouse) -> None:
    (cell,) = [cell for cell in CELLS if "verbatim" in cell]
    (table,) = [node.value for node in ast.walk(ast.parse(cell)) if isinstance(node, ast.Constant)]
    assert told.query(str(table)).rows == ((6, 6),)


def test_it_is_committed_without_outputs() -> None:
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in NOTEBOOK["cells"])
