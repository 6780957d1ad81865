"""Windows: what they hold of an article, and that they depend on it alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sentences import split
from models.tagger.windows import CLS, SENTENCE_TOKENS, SEP, WINDOW_SENTENCES, WINDOW_TOKENS, Tokens, cut, tokenize
from tests.models.tagger.networks import tokenizer

TOKENIZER = tokenizer()
SENTENCES = st.lists(st.integers(0, 300), max_size=40).map(
    lambda sizes: [Tokens(tuple(range(1000, 1000 + size)), ((0, 1),) * size, ((0, 1),) * size) for size in sizes]
)


@given(SENTENCES)
def test_each_sentence_with_tokens_stands_in_one_window_whole(sentences: list[Tokens]) -> None:
    windows = list(cut(sentences))
    placed = [number for window in windows for number, _ in window.sentences]
    assert placed == [number for number, one in enumerate(sentences) if one.ids]
    for window in windows:
        for number, place in window.sentences:
            size = len(sentences[number].ids)
            assert window.ids[place : place + size] == sentences[number].ids
            assert window.ids[place + size] == SEP


@given(SENTENCES)
def test_windows_keep_their_limits(sentences: list[Tokens]) -> None:
    for window in cut(sentences):
        assert window.ids[0] == CLS
        assert len(window.ids) == 1 + sum(len(sentences[number].ids) + 1 for number, _ in window.sentences)
        assert len(window.sentences) <= WINDOW_SENTENCES
        assert len(window.ids) <= WINDOW_TOKENS or len(window.sentences) == 1


@given(SENTENCES, st.integers(1, 60))
def test_a_window_closes_no_sooner_than_it_must(sentences: list[Tokens], limit: int) -> None:
    windows = list(cut(sentences, limit))
    for window, following in pairwise(windows):
        first = sentences[following.sentences[0][0]]
        assert len(window.ids) + len(first.ids) + 1 > limit or len(window.sentences) == WINDOW_SENTENCES


@given(st.text(max_size=200))
def test_offsets_of_tokens_lie_in_their_sentence_in_order(text: str) -> None:
    spans = [(s.char_start, s.char_end) for s in split(text)]
    for (start, end), tokens in zip(spans, tokenize(TOKENIZER, text, spans), strict=True):
        assert len(tokens.ids) == len(tokens.offsets)
        at = start
        for first, last in tokens.offsets:
            assert at <= first < last <= end
            at = first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café  naïve", ["C", "a", "f", "é", "n", "a", "ï", "v", "e"]),
        ("مرحبا 中 x", ["مرحبا", "中", "x"]),
        ("a 😀b", ["a", "😀b"]),
    ],
)
def test_tokens_are_places_in_the_text_as_it_is(text: str, words: list[str]) -> None:
    (tokens,) = tokenize(TOKENIZER, text, [(0, len(text))])
    assert [text[start:end] for start, end in tokens.offsets] == words


def test_what_a_sentence_holds_beyond_the_limit_is_not_read() -> None:
    text = "x " * 1000
    (tokens,) = tokenize(TOKENIZER, text, [(0, len(text))])
    assert len(tokens.ids) == len(tokens.offsets) == SENTENCE_TOKENS


def test_a_sentence_of_signs_without_a_token_has_none() -> None:
    (tokens,) = tokenize(TOKENIZER, "\u200b\u0000", [(0, 2)])
    assert tokens == Tokens((), (), ())
    assert list(cut([tokens])) == []
