"""What docs/dates.md says is what the module does."""

import re
from datetime import date
from pathlib import Path

from models.dates import resolve
from schemas import Tense

GUIDE = Path(__file__).parents[3] / "docs" / "dates.md"
PUBLISHED = date(2017, 1, 25)


def test_the_table_of_rules() -> None:
    rows = re.findall(r"^\| (.+?) \| (past|future|unknown) \| (\S+) \| (\S+) \|$", GUIDE.read_text(), re.MULTILINE)
    found = []
    for phrase, tense, *_ in rows:
        got = resolve(phrase, PUBLISHED, Tense(tense))
        found.append((phrase, tense, str(got.start or "–"), str(got.end or "–")))
    assert rows
    assert found == rows


def test_the_example_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    assert getattr(names["phrase"], "text", None) == "by the end of May"
