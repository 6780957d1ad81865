"""What a text says of itself at its top: YAML front matter, or lines of the form `Label: value`.

Refuses nothing: what is not understood stays text. Front matter is read by YAML's safe loader only.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flows.readers.documents import Imprint
from flows.readers.publication import parse_day
from schemas import PublishedBasis, Region, RegionKind

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
MAX_NAME = 200  # characters; as `schemas.record.Name` has it
_MAX_FRONT_MATTER = 20_000  # characters; what is longer is a text between two rules
_LABELLED_LINES = 60  # a crawler may put a page's menu and version list above its record
_LABELLED = re.compile(r"[|\s*_]*(?P<label>[A-Za-z][\w ()]{1,30}?)[*_]*\s*:[*_|\s]*(?P<value>\S.*?)[|\s*_]*$")

_FIELDS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "publication", "site_name", "sitename"),
    "authors": ("authors", "author", "author(s)", "by", "byline"),
    "published": ("published", "date", "publication date", "publication_date", "date_published", "pubdate"),
    "language": ("language", "lang"),
}
_FIELD_OF = {label: field for field, labels in _FIELDS.items() for label in labels}


def front_matter(text: str) -> re.Match[str] | None:
    """The front matter at the top of the text, if there is any."""
    found = _FRONT_MATTER.match(text)
    return found if found and len(found["yaml"]) <= _MAX_FRONT_MATTER else None


def read_front_matter(found: re.Match[str], text: str) -> Imprint:
    """The imprint that front matter states; nothing, where it is not a YAML mapping."""
    import yaml  # most files have none

    try:
        fields = yaml.safe_load(found["yaml"])
    except (yaml.YAMLError, ValueError):  # ValueError: a date such as 2017-02-31
        return Imprint()
    return imprint_of(fields, text) if isinstance(fields, dict) else Imprint()


def imprint_of(fields: dict[Any, Any], text: str = "") -> Imprint:
    """The imprint in a mapping of fields, by whichever of their usual names; other fields are left alone.

    `text` is the document, which may settle what a numeric date means (`publication.parse_day`).
    """
    known: dict[str, Any] = {}
    for name, value in fields.items():
        field = _field_of(name)
        if field and value not in (None, "", [], {}):
            known.setdefault(field, value)
    published = _day(known.get("published"), text)
    return Imprint(
        title=_line(known.get("title")),
        publisher=_line(known.get("publisher")),
        authors=names(known.get("authors")),
        published=published,
        basis=PublishedBasis.FIELD if published else PublishedBasis.UNKNOWN,
        language=_line(known.get("language")),
    )


def names(value: object) -> tuple[str, ...]:
    """The names in a field that is a line of one or several, a list, or a list of objects with a name."""
    items = _names_in_line(value) if isinstance(value, str) else value if isinstance(value, list) else [value]
    lines = (_line(item.get("name") if isinstance(item, dict) else item) for item in items)
    return tuple(dict.fromkeys(name[:MAX_NAME] for name in lines if name))


def _names_in_line(line: str) -> list[str]:
    """Splits at semicolons, else at "and" and at commas between whole names ("Roe, Jane" stays one)."""
    if ";" in line:
        return line.split(";")
    parts = re.split(r"\s+and\s+|\s*&\s*", re.sub(r"^by\s+", "", line, flags=re.IGNORECASE))
    listed = [name.strip() for part in parts for name in part.split(",")]
    return listed if all(" " in name for name in listed) else parts


@dataclass(frozen=True, slots=True)
class Label:
    """A line that labels a field of the imprint: its place, the label and the value."""

    region: Region
    label: str
    value: str


def labelled_lines(text: str) -> Iterator[Label]:
    """The lines near the top that label a field of the imprint."""
    start = 0
    for line in text.splitlines(keepends=True)[:_LABELLED_LINES]:
        found = _LABELLED.match(line.rstrip())
        if found and _field_of(found["label"]):
            region = Region(char_start=start, char_end=start + len(line.rstrip()), kind=RegionKind.BYLINE)
            yield Label(region, found["label"], found["value"])
        start += len(line)


def imprint_of_labels(labels: Iterable[Label], text: str) -> Imprint:
    """The imprint that label lines state; where two label the same field, the first counts."""
    fields: dict[str, str] = {}
    for label in labels:
        fields.setdefault(label.label, label.value)
    return imprint_of(fields, text)


def _field_of(label: object) -> str | None:
    return _FIELD_OF.get(str(label).strip().lower())


def _day(value: object, text: str) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return parse_day(str(value), text) if isinstance(value, str | int) else None


def _line(value: object) -> str | None:
    return (" ".join(str(value).split()) or None) if isinstance(value, str | int | float) else None
