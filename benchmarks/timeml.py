"""TimeML documents: read for scoring, and written with a system's own TIMEX3 tags."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from defusedxml.ElementTree import ParseError, fromstring

_DECLARATION = re.compile(r"<\?xml.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ENTITY = re.compile(r"&(?:#?\w+;)?")
PARTS = 3
"""One document in so many is held back; which ones, the names alone decide."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A TIMEX3 expression: half-open offsets into the document's text, type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a TimeML document, its creation date, and the time expressions tagged in it."""

    path: Path
    text: str
    published: date | None
    created: str
    """The creation time as the document has it."""
    tags: tuple[Tag, ...]
    heads: tuple[tuple[str, str], ...] = field(default=())
    """What stands before the text: element names and their words."""


def documents(folder: Path) -> Iterator[Document]:
    """The documents below a folder, in the order of their paths, each once.

    A file that is not TimeML, or a second copy of one under the same name, is reported and left out.
    """
    known: dict[tuple[str, str], Path] = {}
    for path in sorted(each for each in folder.rglob("*") if each.suffix.lower() == ".tml" and each.is_file()):
        try:
            document = read(path)
        except (ParseError, ValueError, OSError) as error:
            print(f"left out: {path}: {error}")
            continue
        same = known.setdefault((path.name, document.text), path)
        if same is path:
            yield document
        else:
            print(f"left out: {path}: a copy of {same}")


def is_held_back(document: Document) -> bool:
    """Whether a document belongs to the third that is scored once, at the end."""
    return int(hashlib.sha256(document.path.name.encode()).hexdigest(), 16) % PARTS == 0


def read(path: Path) -> Document:
    """One document. Raises `ValueError` if it has no text, `ParseError` if it is not XML even when mended."""
    root = _root(path.read_bytes())
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]  # whatever its namespace
    creation = [*root.iterfind(".//DCT/TIMEX3"), *(each for each in root.iter("TIMEX3") if _is_creation(each))]
    body = root.find("TEXT")
    if body is None:
        body = root
        for each in creation:
            each.text = ""
    pieces: list[str] = []
    tags = tuple(tag for tag in _tags(body, pieces) if tag.start < tag.end)  # an empty one stands for no words
    text = "".join(pieces)
    if not text.strip():
        raise ValueError("it has no text")
    created = creation[0].get("value", "") if creation else ""
    heads = tuple((each.tag, "".join(each.itertext())) for each in root if each.tag in ("DOCID", "TITLE", "EXTRAINFO"))
    return Document(path, text, _day(created), created, tags, heads)


def _root(content: bytes) -> Element:
    """The root element; what breaks the XML rules in a way that can be mended is mended."""
    try:
        root: Element = fromstring(content)
    except (ParseError, ValueError):
        root = fromstring(_mended(content))
    return root


def _mended(content: bytes) -> str:
    """The same without declarations and control characters, in the likeliest encoding, its entities written out."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    text = _CONTROL.sub("", _DECLARATION.sub("", text))
    return _ENTITY.sub(lambda match: escape(unescape(match[0])), text).strip()


def _is_creation(element: Element) -> bool:
    return element.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")


def write(document: Document, tags: Iterable[Tag], target: Path) -> None:
    """Write the document to a file, its text tagged anew."""
    heads = "\n".join(f"<{name}>{escape(words)}</{name}>" for name, words in document.heads)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f'<?xml version="1.0" ?>\n<TimeML>\n\n{heads}\n{_creation(document.created)}\n'
        f"<TEXT>{_tagged(document.text, tags)}</TEXT>\n\n</TimeML>\n",
        encoding="utf-8",
    )


def _creation(value: str) -> str:
    """The creation time, for a document that has one."""
    attributes = f'tid="t0" type="DATE" value={quoteattr(value)} temporalFunction="false"'
    timex = f'<TIMEX3 {attributes} functionInDocument="CREATION_TIME">{escape(value)}</TIMEX3>'
    return f"<DCT>{timex}</DCT>\n" if value else ""


def _tagged(text: str, tags: Iterable[Tag]) -> str:
    pieces, at = [], 0
    for number, tag in enumerate(sorted(tags, key=lambda each: each.start), start=1):
        opening = f'<TIMEX3 tid="t{number}" type={quoteattr(tag.type)} value={quoteattr(tag.value)}>'
        pieces += [escape(text[at : tag.start]), opening, escape(text[tag.start : tag.end]), "</TIMEX3>"]
        at = tag.end
    return "".join([*pieces, escape(text[at:])])


def _tags(element: Element, pieces: list[str]) -> Iterator[Tag]:
    """The tags of an element, its words appended to `pieces` on the way."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _tags(child, pieces)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        yield Tag(start, sum(map(len, pieces)), element.get("type", ""), element.get("value", ""))


def _day(value: str) -> date | None:
    """1998-02-27, 1998-02-27T10:00, 19980227."""
    digits = value.replace("-", "")[:8]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
