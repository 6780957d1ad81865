"""What came in: articles as they were read, and what could not be read."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from schemas import ids
from schemas.record import Name, NonEmpty, Record
from schemas.vocabulary import FailureStage, PublishedBasis, RegionKind


class Region(Record):
    """A stretch of the text, half-open, that is kept but not read for assertions."""

    char_start: int = Field(ge=0)
    char_end: int = Field(gt=0)
    kind: RegionKind

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.char_start >= self.char_end:
            raise ValueError("a region has at least one character")
        return self


class Article(Record):
    """One document as found at one address: exact text, and what is known about its publication.

    `text` is never normalised: every offset of every record points into it. Identity is the text alone
    (`article_id`), so the same text at a second address is a second appearance of the same article.
    Refuses regions outside the text, and a publication date without a basis (or the reverse).
    """

    address: NonEmpty
    """File name or URL under which it was read; exported as `doc`."""
    text: NonEmpty
    title: str | None = None
    publisher: str | None = None
    authors: tuple[Name, ...] = ()
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    language: str | None = None
    """ISO 639-1 code; null where the text is too short to tell."""
    regions: tuple[Region, ...] = ()

    @property
    def article_id(self) -> str:
        return ids.article_id(self.text)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.published is None) != (self.published_basis is PublishedBasis.UNKNOWN):
            raise ValueError("a publication date has a basis exactly when it is known")
        if any(region.char_end > len(self.text) for region in self.regions):
            raise ValueError("a region lies outside the text")
        return self


class Sentence(Record):
    """A sentence of an article: its number and its half-open place in the text."""

    number: int = Field(ge=0)
    char_start: int = Field(ge=0)
    char_end: int = Field(gt=0)


class SourceVisit(Record):
    """How a source of articles (a feed, sitemap or page) was found when a run asked it."""

    url: NonEmpty
    every_minutes: int | None = Field(default=None, gt=0)
    """How often the list of sources has it asked; null where it stands in none."""
    is_answered: bool
    new_documents: int = Field(default=0, ge=0)
    """Documents that it had and that were read for the first time, or again because they had changed."""
    message: str | None = None
    """Why it did not answer, in one sentence."""
    moved_to: str | None = None
    """The address to which it says to have moved for good."""


class Failure(Record):
    """Something that did not get through, why, and what to do about it. Kept, never only logged."""

    address: NonEmpty
    stage: FailureStage
    reason: NonEmpty
    """A short word for grouping: `empty`, `not_text`, `too_large`, …"""
    message: NonEmpty
    """One sentence for a person."""
