"""Labels of public articles: nothing of an article is kept, and none is joined that is not the one labelled."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from models.labels import public, sheets
from models.labels.documents import LabelledDocument
from models.labels.public import JoinError, join, read_label_file, stand_off_line
from models.labels.sheets import SheetError
from tests.models.labels.documents import documents

TEXT = "The talks were put off, Ana Okafor said. They may resume in March.\n\nNobody knows when."
ARTICLE = {
    "id": "made-up-1",
    "url": "https://seedbed.example/1",
    "title": "Talks put off",
    "publisher": "The Seedbed Review",
    "published": "2017-01-27",
    "genre": "news",
    "text": TEXT,
}
LABELS = """\
# made-up-1 0 1
0 C The talks were put off | source=Ana Okafor~Ana Okafor | dates=..
1 P They may resume in March | time=in March | dates=2017-03-01..2017-03-31 | cue=may | possible
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles.jsonl.gz", ARTICLE)


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "made-up-1.labels"
    path.write_text(LABELS, encoding="utf-8")
    return path


def write_articles(path: Path, *articles: dict[str, str]) -> Path:
    data = "".join(json.dumps(article) + "\n" for article in articles).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def kept(path: Path, *found: LabelledDocument) -> Path:
    path.write_text("".join(stand_off_line(one) + "\n" for one in found), encoding="utf-8")
    return path


def test_hand_written_labels_come_back_from_stand_off_form(articles: Path, labels: Path, tmp_path: Path) -> None:
    document = read_label_file(articles, labels)
    (joined,) = join(articles, kept(tmp_path / "public.jsonl", document))
    assert joined == document
    assert [joined.quote(label.span) for label in joined.labels] == [
        "The talks were put off",
        "They may resume in March",
    ]
    assert len(joined.sentences) == 2  # the third was not read


def test_not_a_word_of_the_article_is_kept(articles: Path, labels: Path) -> None:
    line = stand_off_line(read_label_file(articles, labels))
    assert "resume" not in line
    assert "Talks put off" not in line
    assert "https://seedbed.example/1" in line


def test_an_uncompressed_file_will_do(labels: Path, tmp_path: Path) -> None:
    plain = write_articles(tmp_path / "articles.jsonl", ARTICLE)
    assert read_label_file(plain, labels).title == "Talks put off"


@settings(max_examples=40)
@given(documents())
def test_any_document_comes_back(tmp_path_factory: pytest.TempPathFactory, document: LabelledDocument) -> None:
    folder = tmp_path_factory.mktemp("joined")
    fields = document.model_dump(mode="json", include={"title", "publisher", "published", "genre", "url", "text"})
    articles = write_articles(folder / "articles.jsonl", {**fields, "id": document.doc})
    assert list(join(articles, kept(folder / "public.jsonl", document))) == [document]


def test_a_changed_text_is_refused(articles: Path, labels: Path, tmp_path: Path) -> None:
    stand_off = kept(tmp_path / "public.jsonl", read_label_file(articles, labels))
    changed = write_articles(tmp_path / "changed.jsonl", ARTICLE | {"text": TEXT.replace("March", "April")})
    with pytest.raises(JoinError, match="made-up-1 is not the one that was labelled"):
        list(join(changed, stand_off))


def test_a_missing_article_is_refused(articles: Path, labels: Path, tmp_path: Path) -> None:
    stand_off = kept(tmp_path / "public.jsonl", read_label_file(articles, labels))
    other = write_articles(tmp_path / "other.jsonl", ARTICLE | {"id": "made-up-2"})
    with pytest.raises(JoinError, match="no article with the id made-up-1"):
        list(join(other, stand_off))


def test_labels_outside_the_sentences_that_were_read_are_refused(articles: Path, labels: Path) -> None:
    labels.write_text(LABELS + "2 C Nobody knows\n", encoding="utf-8")
    with pytest.raises(SheetError, match="outside the sentences 0 to 1"):
        read_label_file(articles, labels)


def test_check_lists_every_slip(articles: Path, labels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = labels.with_name("wrong.labels")
    wrong.write_text(LABELS.replace("put off |", "called off |"), encoding="utf-8")
    assert public.main(["check", str(articles), str(labels), str(wrong)]) == 1
    said = capsys.readouterr().out
    assert "wrong.labels: line 1: 'The talks were called off' does not stand in the sentence" in said
    assert "1 files right, 2 sentences, 2 labels; 1 wrong" in said


def test_adding_twice_adds_once(
    articles: Path, labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(public, "STAND_OFF", tmp_path / "public.jsonl")
    assert [public.main(["add", str(articles), str(labels)]) for _ in range(2)] == [0, 0]
    assert capsys.readouterr().out.split() == ["1", "added", "0", "added"]
    assert len((tmp_path / "public.jsonl").read_text().splitlines()) == 1


def test_show_numbers_the_sentences(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert public.main(["show", str(articles), "made-up-1", "1", "2"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Talks put off · The Seedbed Review · 2017-01-27\nhttps://seedbed.example/1\n")
    assert shown.endswith("[1] They may resume in March.\n[2] Nobody knows when.\n")


def test_an_unknown_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert public.main(["look"]) == 2
    assert "models.labels.public check" in capsys.readouterr().out


def test_join_writes_sheets(articles: Path, labels: Path, tmp_path: Path) -> None:
    stand_off = kept(tmp_path / "public.jsonl", read_label_file(articles, labels))
    (document,) = join(articles, stand_off)
    out = tmp_path / "made-up-1.sheet"
    out.write_text(sheets.write(document), encoding="utf-8")
    again = sheets.read(out)
    assert [again.quote(one.span) for one in again.labels] == [document.quote(one.span) for one in document.labels]


def test_the_labels_of_the_project_hold_together() -> None:
    entries = [json.loads(line) for line in public.STAND_OFF.read_text(encoding="utf-8").splitlines()]
    assert len(entries) > 300
    for entry in entries:
        assert entry.keys() == {"id", "url", "sha256", "sentences", "labels"}
        reach = max(end for _, end in entry["sentences"])
        assert all(start < end for start, end in entry["sentences"])
        assert all(label["span"][1] <= reach for label in entry["labels"])
