"""What passes between the steps of reading: bytes with an address, then a text with its imprint."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from schemas import PublishedBasis, Region
from schemas.record import Name, NonEmpty, Record


class Overrides(Record):
    """What the person who ingests says about every document of a source; it beats what the documents say."""

    published: date | None = None
    publisher: Name | None = None
    title: Name | None = None
    authors: tuple[Name, ...] = ()


class Imprint(Record):
    """What is known of a document's publication, and what the date rests on."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    basis: PublishedBasis = PublishedBasis.UNKNOWN
    language: str | None = None

    def or_else(self, other: "Imprint") -> "Imprint":
        """This imprint, with `other` filling what it leaves open. A date and its basis stay together."""
        dated = self if self.published else other
        return Imprint(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            authors=self.authors or other.authors,
            published=dated.published,
            basis=dated.basis,
            language=self.language or other.language,
        )


NOTHING_KNOWN = Imprint()


def given(overrides: Overrides) -> Imprint:
    """The overrides as an imprint: a date that somebody gave has the basis `given`."""
    return Imprint(
        title=overrides.title,
        publisher=overrides.publisher,
        authors=overrides.authors,
        published=overrides.published,
        basis=PublishedBasis.GIVEN if overrides.published else PublishedBasis.UNKNOWN,
    )


class Document(Record):
    """Bytes found at an address, before anyone looked inside.

    `media_type` is what the server or the archive said of them, without parameters; empty where nobody said anything.
    `charset` likewise. `listed` is what the feed, sitemap or archive that led here says about the document.
    """

    address: NonEmpty
    data: bytes
    media_type: str = ""
    charset: str | None = None
    listed: Imprint = NOTHING_KNOWN

    @property
    def is_web_page(self) -> bool:
        return self.address.startswith(("http://", "https://"))


class Draft(Record):
    """A document's text and imprint, before it is an article.

    `regions` are those that its form shows (front matter, link lists); the others are found in the text later.
    """

    address: NonEmpty
    text: str
    imprint: Imprint = NOTHING_KNOWN
    regions: tuple[Region, ...] = ()


class Reader(Protocol):
    """Reads one form: yields the drafts in a document. Raises `ReadError` for a document that it cannot read."""

    def __call__(self, document: Document) -> Iterator[Draft]: ...
