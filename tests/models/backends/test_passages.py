"""Passages of an article, and the words in which a model is asked about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.backends.passages import BEFORE, Passage, passages, question
from models.sentences import split
from schemas import Article, PublishedBasis, Sentence
from tests.models.marking import article

SENTENCES = st.lists(st.integers(1, 400), max_size=30).map(lambda sizes: list(_laid_out(sizes)))


def _laid_out(sizes: list[int]) -> list[Sentence]:
    out, at = [], 0
    for number, size in enumerate(sizes):
        out.append(Sentence(number=number, char_start=at, char_end=at + size))
        at += size + 1
    return out


@given(SENTENCES, st.integers(100, 1000))
def test_every_sentence_is_read_once_in_passages_of_the_size(sentences: list[Sentence], characters: int) -> None:
    found = list(passages(sentences, characters))
    assert [sentence for passage in found for sentence in passage.sentences] == sentences
    for passage in found:
        length = passage.sentences[-1].char_end - passage.sentences[0].char_start
        assert length <= characters or len(passage.sentences) == 1
        first = passage.sentences[0].number
        assert list(passage.before) == sentences[max(0, first - BEFORE) : first]


@given(SENTENCES.filter(lambda sentences: len(sentences) > 1))
def test_halves_are_the_whole(sentences: list[Sentence]) -> None:
    passage = Passage(tuple(sentences), ())
    first, second = passage.halves()
    assert first.sentences + second.sentences == passage.sentences
    assert second.before == first.sentences[-BEFORE:]


def test_one_sentence_has_no_halves() -> None:
    with pytest.raises(ValueError, match="no halves"):
        Passage((Sentence(number=0, char_start=0, char_end=5),), ()).halves()


def test_a_question_numbers_what_is_to_be_read() -> None:
    text = "Talks were put off.\nNobody knows\nwhy. They may resume."
    told = Article(
        address="made-up",
        text=text,
        title="Talks put off",
        publisher="The Review",
        authors=("Ines Carrow", "Ana Okafor"),
        published="2017-01-27",
        published_basis=PublishedBasis.GIVEN,
    )
    first, second = passages(split(text), 40)
    assert question(told, first) == (
        "Title: Talks put off\nPublisher: The Review\nAuthor: Ines Carrow, Ana Okafor\n"
        "Published: Friday 2017-01-27\n\nSentences:\n[0] Talks were put off.\n[1] Nobody knows\n[2] why."
    )
    assert question(told, second).endswith(
        "Before:\nTalks were put off.\nNobody knows\nwhy.\n\nSentences:\n[3] They may resume."
    )


def test_what_is_not_known_is_not_said() -> None:
    text = "Talks were put off."
    (passage,) = passages(split(text), 400)
    assert question(article(text, published=None), passage) == "\nSentences:\n[0] Talks were put off."
