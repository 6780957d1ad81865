import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from review.exits import Exit
from schemas import Decision, Outcome
from tests import story
from tests.review.conftest import Run
from warehouse import Warehouse


@pytest.fixture(autouse=True)
def judged(told: Warehouse) -> None:
    told.decide(Decision(claim_id=story.OPENS.claim_id, outcome=Outcome.CONFIRMED, reviewer="ann"), story.NOW)


def test_a_table_shows_the_figures_and_that_they_rest_on_little(run: Run) -> None:
    shown = run("scorecard", "sergei lavrov").stdout
    assert shown.startswith("Sergei Lavrov (source)\nA small sample: only 1 judged, so the figures say little.\n")
    assert "brier at mid" in shown
    assert "Calibration" in shown
    assert "quarter" in shown


def test_json_holds_everything(run: Run) -> None:
    card = json.loads(run("scorecard", "Sergei Lavrov", "--format", "json").stdout)
    assert card["score"]["hit_rate"] == 1.0
    assert card["score"]["is_small_sample"] is True
    assert [row["n"] for row in card["calibration"]] == [1]
    assert [row["horizon"] for row in card["horizons"]] == ["quarter"]


def test_by_says_what_the_name_is_the_name_of(run: Run) -> None:
    card = json.loads(run("scorecard", "the review", "--by", "publisher", "--format", "json").stdout)
    assert (card["score"]["dimension"], card["score"]["predictions"]) == ("publisher", 3)
    assert run("scorecard", "The Review").exit_code == Exit.REFUSED


def test_without_a_name_it_is_the_record_of_everything(run: Run) -> None:
    assert json.loads(run("scorecard", "--format", "json").stdout)["score"]["predictions"] == 4
    assert run("scorecard", "--by", "publisher").exit_code == Exit.USAGE


def test_svg_goes_to_a_file_or_to_standard_output(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lavrov.svg"
    assert run("scorecard", "Sergei Lavrov", "--format", "svg", "--output", str(path)).exit_code == 0
    written = path.read_text("utf-8")
    assert ElementTree.fromstring(written).attrib["role"] == "img"
    assert run("scorecard", "Sergei Lavrov", "--format", "svg").stdout == written


def test_png_goes_to_a_file_or_to_standard_output(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lavrov.png"
    assert run("scorecard", "Sergei Lavrov", "--format", "png", "--output", str(path)).exit_code == 0
    assert path.read_bytes().startswith(b"\x89PNG")
    assert run("scorecard", "Sergei Lavrov", "--format", "png").stdout_bytes == path.read_bytes()


def test_an_unknown_name_is_refused_with_those_near_it(run: Run) -> None:
    done = run("scorecard", "Lavrov")
    assert done.exit_code == Exit.REFUSED
    assert "The nearest names are 'Sergei Lavrov'" in done.stderr


def test_a_file_that_cannot_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("scorecard", "--format", "png", "--output", str(tmp_path / "no" / "folder.png"))
    assert done.exit_code == Exit.REFUSED
    assert "cannot be written" in done.stderr
