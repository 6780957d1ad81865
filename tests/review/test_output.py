import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import output
from review.output import Format

COLUMNS = ("name", "day", "score")
ROWS = [("Geneva, again", date(2017, 2, 23), 0.25), ("—", None, None)]


def written(fmt: Format, columns: tuple[str, ...] = COLUMNS, rows: list[tuple[object, ...]] | None = None) -> str:
    stream = io.StringIO()
    output.write(columns, ROWS if rows is None else rows, fmt, stream)
    return stream.getvalue()


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(written(Format.JSON)) == [
        {"name": "Geneva, again", "day": "2017-02-23", "score": 0.25},
        {"name": "—", "day": None, "score": None},
    ]


def test_json_lines_are_one_object_a_line() -> None:
    assert [json.loads(line)["day"] for line in written(Format.JSONL).splitlines()] == ["2017-02-23", None]


def test_csv_has_a_header_and_leaves_null_empty() -> None:
    assert written(Format.CSV) == 'name,day,score\n"Geneva, again",2017-02-23,0.25\n—,,\n'


def test_a_table_says_that_there_is_no_value() -> None:
    shown = written(Format.TABLE)
    assert "2017-02-23" in shown
    assert "·" in shown


def test_a_table_does_not_read_markup_in_a_value() -> None:
    assert "[bold]x[/bold]" in written(Format.TABLE, ("name",), [("[bold]x[/bold]",)])


@pytest.mark.parametrize("fmt", Format)
def test_no_rows_is_no_error(fmt: Format) -> None:
    written(fmt, rows=[])


def test_no_rows_is_still_json() -> None:
    assert json.loads(written(Format.JSON, rows=[])) == []


def test_lists_and_structs_are_json_in_csv() -> None:
    text = written(Format.CSV, ("authors", "regions", "none"), [(["Ann", "Bo"], [{"at": date(2017, 2, 23)}], [])])
    (row,) = csv.DictReader(io.StringIO(text))
    assert {name: json.loads(cell) for name, cell in row.items()} == {
        "authors": ["Ann", "Bo"], "regions": [{"at": "2017-02-23"}], "none": []
    }  # fmt: skip


def test_times_keep_their_zone() -> None:
    moment = datetime(2017, 2, 23, 8, 30, tzinfo=UTC)
    assert output.plain([moment, {"at": moment}]) == ["2017-02-23T08:30:00+00:00", {"at": "2017-02-23T08:30:00+00:00"}]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))))
def test_any_text_comes_back_from_csv_and_json_lines(texts: list[str]) -> None:
    rows = [(text, "end") for text in texts]
    read = list(csv.reader(io.StringIO(written(Format.CSV, ("text", "mark"), rows), newline="")))
    assert [row[0] for row in read[1:]] == texts
    lines = written(Format.JSONL, ("text", "mark"), rows).split("\n")[:-1]
    assert [json.loads(line)["text"] for line in lines] == texts
