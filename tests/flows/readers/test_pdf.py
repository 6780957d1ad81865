from datetime import date

import pytest

from flows.readers import pdf
from flows.readers.documents import Document, Draft
from schemas import PublishedBasis, RegionKind
from schemas.errors import ReadError
from tests.flows import pdfs

LEFT = [
    "The United Nations said on Friday that",
    "the talks in Geneva would not begin on",
    "8 February, as planned, but on 20 Feb-",
    "ruary. Diplomats expect the opposition",
    "to name its delegation by the end of",
]
RIGHT = [
    "the month, as it had promised. A long-",
    "term settlement may well fail, they",
    "said, and the round could slip again. A",
    "long-term plan is due in March, the",
    "envoy said.",
]
FURNITURE = [(60, 770, 8, "The Quay Review")]


def drafted(data: bytes) -> Draft:
    """In this process, which spares the second that another one takes to start."""
    return pdf.drafted(Document(address="a.pdf", data=data), pdf.parsed(data))


def test_columns_are_read_one_after_the_other_and_words_are_joined() -> None:
    page = [
        (60, 720, 22, "Talks put off across the whole width"),
        (60, 700, 10, "27 January 2017"),
        *pdfs.columns(LEFT, RIGHT),
    ]
    draft = drafted(pdfs.pdf([page], b"/CreationDate (D:20180127120000+02'00') /Author (Ines Lund)"))
    title, day, text = draft.text.split("\n\n")
    assert (title, day) == ("Talks put off across the whole width", "27 January 2017")
    assert text == (
        "The United Nations said on Friday that the talks in Geneva would not begin on 8 February, as planned, but on "
        "20 February. Diplomats expect the opposition to name its delegation by the end of the month, as it had "
        "promised. A long-term settlement may well fail, they said, and the round could slip again. A long-term plan "
        "is due in March, the envoy said."
    )
    assert draft.imprint.title == title
    assert draft.imprint.authors == ("Ines Lund",)
    assert (draft.imprint.published, draft.imprint.basis) == (date(2017, 1, 27), PublishedBasis.TEXT)
    assert [region.kind for region in draft.regions] == [RegionKind.TITLE]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [*FURNITURE, (300, 20, 8, str(n)), *((60, 660 - 12 * i, 10, line) for i, line in enumerate(LEFT))]
        for n in range(4)
    ]
    text = drafted(pdfs.pdf(pages)).text
    assert "Quay" not in text
    assert "3" not in text


def test_sentence_goes_on_over_the_page() -> None:
    pages = [[(60, 660 - 12 * i, 10, line) for i, line in enumerate(lines)] for lines in (LEFT, RIGHT)]
    assert "by the end of the month, as it had" in drafted(pdfs.pdf(pages)).text


def test_day_of_making_is_a_field() -> None:
    page = [(60, 660 - 12 * i, 10, line) for i, line in enumerate(LEFT)]
    imprint = drafted(pdfs.pdf([page], b"/CreationDate (D:20170127120000Z) /Title (Microsoft Word - a.doc)")).imprint
    assert (imprint.published, imprint.basis, imprint.title) == (date(2017, 1, 27), PublishedBasis.FIELD, None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 and nothing more", "broken_pdf"),
        (pdfs.pdf([[(60, 660, 10, "text")]])[:400], "broken_pdf"),
        (pdfs.pdf([[]]), "no_text"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        drafted(data)
    assert refused.value.reason == reason


def test_parser_works_in_a_process_of_its_own() -> None:
    document = Document(address="a.pdf", data=pdfs.pdf([[(60, 660, 10, "The bank may wait.")]]))
    assert [draft.text for draft in pdf.read(document)] == ["The bank may wait."]


def test_parser_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.05)
    with pytest.raises(ReadError) as refused:
        next(pdf.read(Document(address="a.pdf", data=pdfs.pdf([[(60, 660, 10, "text")]]))))
    assert refused.value.reason == "too_slow"
