"""A labelled document and assertions about it, by hand."""

from datetime import date
from typing import Any

from models.labels.documents import Label, LabelledDocument, Span
from models.quality.scoring import Comparison, compare
from schemas import AnyAssertion, Basis, Claim, Interval, Kind, Prediction

TEXT = (
    "Ana Okafor said on Friday that the talks were delayed and may resume in March. "
    "Rebels will leave by June. It rained. The truce may not hold."
)
SENTENCES = tuple(
    Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))
    for words in (TEXT[:78], "Rebels will leave by June.", "It rained.", "The truce may not hold.")
)
MARCH = Interval(start=date(2017, 3, 1), end=date(2017, 3, 31), basis=Basis.EXPLICIT)


def span(words: str) -> Span:
    assert TEXT.count(words) == 1
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def label(words: str, kind: Kind = Kind.CLAIM, **fields: Any) -> Label:
    return Label(kind=kind, span=span(words), **fields)


def found(words: str, kind: Kind = Kind.CLAIM, **fields: Any) -> AnyAssertion:
    place = span(words)
    given = {
        "article_id": "a1_made_up",
        "sentence": 0,
        "char_start": place.start,
        "char_end": place.end,
        "quote": words,
        "headline": "Made up",
        "model_score": 0.9,
        **fields,
    }
    if kind is Kind.CLAIM:
        return Claim.model_validate(given)
    return Prediction.model_validate(given | {"resolve_by": fields.get("interval", Interval()).end})


def document(*labels: Label, doc: str = "made-up", sentences: tuple[Span, ...] = SENTENCES) -> LabelledDocument:
    return LabelledDocument(doc=doc, text=TEXT, published=date(2017, 1, 27), sentences=sentences, labels=labels)


def compared(labels: list[Label], assertions: list[AnyAssertion]) -> Comparison:
    return compare(document(*labels), assertions)
