from datetime import date

import pytest

from flows.readers import mail
from flows.readers.documents import Document, Draft
from schemas import PublishedBasis
from schemas.errors import ReadError

HEAD = "From: The Morning Ledger <desk@ledger.example>\nSubject: Rates\nDate: Fri, 27 Jan 2017 06:30:00 +0000\n"
PAGE = (
    "<html><body><p>The central bank is likely to hold its rate on Thursday, two of its members said last night.</p>"
    "<p>Exporters expect no change before the summer, and may ask for help if there is one.</p></body></html>"
)


def drafted(message: str) -> Draft:
    return next(mail.read(Document(address="a.eml", data=message.encode())))


def test_imprint_is_in_the_headers() -> None:
    imprint = drafted(f"{HEAD}\nThe bank may wait.\n").imprint
    assert (imprint.title, imprint.publisher) == ("Rates", "The Morning Ledger")
    assert (imprint.published, imprint.basis) == (date(2017, 1, 27), PublishedBasis.FIELD)


def test_lines_that_the_program_broke_are_joined_and_the_authors_own_stay() -> None:
    wrapped = (
        "The central bank is likely to hold its rate on Thursday,\nalthough two of its members may vote for a rise."
    )
    draft = drafted(f"{HEAD}\n{wrapped}\n\nShort line\nanother one\n")
    assert draft.text == wrapped.replace("\n", " ") + "\n\nShort line\nanother one"


def test_page_is_preferred_to_plain_text() -> None:
    parts = f"--x\nContent-Type: text/plain\n\nplain\n--x\nContent-Type: text/html\n\n{PAGE}\n--x--\n"
    draft = drafted(f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n{parts}")
    assert draft.text.startswith("The central bank")
    assert draft.text.count("\n\n") == 1


def test_page_without_text_gives_way_to_plain_text() -> None:
    parts = "--x\nContent-Type: text/plain\n\nplain\n--x\nContent-Type: text/html\n\n<html></html>\n--x--\n"
    assert (
        drafted(f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n{parts}").text == "plain"
    )


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("not a mail", "not_mail"),
        (f"{HEAD}\n", "empty"),
        (f"{HEAD}MIME-Version: 1.0\nContent-Type: application/pdf\n\nx", "no_text"),
    ],
)
def test_what_cannot_be_read_is_refused(message: str, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        drafted(message)
    assert refused.value.reason == reason


def test_address_is_the_message_id() -> None:
    assert mail.message_address(b"Message-ID: <a.b@c>\n\n", "box#1") == "mid:a.b@c"
    assert mail.message_address(b"Subject: x\n\n", "box#1") == "box#1"
