import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.readers.text import headline
from flows.regions import apart, mark
from schemas import Region, RegionKind

LABELLED = Path(__file__).parents[3] / "shared" / "gold"
LONG = "The ministry has opened the door to a wider circle of shippers from the eastern coast"


def kinds(text: str, title: str | None = None) -> dict[str, RegionKind]:
    return {text[region.char_start : region.char_end]: region.kind for region in mark(text, title)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Marta Oduya", RegionKind.BYLINE),
        ("By Marta Oduya and Tom van Berg, 27 January 2017", RegionKind.BYLINE),
        ("Published on 27 January 2017", RegionKind.BYLINE),
        ("Reporting by Ann Lee; Editing by Tom Roe", RegionKind.BYLINE),
        ("Subscribe to our weekly newsletter", RegionKind.NOTICE),
        ("We use cookies to improve this site. See our cookie policy.", RegionKind.NOTICE),
        ("© 2017 The Quay Review. All rights reserved.", RegionKind.NOTICE),
        ("The views expressed here are the author's own.", RegionKind.NOTICE),
        ("For more information, please contact press@example.org.", RegionKind.NOTICE),
        ("###", RegionKind.NOTICE),
        ("Photo: Ann Lee / Getty Images", RegionKind.NAVIGATION),
        ("Figure 1. Tonnes by year", RegionKind.NAVIGATION),
        ("Home > World > Trade", RegionKind.NAVIGATION),
        ("https://example.org/a?b=c", RegionKind.NAVIGATION),
        ("Read more: The ports that never closed", RegionKind.NOTICE),
        ("Related:", RegionKind.NAVIGATION),
        ("Trade ........ 17", RegionKind.NAVIGATION),
        ("| 2026 | 1,450 |", RegionKind.QUOTED_MARKUP),
    ],
)
def test_boilerplate_line_is_marked(line: str, kind: RegionKind) -> None:
    assert kinds(f"The vote is due in March.\n\n{line}\n\nThe bank may wait.") == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the talks will have failed.",
        "By contrast, the Kremlin expects progress by June",
        "The company will sign up to the accord in May.",
        "The minister said the newspaper would print the story on Sunday.",
        "Follow-up talks are planned for 20 February.",
        "The court will decide whether cookies are goods.",
        "The tribunal's terms of reference and conditions will change in 2018.",
        "Reuters will cut 200 jobs by June.",
        "The director of the institute will resign on Friday.",
        "Table talk will not be enough, she said.",
        "The photographer said the picture was taken in May.",
        "He is the editor who will lead the paper.",
    ],
)
def test_sentence_that_resembles_boilerplate_is_read(line: str) -> None:
    assert kinds(f"{line}\n\nThe vote is due in March.\n\nAnd the bank may wait until then.") == {}


def test_notice_inside_a_long_paragraph_does_not_lose_it() -> None:
    assert kinds(f"{LONG}. " * 8 + "Nothing here is investment advice.") == {}


def test_lines_that_repeat_the_title_are_marked() -> None:
    text = (
        "Home\nPorts reopen, grain waits\nUpdated: PORTS REOPEN, GRAIN WAITS (3)\n\nThe ports reopen, and grain waits."
    )
    assert list(kinds(text, "Ports reopen, grain waits").values())[1:] == [RegionKind.TITLE, RegionKind.TITLE]


def test_sentence_that_contains_a_short_title_is_read() -> None:
    assert kinds("So who is going to pay for the grain this year?", "Grain") == {}


def test_of_equal_paragraphs_the_first_counts() -> None:
    marked = mark(f"{LONG}.\n\nThe bank may wait.\n\n{LONG}.")
    assert [(region.kind, region.char_start > len(LONG)) for region in marked] == [(RegionKind.REPEATED, True)]


def test_shortened_pull_quote_before_its_paragraph_is_the_repetition() -> None:
    quote = "The ministry has opened the door to a wider circle, including shippers from the coast"
    assert kinds(f"{LONG}.\n\n{LONG}, including two from Constanta.") == {f"{LONG}.": RegionKind.REPEATED}
    assert kinds(f"{quote}.\n\n{LONG}.") == {}


def test_lines_of_one_template_are_no_repetition() -> None:
    nominee = "{} of {}, to be a Member of the National Council on the Arts for a term expiring September 3, {}."
    assert kinds("\n\n".join(nominee.format(*row) for row in [("Ann", "Maine", 2028), ("Tom", "Texas", 2030)])) == {}


def test_wrapped_paragraph_is_one_unit() -> None:
    notice = (
        "The views expressed in this piece, which was written in the spring of\n"
        "last year and has been revised since, are the author's alone and not\nthose of the institute."
    )
    assert kinds(f"The vote is due in March.\n\n{notice}") == {notice: RegionKind.NOTICE}


def test_biography_is_a_notice_at_the_end_only() -> None:
    biography = "Marta Oduya is a senior fellow at the Harbour Institute."
    body = "\n\n".join(f"Paragraph {number} says that the vote is due in March." for number in range(20))
    assert kinds(f"{body}\n\n{biography}")[biography] is RegionKind.NOTICE
    assert biography not in kinds(f"{biography}\n\n{body}")


def test_known_regions_stay_and_are_not_marked_twice() -> None:
    text = "Subscribe to our newsletter\n\nThe vote is due."
    known = Region(char_start=0, char_end=9, kind=RegionKind.NAVIGATION)
    assert mark(text, None, [known]) == (known,)


@given(st.text(alphabet="ab .\n|By©", max_size=300), st.text(max_size=30))
def test_regions_are_inside_in_order_and_apart(text: str, title: str) -> None:
    regions = mark(text, title)
    edges = [edge for region in regions for edge in (region.char_start, region.char_end)]
    assert edges == sorted(edges)
    assert all(region.char_end <= len(text) for region in regions)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=10))
def test_apart_keeps_regions_that_do_not_meet(spans: list[tuple[int, int]]) -> None:
    regions = [Region(char_start=a, char_end=a + n, kind=RegionKind.NOTICE) for a, n in spans]
    kept = list(apart(regions))
    assert all(before.char_end <= after.char_start for before, after in pairwise(kept))
    assert bool(kept) == bool(regions)


@pytest.mark.skipif(not LABELLED.exists(), reason="needs the labelled set")
def test_hardly_an_assertion_of_the_labelled_set_is_lost() -> None:
    lost = wanted = 0
    for file in sorted(LABELLED.glob("*/*.json")):
        document = json.loads(file.read_text())
        text = document.get("text") or file.with_name(document["doc"]).read_text()
        regions = mark(text, document.get("title") or headline(text))
        for assertion in document["assertions"]:
            if not assertion.get("optional"):
                middle = (assertion["char_start"] + assertion["char_end"]) // 2
                wanted += 1
                lost += any(region.char_start <= middle < region.char_end for region in regions)
    assert wanted > 3000
    assert lost <= 1  # a headline that its annotator labelled
