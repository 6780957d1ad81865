"""What was found in an article: claims, predictions, and the reading that produced them."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas import ids
from schemas.dates import NO_DATE, Interval
from schemas.record import NonEmpty, Record
from schemas.vocabulary import DropReason, Kind, Likelihood

HEADLINE_WORDS = 10


class Assertion(Record):
    """A proposition that the text commits someone to, with its exact words and place.

    `char_start`/`char_end` are half-open offsets into the article's stored text and `quote` is exactly that stretch
    (`verify` holds it against the text). Refuses a quote whose length does not fit its offsets, parts that are not
    verbatim where they must be, and a headline of more than ten words.
    """

    article_id: NonEmpty
    sentence: int = Field(ge=0)
    char_start: int = Field(ge=0)
    char_end: int = Field(gt=0)
    quote: NonEmpty
    headline: NonEmpty
    source: str | None = None
    """Resolved name of who asserts it; null = the article's own voice."""
    source_quote: str | None = None
    """The words of the sentence that name the source."""
    stated_on: date | None = None
    """Day of publication; null where unknown."""
    time: str | None = None
    """The words that date the proposition."""
    interval: Interval = NO_DATE
    cue: str | None = None
    likelihood: Likelihood = Likelihood.CERTAIN
    negated: bool = False
    condition: str | None = None
    repeats: str | None = None
    """Id of an earlier assertion of the same article that says the same."""
    model_score: float = Field(ge=0, le=1)
    """The extractor's certainty that this is an assertion with this span. Not a probability of coming true."""

    @property
    def claim_id(self) -> str:
        return ids.claim_id(self.article_id, self.char_start, self.char_end, self.kind_of)

    @property
    def kind_of(self) -> Kind:
        raise NotImplementedError("only Claim and Prediction are stored")

    @model_validator(mode="after")
    def _in_shape(self) -> Self:
        if self.char_end - self.char_start != len(self.quote):
            raise ValueError("the quote is not as long as its offsets say")
        if len(self.headline.split()) > HEADLINE_WORDS:
            raise ValueError(f"a headline has at most {HEADLINE_WORDS} words")
        if self.source is None and self.source_quote is not None:
            raise ValueError("words that name a source need the source")
        return self

    def verify(self, text: str) -> bool:
        """Whether the quote is the text at its offsets."""
        return text[self.char_start : self.char_end] == self.quote


class Claim(Assertion):
    """An assertion about what was or is the case on the day of publication."""

    kind: Literal[Kind.CLAIM] = Kind.CLAIM

    @property
    def kind_of(self) -> Kind:
        return self.kind


class Prediction(Assertion):
    """An assertion about what will, may or will not be the case after publication.

    `resolve_by` is the last day of its interval, or null where the text gives none: never an invented date. An
    undated one has `review_by`, the day on which policy wants somebody to look.
    Refuses a `resolve_by` that is not the interval's end, and a policy date beside a date of the text.
    """

    kind: Literal[Kind.PREDICTION] = Kind.PREDICTION
    resolve_by: date | None = None
    review_by: date | None = None

    @property
    def kind_of(self) -> Kind:
        return self.kind

    @model_validator(mode="after")
    def _resolvable(self) -> Self:
        if self.resolve_by != self.interval.end:
            raise ValueError("resolve_by is the end of the interval")
        if self.resolve_by is not None and self.review_by is not None:
            raise ValueError("review_by is for predictions that the text does not date")
        return self


AnyAssertion = Annotated[Claim | Prediction, Field(discriminator="kind")]


class Dropped(Record):
    """A candidate that did not become an assertion, and why."""

    char_start: int = Field(ge=0)
    char_end: int = Field(ge=0)
    reason: DropReason
    detail: str = ""


class Extraction(Record):
    """One reading of one article by one model.

    Refuses assertions of another article or another publication date than its own.
    """

    article_id: NonEmpty
    model: NonEmpty
    """Name of the extractor, e.g. `minilm`."""
    revision: NonEmpty
    """Version of its weights and rules; another revision is another reading."""
    published: date | None
    assertions: tuple[AnyAssertion, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    sentences: int = Field(ge=0)
    tokens: int = Field(ge=0)

    @property
    def extraction_id(self) -> str:
        return ids.extraction_id(self.article_id, self.model, self.revision, self.published)

    @model_validator(mode="after")
    def _of_one_article(self) -> Self:
        for found in self.assertions:
            if found.article_id != self.article_id or found.stated_on != self.published:
                raise ValueError("an extraction holds assertions of its own article and day only")
        return self
