"""What the date module takes and gives: phrases, context and readings."""

from datetime import date
from typing import Self

from pydantic import Field

from schemas.dates import NO_DATE, Interval
from schemas.record import Record


class TimePhrase(Record):
    """A time expression in running text: half-open offsets into it, and its words, leading preposition included."""

    char_start: int = Field(ge=0)
    char_end: int = Field(gt=0)
    text: str = Field(min_length=1)


class Context(Record):
    """What a text has said before a phrase that bears on its date. All of it is optional.

    `anchor` is the date that the narrative has reached: "the next day", "three months later" count from it, with the
    basis `inherited`. `spoken_on` is the day on which a quotation was said, where the text dates it to another day
    than its publication: "today" and "yesterday" then count from that day.
    """

    anchor: Interval = NO_DATE
    spoken_on: date | None = None
    day_first: bool | None = None
    """Whether 3/4 is 3 April in this document; null = not known, and an ambiguous date then stays unread."""

    def after(self, interval: Interval) -> Self:
        """The context behind a phrase that was dated so: the narrative has reached its date, if it has one."""
        return self if interval == NO_DATE else self.model_copy(update={"anchor": interval})


NO_CONTEXT = Context()


class Reading(Record):
    """How a phrase was understood.

    `timex_type` and `timex_value` are the TIMEX3 annotation of its (first) time expression, null where it has none;
    `understood` is one sentence for a person.
    """

    phrase: str
    interval: Interval
    timex_type: str | None = None
    timex_value: str | None = None
    understood: str
