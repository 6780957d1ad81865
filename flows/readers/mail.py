"""Mail: newsletters and alerts as `.eml`, or one message of an mbox.

The stored text is the message's own text: its HTML part as a page is read, else its plain part, unwrapped. Subject,
sender and date are the imprint (basis `field`). Attachments are left out.
"""

import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr

from flows.readers import html
from flows.readers.decoding import decode
from flows.readers.documents import Document, Draft, Imprint
from flows.readers.publication import parse_day
from schemas import PublishedBasis
from schemas.errors import ReadError

_SOFT_BREAK = re.compile(r"(?<=\S)[ \t]*\n(?=[^\s>*•|-])")
_WRAPPED_AT = 50  # a line so long was broken by the mail program, a shorter one by the author


def read(document: Document) -> Iterator[Draft]:
    """The one draft in a message. Raises `ReadError`."""
    message = BytesParser(policy=default).parsebytes(document.data)
    if not message.keys():
        raise ReadError(
            document.address, "not_mail", f"{document.address} has no mail headers; save the whole message."
        )
    text = _html_text(message, document) or _plain_text(message, document.address)
    yield Draft(address=document.address, text=text, imprint=_imprint(message))


def message_address(data: bytes, place: str) -> str:
    """The address of a message: its id as a `mid:` URL (RFC 2392), else the place where it stood."""
    message = BytesParser(policy=default).parsebytes(data, headersonly=True)
    identifier = re.sub(r"[<>\s]", "", str(message.get("Message-ID", "")))
    return f"mid:{identifier}" if identifier else place


def _html_text(message: EmailMessage, document: Document) -> str | None:
    part = message.get_body(("html",))
    if part is None:
        return None
    page = Document(address=document.address, data=_payload(part), charset=part.get_content_charset())
    try:
        return next(html.read(page)).text
    except ReadError:
        return None


def _plain_text(message: EmailMessage, address: str) -> str:
    part = message.get_body(("plain",))
    if part is None:
        raise ReadError(address, "no_text", f"{address} has no text part; save the text of its attachment instead.")
    text = decode(_payload(part), address, part.get_content_charset()).replace("\r\n", "\n")
    return "\n\n".join(_unwrapped(paragraph) for paragraph in re.split(r"\n\s*\n", text.strip()))


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _unwrapped(paragraph: str) -> str:
    lines = paragraph.split("\n")
    is_wrapped = len(lines) > 1 and all(len(line) >= _WRAPPED_AT for line in lines[:-1])
    return _SOFT_BREAK.sub(" ", paragraph) if is_wrapped else paragraph


def _imprint(message: EmailMessage) -> Imprint:
    name, address = parseaddr(str(message.get("From", "")))
    published = parse_day(str(message.get("Date", "")))
    return Imprint(
        title=" ".join(str(message.get("Subject", "")).split()) or None,
        publisher=name or address or None,
        published=published,
        basis=PublishedBasis.FIELD if published else PublishedBasis.UNKNOWN,
    )
