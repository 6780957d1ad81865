"""Sentences: golden texts in which `¦` stands behind each sentence, and what holds for any text."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.sentences import MAX_CHARACTERS, split
from schemas import Region, RegionKind

GOLDEN = sorted(Path(__file__).with_name("golden").joinpath("sentences").glob("*.txt"))
TEXTS = st.text(
    st.one_of(
        st.sampled_from(' .!?…\n\t"“”’()[]aAbBIiMr1٣ñ中あ😀\u200f\u0000 '), st.characters(exclude_categories=["Cs"])
    ),
    max_size=300,
)


def sentences_of(text: str, regions: tuple[Region, ...] = ()) -> list[str]:
    return [text[s.char_start : s.char_end] for s in split(text, regions)]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_text_is_split_as_marked(path: Path) -> None:
    marked = path.read_text(encoding="utf-8")
    wanted = [part.strip() for part in marked.split("¦")]
    assert sentences_of(marked.replace("¦", "")) == wanted[:-1]


@given(TEXTS)
def test_sentences_are_trimmed_in_order_and_lose_only_white_space(text: str) -> None:
    found = split(text)
    assert [s.number for s in found] == list(range(len(found)))
    at = 0
    for sentence in found:
        assert at <= sentence.char_start < sentence.char_end <= len(text)
        words = text[sentence.char_start : sentence.char_end]
        assert words == words.strip()
        assert len(words) <= MAX_CHARACTERS
        assert not text[at : sentence.char_start].strip()
        at = sentence.char_end
    assert not text[at:].strip()


@given(TEXTS, TEXTS)
def test_a_line_break_ends_every_sentence(first: str, second: str) -> None:
    assert sentences_of(f"{first}\n{second}") == sentences_of(first) + sentences_of(second)


def test_white_space_alone_has_no_sentence() -> None:
    assert split("") == split(" \n\t \u2003") == []


def test_a_sentence_without_end_is_cut_at_spaces() -> None:
    found = sentences_of("word " * 10_000)
    assert max(map(len, found)) <= MAX_CHARACTERS
    assert " ".join(found).split() == ["word"] * 10_000


def test_a_word_without_end_is_cut_anywhere() -> None:
    assert "".join(sentences_of("x" * 5000)) == "x" * 5000


def test_a_sentence_that_lies_mostly_in_a_region_is_left_out() -> None:
    text = "Talks put off. They will resume. Follow us."
    title = Region(char_start=0, char_end=14, kind=RegionKind.TITLE)
    corner = Region(char_start=15, char_end=20, kind=RegionKind.NOTICE)
    assert sentences_of(text, (title, corner)) == ["They will resume.", "Follow us."]
    assert [s.number for s in split(text, (title,))] == [0, 1]


def test_a_quotation_that_its_line_does_not_close_holds_nothing_together() -> None:
    assert sentences_of("“It will hold. He said so.\nIt did.") == ["“It will hold.", "He said so.", "It did."]


@pytest.mark.parametrize("unit", ["word ", ". ", '"a. B ', "A. ", ".)", "…", "\n \n", "x", "Mr. A "])
def test_time_is_linear_in_length(unit: str) -> None:
    short, long = (_seconds(unit * times) for times in (5_000, 40_000))
    assert long < 8 * 3 * short + 0.1  # eightfold, with room for a busy machine; quadratic would be 64-fold


def _seconds(text: str) -> float:
    began = time.process_time()
    split(text)
    return time.process_time() - began


def test_a_wrapped_line_goes_on_and_a_headline_does_not() -> None:
    wrapped = (
        "The United Nations said on Friday that the talks scheduled for February\n"
        "would be delayed. Russia and Turkey agreed to extend the truce, and Mr\n"
        "Lavrov told reporters in Moscow that the opposition had been informed.\n"
    )
    headlines = "Talks put off again as the parties fail to agree on terms\nThe United Nations said so on Friday.\n"
    assert [wrapped[one.char_start : one.char_end].count("\n") for one in split(wrapped)] == [1, 1]
    assert [headlines[one.char_start : one.char_end].count("\n") for one in split(headlines)] == [0, 0]
