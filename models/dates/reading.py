"""Phrases read: from the words of a marked phrase to what it means."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from models.dates.chart import MAX_WORDS, Chart
from models.dates.detection import Found, found_in
from models.dates.grammar import Expression, grammar
from models.dates.meaning import (
    Agreed,
    Amount,
    Bound,
    Bounded,
    Counted,
    Cycle,
    Meaning,
    Named,
    Often,
    Range,
    Shift,
    Vague,
)
from models.dates.units import Period, Unit
from models.dates.words import Word, words_of

MAX_LENGTH: Final = 400
"""Characters of a phrase that are looked at."""
_TAIL: Final = frozenset({*".,;:!?\"”’')]", "'s", "respectively", "alone", "now"})
_ENDING: Final = frozenset(
    "ends ending end closes closing close concludes expires runs finishes until to through".split()
)
_COUNTING: Final = frozenset({"NUMBER", "ONES", "TEENS", "TENS", "ORDINAL"})
_MENDED: Final = re.compile(r"[\[\]]")
"""[W]ithin the next 10 days."""


@lru_cache(maxsize=4096)
def read_phrase(phrase: str) -> Expression | None:
    """What a marked time phrase means. Depends on its words alone, so the answer can be remembered."""
    text = _MENDED.sub("", phrase[:MAX_LENGTH]).strip(" \"'“”‘’")
    words = words_of(text)[:MAX_WORDS]
    chart = Chart(grammar, words)
    end = len(words)
    while end:
        whole: Expression | None = chart.outcomes("Marked", 0).get(end)
        if whole is not None:
            return whole
        if words[end - 1].form not in _TAIL:
            break
        end -= 1
    return _embedded(text, words, chart)


def _embedded(text: str, words: Sequence[Word], chart: Chart) -> Expression | None:
    """A phrase about an event that is dated in it: since the protests began in June, at the May meeting.

    Only if it holds a single date. Before such an event means up to its date; after it, nothing can be told.
    """
    limits: dict[int, Bound] = chart.outcomes("Limit", 0)
    limit = limits[max(limits)] if limits else None
    found = list(found_in(text, words))
    if _is_counting(words, found):
        return None
    expression = _from_start_to_end(words, found) or (found[0].expression if len(found) == 1 else None)
    if expression is None or not _is_date(expression.meaning):
        return None
    meaning = expression.meaning
    if isinstance(meaning, Bounded) and limit is meaning.bound:
        meaning = meaning.of
    if limit is None or isinstance(meaning, Bounded):
        return expression
    if limit is Bound.AFTER and not _is_day(meaning):
        return None
    return Expression(Bounded(Bound.BY if limit is Bound.BEFORE else limit, meaning), expression.cores)


def _is_counting(words: Sequence[Word], found: Sequence[Found]) -> bool:
    """Whether numbers stand outside what was found: it is then no more than part of what they say."""
    read = {place for each in found for place in range(each.start, each.end)}
    return any(not words[place].keys.isdisjoint(_COUNTING) for place in range(len(words)) if place not in read)


def _from_start_to_end(words: Sequence[Word], found: Sequence[Found]) -> Expression | None:
    """The term that begins next Monday and ends in June."""
    if len(found) != 2 or not any(word.form in _ENDING for word in words[found[0].end : found[1].start]):
        return None
    first, last = (_bare(each.expression.meaning) for each in found)
    if not (_is_date(first) and _is_date(last)):
        return None
    return Expression(Range(first, last), found[0].expression.cores + found[1].expression.cores)


def _bare(meaning: Meaning) -> Meaning:
    return meaning.of if isinstance(meaning, Bounded) else meaning


def _is_date(meaning: Meaning) -> bool:
    return not isinstance(meaning, Amount | Often | Vague | Counted)


def _is_day(meaning: Meaning) -> bool:
    """Whether a name is that of a day; after such a day, but not after such a month, something can be told."""
    if isinstance(meaning, Range):
        return _is_day(meaning.last)
    if isinstance(meaning, Named):
        return meaning.cycle in (Cycle.DAY_OF_MONTH, Cycle.WEEKDAY, Cycle.HOLIDAY)
    return isinstance(meaning, Agreed) or (isinstance(meaning, Shift | Period) and meaning.unit is Unit.DAY)
