"""Documents and the articles that they become; a file is named after what it shows.

`python -m tests.flows.test_golden` writes the expected files anew, to be looked at before they are committed.
"""

from pathlib import Path

import pytest

from flows.readers import Overrides, read
from schemas import Settings
from tests.flows.golden import shown

FOLDER = Path(__file__).with_name("golden")
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")


def article_shown(document: Path) -> str:
    return shown(read(str(document), Overrides(), Settings()))


def expected(document: Path) -> Path:
    return document.with_name(document.name + ".expected")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_document_becomes_article(document: Path) -> None:
    assert article_shown(document) == expected(document).read_bytes().decode()


def test_every_expectation_has_a_document() -> None:
    assert {expected(path) for path in DOCUMENTS} == set(FOLDER.glob("*.expected"))


if __name__ == "__main__":
    for path in DOCUMENTS:
        expected(path).write_text(article_shown(path), encoding="utf-8", newline="")
