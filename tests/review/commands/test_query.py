import json

import pytest

from review.exits import Exit
from tests.review.conftest import Run

pytestmark = pytest.mark.usefixtures("told")


def test_the_published_copy_answers(run: Run) -> None:
    assert run("publish").exit_code == 0
    done = run("sql", "SELECT count(*) AS predictions FROM predictions", "--format", "json")
    assert json.loads(done.stdout) == [{"predictions": 4}]


def test_it_is_as_old_as_the_last_publishing_and_live_is_not(run: Run) -> None:
    run("publish")
    run("resolve", "c1_none", "confirmed", "--reviewer", "Ada")
    assert run("sql", "--live", "SELECT count(*) FROM claims", "--format", "csv").stdout.splitlines()[1] == "6"


def test_the_statement_may_come_from_standard_input(run: Run) -> None:
    assert run("sql", "-", "--live", "--format", "csv", stdin="SELECT 1 AS one").stdout == "one\n1\n"


def test_an_answer_that_is_cut_says_so(run: Run) -> None:
    done = run("sql", "--live", "FROM claims", "--max-rows", "2")
    assert "Cut after 2 rows" in done.stderr


@pytest.mark.parametrize(
    "statement", ["DROP VIEW claims", "SELECT 1; SELECT 2", "SELECT nothing", "COPY claims TO 'x'"]
)
def test_what_does_not_only_read_is_refused(run: Run, statement: str) -> None:
    done = run("sql", "--live", statement)
    assert done.exit_code == Exit.REFUSED
    assert done.stderr.startswith("foresaid: ")
