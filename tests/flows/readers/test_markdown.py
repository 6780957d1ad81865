import pytest

from flows.readers import markdown
from flows.readers.documents import Document, Draft
from schemas import RegionKind


def drafted(content: str) -> Draft:
    return next(markdown.read(Document(address="a.md", data=content.encode())))


def marked(draft: Draft, kind: RegionKind) -> list[str]:
    return [draft.text[region.char_start : region.char_end] for region in draft.regions if region.kind is kind]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("The talks [may resume](https://a.example/x_y) in *March*.", "The talks may resume in March."),
        ("A **bold** `code` ![a picture](p.png) word", "A bold code a picture word"),
        ("[jointly invited](u)[King Charles](v) spoke", "jointly invited King Charles spoke"),
        ("[the fund](u)s grew", "the funds grew"),
        ("one line\nand the next", "one line and the next"),
        ("one  \ntwo", "one\ntwo"),
        ("one<br>two &amp; three &mdash; 4\\*5", "onetwo & three — 4*5"),
        ("- a\n- b\n\n1. c\n2. d", "- a\n- b\n1. c\n2. d"),
        ("> quoted\n> on", "quoted on"),
        ("<div>Hidden <b>words</b></div>\n\nText", "Hidden words\n\nText"),
        ("first\n\n    indented prose", "first\n\nindented prose"),
        ("2017\\. A year", "2017. A year"),
    ],
)
def test_text_is_what_the_page_shows(source: str, shown: str) -> None:
    assert drafted(source).text == shown


def test_first_heading_is_the_title() -> None:
    draft = drafted("# Ports *reopen*\n\nText.\n\n## Grain\n\nMore.")
    assert draft.imprint.title == "Ports reopen"
    assert marked(draft, RegionKind.TITLE) == ["Ports reopen", "Grain"]


def test_front_matter_beats_heading_and_is_no_text() -> None:
    draft = drafted("---\ntitle: In front\ndate: 2017-01-20\n---\n# On top\n\nText.")
    assert (draft.imprint.title, str(draft.imprint.published)) == ("In front", "2017-01-20")
    assert draft.text == "On top\n\nText."


def test_table_rows_are_lines() -> None:
    assert drafted("| a | b |\n|---|---|\n| 1 | [2](u) |").text == "| a | b |\n| 1 | 2 |"


def test_links_alone_are_navigation_links_in_prose_are_not() -> None:
    draft = drafted(
        "[Home](h) | [World](w)\n\nRead [the report](r) that will be published in May.\n\n- [One](1)\n- [Two](2)"
    )
    assert marked(draft, RegionKind.NAVIGATION) == ["Home | World", "- One", "- Two"]


def test_code_is_markup() -> None:
    assert marked(drafted("```python\nx = 1\n```\n\nText."), RegionKind.QUOTED_MARKUP) == ["x = 1"]


def test_deep_nesting_and_endless_brackets_are_survived() -> None:
    assert drafted("> " * 5000 + "deep").text == ""
    assert drafted("[" * 20000 + " text").text
