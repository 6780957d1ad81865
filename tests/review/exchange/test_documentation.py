"""What docs/exchange.md shows is what the commands write and read."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

import review.exchange
from review.exchange import FileFormat
from review.exchange.claimreview import WORDINGS
from review.exchange.fatebook import COLUMNS as FATEBOOK_COLUMNS
from review.exchange.fatebook import RESOLUTIONS
from review.exchange.verdicts_csv import COLUMNS, Submitted, read
from schemas import Outcome
from tests import story
from warehouse import Warehouse

PAGE = (Path(__file__).parents[3] / "docs" / "exchange.md").read_text("utf-8")
SHAPE = json.loads((Path(review.exchange.__file__).parent / "claimreview.schema.json").read_text("utf-8"))


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.+?)```", PAGE, re.DOTALL)
    return str(found)


def test_the_review_has_the_shape_of_reviews() -> None:
    Draft202012Validator(SHAPE).validate(json.loads(block("json")))


def test_the_file_of_verdicts_is_one() -> None:
    entries = read(block("csv").encode(), None, ())
    decisions = [entry.decision for entry in entries if isinstance(entry, Submitted)]
    assert [decision.outcome for decision in decisions] == [Outcome.WRONG, Outcome.LATE, Outcome.VOID]
    assert block("csv").splitlines()[0] == ",".join(COLUMNS)


def test_formats_columns_and_words_are_named() -> None:
    assert all(fmt.value in PAGE for fmt in FileFormat)
    assert all(f"`{column}`" in PAGE for column in COLUMNS)
    assert all(f"`{word}" in PAGE for word in [*WORDINGS.values(), *RESOLUTIONS.values()])
    assert f"{len(FATEBOOK_COLUMNS)} columns".replace("16", "sixteen") in PAGE
    named = re.findall(r"^\| (`.+?) \| ", PAGE.partition("### fatebook")[2].partition("## In")[0], re.MULTILINE)
    assert {name for cell in named for name in re.findall(r"`(.+?)`", cell)} <= FATEBOOK_COLUMNS.keys()


def test_what_is_small_is_what_the_views_call_small(told: Warehouse) -> None:
    limit = int(re.findall(r"under (\d+) judged predictions", PAGE)[0])
    assert told.query("SELECT is_small($1), is_small($2)", [limit - 1, limit]).rows == ((True, False),)


def test_what_is_due_has_the_columns_that_the_form_needs(told: Warehouse) -> None:
    columns = told.query("DESCRIBE due").rows
    assert {"claim_id", "outcome"} <= {name for name, *_ in columns}
    assert story.TRUCE.claim_id in {row[0] for row in told.query("SELECT claim_id FROM due").rows}
