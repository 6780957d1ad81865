"""The operator's page explains every reason for which something can fail."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
REFUSED = re.compile(
    r'(?:ReadError|_failure)\(\s*[^,()]+(?:\([^()]*\))?[^,()]*,\s*"(\w+)"|reason="(\w+)"|^    "(\w+)": "\{\} ',
    re.MULTILINE,
)


def test_every_reason_is_explained() -> None:
    page = (ROOT / "docs" / "operating.md").read_text()
    explained = {
        word for line in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for word in re.findall(r"`(\w+)`", line)
    }
    sources = [path.read_text() for path in (ROOT / "flows").rglob("*.py")]
    used = {next(filter(None, found.groups())) for source in sources for found in REFUSED.finditer(source)}
    assert len(used) > 25
    assert used == explained
