from hypothesis import given
from hypothesis import strategies as st

from review.desk.marked import Mark, paragraphs, places_of

TEXT = "Talks will open on Monday.\n\nThe truce holds, he said."


def test_a_marked_stretch_carries_its_kind_and_its_claim() -> None:
    (first, _) = paragraphs(TEXT, [Mark(0, 25, "prediction", "c1"), Mark(16, 25, "time", "c1")])
    assert [(part.text, part.classes) for part in first] == [
        ("Talks will open ", "prediction"),
        ("on Monday", "prediction time"),
        (".", ""),
    ]
    assert [part.claim_id for part in first] == ["c1", "c1", None]


def test_of_nested_claims_the_inner_one_is_named() -> None:
    (first, _) = paragraphs(TEXT, [Mark(0, 25, "claim", "outer"), Mark(11, 25, "prediction", "inner")])
    assert [part.claim_id for part in first] == ["outer", "inner", None]


def test_a_mark_may_cross_lines() -> None:
    first, second = paragraphs(TEXT, [Mark(19, 37, "claim", "c1")])
    assert [part.text for part in first if part.kinds] == ["Monday."]
    assert [part.text for part in second if part.kinds] == ["The truce"]


def test_words_are_found_inside_their_stretch_only() -> None:
    assert places_of("will it? It will.", (8, 17), "will", "cue", "c1") == [Mark(12, 16, "cue", "c1")]
    assert places_of("It will.", (0, 8), "may", "cue", "c1") == []
    assert places_of("It will.", (0, 8), None, "cue", "c1") == []


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90), st.sampled_from(["claim", "time"])), max_size=6),
)
def test_no_letter_is_lost_or_doubled(text: str, marks: list[tuple[int, int, str]]) -> None:
    shown = paragraphs(text, [Mark(start, end, kind) for start, end, kind in marks])
    joined = ["".join(part.text for part in paragraph) for paragraph in shown]
    assert joined == [line.rstrip() for line in text.splitlines() if line.rstrip()]
