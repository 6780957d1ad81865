"""Phrases read: from the words of a marked phrase to what it means."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from models.dates.chart import MAX_WORDS, Chart
from models.dates.detection import found_in
from models.dates.grammar import Expression, grammar
from models.dates.meaning import Amount, Bound, Bounded, Counted, Meaning, Often, Vague
from models.dates.words import Word, words_of

MAX_LENGTH: Final = 400
"""Characters of a phrase that are looked at."""
_TAIL: Final = frozenset({*".,;:!?\"”’')]", "'s", "respectively", "alone", "now"})
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
    found = [each.expression for each in found_in(text, words)]
    if len(found) != 1 or not _is_date(found[0].meaning) or limit is Bound.AFTER:
        return None
    meaning = found[0].meaning
    if limit is None or isinstance(meaning, Bounded):
        return found[0]
    return Expression(Bounded(Bound.BY if limit is Bound.BEFORE else limit, meaning), found[0].cores)


def _is_date(meaning: Meaning) -> bool:
    return not isinstance(meaning, Amount | Often | Vague | Counted)
