"""TimeML documents: read for scoring, and written with a system's own TIMEX3 tags."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from defusedxml.ElementTree import ParseError, fromstring

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

    A file that is not XML, or repeats a text already read, is reported and left out.
    """
    known: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.tml")):
        try:
            document = read(path)
        except (ParseError, ValueError) as error:
            print(f"left out: {path}: {error}")
            continue
        same = known.setdefault(document.text, path)
        if same is path:
            yield document
        else:
            print(f"left out: {path}: the text of {same}")


def is_held_back(document: Document) -> bool:
    """Whether a document belongs to the third that is scored once, at the end."""
    return int(hashlib.sha256(document.path.name.encode()).hexdigest(), 16) % PARTS == 0


def read(path: Path) -> Document:
    """One document. Raises `ValueError` if it has no TEXT, `ParseError` if it is not XML."""
    root = fromstring(path.read_text(encoding="utf-8"))
    body = root.find("TEXT")
    if body is None:
        raise ValueError("it has no TEXT element")
    pieces: list[str] = []
    tags = tuple(_tags(body, pieces))
    created = root.find("DCT/TIMEX3")
    value = "" if created is None else created.get("value", "")
    heads = tuple((each.tag, "".join(each.itertext())) for each in root if each.tag in ("DOCID", "TITLE", "EXTRAINFO"))
    return Document(path, "".join(pieces), _day(value), value, tags, heads)


def write(document: Document, tags: Iterable[Tag], target: Path) -> None:
    """Write the document to a file, its text tagged anew."""
    created = f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(document.created)} functionInDocument="CREATION_TIME">'
    heads = "\n".join(f"<{name}>{escape(words)}</{name}>" for name, words in document.heads)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        '<?xml version="1.0" ?>\n<TimeML>\n\n'
        f"{heads}\n<DCT>{created}{escape(document.created)}</TIMEX3></DCT>\n\n"
        f"<TEXT>{_tagged(document.text, tags)}</TEXT>\n\n</TimeML>\n",
        encoding="utf-8",
    )


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
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
