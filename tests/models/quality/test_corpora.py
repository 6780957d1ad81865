"""Folders of labelled documents."""

from pathlib import Path

import pytest

from models.extractor import TaggingExtractor
from models.quality import corpora
from models.quality.corpora import NoLabels
from models.quality.measuring import as_article, measure
from models.wordlist import WordList
from tests.models.labels.test_exchange import written

SHEET = "title: Talks\npublished: 2017-01-27\n\nTalks will resume.\n  P Talks will resume | cue=will\nWhy?\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "labels" / "made_up"
    folder.mkdir(parents=True)
    (folder / "b.sheet").write_text(SHEET, encoding="utf-8")
    (folder / "a.sheet").write_text(SHEET.replace("resume", "fail"), encoding="utf-8")
    return folder


def test_sheets_are_read_by_name(folder: Path) -> None:
    corpus = corpora.read(folder)
    assert corpus.name == "labels/made_up"
    assert [document.doc for document in corpus.documents] == ["a", "b"]


def test_exchange_files_are_read(tmp_path: Path) -> None:
    written(tmp_path)
    assert len(corpora.read(tmp_path).documents) == 1


def test_the_hash_is_of_every_byte_and_name(folder: Path) -> None:
    before = corpora.digest(folder)
    (folder / "README.md").write_text("not an input", encoding="utf-8")
    assert corpora.digest(folder) == before
    (folder / "a.sheet").rename(folder / "c.sheet")
    renamed = corpora.digest(folder)
    (folder / "c.sheet").write_text(SHEET.replace("resume", "fail") + " ", encoding="utf-8")
    assert len({before, renamed, corpora.digest(folder)}) == 3


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoLabels, match=f"{tmp_path} holds no labelled documents: there are neither"):
        corpora.read(tmp_path)


def test_a_slip_in_a_sheet_is_said(folder: Path) -> None:
    (folder / "a.sheet").write_text(SHEET.replace("cue=will", "cue=may"), encoding="utf-8")
    with pytest.raises(NoLabels, match="line 5: 'may' does not stand in the sentence"):
        corpora.read(folder)


def test_an_extractor_is_run_over_the_documents_as_articles(folder: Path) -> None:
    corpus = corpora.read(folder)
    article = as_article(corpus.documents[0])
    assert (article.address, article.title, article.language) == ("a", "Talks", "en")
    assert str(article.published) == "2017-01-27"
    first, second = measure(TaggingExtractor(WordList()), corpus.documents)
    assert (first.document.doc, second.document.doc) == ("a", "b")
    assert len(first.pairs) == len(second.pairs) == 1
    assert not first.missed + second.missed
