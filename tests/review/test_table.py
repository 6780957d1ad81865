from hypothesis import given
from hypothesis import strategies as st

from review import table

HEADS = ("day", "headline")


def test_columns_are_as_wide_as_they_need() -> None:
    shown = list(table.lines(HEADS, [("2017-02-23", "Talks open"), ("·", "Truce")], 80))
    assert shown == [
        "day         headline",
        "──────────  ──────────",
        "2017-02-23  Talks open",
        "·           Truce",
    ]


def test_the_widest_column_is_wrapped_to_fit() -> None:
    shown = list(table.lines(HEADS, [("2017-02-23", "The fourth round of Geneva talks opened")], 32))
    assert shown[2:] == [
        "2017-02-23  The fourth round of",
        "            Geneva talks opened",
    ]


def test_what_a_terminal_would_obey_is_shown_as_unprintable() -> None:
    (*_, row) = table.lines(("x",), [("\x1b[31mred",)], 80)
    assert "\x1b" not in row
    assert row.endswith("[31mred")


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), max_size=5), st.integers(20, 160))
def test_no_line_is_too_long(rows: list[tuple[str, str]], width: int) -> None:
    assert all(len(line) <= width for line in table.lines(HEADS, rows, width))
