"""Mistakes: what went wrong with an assertion, under the cause that a person would name.

A label that nothing matched and an assertion that matched nothing are one mistake where they share words: of the wrong
kind if their spans would have matched, else of wrong boundaries. What remains is missed or spurious. A match with a
wrong attribute is a mistake for each attribute.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.labels.documents import Label, LabelledDocument, Span
from models.quality.scoring import MATCH, Comparison, Pair, overlap_of, words_at
from schemas import AnyAssertion


class Cause(StrEnum):
    """Why an assertion does not count, or not strictly."""

    MISSED = "missed"
    """A label without any assertion on its words."""
    SPURIOUS = "spurious"
    """An assertion without any label on its words."""
    KIND = "wrong kind"
    """A claim taken for a prediction, or the reverse."""
    BOUNDARIES = "boundaries"
    """Too little overlap: cut short, too long, or split."""
    SOURCE = "wrong source"
    DATE = "wrong date"
    LIKELIHOOD = "wrong likelihood"
    NEGATION = "wrong negation"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake, in words: the sentence it is in, what was wanted, what was found; empty where there is nothing."""

    cause: Cause
    document: str
    sentence: str
    wanted: str
    found: str


def mistakes(comparison: Comparison) -> Iterator[Mistake]:
    """The mistakes in one document."""
    yield from _of_spans(comparison)
    for pair in comparison.pairs:
        if not pair.label.optional:
            yield from _of_attributes(comparison.document, pair)


def _of_spans(comparison: Comparison) -> Iterator[Mistake]:
    document, free = comparison.document, list(comparison.spurious)
    for label in comparison.missed:
        shown = f"{label.kind.value}: {document.quote(label.span)}"
        near = max(free, key=lambda one: _overlap(document, label, one), default=None)
        overlap = _overlap(document, label, near) if near else 0
        if near is None or not overlap:
            yield _mistake(Cause.MISSED, document, label.span, shown, "")
            continue
        free.remove(near)
        cause = Cause.KIND if overlap >= MATCH and near.kind is not label.kind else Cause.BOUNDARIES
        yield _mistake(cause, document, label.span, shown, _shown(near))
    for one in free:
        yield _mistake(Cause.SPURIOUS, document, Span(start=one.char_start, end=one.char_end), "", _shown(one))


def _of_attributes(document: LabelledDocument, pair: Pair) -> Iterator[Mistake]:
    label, found = pair.label, pair.assertion
    if not pair.is_source_right:
        yield _mistake(Cause.SOURCE, document, label.span, label.source, found.source or "author")
    if label.interval is not None and not pair.is_date_right:
        words = document.quote(label.time) if label.time else None
        wanted, got = (f"{one.start} .. {one.end}" for one in (label.interval, found.interval))
        yield _mistake(Cause.DATE, document, label.span, f"{wanted} from {words!r}", f"{got} from {found.time!r}")
    if not pair.is_likelihood_right:
        words = document.quote(label.cue) if label.cue else None
        yield _mistake(
            Cause.LIKELIHOOD,
            document,
            label.span,
            f"{label.likelihood.value} from {words!r}",
            f"{found.likelihood.value} from {found.cue!r}",
        )
    if not pair.is_negation_right:
        wanted, got = ("negated" if negated else "not negated" for negated in (label.negated, found.negated))
        yield _mistake(Cause.NEGATION, document, label.span, f"{wanted}: {document.quote(label.span)}", got)


def _overlap(document: LabelledDocument, label: Label, one: AnyAssertion) -> float:
    wanted = words_at(document.text, label.span.start, label.span.end)
    return overlap_of(wanted, words_at(document.text, one.char_start, one.char_end))


def _shown(one: AnyAssertion) -> str:
    return f"{one.kind.value} {one.model_score:.2f}: {one.quote}"


def _mistake(cause: Cause, document: LabelledDocument, span: Span, wanted: str, found: str) -> Mistake:
    middle = (span.start + span.end) / 2
    sentence = next((one for one in document.sentences if one.start <= middle < one.end), span)
    return Mistake(
        cause, document.doc, *(" ".join(words.split()) for words in (document.quote(sentence), wanted, found))
    )
