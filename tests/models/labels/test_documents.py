import pytest
from pydantic import ValidationError

from models.labels.documents import Label, LabelledDocument, Span, labels_of
from schemas import Kind


def claim(start: int, end: int) -> Label:
    return Label(kind=Kind.CLAIM, span=Span(start=start, end=end))


def test_a_span_has_a_character() -> None:
    with pytest.raises(ValidationError, match="at least one character"):
        Span(start=3, end=3)


def test_a_label_outside_the_text_is_refused() -> None:
    with pytest.raises(ValidationError, match="outside the text"):
        LabelledDocument(doc="d", text="Short.", published="2017-01-27", sentences=(), labels=(claim(0, 7),))


def test_labels_belong_to_the_sentence_that_holds_their_middle() -> None:
    over, second, first = claim(8, 14), claim(12, 20), claim(0, 9)
    assert labels_of([over, second, first], Span(start=0, end=11)) == [first]
    assert labels_of([second, over, first], Span(start=11, end=20)) == [over, second]
