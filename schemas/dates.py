"""An interval of days, and what it was worked out from."""

from datetime import date
from typing import Self

from pydantic import model_validator

from schemas.record import Record
from schemas.vocabulary import Basis, Granularity


class Interval(Record):
    """Inclusive days `start`..`end`; a null side is open, both null means that the text gives no date.

    Refuses an end before its start, and a basis that contradicts the dates.
    """

    start: date | None = None
    end: date | None = None
    granularity: Granularity = Granularity.NONE
    basis: Basis = Basis.NONE

    @model_validator(mode="after")
    def _ordered_and_based(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"the interval ends ({self.end}) before it starts ({self.start})")
        if (self.basis is Basis.NONE) != (self.start is None and self.end is None):
            raise ValueError("an interval has a basis exactly when it has a start or an end")
        return self


NO_DATE = Interval()
