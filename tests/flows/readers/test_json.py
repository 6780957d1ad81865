import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.readers import json as reader
from flows.readers.documents import Document, Draft
from schemas import PublishedBasis
from schemas.errors import ReadError


def drafted(content: object, address: str = "a.json") -> list[Draft]:
    return list(reader.read(Document(address=address, data=json.dumps(content).encode())))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_text_is_kept_as_it_is(text: str) -> None:
    assert drafted({"text": text})[0].text == text


@pytest.mark.parametrize(
    ("record", "address"),
    [
        ({"address": "w", "doc": "x", "url": "y", "id": 1}, "w"),
        ({"doc": "x", "url": "y", "id": 1}, "x"),
        ({"doc": "", "url": "y", "id": 1}, "y"),
        ({"url": None, "id": 17}, "17"),
        ({}, "a.json"),
    ],
)
def test_address_is_the_first_there_is(record: dict[str, object], address: str) -> None:
    assert drafted(record | {"text": "t"})[0].address == address


def test_records_of_a_list_are_numbered() -> None:
    assert [draft.address for draft in drafted([{"text": "a"}, {"text": "b"}])] == ["a.json#1", "a.json#2"]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": " T ", "publisher": "P", "published": "2017-01-27", "authors": ["A B"]},
        {"headline": "T", "outlet": "P", "date": "27 January 2017", "author": {"name": "A B"}},
        {"Title": "T", "site_name": "P", "publication_date": "2017-01-27T10:00:00Z", "byline": "By A B"},
    ],
)
def test_imprint_by_usual_names(fields: dict[str, object]) -> None:
    imprint = drafted({"text": "t", "assertions": [{"kind": "claim"}], **fields})[0].imprint
    assert (imprint.title, imprint.publisher, imprint.authors) == ("T", "P", ("A B",))
    assert (imprint.published, imprint.basis) == (date(2017, 1, 27), PublishedBasis.FIELD)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "not_json"),
        (b'{"text": "a"} trailing', "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"n": ' + b"9" * 10_000 + b"}", "not_json"),
        (b'{"title": "no text"}', "no_text_field"),
        (b'{"text": ["not", "a", "string"]}', "no_text_field"),
        (b"[1, 2]", "no_text_field"),
        (b"null", "no_text_field"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        list(reader.read(Document(address="a.json", data=data)))
    assert refused.value.reason == reason
