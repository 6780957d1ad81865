"""Plain text: the stored text is the file's text, so that every offset holds in the file.

Front matter and `Label: value` lines at the top are read for the imprint and marked; a headline that stands alone on
the first line is the title. A day that only a dateline states has the basis `text`.
"""

import re
from collections.abc import Iterator

from flows.readers.decoding import decode
from flows.readers.documents import Document, Draft, Imprint
from flows.readers.header import front_matter, imprint_of_labels, labelled_lines, names, read_front_matter
from flows.readers.publication import dateline
from schemas import PublishedBasis, Region, RegionKind

_MAX_TITLE = 160
_BYLINE = re.compile(
    r"^\s*[Bb][Yy]\s+(?P<names>[A-Z][^\n|•·,.]{2,80}?)\s*(?:[|•·,–—]\s*[^\n]*\d{4})?\s*$", re.MULTILINE
)
_BYLINE_CHARACTERS = 600


def read(document: Document) -> Iterator[Draft]:
    """The one draft in a text file. Raises `ReadError`."""
    text = decode(document.data, document.address, document.charset)
    header = front_matter(text)
    body = header.end() if header else 0
    stated = read_front_matter(header, text) if header else Imprint()
    labels = list(labelled_lines(text[body:]))
    labelled = imprint_of_labels(labels, text)
    yield Draft(
        address=document.address,
        text=text,
        imprint=stated.or_else(labelled).or_else(imprint_of_body(text[body:])),
        regions=(
            *((Region(char_start=0, char_end=body, kind=RegionKind.QUOTED_MARKUP),) if header else ()),
            *(shifted(label.region, body) for label in labels),
        ),
    )


def imprint_of_body(text: str) -> Imprint:
    """What the first lines of a text show without saying so: its headline, its byline, its dateline."""
    published = dateline(text)
    return Imprint(
        title=headline(text),
        authors=_authors(text),
        published=published,
        basis=PublishedBasis.TEXT if published else PublishedBasis.UNKNOWN,
    )


def headline(text: str) -> str | None:
    """The first line, if it is short, ends like no sentence, and a blank line sets it apart from what follows."""
    first, line_break, rest = text.lstrip().partition("\n")
    first = first.strip()
    stands_alone = bool(line_break) and (not rest.split("\n", 1)[0].strip()) and bool(rest.strip())
    is_headline = len(first) <= _MAX_TITLE and not first.endswith((".", ":", ";", ",")) and any(map(str.isalpha, first))
    return first if stands_alone and is_headline and not _BYLINE.match(first) and not dateline(first) else None


def shifted(region: Region, by: int) -> Region:
    """The region, `by` characters further on."""
    return region.model_copy(update={"char_start": region.char_start + by, "char_end": region.char_end + by})


def _authors(text: str) -> tuple[str, ...]:
    found = _BYLINE.search(text[:_BYLINE_CHARACTERS])
    return names(found["names"]) if found else ()
