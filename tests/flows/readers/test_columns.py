from hypothesis import given
from hypothesis import strategies as st

from flows.readers.columns import Line, Paragraph, in_reading_order, joined, paragraphs

LINES = st.builds(
    lambda left, bottom, width, text: Line(text, left, bottom, left + width, bottom + 10, 10.0),
    st.floats(0, 500),
    st.floats(0, 700),
    st.floats(5, 300),
    st.text("abc ", min_size=1, max_size=10),
)


def line(text: str, left: float, row: int, width: float = 200) -> Line:
    top = 700 - 12 * row
    return Line(text, left, top - 10, left + width, top, 10.0)


@given(st.lists(LINES, max_size=40))
def test_every_line_is_read_once(lines: list[Line]) -> None:
    ordered = [found for column in in_reading_order(lines) for found in column]
    assert sorted(map(repr, ordered)) == sorted(map(repr, lines))


def test_three_columns() -> None:
    lines = [line(f"{column}{row}", 20 + 190 * column, row, 170) for row in range(6) for column in range(3)]
    read = "".join(found.text for column in in_reading_order(lines) for found in column)
    assert read == "".join(f"{column}{row}" for column in range(3) for row in range(6))


def test_line_across_the_gutter_ends_the_columns_above_it() -> None:
    upper = [line(f"{side}{row}", left, row) for row in range(5) for side, left in (("a", 20), ("b", 300))]
    across = line("across", 20, 6, 480)
    lower = [line(f"{side}{row}", left, row + 8) for row in range(5) for side, left in (("c", 20), ("d", 300))]
    read = [found.text for column in in_reading_order([*upper, across, *lower]) for found in column]
    assert [text[0] for text in read] == [*"aaaaabbbbb", "a", *"cccccddddd"]
    assert read[10] == "across"


def test_single_column_stays_whole() -> None:
    lines = [line(f"{row} words that fill the line", 20, row, 480) for row in range(10)]
    assert [len(column) for column in in_reading_order(lines)] == [10]


def test_paragraphs_by_space_size_and_short_last_line() -> None:
    rows = [line("One.", 20, 0, 60), line("Two goes", 20, 1), line("on", 20, 2), line("three", 20, 5)]
    assert [part.text for part in paragraphs(rows)] == ["One.", "Two goes\non", "three"]


def test_hyphen_stays_where_the_word_has_it_elsewhere() -> None:
    parts = [Paragraph("A long-\nterm plan for Feb-\nruary.", 10), Paragraph("The long-term view.", 10)]
    assert [part.text for part in joined(parts)] == ["A long-term plan for February.", "The long-term view."]
