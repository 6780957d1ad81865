"""The closed vocabularies: every word that a record, a view or an option may use for a kind of thing.

One list, one enum, one sentence a member. The values are what is stored and exported, so they never change their
spelling; `annotation` terms follow the project's contract of what a claim and a prediction are (docs/annotation.md).
"""

from enum import StrEnum


class Kind(StrEnum):
    """What an assertion is about, seen from the day of publication."""

    CLAIM = "claim"
    """What has happened, is happening or is the case on that day, decisions and announcements included."""
    PREDICTION = "prediction"
    """What will, may or will not be the case afterwards: forecasts, scheduled events, pledges, threats."""


class Likelihood(StrEnum):
    """How firmly the words of the source commit it to the proposition."""

    CERTAIN = "certain"
    """Plain statements; will, is set to, vowed to."""
    LIKELY = "likely"
    """Likely, expected, probably, appears to, should, plans to."""
    POSSIBLE = "possible"
    """May, might, could; a stated chance under 60 %."""
    UNLIKELY = "unlikely"
    """Unlikely, doubtful, little reason to believe."""


class Basis(StrEnum):
    """What an interval was worked out from."""

    EXPLICIT = "explicit"
    """The text names the calendar date ("23 January 2017")."""
    RELATIVE = "relative"
    """Counted from the day of publication ("this week", "on Monday", "by the end of the year")."""
    INHERITED = "inherited"
    """Counted from a date given earlier in the text ("the next day")."""
    NONE = "none"
    """The text gives no date that a calendar can hold; start and end are both null."""


class Granularity(StrEnum):
    """The unit in which a date phrase speaks."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    """A span whose two ends the text sets apart ("from 3 to 9 May", "within six months")."""
    NONE = "none"
    """No date, or only a vague one ("soon")."""


class Tense(StrEnum):
    """On which side of publication a clause speaks; it decides which Monday "on Monday" is."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class PublishedBasis(StrEnum):
    """How the day of publication became known."""

    GIVEN = "given"
    """Somebody said so when ingesting (an option of the command, a field of the feed)."""
    FIELD = "field"
    """A field of the document: front matter, a JSON field, a PDF's or mail's header."""
    METADATA = "metadata"
    """The page's own metadata (meta tags, JSON-LD, <time>)."""
    TEXT = "text"
    """A dateline or the address of the page."""
    UNKNOWN = "unknown"
    """Not found; relative phrases stay unresolved."""


class RegionKind(StrEnum):
    """Why a stretch of the stored text is not read for assertions."""

    TITLE = "title"
    """A headline line that the body repeats or that stands alone above it."""
    BYLINE = "byline"
    """Author, place and date line."""
    REPEATED = "repeated"
    """A paragraph or pull quote that stands elsewhere in the same text."""
    NOTICE = "notice"
    """Newsletter, cookie, copyright, share and contact notices; biographies of authors."""
    NAVIGATION = "navigation"
    """Link lists, menus, captions, tables of contents, footnote marks."""
    QUOTED_MARKUP = "markup"
    """Front matter, code, table rulings."""


class FailureStage(StrEnum):
    """Where on its way an article failed."""

    READ = "read"
    EXTRACT = "extract"
    STORE = "store"


class DropReason(StrEnum):
    """Why a candidate span did not become an assertion."""

    BELOW_THRESHOLD = "below_threshold"
    REPEATED = "repeated"
    QUOTE_NOT_IN_TEXT = "quote_not_in_text"
    INVALID = "invalid"
    TOO_LONG = "too_long"


class Outcome(StrEnum):
    """What a reviewer found to have become of a prediction."""

    CONFIRMED = "confirmed"
    """It came true within its window; where something was called unlikely: it did not happen."""
    WRONG = "wrong"
    """It did not come true within its window and is not merely late."""
    LATE = "late"
    """It came true after its window; the days late are kept."""
    PARTLY = "partly"
    """Some of it came true."""
    VOID = "void"
    """Its condition was not met, or it cannot be judged; the reason is kept."""
    WITHDRAWN = "withdrawn"
    """The verdict it supersedes is taken back: the prediction is open again."""


class State(StrEnum):
    """Where a prediction stands in the ledger of verdicts."""

    OPEN = "open"
    """Nobody has judged it, or every verdict was taken back."""
    RESOLVED = "resolved"
    """One outcome has more standing verdicts than any other."""
    DISPUTED = "disputed"
    """Reviewers differ and no outcome leads; another reviewer has to decide."""


class DueReason(StrEnum):
    """Why an open prediction wants a look."""

    OVERDUE = "overdue"
    """The last day of its window is past."""
    DUE_TODAY = "due_today"
    """The last day of its window is today."""
    REVIEW = "review"
    """The text gives no date, and the review date is reached."""
    UPCOMING = "upcoming"
    """It falls due within the days ahead that were asked for."""


class Dimension(StrEnum):
    """Under which headings predictions are counted and scored."""

    SOURCE = "source"
    """Who is quoted with it."""
    PUBLISHER = "publisher"
    """The outlet that printed it."""
    AUTHOR = "author"
    """Who wrote it, for what an article says in its own voice."""
    TOPIC = "topic"
    """What it is about, by the phrases of a topic that is followed."""
    HORIZON = "horizon"
    """How far ahead it looks."""
    CUE = "cue"
    """The word of probability by which its cue was understood."""
    ALL = "all"
    """Everything in the warehouse, under the one name `all`."""


class Stance(StrEnum):
    """How a later text bears on a prediction."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    RELATED = "related"


class FeedbackReason(StrEnum):
    """What a reviewer says is wrong with an extraction (not with the prediction)."""

    NOT_AN_ASSERTION = "not_an_assertion"
    WRONG_KIND = "wrong_kind"
    WRONG_SPAN = "wrong_span"
    WRONG_DATE = "wrong_date"
    WRONG_SOURCE = "wrong_source"
    WRONG_LIKELIHOOD = "wrong_likelihood"
    DUPLICATE = "duplicate"
