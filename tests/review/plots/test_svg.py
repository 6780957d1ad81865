from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.plots.calibration import calibration_plot
from review.plots.drawing import COLOURS, Bar, Dot, Drawing, Ink, Line, Mark, Words
from review.plots.svg import element, svg
from tests.review.plots.rows import tenth

SVG = "{http://www.w3.org/2000/svg}"


def parsed(*marks: Mark, title: str = "A plot", description: str = "What it shows.") -> ElementTree.Element:
    return ElementTree.fromstring(svg(Drawing(200, 100, title, description, marks)))


def test_a_drawing_names_and_describes_itself() -> None:
    root = parsed()
    assert root.attrib["role"] == "img"
    assert root.attrib["viewBox"] == "0 0 200 100"
    assert [child.tag for child in root] == [f"{SVG}title", f"{SVG}desc"]
    assert [child.text for child in root] == ["A plot", "What it shows."]


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        (
            Line(((0, 1), (2.25, 3)), Ink.GRID, 1.5),
            '<polyline points="0.0,1.0 2.2,3.0" fill="none" class="ink-grid is-stroked" stroke="#d8dee4"'
            ' stroke-width="1.5"/>',
        ),
        (Dot(1, 2, 4.5, Ink.DATA), '<circle cx="1.0" cy="2.0" r="4.5" class="ink-data" fill="#0b5cad"/>'),
        (
            Bar(1, 2, 3, 4, Ink.DATA, is_hollow=True),
            '<rect x="1.0" y="2.0" width="3.0" height="4.0" fill="#ffffff" class="ink-data is-stroked is-hollow"'
            ' stroke="#0b5cad" stroke-width="1.8"/>',
        ),
        (
            Words(1, 2, "a < b", Ink.TEXT, 12, is_bold=True),
            '<text x="1.0" y="2.0" font-size="12" text-anchor="start" font-weight="600" class="ink-text"'
            ' fill="#1b1f24">a &lt; b</text>',
        ),
    ],
)
def test_marks(mark: Mark, written: str) -> None:
    assert element(mark) == written


def test_a_dashed_line_is_dashed() -> None:
    assert 'stroke-dasharray="4 3"' in element(Line(((0, 0), (1, 1)), Ink.IDEAL, is_dashed=True))


def test_nothing_in_it_needs_a_style_or_a_script() -> None:
    written = svg(calibration_plot([tenth(0.7, 0.6), tenth(0.9, 0.9, n=3)]))
    assert "style" not in written
    assert "<script" not in written


def test_a_name_cannot_leave_its_element() -> None:
    root = parsed(Words(0, 0, '</text><script>alert("x")</script>'), title="</title><script>")
    assert root.find(f".//{SVG}script") is None
    assert root.findtext(f"{SVG}title") == "</title><script>"


@given(st.text())
def test_any_text_makes_a_well_formed_document(text: str) -> None:
    root = parsed(Words(0, 0, text), title=text, description=text)
    shown = root.findtext(f"{SVG}text") or ""
    assert len(shown) <= len(text)


def test_every_ink_has_a_colour() -> None:
    assert set(COLOURS) == set(Ink)
