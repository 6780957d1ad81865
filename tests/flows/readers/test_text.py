from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.readers import text
from flows.readers.documents import Document, Draft
from flows.readers.text import headline
from schemas import PublishedBasis, RegionKind


def drafted(content: str | bytes) -> Draft:
    data = content if isinstance(content, bytes) else content.encode()
    return next(text.read(Document(address="a.txt", data=data)))


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda found: bool(found.strip(" \ufeff"))
    )
)
def test_stored_text_is_the_file(content: str) -> None:
    if not content.startswith("\ufeff"):
        assert drafted(content).text == content


def test_line_endings_stay() -> None:
    assert drafted("Title\r\n\r\nOne.\r\nTwo.\r\n").text == "Title\r\n\r\nOne.\r\nTwo.\r\n"


def test_front_matter_is_read_and_marked() -> None:
    draft = drafted("---\ntitle: T\ndate: 2017-01-27 18:30:00\nauthor: Ann Lee and Tom Roe\n---\nBody.\n")
    assert draft.imprint.title == "T"
    assert draft.imprint.published == date(2017, 1, 27)
    assert draft.imprint.basis is PublishedBasis.FIELD
    assert draft.imprint.authors == ("Ann Lee", "Tom Roe")
    (region,) = draft.regions
    assert (region.kind, draft.text[region.char_end :]) == (RegionKind.QUOTED_MARKUP, "Body.\n")


@pytest.mark.parametrize(
    "front",
    ["---\n[broken: yaml\n---\n", "---\n- a list\n---\n", "---\ndate: 2017-02-31\n---\n", "---\ntitle: [\n---\n"],
)
def test_front_matter_that_is_none_is_no_reason_to_fail(front: str) -> None:
    draft = drafted(f"{front}Body text.\n")
    assert draft.text.endswith("Body text.\n")
    assert draft.imprint.published is None


def test_yaml_cannot_run_code() -> None:
    draft = drafted("---\ntitle: !!python/object/apply:os.getcwd []\n---\nBody.\n")
    assert draft.imprint.title is None


def test_offsets_of_labels_behind_front_matter() -> None:
    draft = drafted("---\ntitle: T\n---\nPublisher: The Quay Review\n\nBody.\n")
    assert draft.imprint.publisher == "The Quay Review"
    assert [draft.text[region.char_start : region.char_end] for region in draft.regions][
        1
    ] == "Publisher: The Quay Review"


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("Ports reopen\n\nThe ports reopen.", "Ports reopen"),
        ("\n\nPorts reopen?\n\nThe ports reopen.", "Ports reopen?"),
        ("The ports reopen.\n\nGrain waits.", None),
        ("Ports reopen\nThe ports reopen.", None),
        ("Ports reopen", None),
        ("By Ann Lee\n\nThe ports reopen.", None),
        ("27 January 2017\n\nThe ports reopen.", None),
        (f"{'long ' * 60}\n\nThe ports reopen.", None),
    ],
)
def test_headline_stands_alone(content: str, title: str | None) -> None:
    assert headline(content) == title


def test_dateline_has_the_basis_text() -> None:
    imprint = drafted("Ports reopen\n\nBy Ann Lee\n27 January 2017\n\nThe ports reopen.").imprint
    assert (imprint.published, imprint.basis, imprint.authors) == (date(2017, 1, 27), PublishedBasis.TEXT, ("Ann Lee",))


def test_date_nobody_states_is_unknown() -> None:
    assert drafted("The talks resume on 23 February 2017.").imprint.basis is PublishedBasis.UNKNOWN
