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
from models.dates.choice import Candidate, Span, best_of_each, with_events
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
    "choose_each",
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
    return Frame(context.spoken_on or published, tense, period_of(context.anchor, published), context.day_first)


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


def choose(sentence: str, span: Span) -> TimePhrase | None:
    """The time phrase of a sentence that dates the proposition at `span` (half-open); null where none does.

    It may stand outside the span: a date that opens the sentence holds for all of it.
    """
    return choose_each(sentence, [span])[0]


def choose_each(sentence: str, spans: Sequence[Span], marked: Sequence[Span] = ()) -> list[TimePhrase | None]:
    """The same for several propositions, in the order of the text.

    `marked` is what a tagger takes for times. Where no phrase of the grammar dates a proposition, such a mark inside
    it does, if the grammar reads nothing in it: "then", "since the vote".
    """
    words, found = read_text(sentence)
    phrases = [(_phrase(sentence, words, each), each) for each in with_events(words, found)]
    candidates = [Candidate(each, any(_touch(_place(phrase), mark) for mark in marked)) for phrase, each in phrases]
    unread = [mark for mark in marked if not any(_touch(_place(phrase), mark) for phrase, _ in phrases)]
    return [
        _marked(sentence, unread, span) if chosen is None else _phrase(sentence, words, chosen)
        for chosen, span in zip(best_of_each(words, candidates, spans), spans, strict=True)
    ]


def _marked(sentence: str, marks: Sequence[Span], span: Span) -> TimePhrase | None:
    start, end = next((mark for mark in marks if _touch(mark, (span[0] - 2, span[1]))), (0, 0))
    return TimePhrase(char_start=start, char_end=end, text=sentence[start:end]) if end else None


def _place(phrase: TimePhrase) -> Span:
    return phrase.char_start, phrase.char_end


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
