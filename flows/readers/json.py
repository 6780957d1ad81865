"""JSON: an object with a `text`, or a list of such objects. The text is kept as it is, so offsets hold in it.

The address is the object's `address`, `doc`, `url` or `id`, the first that it has, else the file's name (with its
number in a list). Title, publisher, authors, date and language are read by their usual names; other fields are left.
"""

import json
from collections.abc import Iterator
from typing import Any

from flows.readers.decoding import decode
from flows.readers.documents import Document, Draft
from flows.readers.header import imprint_of
from schemas.errors import ReadError

_ADDRESSES = ("address", "doc", "url", "id")


def read(document: Document) -> Iterator[Draft]:
    """The drafts in a JSON document. Raises `ReadError`: `not_json`, `no_text_field`."""
    content = loaded(document)
    if not isinstance(content, list):
        yield _draft(content, document.address)
        return
    if not content:
        raise ReadError(document.address, "empty", f"{document.address} lists no records; there is nothing to read.")
    for number, item in enumerate(content, start=1):
        yield _draft(item, f"{document.address}#{number}")


def loaded(document: Document) -> Any:
    """What the document's JSON says. Raises `ReadError` where it is none."""
    try:
        return json.loads(decode(document.data, document.address, document.charset))
    except (ValueError, RecursionError) as error:
        raise ReadError(
            document.address,
            "not_json",
            f"{document.address} is not valid JSON ({error}); mend or leave out the record.",
        ) from None


def _draft(item: object, place: str) -> Draft:
    if not isinstance(item, dict):
        raise ReadError(place, "no_text_field", f"{place} is not an object; each record is an object with a `text`.")
    address = str(next((item[name] for name in _ADDRESSES if item.get(name)), place))
    text = item.get("text")
    if not isinstance(text, str):
        raise ReadError(address, "no_text_field", f"{address} has no field `text` with the article's text; add one.")
    return Draft(address=address, text=text, imprint=imprint_of(item, text))
