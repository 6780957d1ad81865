from hypothesis import given
from hypothesis import strategies as st

from review.desk.evidence import best_sentences, words_of

TEXT = (
    "The weather was fine. The fourth round of Geneva talks opened on 23 February. Rebels took their seats.\n"
    "“It is a start,” he said. Geneva hotels were full."
)


def test_words_that_stand_everywhere_are_no_help() -> None:
    assert words_of("The talks will probably open in Geneva on 23 February") == [
        "talks",
        "open",
        "geneva",
        "23",
        "february",
    ]


def test_the_sentence_that_shares_most_is_there_and_order_is_the_texts() -> None:
    found = best_sentences(TEXT, ["geneva", "talks", "february"])
    assert found == ("The fourth round of Geneva talks opened on 23 February.", "Geneva hotels were full.")


def test_nothing_shared_is_nothing_found() -> None:
    assert best_sentences(TEXT, ["inflation"]) == ()


def test_what_is_not_read_of_a_text_is_no_evidence() -> None:
    notice = TEXT.index("Geneva hotels")
    assert best_sentences(TEXT, ["geneva"], [(notice, len(TEXT))]) == (
        "The fourth round of Geneva talks opened on 23 February.",
    )


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=6), max_size=4))
def test_a_sentence_is_always_verbatim(text: str, words: list[str]) -> None:
    assert all(sentence in text for sentence in best_sentences(text, [*words, *words_of(text)]))
