"""Labelled documents in exchange form."""

import json
from pathlib import Path

import pytest

from models.labels import exchange
from models.labels.documents import Span

TEXT = "He said that it will open. It will open by June, he said; he said no more."
ASSERTION = {
    "sentence": 1,
    "kind": "prediction",
    "char_start": 27,
    "char_end": 47,
    "source": "Ana Okafor",
    "source_span": "he said",
    "time": "by June",
    "start": "2017-01-27",
    "end": "2017-06-30",
    "cue": "will",
    "likelihood": "certain",
    "negated": False,
    "condition": None,
    "headline": "Opening by June",
    "optional": False,
}
DOCUMENT = {
    "doc": "made-up.txt",
    "published": "2017-01-27",
    "text": TEXT,
    "sentences": [
        {"id": 0, "char_start": 0, "char_end": 26, "text": TEXT[:26]},
        {"id": 1, "char_start": 27, "char_end": 74, "text": TEXT[27:]},
    ],
    "assertions": [ASSERTION],
}


def written(folder: Path, **changes: object) -> Path:
    path = folder / "made-up.json"
    path.write_text(json.dumps(DOCUMENT | changes), encoding="utf-8")
    return path


def test_a_document_is_read(tmp_path: Path) -> None:
    document = exchange.read(written(tmp_path, genre="news"))
    (label,) = document.labels
    assert document.quote(label.span) == "It will open by June"
    assert label.interval is not None
    assert (str(label.interval.start), str(label.interval.end)) == ("2017-01-27", "2017-06-30")
    assert (document.genre, document.title) == ("news", "")
    assert label.cue == Span(start=30, end=34)  # of this sentence, not of the one before


def test_a_part_that_stands_twice_is_the_nearer_one(tmp_path: Path) -> None:
    (label,) = exchange.read(written(tmp_path)).labels
    assert label.source_span == Span(start=49, end=56)


@pytest.mark.parametrize("words", [None, "", "nowhere in it"])
def test_a_part_that_does_not_stand_in_the_sentence_is_null(tmp_path: Path, words: str | None) -> None:
    (label,) = exchange.read(written(tmp_path, assertions=[ASSERTION | {"condition": words}])).labels
    assert label.condition is None


def test_the_text_may_lie_beside_the_labels(tmp_path: Path) -> None:
    (tmp_path / "made-up.txt").write_text(TEXT, encoding="utf-8")
    assert exchange.read(written(tmp_path, text=None)).text == TEXT


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    written(tmp_path).rename(tmp_path / "b.json")
    written(tmp_path, doc="another.txt").rename(tmp_path / "a.json")
    assert [one.doc for one in exchange.read_folder(tmp_path)] == ["another.txt", "made-up.txt"]
