"""What a reviewer decided, and on what evidence."""

from datetime import date, datetime
from typing import Self

from pydantic import Field, model_validator

from schemas.record import Name, NonEmpty, Record
from schemas.vocabulary import Outcome


class Evidence(Record):
    """What a verdict rests on: a link or a stored article, and the words that count.

    Refuses to be empty; a quote alone is no evidence.
    """

    url: str | None = None
    article_id: str | None = None
    quote: str | None = None
    dated: date | None = None
    """Day on which the evidence was published; it must not lie before the prediction was stated."""

    @model_validator(mode="after")
    def _points_somewhere(self) -> Self:
        if not (self.url or self.article_id):
            raise ValueError("evidence names a URL or a stored article")
        return self


class Decision(Record):
    """What a reviewer submits. The ledger turns it into a verdict by giving it time, place in the chain and hash.

    Refuses days late with any outcome but `late`, and a void without its reason.
    """

    claim_id: NonEmpty
    outcome: Outcome
    reviewer: Name
    evidence: Evidence | None = None
    note: str | None = None
    """For `void` the reason, which is required."""
    days_late: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.days_late is not None and self.outcome is not Outcome.LATE:
            raise ValueError("days late go with the outcome 'late' only")
        if self.outcome is Outcome.VOID and not (self.note or "").strip():
            raise ValueError("a void verdict needs its reason in the note")
        return self


class Verdict(Decision):
    """A row of the ledger of verdicts: a decision, when it was taken, and its link in the chain.

    `hash` covers every other field and `previous_hash`, the hash of the row before it in the whole ledger, so that
    a row cannot be changed, removed or slipped in without `foresaid check` saying so.
    """

    verdict_id: NonEmpty
    extraction_id: NonEmpty
    """The reading that the reviewer judged; a later one may date the same words otherwise."""
    decided_at: datetime
    supersedes: str | None = None
    """The reviewer's own earlier verdict that this one replaces."""
    previous_hash: str
    hash: NonEmpty
