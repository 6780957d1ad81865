"""What there is of labelled text: `python -m models.labels`."""

import json
from pathlib import Path

from models.labels import sheets
from models.labels.public import STAND_OFF

_HERE = Path(__file__).parent


def main() -> None:
    """Prints documents, sentences and labels of each part."""
    entries = [json.loads(line) for line in STAND_OFF.read_text(encoding="utf-8").splitlines()]
    _row("public", len(entries), sum(len(e["sentences"]) for e in entries), sum(len(e["labels"]) for e in entries))
    for name in ("own", "held_back"):
        documents = [sheets.read(path) for path in sorted((_HERE / name).glob("*.sheet"))]
        sentences = sum(len(document.sentences) for document in documents)
        _row(name, len(documents), sentences, sum(len(document.labels) for document in documents))


def _row(name: str, documents: int, sentences: int, labels: int) -> None:
    print(f"{name:10} {documents:5} documents {sentences:6} sentences {labels:6} labels")


if __name__ == "__main__":
    main()
