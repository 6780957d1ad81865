"""What reviewers note beside verdicts: that an extraction is wrong, what would settle a prediction, that it slipped."""

from datetime import date
from typing import Self

from pydantic import model_validator

from schemas.assertions import AnyAssertion
from schemas.record import Name, NonEmpty, Record
from schemas.vocabulary import FeedbackReason


class Feedback(Record):
    """What is wrong with an extraction, and, where the reviewer can say it, what is right instead.

    Refuses a correction of what is no assertion at all, or only a duplicate.
    """

    claim_id: NonEmpty
    reason: FeedbackReason
    reviewer: Name
    note: str | None = None
    corrected: AnyAssertion | None = None

    @model_validator(mode="after")
    def _correctable(self) -> Self:
        rejected = self.reason in (FeedbackReason.NOT_AN_ASSERTION, FeedbackReason.DUPLICATE)
        if rejected and self.corrected is not None:
            raise ValueError(f"what is {self.reason.value} has no correction")
        return self


class Criterion(Record):
    """What would settle a prediction, agreed before it is settled, and when to look at it next."""

    claim_id: NonEmpty
    criterion: NonEmpty
    reviewer: Name
    review_by: date | None = None


class Slip(Record):
    """That a prediction was put off ("delayed to"), and the later one that took its place.

    Refuses a prediction that takes its own place.
    """

    claim_id: NonEmpty
    replaced_by: NonEmpty
    reviewer: Name
    note: str | None = None

    @model_validator(mode="after")
    def _later_one(self) -> Self:
        if self.claim_id == self.replaced_by:
            raise ValueError("a prediction cannot take its own place")
        return self
