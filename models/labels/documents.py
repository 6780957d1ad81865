"""Labelled documents as training and measurement see them, whatever file they came from."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from schemas import Interval, Kind, Likelihood
from schemas.record import Record


class Span(Record):
    """Half-open offsets into the document's text."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.start >= self.end:
            raise ValueError("a span has at least one character")
        return self


class Label(Record):
    """One assertion as an annotator marked it (docs/annotation.md).

    `interval` and `headline` are null where the annotator was not asked for them.
    """

    kind: Kind
    span: Span
    source: str = "author"
    source_span: Span | None = None
    time: Span | None = None
    interval: Interval | None = None
    cue: Span | None = None
    likelihood: Likelihood = Likelihood.CERTAIN
    negated: bool = False
    condition: Span | None = None
    headline: str | None = None
    optional: bool = False


class LabelledDocument(Record):
    """A text, its labelled sentences (all of them read by an annotator) and the assertions in them.

    Refuses labels outside its text.
    """

    doc: str
    text: str
    published: date
    publisher: str = ""
    title: str = ""
    genre: str = ""
    url: str = ""
    sentences: tuple[Span, ...]
    labels: tuple[Label, ...]

    @model_validator(mode="after")
    def _inside(self) -> Self:
        if any(label.span.end > len(self.text) for label in self.labels):
            raise ValueError(f"{self.doc}: a label lies outside the text")
        return self

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]


def labels_of(labels: Iterable[Label], sentence: Span) -> list[Label]:
    """The labels whose middle lies in the sentence, in order of their place."""
    inside = [one for one in labels if sentence.start <= (one.span.start + one.span.end) / 2 < sentence.end]
    return sorted(inside, key=lambda one: (one.span.start, one.span.end))
