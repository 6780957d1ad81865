"""Dates: time phrases in English text, found and turned into intervals of days.

Five pure calls, none of which raises, whatever the text, and none of which looks at a clock (rules: docs/dates.md):

- `find(text)`: where the time expressions are;
- `resolve(phrase, published, tense, context)`: the interval a phrase denotes;
- `explain(phrase, published, tense, context)`: the same with the TIMEX3 reading and a sentence on how it came about;
- `choose(sentence, span)`: which time phrase of a sentence dates one of its propositions;
- `annotate(text, published, day_first)`: the TIMEX3 expressions of a whole document.

A phrase without a date ("soon"), or one that cannot be told ("on Monday" with no publication date), gives `NO_DATE`:
null is preferred to a guess.
"""

from collections.abc import Sequence
from datetime import date

from models.dates.annotation import Mention, annotate
from models.dates.choice import best
from models.dates.detection import Found, read_text
from models.dates.intervals import interval, period_of
from models.dates.phrasing import sentence
from models.dates.reading import read_phrase
from models.dates.records import NO_CONTEXT, Context, Reading, TimePhrase
from models.dates.resolution import Frame
from models.dates.timex import timex
from models.dates.words import Word
from schemas import NO_DATE, Interval, Tense

__all__ = [
    "NO_CONTEXT",
    "Context",
    "Mention",
    "Reading",
    "TimePhrase",
    "annotate",
    "choose",
    "explain",
    "find",
    "resolve",
]


def find(text: str) -> tuple[TimePhrase, ...]:
    """The time expressions of a running text, in order, none overlapping, with the prepositions that belong to them."""
    words, found = read_text(text)
    return tuple(_phrase(text, words, each) for each in found)


def _phrase(text: str, words: Sequence[Word], found: Found) -> TimePhrase:
    start, end = words[found.start].start, words[found.end - 1].end
    return TimePhrase(char_start=start, char_end=end, text=text[start:end])


def resolve(
    phrase: str, published: date | None, tense: Tense = Tense.UNKNOWN, context: Context = NO_CONTEXT
) -> Interval:
    """The days that a time phrase denotes, seen from the day of publication."""
    expression = read_phrase(phrase)
    return NO_DATE if expression is None else interval(expression.meaning, _frame(published, tense, context))


def _frame(published: date | None, tense: Tense, context: Context) -> Frame:
    return Frame(context.spoken_on or published, tense, period_of(context.anchor), context.day_first)


def explain(
    phrase: str, published: date | None, tense: Tense = Tense.UNKNOWN, context: Context = NO_CONTEXT
) -> Reading:
    """How a time phrase was understood: its interval, its TIMEX3 reading and one sentence."""
    expression, frame = read_phrase(phrase), _frame(published, tense, context)
    if expression is None:
        return Reading(phrase=phrase, interval=NO_DATE, understood="It holds no time expression that is known here.")
    found = interval(expression.meaning, frame)
    annotation = timex(expression.cores[0].value if expression.cores else expression.meaning, frame)
    return Reading(
        phrase=phrase,
        interval=found,
        timex_type=annotation.type,
        timex_value=annotation.value,
        understood=sentence(expression.meaning, frame, found),
    )


def choose(sentence: str, span: tuple[int, int]) -> TimePhrase | None:
    """The time phrase of a sentence that dates the proposition at `span` (half-open); null where none does.

    It may stand outside the span: a date that opens the sentence holds for all of it.
    """
    words, found = read_text(sentence)
    chosen = best(words, found, *span)
    return None if chosen is None else _phrase(sentence, words, chosen)
