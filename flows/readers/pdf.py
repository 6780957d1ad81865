"""PDF: the stored text is the document's text in reading order, a paragraph a block (`columns`).

Running heads and page numbers belong to the page, not to the text, and are left out; headings are marked. The imprint
is a dateline of the first page, else the file's own record of its title, author and making (basis `field`).

A damaged or hostile file can make a parser run or grow without end, so the parser works in a process of its own with
limits of time and memory. Refuses scans (`no_text`), locked files (`encrypted`) and broken ones (`broken_pdf`).
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from statistics import median
from typing import Any

from flows.readers.columns import Line, Paragraph, in_reading_order, is_heading, joined, paragraphs
from flows.readers.documents import Document, Draft, Imprint
from flows.readers.header import names
from flows.readers.publication import dateline, parse_day
from schemas import PublishedBasis, Region, RegionKind
from schemas.errors import ReadError

SECONDS = 120.0
"""A thousand pages take about a minute."""
_MEMORY_BYTES = 2 * 1024**3
_EDGE = 0.1
"""Share of a page's height at its top and bottom where running heads and numbers stand."""
_MIN_RUNNING_PAGES = 3
_MADE_UP_TITLE = re.compile(r"^(microsoft (word|powerpoint) - |untitled|.*\.(docx?|pdf|indd|tex|rtf)$)", re.IGNORECASE)

_REFUSALS = {
    "encrypted": "{} is locked with a password; save an unlocked copy.",
    "no_text": "{} holds pictures of pages but no text; run a text recognition over it first.",
    "broken_pdf": "{} is damaged and cannot be read as PDF; get it again from where it came.",
    "too_slow": "{} took longer than two minutes to read; split it, or save its text as a file.",
}


def read(document: Document) -> Iterator[Draft]:
    """The one draft in a PDF. Raises `ReadError`."""
    yield drafted(document, _parsed_apart(document))


def drafted(document: Document, found: dict[str, Any]) -> Draft:
    """The draft in what was `parsed`. Raises `ReadError` where that is a reason why there is none."""
    if "reason" in found:
        raise ReadError(document.address, found["reason"], _REFUSALS[found["reason"]].format(document.address))
    return Draft(
        address=document.address,
        text=found["text"],
        imprint=Imprint.model_validate(found["imprint"]),
        regions=tuple(Region.model_validate(region) for region in found["regions"]),
    )


def _parsed_apart(document: Document) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "flows.readers.pdf"],
            input=document.data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except subprocess.TimeoutExpired:
        return {"reason": "too_slow"}
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else {"reason": "broken_pdf"}


def parsed(data: bytes) -> dict[str, Any]:
    """The draft in the bytes of a PDF as plain values, or the `reason` why there is none."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

    try:
        pages = _pages(data)
        record = _record(data)
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        return {"reason": "encrypted"}
    except Exception:  # the parser fails on damaged files in every way there is
        return {"reason": "broken_pdf"}
    whole = _paragraphs(pages)
    if not whole:
        return {"reason": "no_text" if pages else "broken_pdf"}
    return _draft(whole, record)


def _pages(data: bytes) -> list[list[Line]]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams

    pages = [
        [line for element in page for line in _lines(element)]
        for page in extract_pages(BytesIO(data), laparams=LAParams(boxes_flow=None))
    ]
    heights = [max((line.top for line in page), default=0.0) for page in pages]
    return _without_running(pages, max(heights, default=0.0))


def _lines(element: Any) -> Iterator[Line]:
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

    for line in element if isinstance(element, LTTextContainer) else ():
        text = " ".join(line.get_text().split()) if isinstance(line, LTTextLine) else ""
        if text:
            heights = [character.size for character in line if isinstance(character, LTChar)]
            yield Line(text, line.x0, line.y0, line.x1, line.y1, median(heights or [line.height]))


def _without_running(pages: list[list[Line]], height: float) -> list[list[Line]]:
    """The pages without lines that stand at the edge of several, and without lone numbers there."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in page if _at_edge(line, height)})

    def stays(line: Line) -> bool:
        return not _at_edge(line, height) or (shapes[_shape(line)] < _MIN_RUNNING_PAGES and not _is_number(line.text))

    return [[line for line in page if stays(line)] for page in pages]


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _at_edge(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", text, re.IGNORECASE))


def _paragraphs(pages: list[list[Line]]) -> list[Paragraph]:
    columns = (column for page in pages for column in in_reading_order(page))
    return joined(paragraph for column in columns for paragraph in paragraphs(column))


def _record(data: bytes) -> dict[str, str]:
    """The file's own record of itself: title, author, day of making."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.utils import decode_text

    record: dict[str, str] = {}
    for info in PDFDocument(PDFParser(BytesIO(data))).info:
        record |= {name: decode_text(value) for name, value in info.items() if isinstance(value, bytes)}
    return record


def _draft(whole: Sequence[Paragraph], record: dict[str, str]) -> dict[str, Any]:
    usual = median(paragraph.height for paragraph in whole for _ in paragraph.text)
    regions = []
    length = 0
    for paragraph in whole:
        if is_heading(paragraph, usual):
            end = length + len(paragraph.text)
            regions.append(Region(char_start=length, char_end=end, kind=RegionKind.TITLE).model_dump(mode="json"))
        length += len(paragraph.text) + 2
    text = "\n\n".join(paragraph.text for paragraph in whole)
    return {"text": text, "regions": regions, "imprint": _imprint(whole, record, usual).model_dump(mode="json")}


def _imprint(whole: Sequence[Paragraph], record: dict[str, str], usual: float) -> Imprint:
    stated = record.get("Title", "").strip()
    shown = max(whole[:8], key=lambda paragraph: paragraph.height)
    made = parse_day(record.get("CreationDate", ""))
    printed = dateline("\n".join(paragraph.text for paragraph in whole[:12]))
    basis = PublishedBasis.TEXT if printed else PublishedBasis.FIELD if made else PublishedBasis.UNKNOWN
    return Imprint(
        title=shown.text if is_heading(shown, usual) else None if _MADE_UP_TITLE.match(stated) else stated or None,
        authors=names(record.get("Author", "")),
        published=printed or made,
        basis=basis,
    )


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the time limit still holds there
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


if __name__ == "__main__":
    _limit_memory()
    json.dump(parsed(sys.stdin.buffer.read()), sys.stdout)
